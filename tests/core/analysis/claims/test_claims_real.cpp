// Published claims about the real pair, audited.
#include "core/analysis/claims/claim_audit.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <vector>

using namespace rotascope;
using namespace rotascope::test;

class ClaimsRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto pair = realPair();
        if (pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no real price files; published claims were not audited.");
        m_market = marketOf(pair);
    }

    void isJudged_data() {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char* claim, const char* verdict) {
            QTest::newRow(claim) << claim << verdict;
        };
        row("RUT +8.47% 5 sessions 2025-11-28", "matches");
        row("RUT +5.52% week 2025-11-28", "matches");
        row("RUT +10.85% MTD 2024-11-11", "matches");
        row("SPX +5.19% MTD 2024-11-11", "matches");
        row("RUT +8.5% 5 sessions 2025-11-28", "matches");
        row("RUT >8% 5 sessions 2025-11-28", "matches");
        row("SPX >3% 5 sessions 2025-11-28", "matches");
        row("RUT >10% MTD 2024-11-11", "matches");
        row("RUT +9.5% MTD 2024-11-11", "near");
        row("RUT >7% 10 sessions 2025-12-04", "matches");
        row("RUT +10% week 2025-11-28", "contradicted"); // "10 % week over week": +5.5
        row("RUT >10% 5 sessions 2025-11-28", "near");
        row("SPX -3% 1 session 2025-11-28", "contradicted");
        row("RUT 1.5x volume 20 2025-11-28", "unknown"); // no volume
        row("PUTCALL >1.2 level 2025-11-28", "unknown"); // not in the files of the pair
    }
    void isJudged() {
        QFETCH(const QString, claim);
        QFETCH(const QString, verdict);
        const ClaimAudit audit =
            auditClaim(MarketView::latest(m_market), *parseMarketClaim(claim.toStdString()));
        QVERIFY2(QString::fromLatin1(nameOf(audit.verdict).data()) == verdict, audit.sentence.c_str());
    }

private:
    std::shared_ptr<const Market> m_market;
};

ROTASCOPE_SUITE(ClaimsRealTest)
#include "test_claims_real.moc"
