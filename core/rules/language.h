// The rule language on one page, made from its catalogues.
#pragma once

#include <string>

namespace rotascope {

/// Grammar, units, functions and examples, for `rota rules --help-language` and the editor.
std::string ruleLanguageHelp();

} // namespace rotascope
