// Findings of one rule about one series stand together, and sparse series are not judged session by session.
#include "core/quality/finding_groups.h"
#include "core/quality/open_findings.h"
#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Flows with every `step`-th session left out, one at a time.
InstrumentData flowsWithHoles(std::size_t sessions, std::size_t step) {
    const InstrumentData bars = cleanBars(sessions);
    InstrumentData data;
    data.instrument = describeSymbol("IWM");
    Series flows{Field::Flow, Cadence::Daily, Availability::NextSession, {}, {}};
    for (std::size_t i = 0; i < sessions; ++i)
        if (i % step != step - 1) {
            flows.dates.push_back(bars.daily.dates[i]);
            flows.values.push_back(static_cast<double>(i % 7));
        }
    data.series.push_back(flows);
    return data;
}

} // namespace

class TestFindingGroups : public QObject {
    Q_OBJECT

private slots:
    void gapsOfASeriesStandTogether() {
        const std::vector<Finding> findings = findingsOf(flowsWithHoles(400, 40));
        QCOMPARE(findings.size(), std::size_t{9});
        const std::vector<FindingGroup> groups = groupedFindings(findings);
        QCOMPARE(groups.size(), std::size_t{1});
        QCOMPARE(groups[0].count(), std::size_t{9});
        QCOMPARE(groups[0].range(), (DateRange{findings.front().first, findings.back().last}));
        QCOMPARE(groups[0].message(), "9 gaps between " + isoText(findings.front().first) + " and " +
                                          isoText(findings.back().last) + ".");
        QCOMPARE(FindingGroup{{findings[0]}}.message(), findings[0].message);
    }

    void whatIsSummedUpIsCounted() {
        const std::vector<Finding> findings = findingsOf(flowsWithHoles(2000, 40));
        QCOMPARE(findings.size(), std::size_t{20}); // as many as are listed
        QCOMPARE(groupedFindings(findings)[0].count(), std::size_t{49});
    }

    void acceptedFindingsStandApartAndLast() {
        std::vector<Finding> findings = findingsOf(flowsWithHoles(400, 40));
        const std::vector<AcceptedFinding> accepted{{findings[0].key(), "a holiday", "2025-11-28T21:05:00Z"}};
        markAccepted(findings, accepted);
        const std::vector<FindingGroup> groups = groupedFindings(findings);
        QCOMPARE(groups.size(), std::size_t{2});
        QCOMPARE(groups[0].count(), std::size_t{8});
        QVERIFY(groups[1].isAccepted() && !groups[0].isAccepted());
    }

    void aSparseSeriesIsNotedOnceAndDoubtsNoValue() {
        const InstrumentData data = flowsWithHoles(200, 5);
        const std::vector<Finding> findings = findingsOf(data);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(findings[0].rule, std::string_view("sparse"));
        QCOMPARE(findings[0].severity, Severity::Note);
        QCOMPARE(findings[0].message,
                 std::string("160 of 199 NYSE sessions have a row; the holes are not listed one by one."));
        QVERIFY(doubtfulDates(data, Field::Flow, {}).empty());
    }

    void fewHolesInAShortSeriesAreStillGaps() {
        const std::vector<Finding> findings = findingsOf(flowsWithHoles(50, 12));
        QCOMPARE(findings.size(), std::size_t{4});
        QCOMPARE(findings[0].rule, std::string_view("gap"));
    }
};

ROTASCOPE_SUITE(TestFindingGroups)
#include "test_finding_groups.moc"
