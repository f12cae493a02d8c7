// A table in a window of its own: the data behind a chart.
#pragma once

#include "ui/models/table_model.h"
#include "ui/settings/appearance.h"

class QDialog;
class QWidget;

namespace rotascope {

/// Closes itself away; the table takes the keyboard.
QDialog* showDataDialog(const TableSnapshot& data, const Appearance& appearance, QWidget* parent);

} // namespace rotascope
