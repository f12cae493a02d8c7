// The few elements of SVG that our pictures are made of.
#pragma once

#include "core/figure/figure.h"
#include "core/figure/tag_layout.h"

#include <span>
#include <string>
#include <string_view>

namespace rotascope::svg {

/// With at most one decimal: "12", "12.5"; a tenth of a pixel is finer than any screen.
std::string number(double value);

/// & < > " as entities, for text and attributes.
std::string escaped(std::string_view text);

std::string fill(ColourRole role);   ///< the class "f-small-cap"
std::string stroke(ColourRole role); ///< "s-small-cap"

struct Point {
    double x = 0;
    double y = 0;
};

std::string line(Point from, Point to, std::string_view classes);
std::string rect(const Box& box, std::string_view classes, std::string_view attributes = {});
/// Nothing for fewer than two points, a dot for one.
std::string polyline(std::span<const Point> points, std::string_view classes);
std::string polygon(std::span<const Point> points, std::string_view classes, double opacity);
/// `y` is the middle of capitals and figures.
std::string text(Point at, std::string_view words, std::string_view classes);
/// A name and its value behind it, however wide the reader's font makes the name.
std::string named(Point at, std::string_view name, std::string_view nameClasses, std::string_view value);
/// A triangle whose tip points at the value from its outer side, or a circle on it.
std::string mark(Point value, MarkerLayer::Shape shape, ColourRole role);

} // namespace rotascope::svg
