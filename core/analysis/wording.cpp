#include "core/analysis/wording.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 11> kNumberWords{"no",  "one",   "two",   "three", "four", "five",
                                                        "six", "seven", "eight", "nine",  "ten"};

std::string withUnit(double fraction, std::string_view unit) {
    const std::string number = signedNumber(fraction * 100, 1);
    return std::isfinite(fraction) ? fmt::format("{}{}", number, unit) : number;
}

std::string_view ordinalEnding(std::string_view digits) {
    const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
    switch (teen ? '0' : digits.back()) {
    case '1':
        return "st";
    case '2':
        return "nd";
    case '3':
        return "rd";
    default:
        return "th";
    }
}

} // namespace

std::string percentText(double fraction) {
    return withUnit(fraction, " %");
}
std::string pointsText(double fraction) {
    return withUnit(fraction, " pp");
}
std::string plainPercentText(double fraction) {
    return std::isfinite(fraction) ? groupedNumber(std::abs(fraction) * 100, 1) + " %"
                                   : groupedNumber(fraction, 1);
}
std::string pointsInWords(double fraction) {
    return groupedNumber(std::abs(fraction) * 100, 1) + " points";
}
std::string zText(double z) {
    return signedNumber(z, 2);
}

std::string percentileText(double share) {
    const std::string text = groupedNumber(share * 100, 1);
    return text == "100.0" && share < 1 ? "99.9" : text;
}

std::string percentileOrdinal(double share) {
    const std::string text = percentileText(share);
    return fmt::format("{}{}", text, ordinalEnding(text));
}

std::string placeInHistory(double share, std::size_t values) {
    if (share >= 1)
        return "the highest so far";
    return share * static_cast<double>(values) < 1.5 ? "the lowest so far"
                                                     : percentileOrdinal(share) + " percentile";
}

std::string numberWord(int number) {
    const bool worded = number >= 0 && number < static_cast<int>(kNumberWords.size());
    return worded ? std::string(kNumberWords[static_cast<std::size_t>(number)]) : std::to_string(number);
}

std::string sessionsInWords(int sessions) {
    return fmt::format("{} session{}", numberWord(sessions), sessions == 1 ? "" : "s");
}

std::string dayMonthShortYear(Date date) {
    const std::string text = dayMonthYear(date);
    const std::size_t year = text.rfind(' ') + 1;
    return text.substr(0, year) + text.substr(text.size() - 2);
}

std::string dayMonth(Date date) {
    const std::string text = dayMonthYear(date);
    return text.substr(0, text.rfind(' '));
}

std::string listed(const std::vector<std::string>& texts) {
    std::string out;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            out += i + 1 == texts.size() ? " and " : ", ";
        out += texts[i];
    }
    return out;
}

} // namespace rotascope
