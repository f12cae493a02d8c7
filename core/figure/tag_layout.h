// Keeps tags and labels from covering each other.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Centres of boxes `height` high, moved as little as possible so that none overlap and all lie within
/// low..high. The order of the result is the order given; equal centres keep that order. When there is not
/// enough room for all, they share it evenly.
std::vector<double> movedApart(std::span<const double> centres, double height, double low, double high);

/// A rectangle, y growing downwards.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    bool operator==(const Box&) const = default;
};

/// A label that wants to stand centred above (or below) a point.
struct LabelWish {
    double x = 0;
    double bottom = 0; ///< where the label ends when it stands at its own height
    double width = 0;
    double height = 0;
    bool steppedDown = false; ///< makes room downwards, for labels below their point
};

/// Where each label stands: at its own height, else one or two steps further away, always within `bounds`;
/// nullopt for those that find no room. Later wishes come first, since the latest marks matter most. `taken`
/// is never covered.
std::vector<std::optional<Box>> placedLabels(std::span<const LabelWish> wishes, const Box& bounds,
                                             std::span<const Box> taken);

} // namespace rotascope
