// Claims read from text, and held against invented closes one reading at a time.
#include "core/analysis/claims/claim_audit.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// RUT from Monday 4 November 2024 on; a fund whose closes are no whole cents; a yield to the 13th.
MarketView desk() {
    const auto dates = weekdays(*makeDate(2024, 10, 28), 15);
    std::vector<double> closes;
    for (std::size_t i = 0; i < dates.size(); ++i)
        closes.push_back(100 + static_cast<double>(i));
    std::vector<InstrumentData> out;
    out.push_back(instrumentOf("RUT", dates, closes));
    const auto longer = weekdays(*makeDate(2024, 1, 1), 230);
    std::vector<double> adjusted;
    for (std::size_t i = 0; i < longer.size(); ++i)
        adjusted.push_back(100.123456 + 0.1234 * static_cast<double>(i));
    out.push_back(instrumentOf("IWM", longer, adjusted));
    InstrumentData yield;
    yield.instrument = describeSymbol("DGS10");
    Series series;
    series.field = Field::Value;
    series.dates = weekdays(*makeDate(2024, 11, 4), 5);
    series.values = {4.0, 4.1, 4.2, 4.3, 4.36};
    yield.series.push_back(std::move(series));
    out.push_back(std::move(yield));
    return MarketView::latest(marketOf(std::move(out)));
}

ClaimAudit audit(const char* text) {
    return auditClaim(desk(), *parseMarketClaim(text));
}

} // namespace

class ClaimAuditTest : public QObject {
    Q_OBJECT

private slots:
    void readsClaims() {
        const auto claim = parseMarketClaim("^RUT gained +8.47% over 5 sessions to 2025-11-28");
        QVERIFY(claim.has_value());
        QCOMPARE(claim->symbol, Symbol("RUT"));
        QCOMPARE(claim->value, 8.47);
        QCOMPARE(claim->decimals, 2);
        QCOMPARE(claim->length, 5);
        QCOMPARE(int(parseMarketClaim("RUT >2500 level 2025-11-28")->bound), int(ClaimBound::Above));
        QVERIFY(parseMarketClaim("DGS10 +26bp 2 sessions 2022-06-13")->isBasisPoints);
        QCOMPARE(int(parseMarketClaim("IWM 1.5x volume 20 2025-11-28")->measure), int(ClaimMeasure::Volume));
        QCOMPARE(parseMarketClaim("RUT −3% 1 session 2025-11-28")->value, -3.0);
        for (const char* wrong :
             {"", "RUT", "RUT +8%", "RUT +8% 2025-11-28", "RUT +8% 5 sessions", "RUT +8% sessions 2025-11-28",
              "RUT +8% 5 MTD 2025-11-28", "RUT +8% 2.5 sessions 2025-11-28", "RUT up 8% soon",
              "RUT +8% 5 sessions 2025-02-30"})
            QCOMPARE(parseMarketClaim(wrong).error().code, std::string("bad_claim"));
    }

    void judgesOneReadingAtATime() {
        // 8 November (109) against 1 November (104): +4.81 % both by five sessions and by the week.
        const ClaimAudit match = audit("RUT +4.8% 5 sessions 2024-11-08");
        QCOMPARE(nameOf(match.verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(match.readings.size(), std::size_t{3});
        QCOMPARE(match.readings[1].convention, std::string("week ending 8 Nov 2024"));
        QCOMPARE(nameOf(audit("RUT +5.5% 5 sessions 2024-11-08").verdict), nameOf(ClaimVerdict::Near));
        QCOMPARE(nameOf(audit("RUT +9% 5 sessions 2024-11-08").verdict), nameOf(ClaimVerdict::Contradicted));
        QCOMPARE(nameOf(audit("RUT >4% 5 sessions 2024-11-08").verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(nameOf(audit("RUT >2500 level 2024-11-08").verdict), nameOf(ClaimVerdict::Contradicted));
    }

    void namesTheReadingThatMatches() {
        // Wednesday 13 November: week to date from 109 to 112, five sessions from 107.
        const ClaimAudit week = audit("RUT +4.67% week 2024-11-13");
        QCOMPARE(nameOf(week.verdict), nameOf(ClaimVerdict::Contradicted));
        QVERIFY(week.sentence.find("5 sessions to 13 Nov 2024") != std::string::npos);
    }

    void monthToDateBeginsAtTheLastCloseOfTheMonthBefore() {
        const ClaimAudit month = audit("RUT +8.7% MTD 2024-11-13");
        QCOMPARE(nameOf(month.verdict), nameOf(ClaimVerdict::Matches)); // 112 against 103 of 31 October
        QVERIFY(month.readings.front().convention.find("31 Oct 2024") != std::string::npos);
    }

    void knowsNothingAfterTheClaim() {
        const ClaimAudit monday = audit("RUT 110.0 level 2024-11-11");
        QCOMPARE(nameOf(monday.verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(isoText(monday.readings.front().asOf), std::string("2024-11-11"));
    }

    void changesOfSeriesInPercent() {
        QCOMPARE(nameOf(audit("DGS10 +20bp 2 sessions 2024-11-06").verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(nameOf(audit("DGS10 +0.20pp 2 sessions 2024-11-06").verdict), nameOf(ClaimVerdict::Matches));
        QCOMPARE(nameOf(audit("DGS10 4.36 level 2024-11-08").verdict), nameOf(ClaimVerdict::Matches));
    }

    void basisPointsOfAPrice() {
        // 109 against 108: +0.93 %, 93 basis points.
        QCOMPARE(nameOf(audit("RUT +93bp 1 session 2024-11-08").verdict), nameOf(ClaimVerdict::Matches));
    }

    void whatCannotBeKnownIsUnknownWithAReason() {
        QVERIFY(audit("PUTCALL 1.2 level 2024-11-08").sentence.find("holds no PUTCALL") != std::string::npos);
        QVERIFY(audit("RUT 1.5x volume 20 2024-11-08").sentence.find("no daily volume") != std::string::npos);
        QVERIFY(audit("DGS10 4.4 level 2024-11-29").sentence.find("ends on 8 Nov 2024") != std::string::npos);
        QVERIFY(audit("RUT +8% 200 sessions 2024-11-08").sentence.find("too short") != std::string::npos);
        const ClaimAudit adjusted = audit("IWM +9% 5 sessions 2024-11-08");
        QCOMPARE(nameOf(adjusted.verdict), nameOf(ClaimVerdict::Unknown));
        QVERIFY(adjusted.sentence.find("adjusted for dividends") != std::string::npos);
        QCOMPARE(auditSummary({adjusted, audit("RUT +4.8% 5 sessions 2024-11-08")}),
                 std::string("1 match, 0 near, 0 contradicted, 1 unknown"));
    }
};

ROTASCOPE_SUITE(ClaimAuditTest)
#include "test_claim_audit.moc"
