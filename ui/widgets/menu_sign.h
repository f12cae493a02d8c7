// The small triangle that says a button opens a menu; drawn by the style, since a font may lack it.
#pragma once

class QWidget;

namespace rotascope {

constexpr int kMenuSign = 8; ///< wide

/// At the trailing side of `button`, which keeps that much free there.
void paintMenuSign(QWidget& button);

} // namespace rotascope
