// The window's first appearance.
#pragma once

namespace rotascope {

class MainWindow;

/// Shows the window with its first picture in it rather than empty and then again; a desk that takes longer
/// than a blink is not waited for. To be called after the desk was asked for.
void showWithFirstPicture(MainWindow& window);

} // namespace rotascope
