// resources/playbook.json, as the build put it into the program.
#pragma once

#include <string_view>

namespace rotascope {

std::string_view builtInPackText();

} // namespace rotascope
