// The menu of a chart: copy, save, show as a table.
#pragma once

#include <QPoint>

namespace rotascope {

class FigureView;

void showFigureMenu(FigureView& view, QPoint globalPosition);

} // namespace rotascope
