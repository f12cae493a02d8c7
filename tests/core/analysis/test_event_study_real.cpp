// Event outcomes of the real pair against figures that were computed independently.
#include "core/analysis/declustering.h"
#include "core/analysis/divergence.h"
#include "core/analysis/event_claim.h"
#include "core/analysis/event_robustness.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr double kTolerance = 1e-6;

void verifyClose(double value, const nlohmann::json& wanted, const std::string& what) {
    const bool close =
        wanted.is_null() ? std::isnan(value) : std::abs(value - wanted.get<double>()) <= kTolerance;
    QVERIFY2(close, (what + ": " + std::to_string(value) + ", expected " + wanted.dump()).c_str());
}

void verifyFigures(const OutcomeFigures& figures, const nlohmann::json& golden, const std::string& prefix,
                   const std::string& what) {
    const auto verify = [&](double value, const std::string& key) {
        if (golden.contains(prefix + key))
            verifyClose(value, golden.at(prefix + key), what + " " + prefix + key);
    };
    verify(figures.inference.mean, "mean");
    verify(figures.median, "median");
    verify(figures.hit, "hit");
    verify(figures.inference.low, "ci_low");
    verify(figures.inference.high, "ci_high");
    verify(figures.inference.detectable, "detectable");
    verify(figures.placebo, "p_placebo");
    verify(figures.baselineMean, "baseline_mean");
    verify(figures.baselineHit, "baseline_hit");
}

} // namespace

class EventStudyRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        std::ifstream file(std::string(ROTASCOPE_SHARED) + "/golden/pair_rut_spx.json");
        const auto pair = realPair();
        if (!file || pair.empty())
            QSKIP("ROTASCOPE_SHARED holds no golden figures or real price files; the event study was not "
                  "checked.");
        m_golden = nlohmann::json::parse(file);
        m_market = marketOf(pair);
    }

    void agreesWithTheGoldenStudies_data() {
        QTest::addColumn<QString>("study");
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("mode");
        QTest::newRow("expanding sigma, as of 2024-11-06") << "study_expanding_gap63"
                                                           << "2024-11-06" << int(SigmaMode::Expanding);
        QTest::newRow("in-sample sigma, as of 2024-11-06") << "study_insample_gap63"
                                                           << "2024-11-06" << int(SigmaMode::InSample);
        QTest::newRow("expanding sigma, as of 2026-08-21") << "study_expanding_gap63_latest"
                                                           << "2026-08-21" << int(SigmaMode::Expanding);
    }
    void agreesWithTheGoldenStudies() {
        QFETCH(const QString, study);
        QFETCH(const QString, date);
        QFETCH(const int, mode);
        verifyStudy(m_golden.at(study.toStdString()), date.toStdString(), static_cast<SigmaMode>(mode), 63);
    }

    void agreesWithTheGoldenSensitivityToTheGap_data() {
        QTest::addColumn<int>("gap");
        for (const int gap : {0, 5, 21, 63, 126, 252})
            QTest::addRow("%d sessions apart", gap) << gap;
    }
    void agreesWithTheGoldenSensitivityToTheGap() {
        QFETCH(const int, gap);
        verifyStudy(m_golden.at("sensitivity_expanding").at(std::to_string(gap)), "2024-11-06",
                    SigmaMode::Expanding, static_cast<std::size_t>(gap));
    }

    void entryAtTheNextCloseGivesOtherFigures() {
        const EventStudy study = studyEvents(*asOf("2024-11-06"), {}).value();
        verifyClose(study.at(126).small.inference.mean, 0.061818, "126, next close");
        verifyClose(study.at(252).small.inference.mean, 0.108644, "252, next close");
        QCOMPARE(study.pattern.eventDays.size(), std::size_t{65});
        QCOMPARE(study.at(126).incomplete, std::size_t{2});
    }

    void aQualifierKeepsOutTheSurgeThatWasAFall() {
        EventStudyParams params;
        params.definition.sigma = SigmaMode::InSample;
        const Date fall = *parseIsoDate("1987-10-19");
        const auto hasFall = [&](const EventStudy& study) {
            return std::any_of(study.rows.begin(), study.rows.end(),
                               [&](const EventRow& row) { return row.date == fall; });
        };
        QVERIFY(hasFall(studyEvents(*asOf("2024-11-06"), params).value()));
        params.definition.onlyIf = "small > 0";
        QVERIFY(!hasFall(studyEvents(*asOf("2024-11-06"), params).value()));
    }

    void twoEventsOf2020CarryMoreThanHalfOfTheMean() {
        EventStudyParams params;
        params.outcomes.entry = EntryRule::EventClose;
        const EventRobustness robustness =
            studyRobustness(*asOf("2024-11-06"), params, 126, Leg::Small).value();
        QCOMPARE(robustness.combinations.size(), std::size_t{144});
        QCOMPARE(robustness.leftOut.front().year, 2020);
        QCOMPARE(robustness.leftOut.front().events, std::size_t{2});
        QVERIFY(std::abs(robustness.leftOut.front().mean - 0.031) < 0.0005);
    }

    void theClaimOfNovember2024IsJudgedInThreeSentences() {
        const ClaimJudgement judgement =
            judgeClaim(*asOf("2024-11-06"), {}, parseClaim(kExampleClaim).value()).value();
        QCOMPARE(judgement.findings[0].match, ClaimMatch::Reproduced);
        QCOMPARE(judgement.findings[1].match, ClaimMatch::Near);
        QVERIFY(judgement.findings[1].under == SigmaMode::InSample);
        verifyClose(judgement.findings[1].meanUnder, 0.138030, "12 months, in-sample");
        QCOMPARE(judgement.sentences.size(), std::size_t{3});
        const auto says = [&](std::size_t sentence, const char* words) {
            QVERIFY2(judgement.sentences[sentence].find(words) != std::string::npos,
                     judgement.sentences[sentence].c_str());
        };
        says(0, "7 % in 6 months reproduces (+7.1 %, n 16)");
        says(0, "14 % in 12 months comes near (+11.9 %, n 15; +13.8 % with in-sample σ)");
        says(1, "any session did +4.8 %, not distinguishable (p 0.48)");
        says(1, "under 10.8 points could not be seen");
        says(2, "Your data start on 10 Sep 1987");
        says(2, "the claim says 1980");
        says(2, "back-cast");
        for (const std::string& sentence : judgement.sentences)
            for (const char* word : {"refuted", "wrong", "false", "disproved"})
                QVERIFY(sentence.find(word) == std::string::npos);
    }

