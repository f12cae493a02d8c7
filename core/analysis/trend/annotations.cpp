#include "core/analysis/trend/annotations.h"

#include "core/analysis/flows/desk_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace rotascope {

namespace {

constexpr std::string_view kBlank = " \t";

/// The text up to the first blank, which it loses with the blanks behind it.
std::string_view takeWord(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of(kBlank), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    return word;
}

Result<Annotation> parseRow(std::string_view row, int line) {
    const Symbol symbol = canonicalSymbol(takeWord(row));
    const auto date = parseIsoDate(takeWord(row));
    if (symbol.empty() || !date || row.empty())
        return usageError("bad_annotation",
                          fmt::format("Line {}: write symbol, date and words, such as \"IWM 2025-11-28 "
                                      "Thanksgiving week\".",
                                      line));
    return Annotation{symbol, *date, std::string(row)};
}

} // namespace

std::string annotationsText(std::span<const Annotation> annotations) {
    std::string text;
    for (const Annotation& note : annotations)
        text += fmt::format("{} {} {}\n", note.symbol, isoText(note.date), note.text);
    return text;
}

Result<std::vector<Annotation>> parseAnnotations(std::string_view text) {
    std::vector<Annotation> out;
    const auto read = forEachLine(text, [&out](std::string_view row, int line) -> Result<void> {
        auto note = parseRow(row, line);
        if (!note)
            return Failure(note.error());
        out.push_back(std::move(*note));
        return {};
    });
    if (!read)
        return Failure(read.error());
    std::stable_sort(out.begin(), out.end(), [](const Annotation& a, const Annotation& b) {
        return std::tie(a.symbol, a.date) < std::tie(b.symbol, b.date);
    });
    return out;
}

std::vector<Annotation> annotationsOf(std::span<const Annotation> annotations, std::string_view symbol,
                                      std::optional<Date> asOf) {
    std::vector<Annotation> out;
    std::copy_if(
        annotations.begin(), annotations.end(), std::back_inserter(out),
        [&](const Annotation& note) { return note.symbol == symbol && (!asOf || note.date <= *asOf); });
    return out;
}

} // namespace rotascope
