// ui/report: a desk's report as paper. May include core, ui/convert, ui/theme and ui/plots. Pages for people
// and programs (HTML, CSV, JSON) come from core/report/desk; here the same value becomes a document that Qt
// prints.
#pragma once

#include "core/report/desk/desk_report.h"

#include <memory>

class QTextDocument;

namespace rotascope {

/// The report laid out for a sheet `width` pixels of 1/96 inch wide, in black on white. Figures are pictures
/// drawn by the charts of the window. GUI thread alone.
std::unique_ptr<QTextDocument> reportDocument(const DeskReport& report, double width);

} // namespace rotascope
