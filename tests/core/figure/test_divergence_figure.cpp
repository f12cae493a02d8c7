#include "core/analysis/declustering.h"
#include "core/figure/divergence_figure.h"
#include "core/indicators/rolling.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/golden.h"
#include "tests/support/suites.h"

#include <fmt/format.h>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Divergence analysed(std::size_t sessions) {
    return *analyseDivergence(MarketView::latest(marketOf(inventedPair(sessions))), {});
}

const LineLayer& line(const Pane& pane, const std::string& name) {
    for (const Layer& layer : pane.layers)
        if (const auto* found = std::get_if<LineLayer>(&layer); found && found->name == name)
            return *found;
    throw std::runtime_error("no line " + name);
}

std::string describe(const Layer& layer) {
    if (const auto* l = std::get_if<LineLayer>(&layer))
        return fmt::format("line {} = {:.4f}{}", l->name, l->values->back(), l->unit);
    if (const auto* band = std::get_if<BandLayer>(&layer))
        return fmt::format("band {:+.0f} to {:+.0f}", band->low, band->high);
    if (const auto* marks = std::get_if<MarkerLayer>(&layer)) {
        std::string text = fmt::format("marks {} | {}", marks->name, marks->note);
        for (const MarkerLayer::Mark& mark : marks->marks)
            text += fmt::format("\n    {} at session {}, {:.4f}", mark.label, mark.session, mark.value);
        return text;
    }
    return "bars";
}

std::string describe(const Figure& figure) {
    std::string text = fmt::format("{}\n{}\n", figure.title, figure.summary);
    for (const Pane& pane : figure.panes) {
        text += fmt::format("pane {} | {}\n", pane.title, pane.note);
        for (const Layer& layer : pane.layers)
            text += "  " + describe(layer) + '\n';
    }
    return text;
}

} // namespace

class DivergenceFigureTest : public QObject {
    Q_OBJECT

private slots:
    void asText_data() {
        QTest::addColumn<int>("view");
        QTest::newRow("ratio") << static_cast<int>(RelativeView::Ratio);
        QTest::newRow("relative_performance") << static_cast<int>(RelativeView::RelativePerformance);
        QTest::newRow("both_legs") << static_cast<int>(RelativeView::BothLegs);
    }
    void asText() {
        QFETCH(const int, view);
        DivergenceFigureOptions options;
        options.view = static_cast<RelativeView>(view);
        options.start = 1000;
        options.threshold = 2.5;
        compareWithGolden(describe(divergenceFigure(analysed(1500), options)),
                          fmt::format("divergence_figure_{}.txt", QTest::currentDataTag()));
    }

    void everyColumnIsAsLongAsTheAxis() {
        const Divergence d = analysed(900);
        for (const RelativeView view :
             {RelativeView::Ratio, RelativeView::RelativePerformance, RelativeView::BothLegs}) {
            const Figure figure = divergenceFigure(d, {view});
            QVERIFY(*figure.dates == d.pair.dates);
            QCOMPARE(figure.asOfSession.value(), static_cast<int>(d.pair.size()) - 1);
            QVERIFY(!figure.summary.empty());
            for (const Pane& pane : figure.panes)
                for (const Layer& layer : pane.layers)
                    if (const auto* l = std::get_if<LineLayer>(&layer)) {
                        QCOMPARE(l->values->size(), d.pair.size());
                        QVERIFY(!l->name.empty());
                    }
        }
    }

    void theRatioStandsAtAHundredOnItsStart() {
        const Divergence d = analysed(900);
        DivergenceFigureOptions options;
        options.start = 700;
        const Pane pane = divergenceFigure(d, options).panes[0];
        const LineLayer& ratio = line(pane, "RUT / SPX");
        QCOMPARE((*ratio.values)[700], 100.0);
        EXPECT_COLUMN(*line(pane, "SMA50").values, simpleMovingAverage(*ratio.values, 50), 0);
        EXPECT_COLUMN(*line(pane, "SMA200").values, simpleMovingAverage(*ratio.values, 200), 0);
        QVERIFY(ratio.emphasised && !line(pane, "SMA50").emphasised);
        QVERIFY(pane.note.find(dayMonthYear(d.pair.dates[700])) != std::string::npos);
    }

