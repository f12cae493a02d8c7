// Findings that were accepted stay known as such; values under an open warning are told by their dates.
#include "core/quality/open_findings.h"
#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Share counts that are a thousandth on one session: a jump there and back.
InstrumentData fundWithABadCount() {
    const InstrumentData bars = cleanBars(300);
    InstrumentData data;
    data.instrument = describeSymbol("IWM");
    Series shares{Field::Shares, Cadence::Daily, Availability::NextSession, bars.daily.dates, {}};
    shares.values.assign(300, 200e6);
    shares.values[150] = 0.2e6;
    data.series.push_back(shares);
    return data;
}

AcceptedFinding accepted(FindingKey key) {
    return {std::move(key), "checked with the issuer", "2025-11-28T21:05:00Z"};
}

} // namespace

class TestOpenFindings : public QObject {
    Q_OBJECT

private slots:
    void anAcceptedFindingNamesItsReasonAndIsNotCounted() {
        std::vector<Finding> findings = findingsOf(fundWithABadCount());
        QCOMPARE(findings.size(), std::size_t{2});
        const std::vector<AcceptedFinding> decisions{accepted(findings[0].key())};
        markAccepted(findings, decisions);
        QCOMPARE(findings[0].accepted, std::optional(decisions[0]));
        QVERIFY(!findings[1].accepted);
        QCOMPARE(openCount(findings, "IWM"), std::size_t{1});
        QCOMPARE(openCount(findings, "SPY"), std::size_t{0});
    }

    void aDecisionCoversWhatLiesInsideItAndNothingElse() {
        const FindingKey finding = findingsOf(fundWithABadCount()).front().key();
        FindingKey wider = finding;
        wider.range.last += std::chrono::days{30};
        QVERIFY(wider.covers(finding));
        QVERIFY(!finding.covers(wider));
        FindingKey other = finding;
        other.field = Field::Nav;
        QVERIFY(!other.covers(finding));
        other = finding;
        other.rule = "gap";
        QVERIFY(!other.covers(finding));
    }

    void valuesUnderAnOpenWarningAreToldByDate() {
        const InstrumentData data = fundWithABadCount();
        const Date bad = data.series.front().dates[150];
        const Date back = data.series.front().dates[151];
        QCOMPARE(doubtfulDates(data, Field::Shares, {}), (std::vector<DateRange>{{bad, bad}, {back, back}}));
        QVERIFY(doubtfulDates(data, Field::Nav, {}).empty());
        const std::vector<AcceptedFinding> decisions{
            accepted({"IWM", "split_jump", Cadence::Daily, Field::Shares, {bad, bad}})};
        QCOMPARE(doubtfulDates(data, Field::Shares, decisions), (std::vector<DateRange>{{back, back}}));
    }

    /// A list of findings sums up what is too much to read; doubt does not.
    void manyWarningsStaySeparateDates() {
        InstrumentData data = fundWithABadCount();
        for (std::size_t i = 10; i < 290; i += 2)
            data.series.front().values[i] = 0.2e6;
        QVERIFY(findingsOf(data).size() <= kListedWarnings);
        QVERIFY(doubtfulDates(data, Field::Shares, {}).size() > 100);
    }
};

ROTASCOPE_SUITE(TestOpenFindings)
#include "test_open_findings.moc"
