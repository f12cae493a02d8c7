#include "core/report/figure_svg.h"

#include "core/report/palette.h"
#include "core/report/svg_elements.h"
#include "core/report/svg_layers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

using namespace scene;
using svg::Point;

std::string classOf(ColourRole role, std::string_view more = {}) {
    return svg::fill(role) + std::string(more);
}

bool isPale(ColourRole role) {
    return role == ColourRole::Average1 || role == ColourRole::Average2;
}

/// In place of a role that is too pale for text, or for text on it.
ColourRole readable(ColourRole role) {
    return isPale(role) || role == ColourRole::Selection ? ColourRole::MutedText : role;
}

std::string grid(const Pane& pane, const FigureScene& scene, const ScenePane& row) {
    std::string out;
    for (const ScenePlaceTick& tick : scene.placeTicks)
        out += svg::line({tick.x, row.plot.top}, {tick.x, row.plot.bottom}, "s-grid");
    const bool hasBars =
        std::ranges::any_of(pane.layers, [](const Layer& l) { return std::holds_alternative<BarLayer>(l); });
    for (const ValueTick& tick : row.ticks) {
        const double y = row.y(tick.value);
        out += svg::line({row.plot.left, y}, {row.plot.right, y},
                         hasBars && tick.value == 0 ? "s-hairline" : "s-grid");
    }
    return out;
}

std::string legend(const ScenePane& row) {
    const double y = (row.header.top + row.header.bottom) / 2;
    std::string out;
    for (const auto& [reading, x] : row.legend) {
        double at = x;
        if (reading.shape) {
            const double lift = *reading.shape == MarkerLayer::Shape::TriangleDown ? 6.5
                                : *reading.shape == MarkerLayer::Shape::TriangleUp ? -6.5
                                                                                   : 0;
            out += svg::mark({at + kMarkSize / 2, y + lift}, *reading.shape, reading.role);
            at += kMarkSize + kNameGap;
        } else if (isPale(reading.role)) {
            out += svg::rect({at, y - 1, at + kSwatch, y + 1}, svg::fill(reading.role));
            at += kSwatch + kNameGap;
        }
        out += svg::named({at, y}, reading.name, classOf(readable(reading.role), " name"), reading.value);
    }
    return out + svg::text({row.noteX, y}, row.note, "f-muted note");
}

/// Tags stand over the tick labels that they would cover.
std::string valueAxis(const FigureScene& scene, const ScenePane& row) {
    std::string out;
    for (const ValueTick& tick : row.ticks) {
        const double y = row.y(tick.value);
        const bool covered = std::ranges::any_of(row.tags, [y](const SceneTag& tag) {
            return std::abs(tag.middle - y) < (kTagHeight + kLine) / 2 - 1;
        });
        if (!covered)
            out += svg::text({scene.right + kTagOffset + kTagPadding, y}, tick.label, "f-muted tick");
    }
    for (const SceneTag& tag : row.tags) {
        const double left = scene.right + kTagOffset;
        const Box box{left, tag.middle - kTagHeight / 2, scene.sheet.width - 2, tag.middle + kTagHeight / 2};
        out += svg::rect(box, classOf(readable(tag.role)), " rx=\"2\"");
        out += svg::text({left + kTagPadding, tag.middle}, tag.text, "f-panel tag");
    }
    return out;
}

std::string marks(const ScenePane& row) {
    std::string out;
    for (const SceneMark& mark : row.marks)
        out += svg::mark({mark.x, mark.y}, mark.shape, mark.role);
    for (const SceneMark& mark : row.marks)
        if (mark.labelBox)
            out += svg::text({mark.labelBox->left + 2, (mark.labelBox->top + mark.labelBox->bottom) / 2},
                             mark.label, classOf(mark.role, " veiled"));
    return out;
}

