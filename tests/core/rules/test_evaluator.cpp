// Values and states of rules: own observations, unknown, tolerance, replay, no look-ahead.
#include "core/analysis/flows/flow_weeks.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Date day(unsigned month, unsigned dayOfTheMonth) {
    return *makeDate(2024, month, dayOfTheMonth);
}

/// A pair on ten weekdays from 1 Jan 2024 (Monday) whose small leg has these closes.
std::vector<InstrumentData> tenDays(std::vector<double> closes) {
    const auto dates = weekdays(day(1, 1), closes.size());
    std::vector<InstrumentData> out;
    out.push_back(instrumentOf("SPX", dates, std::vector<double>(closes.size(), 100)));
    out.push_back(instrumentOf("RUT", dates, std::move(closes)));
    return out;
}

/// One letter for each session: y, n, or ? for unknown.
std::string lettersOf(const RuleReading& reading) {
    std::string out;
    for (const Truth truth : reading.columns.truth)
        out += truth == Truth::Yes ? 'y' : truth == Truth::No ? 'n' : '?';
    return out;
}
std::string statesOf(const RuleReading& reading) {
    std::string out;
    for (const RuleState state : reading.history.states)
        out += nameOf(state).front();
    return out;
}

} // namespace

class EvaluatorTest : public QObject {
    Q_OBJECT

private slots:
    void followsTheLanguage_data() {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("letters");
        QTest::newRow("a return needs its history") << "ret(RUT,2) > 1%"
                                                    << "??yyynnnyy";
        QTest::newRow("level") << "RUT >= 104"
                               << "nnnyyynnny";
        QTest::newRow("high before today") << "RUT > high_n(RUT,3)"
                                           << "???yynnnny";
        QTest::newRow("low before today") << "RUT < low_n(RUT,3)"
                                          << "???nnnyynn";
        QTest::newRow("crosses above") << "RUT crosses above 103"
                                       << "?nnynnnnny";
        QTest::newRow("crosses below") << "RUT crosses below 103"
                                       << "?nnnnnynnn";
        QTest::newRow("lasting") << "RUT >= 104 for 2 of 3 sessions"
                                 << "?nnnyyynnn";
        QTest::newRow("not of unknown is unknown") << "not ret(RUT,2) > 1%"
                                                   << "??nnnyyynn";
        QTest::newRow("true or unknown is true") << "RUT >= 100 or ret(RUT,2) > 1%"
                                                 << "yyyyyyyyyy";
        QTest::newRow("false and unknown is false") << "RUT < 100 and ret(RUT,2) > 1%"
                                                    << "nnnnnnnnnn";
        QTest::newRow("since a date") << "since(2024-01-04) <= 2 sessions"
                                      << "???yyynnnn";
        QTest::newRow("streak") << "streak(RUT) >= 3 sessions"
                                << "?nnyynnnnn";
        QTest::newRow("fall from the high") << "drawdown(RUT) <= -2%"
                                            << "nnnnnnyyyn";
        QTest::newRow("rank needs eight") << "rank(RUT, all) = 1"
                                          << "???????nny";
        QTest::newRow("division by zero is unknown") << "RUT / (SPX - 100) > 1"
                                                     << "??????????";
        QTest::newRow("week-end return") << "wret(RUT) > 1%"
                                         << "?????????n";
        QTest::newRow("ratio of two") << "ret(ratio(RUT,SPX),2) > 1%"
                                      << "??yyynnnyy";
        QTest::newRow("a series that is not there") << "ret(IJR,2) > 1%"
                                                    << "??????????";
    }
    void followsTheLanguage() {
        QFETCH(const QString, expression);
        QFETCH(const QString, letters);
        const auto market = marketOf(tenDays({100, 101, 102, 104, 106, 104, 101, 100, 103, 107}));
        const RuleReading reading = readOne(market, expression.toStdString());
        QVERIFY2(!reading.error, reading.error ? reading.error->message.c_str() : "");
        QCOMPARE(QString::fromStdString(lettersOf(reading)), letters);
    }

