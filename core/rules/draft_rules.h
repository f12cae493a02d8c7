// Rules drafted from sentences, by patterns alone. A draft is a proposal: it shows the words it was made
// from, and asks where they leave something open; nothing is kept before it is confirmed.
#pragma once

#include "core/market/instrument.h"
#include "core/rules/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct RuleDraft {
    TextRange words;        ///< of the text
    std::string expression; ///< checks in the rule language
    std::string question;   ///< what the words leave open; empty where nothing
};

/// One draft for each clause that names a series, a threshold and a direction. `small` and `large` are what
/// "small caps" and "large caps" mean.
std::vector<RuleDraft> draftRules(std::string_view text, const Symbol& small, const Symbol& large);

} // namespace rotascope