private:
    std::shared_ptr<const Divergence> asOf(const char* date) const {
        return std::make_shared<const Divergence>(
            analyseDivergence(MarketView::asOf(m_market, *parseIsoDate(date)), {}).value());
    }

    void verifyStudy(const nlohmann::json& golden, const std::string& date, SigmaMode mode, std::size_t gap) {
        const auto divergence = analyseDivergence(MarketView::asOf(m_market, *parseIsoDate(date)), {});
        QVERIFY(divergence.has_value());
        const std::vector<double>& z = divergence->history.zSpread[static_cast<std::size_t>(mode)];
        const std::vector<std::size_t> events = firstKeptEvents(z, 3, gap);
        QCOMPARE(events.size(), golden.at("events").get<std::size_t>());
        std::vector<std::size_t> eligible;
        for (std::size_t i = 0; i < z.size(); ++i)
            if (!std::isnan(z[i]))
                eligible.push_back(i);
        const auto horizons = studyOutcomes(divergence->pair, eligible, events, {EntryRule::EventClose});
        for (const HorizonOutcomes& outcome : horizons) {
            const std::string key = std::to_string(outcome.horizon);
            if (!golden.at("horizons").contains(key))
                continue;
            const nlohmann::json& figures = golden.at("horizons").at(key);
            QCOMPARE(outcome.small.inference.n, figures.at("n").get<std::size_t>());
            verifyClose(outcome.small.inference.nEffective, figures.at("n_effective"), key + " n_effective");
            verifyFigures(outcome.small, figures, "", key);
            verifyFigures(outcome.relative, figures, "relative_", key);
            QCOMPARE(outcome.small.baselineN, figures.at("baseline_n").get<std::size_t>());
        }
    }

    nlohmann::json m_golden;
    std::shared_ptr<const Market> m_market;
};

ROTASCOPE_SUITE(EventStudyRealTest)

#include "test_event_study_real.moc"
