#include "core/analysis/headline.h"
#include "core/analysis/wording.h"
#include "tests/core/analysis/event_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A result made by hand: `z` on the spread under every estimate, `alone` on the small leg.
Divergence made(double small, double large, double z, double alone) {
    Divergence d;
    d.small = describeSymbol("RUT");
    d.large = describeSymbol("SPX");
    d.pair.dates.assign(1000, *makeDate(2024, 11, 6));
    d.returnSmall = small;
    d.returnLarge = large;
    d.spread = small - large;
    d.percentile = 0.986;
    d.zSpread.fill({z, 0.98});
    d.zSmall.fill({alone, 0.98});
    d.beta = {kNaN, kNaN, kNaN, kNaN};
    return d;
}

Divergence with(Divergence d, SigmaMode mode, double z) {
    d.zSpread[indexOf(mode)].z = z;
    return d;
}

QString told(const Headline& headline) {
    return QString::fromStdString(plainText(headline));
}

} // namespace

class HeadlineTest : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheResultsSay_data() {
        QTest::addColumn<QString>("actual");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char* sentence, const Divergence& d, const char* wanted) {
            QTest::newRow(sentence) << told(divergenceHeadline(d)) << QString::fromUtf8(wanted);
        };
        row("a lead that every yardstick calls an event", made(0.0716, 0.0198, 3.5, 2.35),
            "Small caps led by 5.2 points in five sessions: z +3.50 on the spread. The index's own move "
            "(+7.2 %) was z +2.35. "
            "An event by any yardstick (z +3.50 to +3.50).");
        row("a lag", made(-0.05, -0.02, -2.1, -1.5),
            "Small caps lagged by 3.0 points in five sessions: z −2.10 on the spread. The index's own move "
            "(−5.0 %) was "
            "z −1.50. No event by any yardstick (z −2.10 to −2.10).");
        row("a lag beyond three σ is an event downwards", made(-0.08, -0.02, -3.4, -2.5),
            "Small caps lagged by 6.0 points in five sessions: z −3.40 on the spread. The index's own move "
            "(−8.0 %) was "
            "z −2.50. An event by any yardstick (z −3.40 to −3.40).");
        row("one yardstick that disagrees",
            with(made(0.0716, 0.0198, 3.5, 2.35), SigmaMode::Rolling252, 2.37),
            "Small caps led by 5.2 points in five sessions: z +3.50 on the spread. The index's own move "
            "(+7.2 %) was z +2.35. "
            "It depends on the yardstick: against the last year's σ (z +2.37) the spread is no event.");
        row("one yardstick that sees more", with(made(0.05, 0.02, 2.5, 1), SigmaMode::Mad, 3.1),
            "Small caps led by 3.0 points in five sessions: z +2.50 on the spread. The index's own move "
            "(+5.0 %) was z +1.00. "
            "It depends on the yardstick: under the robust σ (z +3.10) the spread is an event.");
        row("a move that rounds to nothing", made(0.0201, 0.02, 0.02, 0.9),
            "Small caps moved in step with large caps over five sessions: z +0.02 on the spread. The index's "
            "own move "
            "(+2.0 %) was z +0.90. No event by any yardstick (z +0.02 to +0.02).");
        Divergence alone = made(0.0847, 0.0475, 2.43, 2.8);
        alone.zSmall[indexOf(SigmaMode::Mad)].z = 3.6;
        row("the index alone stands out under one yardstick", alone,
            "Small caps led by 3.7 points in five sessions: z +2.43 on the spread. The index's own move "
            "(+8.5 %) was z +2.80. "
            "No event by any yardstick (z +2.43 to +2.43), but under the robust σ (z +3.60) the index alone "
            "is one.");
        Divergence adjusted = made(0.05, 0.02, 2.5, 1);
        adjusted.beta = {1.28, -0.004, -0.3, 0.4};
        row("beta explains more than all of it", adjusted,
            "Small caps led by 3.0 points in five sessions: z +2.50 on the spread. The index's own move "
            "(+5.0 %) was z +1.00. "
            "No event by any yardstick (z +2.50 to +2.50). After beta (1.28) it is −0.4 points, z −0.30.");
    }
    void saysWhatTheResultsSay() {
        QFETCH(const QString, actual);
        QFETCH(const QString, wanted);
        QCOMPARE(actual, wanted);
    }

    void saysWhyThereIsNoZ() {
        Divergence shortOne = made(0.05, 0.02, kNaN, kNaN);
        shortOne.pair.dates.resize(120);
        QCOMPARE(
            told(divergenceHeadline(shortOne)),
            QStringLiteral(
                "Small caps led by 3.0 points in five sessions. The index's own move was +5.0 %. No z yet: "
                "σ needs 252 moves, and there are 115."));
        QVERIFY(told(divergenceHeadline(made(0, 0, kNaN, kNaN))).contains("has hardly moved"));
        const QString impossible = told(divergenceHeadline(made(kNaN, kNaN, kNaN, kNaN)));
        QVERIFY2(impossible.contains("has no return over five sessions"), qPrintable(impossible));
        QVERIFY(!impossible.contains("nan") && !impossible.contains(QStringLiteral("–")));
    }

    void namesTheWindow_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("says");
        QTest::newRow("one") << 1 << "in one session:";
        QTest::newRow("ten in words") << 10 << "in ten sessions:";
        QTest::newRow("eleven in digits") << 11 << "in 11 sessions:";
        QTest::newRow("a year") << 252 << "in 252 sessions:";
    }
    void namesTheWindow() {
        QFETCH(const int, days);
        QFETCH(const QString, says);
        Divergence d = made(0.05, 0.02, 2.5, 1);
        d.params.days = days;
        QVERIFY(told(divergenceHeadline(d)).contains(says));
    }

    void aPairOfOtherNamesIsToldByItsSymbols() {
        Divergence d = made(0.05, 0.02, 2.5, 1);
        d.small = describeSymbol("AVUV");
        d.large = describeSymbol("QQQ");
        QVERIFY(told(divergenceHeadline(d)).startsWith("AVUV led QQQ by 3.0 points in five sessions"));
        QVERIFY(told(divergenceHeadline(d)).contains("The fund's own move"));
        d.small = describeSymbol("XYZ");
        QVERIFY(told(divergenceHeadline(d)).contains("XYZ's own move"));
    }

    void theSoberingPartComesLastAndMuted() {
        const Headline headline = divergenceHeadline(made(0.0716, 0.0198, 3.5, 2.35));
        QCOMPARE(headline.size(), std::size_t{3});
        QVERIFY(headline[0].emphasis == Emphasis::Strong && headline[1].emphasis == Emphasis::Normal);
        QVERIFY(headline[2].emphasis == Emphasis::Muted);
        QVERIFY(headline[0].text.ends_with(". ") && headline[1].text.ends_with(". "));
    }

    void theOverviewNamesThePlaceInHistory_data() {
        QTest::addColumn<double>("percentile");
        QTest::addColumn<QString>("says");
        QTest::newRow("near the top") << 0.986 << "(98.6th percentile, z +2.50)";
        QTest::newRow("just below the top is not the top") << 0.9999 << "(99.9th percentile, z +2.50)";
        QTest::newRow("the top") << 1.0 << "(the highest so far, z +2.50)";
        QTest::newRow("the bottom") << 1.0 / 995 << "(the lowest so far, z +2.50)";
    }
    void theOverviewNamesThePlaceInHistory() {
        QFETCH(const double, percentile);
        QFETCH(const QString, says);
        Divergence d = made(0.05, 0.02, 2.5, 1);
        d.percentile = percentile;
        const QString text = told(overviewHeadline(d, std::nullopt));
        QVERIFY2(text.contains(says), qPrintable(text));
    }

    void theOverviewEndsWithWhatFollowed_data() {
        QTest::addColumn<double>("z");
        QTest::addColumn<int>("moves");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("p");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, double z, int moves, double mean, double p, const char* says) {
            QTest::newRow(name) << z << moves << mean << p << QString::fromUtf8(says);
        };
        row("leads that were given back", 2.4, 57, -0.004, 0.008,
            "After 57 earlier leads of this size small caps gave back 0.4 points over the next five sessions "
            "(ahead "
            "in 42 %, any session 50 %; p < 0.01).");
        row("leads that went on, as any session might", 2.4, 57, 0.003, 0.48,
            "After 57 earlier leads of this size small caps led by a further 0.3 points over the next five "
            "sessions "
            "(ahead in 42 %, any session 50 %; p 0.48, not distinguishable).");
        row("lags that were won back", -2.4, 12, 0.011, 0.03,
            "After 12 earlier lags of this size small caps won back 1.1 points over the next five sessions "
            "(ahead in "
            "42 %, any session 50 %; p 0.03).");
        row("lags that went on, a small sample", -2.4, 7, -0.02, kNaN,
            "After 7 earlier lags of this size small caps lost a further 2.0 points over the next five "
            "sessions "
            "(ahead in 42 %, any session 50 %).");
        row("a mean that rounds to nothing", 2.4, 57, 0.0001, 0.02,
            "After 57 earlier leads of this size small caps kept what they had over the next five sessions "
            "(ahead in "
            "42 %, any session 50 %; p 0.02).");
        row("one such move", 2.4, 1, 0.1, kNaN,
            "Only one earlier lead was as large: too few to say what follows.");
        row("three such moves", -2.4, 3, 0.1, kNaN,
            "Only three earlier lags were as large: too few to say what follows.");
        row("none", 2.4, 0, kNaN, kNaN, "No earlier lead was as large.");
    }
    void theOverviewEndsWithWhatFollowed() {
        QFETCH(const double, z);
        QFETCH(const int, moves);
        QFETCH(const double, mean);
        QFETCH(const double, p);
        QFETCH(const QString, says);
        Aftermath aftermath;
        aftermath.moves = static_cast<std::size_t>(moves);
        HorizonOutcomes& outcomes = aftermath.outcomes;
        outcomes.size = moves < int(kLeastEvents)   ? SampleSize::ListOnly
                        : moves < int(kSmallSample) ? SampleSize::Small
                                                    : SampleSize::Enough;
        outcomes.relative.inference.mean = mean;
        outcomes.relative.inference.low = p > 0.05 ? mean - 0.02 : mean;
        outcomes.relative.inference.high = p > 0.05 ? mean + 0.02 : mean;
        outcomes.relative.hit = 0.42;
        outcomes.relative.baselineHit = 0.5;
        outcomes.relative.placebo = p;
        const Headline headline = overviewHeadline(made(z / 100, 0, z, z), aftermath);
        QVERIFY(headline.back().emphasis == Emphasis::Muted);
        QCOMPARE(QString::fromStdString(headline.back().text), says);
    }

    void aSentenceAboutMoneyStandsInPlaceOfTheReturns() {
        const Divergence d = made(0.05, 0.02, 2.5, 1);
        QVERIFY(told(overviewHeadline(d, std::nullopt)).contains(QLatin1String("against")));
        const Headline week{{"In the week to 28 Nov ", Emphasis::Normal},
                            {"IWM took in $2.78 bn", Emphasis::Strong},
                            {".", Emphasis::Normal}};
        const QString text = told(overviewHeadline(d, std::nullopt, week));
        QVERIFY2(text.contains(QLatin1String("z +2.50). In the week to 28 Nov IWM took in $2.78 bn.")),
                 qPrintable(text));
        QVERIFY(!text.contains(QLatin1String("against")));
    }

    void anOrdinaryMoveIsCalledOne() {
        Divergence d = made(0.01, 0.008, 0.3, 0.2);
        d.history.spread = {kNaN, 0.001, -0.004, 0.003, 0.002};
        QCOMPARE(QString::fromStdString(overviewHeadline(d, std::nullopt).back().text),
                 QStringLiteral("An ordinary move: 50 % of all five-session spreads were larger."));
    }

    void whatFollowedIsTheStudysFigure() {
        const Divergence d = divergenceOf(inventedPair(2600));
        std::size_t compared = 0;
        for (std::size_t end = 1500; end < d.pair.size(); end += 7) {
            const auto view = MarketView::asOf(marketOf(inventedPair(2600)), d.pair.dates[end]);
            const auto then = analyseDivergence(view, {});
            const double z = then->zSpread[indexOf(SigmaMode::Expanding)].z;
            const auto aftermath = aftermathOf(*then);
            QCOMPARE(aftermath.has_value(), std::abs(z) >= kOrdinaryZ);
            if (!aftermath)
                continue;
            EventStudyParams params;
            params.definition.threshold = std::abs(z);
            params.definition.gap = 5;
            params.definition.direction = z > 0 ? EventDirection::Up : EventDirection::Down;
            const EventStudy study = studyOf(*then, params);
            QCOMPARE(aftermath->moves, study.rows.size() - study.at(5).incomplete);
            if (aftermath->outcomes.size == SampleSize::ListOnly)
                continue;
            QCOMPARE(aftermath->outcomes.relative.inference.mean, study.at(5).relative.inference.mean);
            ++compared;
        }
        QVERIFY2(compared > 20, "enough days had a move worth telling");
    }

    void theRealDayOfNovember2024() {
        const auto pair = realPair();
        if (pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; the headline of a real day was not checked.");
        const auto view = MarketView::asOf(marketOf(pair), *makeDate(2024, 11, 6));
        QCOMPARE(
            told(divergenceHeadline(*analyseDivergence(view, {}))),
            QStringLiteral(
                "Small caps led by 5.2 points in five sessions: z +3.37 on the spread. The index's own move "
                "(+7.2 %) was z +2.35. It depends on the yardstick: against the last year's σ (z +2.37) the "
                "spread is no event; under the robust σ (z +3.02) and under EWMA (z +3.30) the index alone "
                "is "
                "one too. After beta (1.28) +4.6 points remain, z +3.15."));
    }

    void numbersAsText() {
        QCOMPARE(percentText(0.0716), std::string("+7.2 %"));
        QCOMPARE(pointsText(-0.0518), std::string("−5.2 pp"));
        QCOMPARE(percentText(kNaN), std::string("–"));
        QCOMPARE(zText(-0.001), std::string("0.00"));
        QCOMPARE(percentileText(0.99999), std::string("99.9"));
        QCOMPARE(percentileText(1), std::string("100.0"));
        QCOMPARE(percentileText(kNaN), std::string("–"));
        QCOMPARE(percentileOrdinal(0.963), std::string("96.3rd"));
        QCOMPARE(percentileOrdinal(0.961), std::string("96.1st"));
        QCOMPARE(dayMonthShortYear(*makeDate(2024, 11, 6)), std::string("6 Nov 24"));
        QCOMPARE(listed({"a", "b", "c"}), std::string("a, b and c"));
        QCOMPARE(numberWord(-3), std::string("-3"));
    }
};

ROTASCOPE_SUITE(HeadlineTest)
#include "test_headline.moc"
