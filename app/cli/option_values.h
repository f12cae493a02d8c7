// What options carry, read in one way. Usage errors name the option and what was typed.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rotascope::cli {

/// "2025-11-28"; nullopt for nothing ("bad_date").
Result<std::optional<Date>> dateOf(std::string_view option, const std::string& text);

/// "3%" as a fraction; zero for nothing ("bad_percent").
Result<double> percentOf(std::string_view option, std::string text);

/// The place of a word in a list of them ("bad_option").
Result<std::size_t> placeOf(std::string_view option, std::string_view word,
                            std::span<const std::string_view> words);

} // namespace rotascope::cli
