// The picture of the average path, and the ticks of an axis that counts sessions from an event.
#include "core/figure/event_figure.h"
#include "core/figure/figure_table.h"
#include "core/figure/step_ticks.h"
#include "core/figure/value_scale.h"
#include "tests/core/analysis/event_fixture.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

template <class T>
std::vector<T> layersOf(const Pane& pane) {
    std::vector<T> found;
    for (const Layer& layer : pane.layers)
        if (const auto* each = std::get_if<T>(&layer))
            found.push_back(*each);
    return found;
}

const LineLayer& lineNamed(const std::vector<LineLayer>& lines, const std::string& begin) {
    return *std::find_if(lines.begin(), lines.end(),
                         [&](const LineLayer& line) { return line.name.starts_with(begin); });
}

StepAxis axisOf() {
    return {-21, 274, {-21, 5, 10, 21, 63, 126, 252}, "event"};
}

/// `width` pixels between the first and the last index in sight; seven pixels a letter.
StepAxisGeometry geometryOf(int first, int last, double width) {
    StepAxisGeometry geometry;
    geometry.firstIndex = first;
    geometry.lastIndex = last;
    geometry.right = width;
    geometry.position = [=](int index) { return width * (index - first) / (last - first); };
    geometry.labelWidth = [](std::string_view label) { return 7.0 * static_cast<double>(label.size()); };
    return geometry;
}

} // namespace

class EventFigureTest : public QObject {
    Q_OBJECT

    Divergence m_divergence = divergenceOf(inventedPair(1800));
    EventStudy m_study = studyOf(m_divergence, lively(1.5, 21));

private slots:
    void thePathIsZeroAtTheEventAndTheTablesMeanAtEachHorizon() {
        const Figure figure = eventFigure(m_study, m_study.path);
        const auto lines = layersOf<LineLayer>(figure.panes.front());
        const LineLayer& mean = lineNamed(lines, "Mean after");
        QCOMPARE((*mean.values)[pathIndex(0)], 0.0);
        QCOMPARE((*lineNamed(lines, "Any session").values)[pathIndex(0)], 0.0);
        for (const std::size_t horizon : kEventHorizons) {
            const double wanted = m_study.at(horizon).small.inference.mean * 100;
            const double shown = (*mean.values)[pathIndex(static_cast<int>(horizon))];
            QVERIFY2(std::abs(shown - wanted) < 1e-9, std::to_string(horizon).c_str());
        }
        QCOMPARE(figure.size(), std::size_t{274});
        QCOMPARE(figure.steps->stepAt(0), -21);
    }

    void theIntervalLiesAroundTheMean() {
        const Figure figure = eventFigure(m_study, m_study.path);
        const auto areas = layersOf<AreaLayer>(figure.panes.front());
        QCOMPARE(areas.size(), std::size_t{1});
        const auto lines = layersOf<LineLayer>(figure.panes.front());
        const LineLayer& mean = lineNamed(lines, "Mean after");
        for (std::size_t i = 0; i < figure.size(); ++i)
            QVERIFY((*areas[0].low)[i] <= (*mean.values)[i] && (*mean.values)[i] <= (*areas[0].high)[i]);
    }

    void eachEventHasALineThatIsSeenOnlyWhenItIsMeant() {
        const auto lines = layersOf<LineLayer>(eventFigure(m_study, m_study.path).panes.front());
        const auto hidden = std::count_if(lines.begin(), lines.end(), [](const LineLayer& line) {
            return line.presence == Presence::OnHover;
        });
        QCOMPARE(std::size_t(hidden), m_study.rows.size());
        QCOMPARE(lineNamed(lines, eventLineName(m_study.rows.front())).presence, Presence::OnHover);
        const auto all =
            layersOf<LineLayer>(eventFigure(m_study, m_study.path, {PathCentre::Median, true}).panes.front());
        QCOMPARE(lineNamed(all, eventLineName(m_study.rows.front())).presence, Presence::Faint);
        QVERIFY(lineNamed(all, "Median after").emphasised);
    }