std::string paneGroup(const Pane& pane, const FigureScene& scene, const ScenePane& row, bool isFirst) {
    std::string out = fmt::format("<g class=\"pane\" data-title=\"{}\">\n", svg::escaped(pane.title));
    if (!isFirst)
        out += svg::line({0, row.header.top}, {scene.sheet.width, row.header.top}, "s-hairline");
    for (const Layer& layer : pane.layers)
        out += svg::ground(layer, scene, row);
    out += grid(pane, scene, row);
    for (const Layer& layer : pane.layers)
        out += svg::series(layer, scene, row);
    if (scene.originX)
        out += svg::line({*scene.originX, row.plot.top}, {*scene.originX, row.plot.bottom}, "s-muted");
    if (scene.asOfX)
        out += svg::line({*scene.asOfX, row.plot.top}, {*scene.asOfX, row.plot.bottom}, "s-muted as-of");
    out += marks(row) + legend(row) + valueAxis(scene, row);
    if (!row.hasValues)
        out += svg::text({row.plot.left, (row.plot.top + row.plot.bottom) / 2}, "No values in these dates",
                         "f-muted");
    return out + "</g>\n";
}

std::string placeAxis(const FigureScene& scene) {
    const double y = (scene.axisTop + scene.sheet.height) / 2;
    const bool onlyStrong = std::ranges::all_of(scene.placeTicks, &ScenePlaceTick::strong);
    std::string out = "<g class=\"places\">\n";
    for (const ScenePlaceTick& tick : scene.placeTicks)
        out += svg::text({tick.labelX, y}, tick.label,
                         tick.strong && !onlyStrong ? "f-text place" : "f-muted place");
    return out + "</g>\n";
}

std::string body(const Figure& figure, const FigureSheet& sheet) {
    const FigureScene scene = composedScene(figure, sheet);
    if (scene.panes.empty())
        return svg::text({scene.left, sheet.height / 2},
                         figure.summary.empty() ? "Nothing to draw: this figure has no sessions."
                                                : figure.summary,
                         "f-muted");
    std::string out;
    for (std::size_t i = 0; i < scene.panes.size(); ++i)
        out += paneGroup(figure.panes[i], scene, scene.panes[i], i == 0);
    return out + placeAxis(scene);
}

std::string element(const Figure& figure, const FigureSheet& sheet, std::string_view id,
                    std::string_view style) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"figure\" role=\"img\" "
                       "aria-labelledby=\"{0}-t {0}-d\" viewBox=\"0 0 {1} {2}\" width=\"{1}\" "
                       "height=\"{2}\">\n<title id=\"{0}-t\">{3}</title>\n<desc id=\"{0}-d\">{4}</desc>\n"
                       "{5}{6}</svg>\n",
                       svg::escaped(id), svg::number(sheet.width), svg::number(sheet.height),
                       svg::escaped(figure.title), svg::escaped(figure.summary), style, body(figure, sheet));
}

} // namespace

std::string figureSvg(const Figure& figure, const FigureSheet& sheet) {
    const std::string style = "<style>\n" + paletteCss("svg.figure") + paletteClasses() + figureCss() +
                              "</style>\n" + svg::rect({0, 0, sheet.width, sheet.height}, "f-panel");
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           element(figure, sheet, figure.id.empty() ? "figure" : figure.id, style);
}

std::string figureElement(const Figure& figure, const FigureSheet& sheet, std::string_view id) {
    return element(figure, sheet, id, {});
}

std::string figureCss() {
    return fmt::format(
        "svg.figure text{{font:{}px system-ui,-apple-system,\"Segoe UI\",Helvetica,Arial,sans-serif;"
        "font-variant-numeric:tabular-nums}}\n"
        "svg.figure .name{{font-weight:600}}\n"
        "svg.figure text.veiled{{paint-order:stroke;stroke:var(--panel);stroke-width:4px}}\n"
        "svg.figure line{{stroke-width:1px}}\n"
        "svg.figure line.as-of{{stroke-dasharray:2 2}}\n"
        "svg.figure .line{{fill:none;stroke-width:1px;stroke-linejoin:round}}\n"
        "svg.figure .line.subject{{stroke-width:1.5px}}\n"
        "svg.figure .line.dashed{{stroke-dasharray:3 2.5}}\n"
        "svg.figure .line.faint{{opacity:.45}}\n"
        "svg.figure .line.dot{{stroke-linecap:round;stroke-width:3px}}\n"
        "svg.figure .bar{{fill-opacity:.72;stroke:none}}\n"
        "svg.figure .bar.growing{{fill-opacity:.25;stroke-width:1px;stroke-dasharray:2 2}}\n",
        svg::number(kFont));
}

} // namespace rotascope
