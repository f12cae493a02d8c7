// A hedge against a naive twin.
#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

PairSeries heldAndHedge(std::size_t sessions) {
    InventedShocks shocks(9);
    PairSeries pair;
    pair.dates = weekdays(*makeDate(2001, 1, 1), sessions);
    double held = 100;
    double hedge = 50;
    for (std::size_t i = 0; i < sessions; ++i) {
        const double move = 0.012 * shocks.next();
        held *= 1 + move;
        hedge *= 1 - 3 * move;
        pair.small.push_back(held);
        pair.large.push_back(hedge);
    }
    return pair;
}

double moved(const std::vector<double>& closes, std::size_t from, std::size_t sessions) {
    return closes[from + sessions] / closes[from] - 1;
}

} // namespace

class HedgeStudyTest : public QObject {
    Q_OBJECT

private slots:
    void eachHorizonIsWhatItsCasesMade() {
        const PairSeries pair = heldAndHedge(700);
        std::vector<std::size_t> entries;
        for (std::size_t at = 10; at < 690; at += 31)
            entries.push_back(at);
        const auto study = studyHedge(pair, {0.2}, entries);
        QVERIFY(study.has_value());
        QCOMPARE(study->cases.size(), entries.size());
        for (const HedgeRow& row : study->rows) {
            double held = 0, hedge = 0, both = 0, worst = 1;
            std::size_t n = 0, losses = 0, answered = 0;
            for (const std::size_t entry : entries) {
                if (entry + row.horizon >= pair.size())
                    continue;
                const double a = moved(pair.small, entry, row.horizon);
                const double b = moved(pair.large, entry, row.horizon);
                ++n;
                held += a;
                hedge += b;
                both += a + 0.2 * b;
                worst = std::min(worst, a + 0.2 * b);
                losses += a < 0;
                answered += a < 0 && b > 0;
            }
            QCOMPARE(row.n, n);
            QCOMPARE(row.incomplete, entries.size() - n);
            QVERIFY(std::abs(row.held.mean - held / double(n)) < 1e-12);
            QVERIFY(std::abs(row.hedge.mean - hedge / double(n)) < 1e-12);
            QVERIFY(std::abs(row.both.mean - both / double(n)) < 1e-12);
            QVERIFY(std::abs(row.worstBoth - worst) < 1e-12);
            QCOMPARE(row.losses, losses);
            QCOMPARE(row.answered, answered);
            QVERIFY(row.placebo > 0 && row.placebo <= 1);
        }
    }

    void anInverseFundGainsWhenThePositionLosesInADay() {
        const PairSeries pair = heldAndHedge(400);
        std::vector<std::size_t> entries;
        for (std::size_t at = 0; at + 1 < pair.size(); ++at)
            entries.push_back(at);
        const auto study = studyHedge(pair, {0.1}, entries);
        QCOMPARE(study->rows[0].answered, study->rows[0].losses);
        QVERIFY(study->rows[0].losses > 100);
        QVERIFY(std::abs(study->rows[0].hedge.mean - study->rows[0].anyHedge) < 1e-12);
    }

    void nothingFollowsTheLastSession() {
        const PairSeries pair = heldAndHedge(100);
        const auto study = studyHedge(pair, {0.1}, std::vector<std::size_t>{99, 1000});
        QCOMPARE(study->cases.size(), std::size_t(1));
        for (const HedgeRow& row : study->rows) {
            QCOMPARE(row.n, std::size_t(0));
            QVERIFY(std::isnan(row.hedge.mean) && std::isnan(row.worstHeld) && std::isnan(row.placebo));
        }
    }

    void aWeightOfNothingIsRefused() {
        QCOMPARE(studyHedge(heldAndHedge(100), {0}, {}).error().code, std::string("bad_weight"));
        QCOMPARE(studyHedge({}, {0.1}, {}).error().code, std::string("no_common_sessions"));
    }

    void entriesComeTheSessionAfter() {
        const auto sessions = weekdays(*makeDate(2001, 1, 1), 5); // Monday to Friday
        const std::vector<Date> days{*makeDate(2000, 12, 30), *makeDate(2000, 12, 31), sessions[1],
                                     sessions[4]};
        QCOMPARE(rotascope::entriesAfter(days, sessions), (std::vector<std::size_t>{0, 2}));
    }
};

ROTASCOPE_SUITE(HedgeStudyTest)
#include "test_hedge_study.moc"
