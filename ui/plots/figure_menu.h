// The menu of a chart: copy, save, show as a table.
#pragma once

#include <QPoint>

class QMenu;

namespace rotascope {

class FigureView;

void showFigureMenu(FigureView& view, QPoint globalPosition);

/// Only the entries that write a file: PNG, SVG, PDF, CSV.
void addFigureSaves(QMenu& menu, FigureView& view);

} // namespace rotascope