    void valuesWithinTheToleranceAreEqual() {
        auto instruments = tenDays({100, 100, 100, 100, 100});
        const auto dates = weekdays(day(1, 1), 5);
        instruments.push_back(valuesOf("DGS10", dates, {4.0, 4.1, 4.25, 4.35, 4.51}));
        const auto market = marketOf(std::move(instruments));
        // 4.35 − 4.1 is a little more than 0.25 in binary: no move of more than 25 bp.
        QCOMPARE(lettersOf(readOne(market, "chg(DGS10,2) > 25bp")), std::string("??nny"));
        QCOMPARE(lettersOf(readOne(market, "chg(DGS10,2) >= 0.25pp")), std::string("??yyy"));
    }

    void functionsLookBackOverOwnObservations() {
        auto instruments = tenDays({100, 100, 100, 100, 100, 100, 100, 100, 100, 100});
        // No yield on 3 and 4 January; nothing after the 5th.
        instruments.push_back(valuesOf("DGS10", {day(1, 1), day(1, 2), day(1, 5)}, {4.0, 4.1, 4.4}));
        const auto market = marketOf(std::move(instruments));
        const RuleReading reading = readOne(market, "chg(DGS10,1) > 25bp");
        // 5 January: against 2 January, two sessions before the last; serves to the 10th.
        QCOMPARE(lettersOf(reading), std::string("?nnnyyyy??"));
        QCOMPARE(reading.history.episodes.size(), std::size_t{1});
        QVERIFY(reading.history.episodes.front().isOver);
        QVERIFY(reading.whyUnknown().find("5 Jan 2024") != std::string::npos);
    }

    void tellsTheCalendarDaysThatAMoveSpans() {
        auto instruments = tenDays({100, 100, 100, 100, 100, 100, 100, 100, 100, 100});
        // No yield on 3 and 4 January.
        instruments.push_back(
            valuesOf("DGS10", {day(1, 1), day(1, 2), day(1, 5), day(1, 8)}, {4.0, 4.1, 4.4, 4.3}));
        const auto market = marketOf(std::move(instruments));
        const RuleReading one = readOne(market, "chg(DGS10,1) > 25bp");
        QCOMPARE(one.columns.measure->daysSpanned(4), 3.0);
        QCOMPARE(one.columns.measure->daysSpanned(5), 3.0);
        const RuleReading either = readOne(market, "max(chg(DGS10,1), chg(DGS10,2)) > 25bp");
        QCOMPARE(either.columns.measure->daysSpanned(4), 4.0); // 4.4 against 4.0 of the 1st is the larger
        QVERIFY(std::isnan(readOne(market, "RUT > 100").columns.measure->daysSpanned(4)));
    }

    void adjustedClosesSayNothingAboutALevel() {
        const auto dates = weekdays(day(1, 1), 60);
        std::vector<double> quoted, adjusted;
        for (std::size_t i = 0; i < dates.size(); ++i) {
            quoted.push_back(100 + 0.25 * static_cast<double>(i));
            adjusted.push_back(quoted.back() * 0.98765);
        }
        const auto market =
            marketOf({instrumentOf("RUT", dates, quoted), instrumentOf("SPX", dates, quoted),
                      instrumentOf("IWM", dates, adjusted), instrumentOf("SPY", dates, quoted)});
        QCOMPARE(nameOf(readOne(market, "SPY > 110").state()), nameOf(RuleState::Firing));
        const RuleReading refused = readOne(market, "IWM > 105");
        QCOMPARE(nameOf(refused.state()), nameOf(RuleState::Unknown));
        QVERIFY(refused.whyUnknown().find("adjusted for dividends") != std::string::npos);
        QCOMPARE(nameOf(readOne(market, "IWM crosses above 105").state()), nameOf(RuleState::Unknown));
        QCOMPARE(nameOf(readOne(market, "IWM > sma(IWM, 20)").state()), nameOf(RuleState::Firing));
        QCOMPARE(nameOf(readOne(market, "ret(IWM, 5) > 0.5%").state()), nameOf(RuleState::Firing));
    }