    void aHiddenLineDoesNotStretchTheAxis() {
        Pane pane = eventFigure(m_study, m_study.path).panes.front();
        const ValueScale before = fittedScale(pane, 0, 273);
        LineLayer far;
        far.values = std::make_shared<const std::vector<double>>(274, 900.0);
        far.presence = Presence::OnHover;
        pane.layers.emplace_back(far);
        QVERIFY(fittedScale(pane, 0, 273) == before);
        far.presence = Presence::Faint;
        pane.layers.emplace_back(far);
        QVERIFY(fittedScale(pane, 0, 273).high > 900);
    }

    void tooFewEventsShowEachOfThem() {
        const EventStudy few = studyOf(m_divergence, lively(2.6, 252));
        QVERIFY(!few.rows.empty() && few.rows.size() < kLeastEvents);
        const Figure figure = eventFigure(few, few.path);
        QVERIFY(layersOf<AreaLayer>(figure.panes.front()).empty());
        const auto lines = layersOf<LineLayer>(figure.panes.front());
        QCOMPARE(lineNamed(lines, eventLineName(few.rows.front())).presence, Presence::Faint);
    }

    void withoutEventsThereIsASentenceInPlaceOfAPicture() {
        const EventStudy none = studyOf(m_divergence, lively(30, 21));
        const Figure figure = eventFigure(none, none.path);
        QVERIFY(figure.panes.empty());
        QVERIFY2(figure.summary.starts_with("No event: "), figure.summary.c_str());
    }

    void datesThatOnlyTheirFileKnowsHaveNoCommand() {
        QVERIFY(
            eventFigure(m_study, m_study.path).recipe.starts_with("event-path --path small --centre mean "));
        EventStudy listed = m_study;
        listed.params.definition.dates = DateList{"FOMC", {}, {}};
        QCOMPARE(eventFigure(listed, listed.path).recipe, std::string());
        const Figure ofDesk = eventFigure(listed, listed.path, {PathCentre::Median, false, true});
        QVERIFY2(ofDesk.recipe.find("--centre median --days 5 --dates \"FOMC\"") != std::string::npos,
                 ofDesk.recipe.c_str());
    }

    void theValuesAreATableOfSteps() {
        const std::string csv = figureCsv(eventFigure(m_study, m_study.path), 0, 273);
        QVERIFY(csv.find("\nSessions,") != std::string::npos);
        QVERIFY(csv.find("\"95 % interval, low [%]\",\"95 % interval, high [%]\"") != std::string::npos);
        QVERIFY(csv.find("\n-21,") != std::string::npos);
        QVERIFY(csv.find("\n252,") != std::string::npos);
        QVERIFY(csv.find("nan") == std::string::npos);
    }

    void theNamedStepsAreLabelledWithoutOverlap_data() {
        QTest::addColumn<double>("width");
        for (const double width : {150.0, 400.0, 900.0, 2400.0})
            QTest::addRow("%.0f pixels", width) << width;
    }
    void theNamedStepsAreLabelledWithoutOverlap() {
        QFETCH(const double, width);
        const StepAxisGeometry geometry = geometryOf(0, 273, width);
        const auto ticks = stepTicks(axisOf(), geometry);
        QCOMPARE(std::count_if(ticks.begin(), ticks.end(), [](const StepTick& t) { return t.origin; }), 1);
        QCOMPARE(ticks.back().label, std::string("252"));
        double free = 0;
        for (const StepTick& tick : ticks) {
            QVERIFY2(tick.left >= free, tick.label.c_str());
            free = tick.left + geometry.labelWidth(tick.label);
            QVERIFY(free <= width + 1e-9);
        }
    }

    void aNarrowSightIsLabelledByRoundSteps() {
        // Sessions 30 to 58 hold no horizon.
        const auto ticks = stepTicks(axisOf(), geometryOf(51, 79, 800));
        QVERIFY(ticks.size() >= 4);
        QCOMPARE(ticks.front().label, std::string("30"));
    }

    void aStepIsSpokenInWords() {
        QCOMPARE(stepText(axisOf(), 0), std::string("21 sessions before the event"));
        QCOMPARE(stepText(axisOf(), 21), std::string("the event"));
        QCOMPARE(stepText(axisOf(), 22), std::string("1 session after the event"));
    }
};

ROTASCOPE_SUITE(EventFigureTest)
#include "test_event_figure.moc"
