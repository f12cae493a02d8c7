// Where numbers come from: formulas and the values that they name.
#include "core/analysis/z_ground.h"
#include "core/figure/derivations.h"
#include "core/figure/figure_derivation.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <numeric>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Divergence invented(std::size_t sessions) {
    return *analyseDivergence(MarketView::latest(marketOf(inventedPair(sessions))), {});
}

double closeOn(const Divergence& divergence, const DerivationInput& input) {
    const PairSeries& pair = divergence.pair;
    const auto at = std::find(pair.dates.begin(), pair.dates.end(), input.last) - pair.dates.begin();
    return (input.symbol == divergence.params.small ? pair.small : pair.large)[static_cast<std::size_t>(at)];
}

std::vector<std::string> names(std::initializer_list<const char*> texts) {
    return {texts.begin(), texts.end()};
}

} // namespace

class TestDerivation : public QObject {
    Q_OBJECT

private slots:
    void aFormulaNamesItsInputsAndSteps() {
        Derivation derivation;
        derivation.formula = "({1} / {0} − {2}) / {3}";
        derivation.inputs.resize(2);
        derivation.steps = {{"mean", "0.1"}, {"σ", "2"}};
        QCOMPARE(filledFormula(derivation, names({"10", "12"}), names({"0.1", "2"})),
                 std::string("(12 / 10 − 0.1) / 2"));
    }

    void whatIsNoPlaceStaysAsWritten() {
        Derivation derivation;
        derivation.formula = "{x} {9} { {0";
        QCOMPARE(filledFormula(derivation, names({"a"}), {}), derivation.formula);
    }

    void aReturnIsOfTheClosesThatItNames() {
        const Divergence divergence = invented(300);
        const DerivationRef from = returnFrom("RUT", moveBase(divergence), divergence.asOf);
        const double base = closeOn(divergence, from->inputs[0]);
        const double last = closeOn(divergence, from->inputs[1]);
        QCOMPARE(from->formula, std::string("{1} / {0} − 1"));
        QVERIFY(std::abs(last / base - 1 - divergence.returnSmall) < 1e-12);
    }

    void aSpreadIsOfTheClosesThatItNames() {
        const Divergence divergence = invented(300);
        const auto from = spreadFrom("RUT", "SPX", moveBase(divergence), divergence.asOf);
        std::array<double, 4> closes{};
        for (std::size_t i = 0; i < closes.size(); ++i)
            closes[i] = closeOn(divergence, from->inputs[i]);
        QCOMPARE(from->formula, std::string("({1} / {0} − 1) − ({3} / {2} − 1)"));
        QVERIFY(std::abs((closes[1] / closes[0] - 1) - (closes[3] / closes[2] - 1) - divergence.spread) <
                1e-12);
    }

    void theGroundOfAZGivesItBack_data() {
        QTest::addColumn<SigmaMode>("mode");
        for (const SigmaModeInfo& info : kSigmaModes)
            QTest::newRow(info.id.data()) << info.mode;
    }

    void theGroundOfAZGivesItBack() {
        QFETCH(const SigmaMode, mode);
        const Divergence divergence = invented(1200);
        const std::vector<double>& moves = divergence.history.spread;
        const double z = divergence.zSpread[indexOf(mode)].z;
        const ZGround ground = zGround(moves, mode, z);
        QVERIFY(ground.scale > 0);
        QVERIFY(std::abs((moves.back() - ground.centre) / ground.scale - z) < 1e-9);
        if (mode != SigmaMode::Expanding && mode != SigmaMode::Rolling252)
            return;
        // The scale is what it says it is: the sample deviation of those moves.
        std::vector<double> seen(moves.begin() + divergence.params.days, moves.end());
        if (mode == SigmaMode::Rolling252)
            seen.erase(seen.begin(), seen.end() - 252);
        const double mean = std::accumulate(seen.begin(), seen.end(), 0.0) / double(seen.size());
        double squares = 0;
        for (const double move : seen)
            squares += (move - mean) * (move - mean);
        QVERIFY(std::abs(std::sqrt(squares / double(seen.size() - 1)) / ground.scale - 1) < 1e-9);
    }

    void withoutAZThereIsNoGround() {
        const ZGround ground = zGround({}, SigmaMode::Expanding, std::nan(""));
        QVERIFY(std::isnan(ground.centre) && std::isnan(ground.scale));
    }

    void theFormulaOfAZHoldsItsMeanAndSigma() {
        const Divergence divergence = invented(600);
        const DerivationRef from = zFrom(divergence, SigmaMode::Mad, true);
        QCOMPARE(from->steps.size(), std::size_t{2});
        QCOMPARE(from->steps[0].name, std::string("median"));
        QVERIFY(from->formula.starts_with("(({1} / {0} − 1) − ({3} / {2} − 1) − {6}) / {7}"));
    }

    void aChartSaysWhatItShowsAtADay() {
        Figure figure;
        figure.title = "Ratio";
        figure.dates = std::make_shared<const std::vector<Date>>(
            std::vector<Date>{*makeDate(2024, 1, 2), *makeDate(2024, 1, 3)});
        Pane pane;
        pane.title = "RUT / SPX";
        pane.note = "rebased to 100";
        LineLayer line;
        line.name = "ratio";
        line.values = std::make_shared<const std::vector<double>>(std::vector<double>{100, 101.5});
        pane.layers = {line};
        figure.panes = {pane};
        const Derivation derivation = derivationAt(figure, 1);
        QCOMPARE(derivation.figure, std::string("Ratio, 3 Jan 2024"));
        QCOMPARE(derivation.value, std::string("ratio 101.50"));
        QCOMPARE(derivation.formula, std::string("RUT / SPX: rebased to 100"));
        QCOMPARE(derivation.day, makeDate(2024, 1, 3));
        QCOMPARE(derivationAt(figure, 7).figure, std::string("Ratio"));
    }
};

ROTASCOPE_SUITE(TestDerivation)
#include "test_derivation.moc"
