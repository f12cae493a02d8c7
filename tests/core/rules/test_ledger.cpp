// What followed episodes: the event study's figures, hindsight and record apart.
#include "core/report/json.h"
#include "core/report/rules_json.h"
#include "core/report/rules_text.h"
#include "tests/core/rules/rule_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

class LedgerTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhatFollowedEachEpisode() {
        const RuleReading reading = readOne(m_market, "ret(RUT,5) - ret(SPX,5) > 1pp");
        const RuleLedger ledger = ledgerOf(reading, EntryRule::NextClose);
        const PairSeries& pair = reading.ground->pair;
        QVERIFY(ledger.rows.size() > 10);
        for (const LedgerRow& row : ledger.rows) {
            const std::size_t entry = row.episode.first + 1;
            double worst = 0;
            for (std::size_t h = 0; h < kLedgerHorizons.size(); ++h) {
                const std::size_t exit = entry + kLedgerHorizons[h];
                if (exit >= pair.size()) {
                    QVERIFY(std::isnan(row.absolute[h]) && std::isnan(row.relative[h]));
                    continue;
                }
                QCOMPARE(row.absolute[h], pair.small[exit] / pair.small[entry] - 1);
                QCOMPARE(row.relative[h], row.absolute[h] - (pair.large[exit] / pair.large[entry] - 1));
            }
            if (entry + 30 >= pair.size())
                continue;
            worst = pair.small[entry + 1] / pair.small[entry] - 1;
            for (std::size_t k = 2; k <= 30; ++k)
                worst = std::min(worst, pair.small[entry + k] / pair.small[entry] - 1);
            QCOMPARE(row.worst.back(), worst);
        }
    }

    void holdsEpisodesAgainstSessionsWithAValue() {
        const RuleReading reading = readOne(m_market, "ret(RUT,5) - ret(SPX,5) > 1pp");
        const RuleLedger ledger = ledgerOf(reading);
        QCOMPARE(ledger.eligible, reading.ground->pair.size() - 5);
        for (const HorizonOutcomes& at : ledger.all.horizons) {
            QCOMPARE(at.small.inference.n + at.incomplete, ledger.rows.size());
            QCOMPARE(at.relative.baselineN, ledger.eligible - at.horizon);
            QVERIFY(at.relative.placebo > 0 && at.relative.placebo <= 1);
        }
        QCOMPARE(ledger.all.losses.size(), kLosses.size() * kLossWindows.size());
    }

    void keepsHindsightAndRecordApart() {
        Rule rule = ruleNamedOf("lead", "ret(RUT,5) - ret(SPX,5) > 1pp");
        const RuleLedger whole = ledgerOf(readOne(m_market, rule));
        QCOMPARE(whole.hindsight.episodes, whole.rows.size());
        rule.born = whole.rows[whole.rows.size() / 2].first;
        const RuleLedger split = ledgerOf(readOne(m_market, rule));
        QCOMPARE(split.hindsight.episodes, whole.rows.size() / 2);
        QCOMPARE(split.hindsight.episodes + split.record.episodes, split.all.episodes);
        QVERIFY(split.rows[whole.rows.size() / 2].isRecord);
        QVERIFY(!split.rows[whole.rows.size() / 2 - 1].isRecord);
        const double n = double(split.all.horizons[0].small.inference.n);
        const double mean = (split.hindsight.horizons[0].small.inference.mean *
                                 double(split.hindsight.horizons[0].small.inference.n) +
                             split.record.horizons[0].small.inference.mean *
                                 double(split.record.horizons[0].small.inference.n)) /
                            n;
        QVERIFY(std::abs(mean - split.all.horizons[0].small.inference.mean) < 1e-12);
    }

    void jsonHasTheContractsKeysAndNoNaN() {
        Rule rule = ruleNamedOf("lead", "ret(RUT,5) - ret(SPX,5) > 1pp");
        const RuleReading reading = readOne(m_market, rule);
        const Json json = ruleAsJson(reading, EntryRule::EventClose);
        for (const char* key :
             {"name", "expression", "state", "value", "threshold", "distance", "unit", "since", "episodes"})
            QVERIFY2(json.contains(key), key);
        for (const char* key : {"first", "last", "sessions", "extreme", "after"})
            QVERIFY2(json["episodes"][0].contains(key), key);
        QVERIFY(json["episodes"].back()["after"]["63"].is_null() ||
                json["episodes"].back()["after"]["63"].is_number());
        QCOMPARE(json["unit"].get<std::string>(), std::string("fraction"));
        QCOMPARE(json["threshold"].get<double>(), 0.01);
        const std::string text = ledgerText(reading, ledgerOf(reading), true);
        QVERIFY(text.find("DEMO") != std::string::npos && text.find("nan") == std::string::npos);
    }

    void aRuleOfAnUnknownSeriesHasAnEmptyLedger() {
        const RuleReading reading = readOne(m_market, "ret(IJR,5) > 3%");
        QVERIFY(ledgerOf(reading).rows.empty());
        QVERIFY(!reading.whyUnknown().empty());
    }

private:
    std::shared_ptr<const Market> m_market = marketOf(ruleMarket());
};

ROTASCOPE_SUITE(LedgerTest)
#include "test_ledger.moc"
