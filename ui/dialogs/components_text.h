// What the program is made of, as the build found it: packaging/cmake/RotascopeComponents.cmake as JSON.
#pragma once

#include <string_view>

namespace rotascope {

std::string_view componentsText();

} // namespace rotascope