    void whatIsPublishedLaterIsKnownLater() {
        auto instruments = tenDays({100, 100, 100, 100, 100, 100, 100, 100, 100, 100});
        instruments.push_back(
            valuesOf("FEDFUNDS", {day(1, 1)}, {5.3}, Cadence::Monthly, Availability::AfterPeriod));
        instruments.push_back(valuesOf("DFF", {day(1, 3), day(1, 4), day(1, 5)}, {5.3, 5.2, 5.1},
                                       Cadence::Daily, Availability::NextSession));
        const auto market = marketOf(std::move(instruments));
        QCOMPARE(lettersOf(readOne(market, "FEDFUNDS > 5%")), std::string("??????????"));
        QCOMPARE(lettersOf(readOne(market, "DFF > 5.2%")), std::string("???ynnnn??"));
    }

    void aWeeksFlowIsKnownOnTheSessionAfterItsLast() {
        const RuleReading reading = readOne(marketOf(ruleMarket(60)), "abs(flow(IWM, week)) >= 0 USD");
        QVERIFY2(!reading.error, reading.error ? reading.error->message.c_str() : "");
        std::size_t first = 0;
        while (reading.columns.truth[first] == Truth::Unknown)
            ++first;
        // The week of 2 to 5 January 1990.
        QCOMPARE(isoText(reading.dateOf(first)), std::string("1990-01-08"));
        const std::vector<double>& value = reading.columns.measure->value;
        std::size_t changes = 0;
        for (std::size_t i = first + 1; i < value.size(); ++i)
            if (value[i] < value[i - 1] || value[i] > value[i - 1]) {
                ++changes;
                const Date before = nyseSessionOnOrBefore(reading.dateOf(i) - std::chrono::days{1});
                QVERIFY(weekEndOn(before, std::chrono::Friday) < reading.dateOf(i)); // a week's first session
            }
        QVERIFY(changes >= 9);
    }

    void flagsAreUnknownBeforeTheirFirstDate() {
        const auto market = marketOf(tenDays({100, 100, 100, 100, 100, 100}));
        Playbook playbook{"", {ruleNamedOf("cut", "\"Fed cut\"")}, {}, {}};
        noteFlag(playbook, "Fed cut", {day(1, 6), false});
        noteFlag(playbook, "fed cut", {day(1, 3), true});
        QCOMPARE(playbook.flags.size(), std::size_t{1});
        const RuleReading reading = readOne(market, playbook.rules.front(), {}, playbook.flags);
        QCOMPARE(lettersOf(reading), std::string("??yyyn"));
        QVERIFY(!reading.columns.measure);
        QVERIFY(std::isnan(reading.value()));
    }

    void hysteresisAndCoolDown() {
        const auto market = marketOf(tenDays({100, 104, 102, 104, 99, 104, 104, 99, 104, 104}));
        Rule rule = ruleNamedOf("level", "RUT > 103");
        QCOMPARE(statesOf(readOne(market, rule)), std::string("afcfcffcff"));
        rule.clearWhen = "RUT < 100";
        QCOMPARE(statesOf(readOne(market, rule)), std::string("afffcffcff"));
        rule.clearWhen.clear();
        rule.coolDown = 2;
        QCOMPARE(statesOf(readOne(market, rule)), std::string("afcccffccc"));
    }

    void tellsHowFarItHasToGo() {
        const auto market = marketOf(tenDays({100, 104, 102}));
        const RuleReading above = readOne(market, "ret(RUT,1) > 3%");
        QVERIFY(std::abs(above.distance() - (0.03 + 2.0 / 104)) < 1e-12);
        QCOMPARE(QString::fromLatin1(infoOf(above.quantity()).id.data()), QString("fraction"));
        const RuleReading below = readOne(market, "ret(RUT,1) < -1%");
        QVERIFY(below.distance() < 0);
        QCOMPARE(below.history.episodes.back().extreme, below.value());
    }

    void withoutAPairTheFirstSeriesSetsTheSessions() {
        const auto market = marketOf({valuesOf("DGS10", {day(1, 1), day(1, 3)}, {4.0, 4.3})});
        const RuleReading reading = readOne(market, "chg(DGS10,1) > 25bp");
        QCOMPARE(lettersOf(reading), std::string("?y"));
        QVERIFY(!reading.ground->isPair());
    }
};

ROTASCOPE_SUITE(EvaluatorTest)
#include "test_evaluator.moc"
