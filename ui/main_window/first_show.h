// The window's first appearance.
#pragma once

namespace rotascope {

class MainWindow;
class StyleSheetPause;

/// Shows the window with its first picture in it rather than empty and then again; a desk that takes longer
/// than a blink is not waited for. Ends `unstyled`, and begins what the picture can do without once it has
/// been painted. To be called after the desk was asked for.
void showWithFirstPicture(MainWindow& window, StyleSheetPause& unstyled);

} // namespace rotascope
