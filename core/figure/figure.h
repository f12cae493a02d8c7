// core/figure: what to draw, as values. ui/plots paints a Figure in the window, core/report writes it as SVG;
// neither computes. May include core/base, core/market and core/analysis. A new figure is one file and one
// row of the catalogue.
#pragma once

#include "core/base/date.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace rotascope {

/// Colours by meaning. The theme decides what they look like.
enum class ColourRole : std::uint8_t {
    Window,
    Panel,
    Raised,
    Hairline,
    Grid,
    Text,
    MutedText,
    SmallCap,
    LargeCap,
    Ratio,
    Average1,
    Average2,
    Positive,
    Negative,
    Event,
    Selection,
    Attention,
    AttentionBackground
};

/// One value per session of the figure's axis; NaN where there is none. Shared, since results outlive
/// pictures.
using Column = std::shared_ptr<const std::vector<double>>;

/// When a line is seen. What is not always there is named only while it is singled out, and has no tag.
enum class Presence : std::uint8_t {
    Always,
    Faint,  ///< thin and pale, one of many
    OnHover ///< only while the pointer is near it; the value axis takes no notice of it
};

struct LineLayer {
    std::string name; ///< in the legend and the crosshair's read-out ("RUT / SPX")
    ColourRole role = ColourRole::Text;
    Column values;
    int decimals = 2; ///< of the read-out
    std::string unit; ///< appended to the read-out ("%", " pp"); empty for a pure number
    bool dashed = false;
    bool tagged = true;       ///< the value at the cursor or as-of stands as a tag on the axis
    bool emphasised = true;   ///< the pane's subject rather than a companion such as an average
    bool readOutOnly = false; ///< in the legend but not drawn ("percentile 98.6")
    bool sparse =
        false; ///< a value per week or month: joined across the sessions between, read out as the last
    Presence presence = Presence::Always;
};

/// The room between two columns, behind grid and lines.
struct AreaLayer {
    std::string name; ///< in the legend and the read-out ("95 % interval")
    ColourRole role = ColourRole::Selection;
    Column low;
    Column high;
    int decimals = 2;
    std::string unit;
    double strength = 0.16; ///< 0 the panel's own colour, 1 the role's
};

/// A horizontal band behind the lines, from edge to edge.
struct BandLayer {
    double low = 0;
    double high = 0;
    ColourRole role = ColourRole::Selection;
    double opacity = 1.0;
};

/// Marks at sessions, with a label each.
struct MarkerLayer {
    enum class Shape : std::uint8_t { TriangleUp, TriangleDown, Circle };
    struct Mark {
        std::int32_t session = 0; ///< index on the figure's axis
        double value = 0;
        std::string label;
        Date date;
    };
    std::string name;
    ColourRole role = ColourRole::Event;
    Shape shape = Shape::TriangleDown;
    std::vector<Mark> marks;
    std::string note; ///< beside the name in the legend ("z ≥ 3, 63 sessions apart")
};

/// One bar per session from zero; positive and negative have their own role.
struct BarLayer {
    std::string name;
    ColourRole positive = ColourRole::Positive;
    ColourRole negative = ColourRole::Negative;
    Column values;
    int decimals = 2;
    std::string unit;
    int sessionsPerBar = 1; ///< a bar stands over the sessions it sums, the last of which holds its value
    bool tagged = true;     ///< the value at the cursor or as-of stands as a tag on the axis
    std::vector<std::int32_t> unfinished; ///< sessions whose bar is still growing: hatched
};

using Layer = std::variant<LineLayer, BandLayer, MarkerLayer, BarLayer, AreaLayer>;

struct ValueAxis {
    std::string label;
    int decimals = 0;
    std::string suffix; ///< on tick labels ("σ", "%")
    bool logarithmic = false;
    bool signedTicks = false;          ///< "+2" rather than "2"
    std::vector<double> fixedTicks;    ///< empty: chosen by the painter
    std::optional<double> minimumLow;  ///< the axis reaches at least this far down…
    std::optional<double> minimumHigh; ///< …and up
};

struct Pane {
    std::string title; ///< what the pane shows ("z of 5-session spread")
    std::string note;  ///< small type beside it ("σ expanding since 1987, look-ahead free")
    ValueAxis axis;
    std::vector<Layer> layers; ///< painted in this order, the grid behind all
    double heightShare = 1.0;
};

/// Sessions counted from an event instead of dates, or steps of another unit: index 0 of a column is `first`.
struct StepAxis {
    int first = 0;           ///< −21
    std::size_t count = 0;   ///< of values in each column
    std::vector<int> named;  ///< steps that are labelled before others
    std::string originLabel; ///< at step 0 ("event")
    std::string unit = {};   ///< of a step that is no session (" %")

    int stepAt(int index) const { return first + index; }
    bool operator==(const StepAxis&) const = default;
};

/// Panes over one session axis: x is the index into `dates`, or into the steps around an event.
struct Figure {
    std::string id;
    std::string title;
    std::string summary; ///< one sentence for people who cannot see the picture
    std::string recipe;  ///< the rota command that prints the same values; empty where none does
    std::shared_ptr<const std::vector<Date>> dates;
    std::optional<StepAxis> steps; ///< in place of dates
    std::vector<Pane> panes;
    std::optional<std::int32_t> asOfSession; ///< where the dotted as-of line stands

    /// Places on the axis.
    std::size_t size() const { return steps ? steps->count : dates ? dates->size() : 0; }
};

} // namespace rotascope