    void theRatioAsItIsHasNoStart() {
        const Divergence d = analysed(300);
        DivergenceFigureOptions options;
        options.start = 200;
        options.rebased = false;
        const Pane pane = divergenceFigure(d, options).panes[0];
        QCOMPARE((*line(pane, "RUT / SPX").values)[17], d.pair.small[17] / d.pair.large[17]);
        QVERIFY(pane.note.find("100") == std::string::npos);
    }

    void theOtherViewsStartAtZeroAndAtAHundred() {
        const Divergence d = analysed(900);
        const Pane relative = divergenceFigure(d, {RelativeView::RelativePerformance, 700, true}).panes[0];
        QCOMPARE((*line(relative, "RUT − SPX").values)[700], 0.0);
        QVERIFY(!relative.axis.logarithmic);
        const Pane both = divergenceFigure(d, {RelativeView::BothLegs, 700, true}).panes[0];
        QCOMPARE((*line(both, "RUT").values)[700], 100.0);
        QCOMPARE((*line(both, "SPX").values)[700], 100.0);
        QVERIFY(both.axis.logarithmic);
    }

    void aStartBeyondTheDataIsTheLastSession() {
        const Divergence d = analysed(300);
        const Pane pane = divergenceFigure(d, {RelativeView::Ratio, 100000}).panes[0];
        QCOMPARE(line(pane, "RUT / SPX").values->back(), 100.0);
    }

    void eventsAreTheDeclusteredOnes() {
        const Divergence d = analysed(1500);
        DivergenceFigureOptions options;
        options.threshold = 2;
        options.gap = 21;
        options.sigma = SigmaMode::Rolling252;
        const Pane pane = divergenceFigure(d, options).panes[1];
        const std::vector<double>& z = d.history.zSpread[indexOf(SigmaMode::Rolling252)];
        EXPECT_COLUMN(*line(pane, pane.title).values, z, 0);
        const auto& marks = std::get<MarkerLayer>(pane.layers.back()).marks;
        const auto wanted = firstKeptEvents(z, 2, 21);
        QVERIFY(!wanted.empty());
        QCOMPARE(marks.size(), wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            QCOMPARE(marks[i].session, static_cast<int>(wanted[i]));
            QCOMPARE(marks[i].value, z[wanted[i]]);
            QVERIFY(marks[i].date == d.pair.dates[wanted[i]]);
        }
    }

    void eachZStandsBesideItsOwnPercentile() {
        const Divergence d = analysed(900);
        const LineLayer percentile = line(divergenceFigure(d).panes[1], "percentile of z");
        QVERIFY(percentile.readOutOnly);
        QCOMPARE(percentile.values->back(), d.zSpread[indexOf(SigmaMode::Expanding)].percentile * 100);
        QVERIFY(std::isnan(percentile.values->front()));
    }

    void lookAheadIsSaid() {
        const Divergence d = analysed(900);
        DivergenceFigureOptions options;
        options.sigma = SigmaMode::InSample;
        QVERIFY(divergenceFigure(d, options).panes[1].note.find("looks ahead") != std::string::npos);
        for (const SigmaModeInfo& info : kSigmaModes) {
            options.sigma = info.mode;
            const std::string note = divergenceFigure(d, options).panes[1].note;
            QCOMPARE(note.find("look-ahead free") != std::string::npos, info.mode != SigmaMode::InSample);
        }
    }

    void aPairTooYoungForSigmaIsStillDrawn() {
        const Figure figure = divergenceFigure(analysed(20));
        QVERIFY(figure.summary.find("has no value yet") != std::string::npos);
        QVERIFY(std::get<MarkerLayer>(figure.panes[1].layers.back()).marks.empty());
    }
};

ROTASCOPE_SUITE(DivergenceFigureTest)
#include "test_divergence_figure.moc"
