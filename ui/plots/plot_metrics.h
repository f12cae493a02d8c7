// Distances of a picture, in device-independent pixels.
#pragma once

namespace rotascope {

constexpr double kLeftMargin = 12;
constexpr double kRightMargin = 4;
constexpr double kTickOffset = 10; ///< from the plot's edge to a value label
constexpr double kTagOffset = 5;   ///< from the plot's edge to a tag
constexpr double kTagPadding = 5;  ///< left and right of a tag's text
constexpr double kTagHeight = 16;
constexpr double kLeastAxisText = 34;
constexpr double kHeaderPadding = 10;
constexpr double kPaneGap = 6;
constexpr double kTimeAxisHeight = 22;
constexpr double kMinimumPaneHeight = 70;
constexpr double kMarkSize = 9;
constexpr double kMarkHeight = 7;
constexpr double kMarkDistance = 3;
constexpr double kLabelPadding = 2;
constexpr double kSwatchWidth = 12;
constexpr double kLegendGap = 16;
constexpr double kNameGap = 5;

} // namespace rotascope
