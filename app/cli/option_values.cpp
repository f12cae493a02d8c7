#include "app/cli/option_values.h"

#include "core/base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace rotascope::cli {

Result<std::optional<Date>> dateOf(std::string_view option, const std::string& text) {
    const auto date = parseIsoDate(text);
    if (text.empty() || date)
        return date;
    return usageError("bad_date",
                      fmt::format("{} \"{}\" is not a date. Write it as YYYY-MM-DD.", option, text));
}

Result<double> percentOf(std::string_view option, std::string text) {
    if (text.empty())
        return 0.0;
    const bool isPercent = text.ends_with('%');
    const auto number = parseNumber(std::string_view(text).substr(0, text.size() - 1));
    if (!isPercent || !number)
        return usageError("bad_percent", fmt::format("{} \"{}\" is no percentage. Write 3%.", option, text));
    return *number / 100;
}

Result<std::size_t> placeOf(std::string_view option, std::string_view word,
                            std::span<const std::string_view> words) {
    const auto at = std::ranges::find(words, word);
    if (at == words.end())
        return usageError("bad_option",
                          fmt::format("{} \"{}\" is none of {}.", option, word, fmt::join(words, ", ")));
    return static_cast<std::size_t>(at - words.begin());
}

} // namespace rotascope::cli
