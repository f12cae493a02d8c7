// Where everything of a written picture stands, in its own units. Composed from a figure and a size by what
// the window composes from too (ticks, scales, tags, readings); written by figure_svg.
#pragma once

#include "core/figure/figure.h"
#include "core/figure/layer_reading.h"
#include "core/figure/tag_layout.h"
#include "core/figure/value_scale.h"
#include "core/figure/value_ticks.h"

#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// Which places of the figure, on how large a sheet.
struct FigureSheet {
    int first = 0;
    int last = 0; ///< inclusive; clamped to the figure
    double width = 960;
    double height = 420;
};

/// The first place of a sheet that shows the last `count` of a figure.
int firstOfLast(const Figure& figure, int count);

struct ScenePlaceTick {
    int index = 0;
    double x = 0;
    std::string label; ///< empty: a grid line only
    double labelX = 0;
    bool strong = false; ///< starts a year, or is the origin
};

struct SceneMark {
    double x = 0;
    double y = 0; ///< of the value marked
    std::string label;
    std::optional<Box> labelBox;
    ColourRole role = ColourRole::Event;
    MarkerLayer::Shape shape = MarkerLayer::Shape::TriangleDown;
};

struct SceneLegend {
    LayerReading reading;
    double x = 0;
};

/// A filled box on the value axis with the last value.
struct SceneTag {
    double middle = 0;
    std::string text;
    ColourRole role = ColourRole::Text;
};

struct ScenePane {
    Box header; ///< legend and note
    Box plot;
    ValueScale scale;
    std::vector<ValueTick> ticks;
    std::vector<SceneMark> marks;
    std::vector<SceneLegend> legend;
    std::vector<SceneTag> tags;
    std::string note;
    double noteX = 0;
    bool hasValues = true; ///< false: says so instead

    double y(double value) const { return plot.bottom - scale.fraction(value) * (plot.bottom - plot.top); }
};

struct FigureScene {
    FigureSheet sheet; ///< as clamped
    double left = 0;
    double right = 0; ///< of every plot
    double axisTop = 0;
    std::vector<ScenePane> panes;
    std::vector<ScenePlaceTick> placeTicks;
    std::optional<double> asOfX;
    std::optional<double> originX; ///< step 0 of an axis of steps

    double perPlace() const { return (right - left) / (sheet.last - sheet.first + 1); }
    double x(double place) const { return left + (place - sheet.first + 0.5) * perPlace(); }
};

/// Without panes where the figure has no places.
FigureScene composedScene(const Figure& figure, FigureSheet sheet);

/// Sizes shared by those who compose and those who write.
namespace scene {
constexpr double kFont = 11;
constexpr double kLine = 14; ///< height of a line of text
constexpr double kTagHeight = 16;
constexpr double kTagOffset = 5;
constexpr double kTagPadding = 5;
constexpr double kMarkSize = 9;
constexpr double kMarkHeight = 7;
constexpr double kMarkDistance = 3;
constexpr double kSwatch = 12;
constexpr double kNameGap = 5;
double legendNameWidth(const LayerReading& reading); ///< with the swatch or shape before it
} // namespace scene

} // namespace rotascope
