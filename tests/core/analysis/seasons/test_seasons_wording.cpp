#include "core/analysis/seasons/seasons.h"
#include "core/analysis/seasons/seasons_wording.h"
#include "tests/core/analysis/trend/trend_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// A large leg that stands still; the small one moves by `december` in each December and by `spring` after
/// it.
Seasons seasonsOf(const std::vector<std::pair<double, double>>& yearEnds) {
    std::vector<Date> dates;
    std::vector<double> small;
    double level = 100;
    const auto add = [&](int year, unsigned month, unsigned day) {
        dates.push_back(*makeDate(year, month, day));
        small.push_back(level);
    };
    add(1999, 12, 31);
    for (std::size_t i = 0; i < yearEnds.size(); ++i) {
        const int year = 2000 + static_cast<int>(i);
        add(year, 11, 30);
        level *= 1 + yearEnds[i].first;
        add(year, 12, 29);
        level *= 1 + yearEnds[i].second;
        add(year + 1, 3, 30);
        add(year + 1, 4, 3);
    }
    const std::vector<double> large(dates.size(), 50);
    return *analyseSeasons(latestOf({instrumentOf("RUT", dates, small), instrumentOf("SPX", dates, large)}),
                           {"RUT", "SPX", 1, std::nullopt});
}

} // namespace

class SeasonsWordingTest : public QObject {
    Q_OBJECT

private slots:
    void yearEndsAreCountedWithTheirBase() {
        const Seasons seasons = seasonsOf({{0.1, -0.1}, {0.1, 0.1}, {-0.1, -0.1}, {-0.1, 0.1}});
        const std::vector<std::string> words = yearEndInWords(seasons);
        QCOMPARE(textOf(words[0]), QStringLiteral("RUT led SPX in December in 2 of 4 year-ends."));
        QCOMPARE(textOf(words[1]),
                 QStringLiteral("By the end of March 1 of 2 had reversed (50 %, 95 % interval 9 to 91 %); "
                                "after the other year-ends RUT was behind in 1 of 2 (50 %)."));
    }

    void streaksNameTheirYears() {
        const std::vector<std::string> words =
            streaksInWords(seasonsOf({{0.1, 0}, {0.1, 0}, {-0.1, 0}, {-0.1, 0}, {-0.1, 0}}));
        QCOMPARE(textOf(words[0]), QStringLiteral("RUT led SPX in 2 of 5 complete years."));
        QCOMPARE(
            textOf(words[1]),
            QStringLiteral("Longest streaks: RUT two years (2000–2001) and SPX three years (2002–2004)."));
        QCOMPARE(textOf(words[2]),
                 QStringLiteral("The last complete years: SPX for three years (2002–2004)."));
    }

    void theRunningYearStandsFirst() {
        const Headline headline = seasonsHeadline(seasonsOf({{0.1, -0.05}, {0.1, 0.02}}));
        QCOMPARE(headline.front().emphasis, Emphasis::Strong);
        QVERIFY(textOf(headline.front().text)
                    .startsWith(QStringLiteral("RUT is 2.0 points ahead of SPX in 2002 to 3 Apr.")));
    }

    void windowsMonthsAndSpansSayTheirNumbers() {
        const Seasons seasons = seasonsOf({{0.1, -0.05}, {0.1, 0.02}});
        QCOMPARE(
            textOf(windowInWords(seasons)),
            QStringLiteral("The one session to 3 Apr: 0.0 pp. In the same weeks of earlier years RUT led "
                           "in 0 of 1 (0 %), mean 0.0 pp."));
        QVERIFY(textOf(monthInWords(seasons)).startsWith(QStringLiteral("Apr 2002 so far: 0.0 pp.")));
        QCOMPARE(textOf(drawdownInWords(seasons)),
                 QStringLiteral("RUT / SPX stands at its highest; the deepest fall was −5.0 % on 30 Mar "
                                "2001."));
        QCOMPARE(textOf(longReturnsInWords(seasons)[0]),
                 QStringLiteral("3 years need 757 common sessions; there are 9."));
    }

    void aLongFallIsCountedInYears() {
        QCOMPARE(
            textOf(drawdownInWords(seasonsOf({{0.1, -0.2}, {0, 0}, {0, 0}}))),
            QStringLiteral("RUT / SPX has been below its high of 29 Dec 2000 for 2.3 years (10 sessions) "
                           "and stands at −20.0 %; its deepest, −20.0 %, was on 30 Mar 2001."));
    }

    void wrongQuestionsAreRefused() {
        const MarketView view = latestOf({closesOf("RUT", quotedWalk(30)), closesOf("SPX", quotedWalk(30))});
        const auto code = [&](const SeasonParams& params) {
            return textOf(analyseSeasons(view, params).error().code);
        };
        QCOMPARE(code({"RUT", "SPX", 0, std::nullopt}), QStringLiteral("bad_window"));
        QCOMPARE(code({"RUT", "SPX", 5, YearRange{2020, 2011}}), QStringLiteral("bad_years"));
        QCOMPARE(code({"RUT", "QQQ", 5, std::nullopt}), QStringLiteral("unknown_symbol"));
    }
};

ROTASCOPE_SUITE(SeasonsWordingTest)
#include "test_seasons_wording.moc"
