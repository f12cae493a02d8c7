// The style of a report's page: a sheet of paper on any screen, its own for print, tables that scroll inside
// their box on a phone.
#pragma once

#include <string>

namespace rotascope {

std::string reportCss();

} // namespace rotascope
