#include "core/report/svg_elements.h"

#include "core/report/figure_scene.h"
#include "core/report/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope::svg {

namespace {

constexpr double kCapitalsMiddle = 0.36; // of the font size, above the baseline

struct Entity {
    char character;
    std::string_view words;
};
constexpr std::array<Entity, 4> kEntities{{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}}};

std::string pairsOf(std::span<const Point> points) {
    std::string out;
    for (const Point& point : points)
        out += fmt::format("{}{},{}", out.empty() ? "" : " ", number(point.x), number(point.y));
    return out;
}

} // namespace

std::string number(double value) {
    const auto tenths = static_cast<long long>(std::llround(value * 10));
    const long long whole = std::llabs(tenths) / 10;
    const long long part = std::llabs(tenths) % 10;
    const std::string_view sign = tenths < 0 ? "-" : "";
    return part == 0 ? fmt::format("{}{}", sign, whole) : fmt::format("{}{}.{}", sign, whole, part);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto entity = std::ranges::find(kEntities, c, &Entity::character);
        out += entity == kEntities.end() ? std::string(1, c) : std::string(entity->words);
    }
    return out;
}

std::string fill(ColourRole role) {
    return fmt::format("f-{}", paletteOf(role).name);
}

std::string stroke(ColourRole role) {
    return fmt::format("s-{}", paletteOf(role).name);
}

std::string line(Point from, Point to, std::string_view classes) {
    return fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"/>\n", number(from.x),
                       number(from.y), number(to.x), number(to.y), classes);
}

std::string rect(const Box& box, std::string_view classes, std::string_view attributes) {
    return fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"{}/>\n",
                       number(box.left), number(box.top), number(box.right - box.left),
                       number(box.bottom - box.top), classes, attributes);
}

std::string polyline(std::span<const Point> points, std::string_view classes) {
    if (points.empty())
        return {};
    if (points.size() == 1)
        return fmt::format("<polyline points=\"{} {}\" class=\"{} dot\"/>\n", pairsOf(points),
                           pairsOf(points), classes);
    return fmt::format("<polyline points=\"{}\" class=\"{}\"/>\n", pairsOf(points), classes);
}

std::string polygon(std::span<const Point> points, std::string_view classes, double opacity) {
    return fmt::format("<polygon points=\"{}\" class=\"{}\" fill-opacity=\"{:.2f}\"/>\n", pairsOf(points),
                       classes, opacity);
}

std::string text(Point at, std::string_view words, std::string_view classes) {
    if (words.empty())
        return {};
    return fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n", number(at.x),
                       number(at.y + scene::kFont * kCapitalsMiddle), classes, escaped(words));
}

std::string named(Point at, std::string_view name, std::string_view nameClasses, std::string_view value) {
    return fmt::format("<text x=\"{}\" y=\"{}\"><tspan class=\"{}\">{}</tspan>{}</text>\n", number(at.x),
                       number(at.y + scene::kFont * kCapitalsMiddle), nameClasses, escaped(name),
                       value.empty() ? std::string()
                                     : fmt::format("<tspan dx=\"{}\" class=\"f-text value\">{}</tspan>",
                                                   number(scene::kNameGap), escaped(value)));
}

std::string mark(Point value, MarkerLayer::Shape shape, ColourRole role) {
    const double half = scene::kMarkSize / 2;
    if (shape == MarkerLayer::Shape::Circle)
        return fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>\n", number(value.x),
                           number(value.y), number(half), fill(role));
    const double outward = shape == MarkerLayer::Shape::TriangleDown ? -1 : 1;
    const double tip = value.y + outward * scene::kMarkDistance;
    const double base = tip + outward * scene::kMarkHeight;
    return fmt::format("<polygon points=\"{},{} {},{} {},{}\" class=\"{}\"/>\n", number(value.x - half),
                       number(base), number(value.x + half), number(base), number(value.x), number(tip),
                       fill(role));
}

} // namespace rotascope::svg
