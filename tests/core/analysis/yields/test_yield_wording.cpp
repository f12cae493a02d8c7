#include "core/analysis/yields/yield_study.h"
#include "core/analysis/yields/yield_wording.h"
#include "tests/core/analysis/yields/yield_fixture.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// Yields that the spread answers to: small moves by `answer` of the yield's change.
YieldStudy linked(std::size_t days, double answer) {
    const std::vector<Date> dates = weekdays(*makeDate(2024, 1, 1), days);
    InventedShocks shocks(9);
    std::vector<double> yield, small;
    double y = 4, level = 100;
    for (std::size_t i = 0; i < days; ++i) {
        const double change = std::round(shocks.next() * 20);
        y += change / 100;
        level *= 1 + answer * change + 0.001 * shocks.next();
        yield.push_back(y);
        small.push_back(level);
    }
    return *studyYields(latestOf({valuesOf("DGS10", dates, yield), instrumentOf("RUT", dates, small),
                                  instrumentOf("SPX", dates, std::vector<double>(days, 50))}),
                        {});
}

} // namespace

class YieldWordingTest : public QObject {
    Q_OBJECT

private slots:
    void agesCountToThePairsLastSession() {
        const std::vector<double> closes(30, 100);
        const auto dates = weekdays(*makeDate(2024, 3, 4), 30); // to 12 April
        const auto studied = [&](Date yieldOn) {
            return *studyYields(
                latestOf({valuesOf("DGS10", {*makeDate(2024, 3, 4), yieldOn}, {4.3, 4.4}),
                          instrumentOf("RUT", dates, closes), instrumentOf("SPX", dates, closes)}),
                {});
        };
        const YieldStudy old = studied(*makeDate(2024, 3, 13));
        QCOMPARE(QString::fromStdString(isoText(old.table.asOf)), QStringLiteral("2024-04-12"));
        QCOMPARE(old.table.rows[0].sessionsOld, std::size_t{21}); // Good Friday is none
        QVERIFY2(!textOf(yieldHeadline(old)[0].text).contains(QStringLiteral("so far")), "that week is over");
        const YieldStudy later = studied(*makeDate(2024, 4, 16));
        QCOMPARE(QString::fromStdString(isoText(later.table.asOf)), QStringLiteral("2024-04-16"));
        QCOMPARE(later.table.rows[0].sessionsOld, std::size_t{0});
    }

    void theWeekNamesItsSourceAndStreak() {
        const YieldStudy study =
            *studyYields(latestOf({valuesOf("DGS10", fridays(4), {4.30, 4.41, 4.37, 4.30}),
                                   valuesOf("DGS2", fridays(3), {4.20, 4.25, 4.21})}),
                         {});
        const Headline headline = yieldHeadline(study);
        QCOMPARE(textOf(headline[0].text),
                 QStringLiteral("The 10-year yield fell 7 bp to 4.30 % in the week to 26 Jan 2024, the 2nd "
                                "fall in a row (DGS10). "));
        QCOMPARE(textOf(headline[1].text), QStringLiteral("2Y 4.21 % (−4 bp) and 2s10s 0.16 % (0 bp). "));
        QVERIFY(textOf(headline[2].text).contains(QStringLiteral("DGS2 is 5 sessions old")));
    }

    void basisPointsAreWholeWhereTheyCanBe() {
        QCOMPARE(textOf(basisPointsText(-5.4)), QStringLiteral("−5.4 bp"));
        QCOMPARE(textOf(basisPointsText(7)), QStringLiteral("+7 bp"));
        QCOMPARE(textOf(basisPointsText(0)), QStringLiteral("0 bp"));
        QCOMPARE(textOf(basisPointsText(kNaN)), QStringLiteral("–"));
        QCOMPARE(textOf(ageText(1)), QStringLiteral("1 session old"));
        QCOMPARE(textOf(streakText(1)), QString());
    }

    void aLinkIsToldWithItsInterval() {
        const std::string words = sensitivityInWords(linked(400, 0.001));
        QVERIFY2(textOf(words).startsWith(QStringLiteral("A rise of 10 bp in a day went with +")),
                 words.c_str());
        QVERIFY(textOf(words).endsWith(QStringLiteral("): distinguishable from zero.")));
        QVERIFY(textOf(sensitivityInWords(linked(400, 0)))
                    .endsWith(QStringLiteral("): not distinguishable from zero.")));
        QCOMPARE(textOf(sensitivityInWords(linked(50, 0))),
                 QStringLiteral("Sensitivity needs 253 days that RUT, SPX and DGS10 share; there are 50."));
    }

    void bucketsSayHowManyWeeks() {
        const YieldStudy study = linked(2000, 0.001);
        const std::vector<std::string> words = bucketsInWords(study);
        QCOMPARE(textOf(bucketText(study.link->buckets[1])), QStringLiteral("−15 to −5 bp"));
        QVERIFY2(
            textOf(words[0]).contains(QStringLiteral("weeks in which DGS10 rose 15 bp or more: RUT − SPX +")),
            words[0].c_str());
        QVERIFY2(textOf(words[1]).contains(
                     QStringLiteral("weeks in which DGS10 fell more than 15 bp: RUT − SPX −")),
                 words[1].c_str());
        QVERIFY(words[0].find("any week") != std::string::npos);
    }

    void withoutThePairTheReasonIsTold() {
        const YieldStudy study = *studyYields(latestOf({valuesOf("DGS10", fridays(2), {4.3, 4.3})}), {});
        QVERIFY(!study.link);
        QVERIFY(textOf(sensitivityInWords(study)).contains(QStringLiteral("RUT")));
        QVERIFY(bucketsInWords(study).empty());
        QVERIFY(textOf(yieldHeadline(study)[0].text).contains(QStringLiteral("was unchanged at 4.30 %")));
        QVERIFY(
            textOf(creditInWords(study)[0]).startsWith(QStringLiteral("This desk has no credit spreads")));
    }

    void creditStandsWithItsAge() {
        const std::vector<Date> dates = weekdays(*makeDate(2024, 1, 1), 70);
        std::vector<double> values(70, 3.0);
        values.back() = 3.12;
        const YieldStudy study = *studyYields(
            latestOf({valuesOf("DGS10", dates, values), valuesOf("BAMLH0A0HYM2", dates, values)}), {});
        QCOMPARE(
            textOf(creditInWords(study)[0]),
            QStringLiteral("BAMLH0A0HYM2 3.12 % on 5 Apr 2024 (current): +12 bp over 5 observations, +12 "
                           "bp over 63; 100.0th percentile of its history."));
    }
};

ROTASCOPE_SUITE(YieldWordingTest)
#include "test_yield_wording.moc"
