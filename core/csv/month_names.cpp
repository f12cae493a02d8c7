#include "core/csv/month_names.h"

#include "core/csv/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace rotascope {

namespace {

struct MonthName {
    std::string_view word; ///< lower case, accents dropped
    unsigned month;
};

constexpr std::array kMonths{
    MonthName{"jan", 1},        MonthName{"january", 1},    MonthName{"januar", 1},
    MonthName{"janner", 1},     MonthName{"janv", 1},       MonthName{"janvier", 1},
    MonthName{"ene", 1},        MonthName{"enero", 1},      MonthName{"janeiro", 1},
    MonthName{"feb", 2},        MonthName{"february", 2},   MonthName{"februar", 2},
    MonthName{"fev", 2},        MonthName{"fevr", 2},       MonthName{"fevrier", 2},
    MonthName{"febrero", 2},    MonthName{"fevereiro", 2},  MonthName{"mar", 3},
    MonthName{"march", 3},      MonthName{"marz", 3},       MonthName{"mrz", 3},
    MonthName{"mars", 3},       MonthName{"marzo", 3},      MonthName{"marco", 3},
    MonthName{"apr", 4},        MonthName{"april", 4},      MonthName{"avr", 4},
    MonthName{"avril", 4},      MonthName{"abr", 4},        MonthName{"abril", 4},
    MonthName{"may", 5},        MonthName{"mai", 5},        MonthName{"mayo", 5},
    MonthName{"maio", 5},       MonthName{"jun", 6},        MonthName{"june", 6},
    MonthName{"juni", 6},       MonthName{"juin", 6},       MonthName{"junio", 6},
    MonthName{"junho", 6},      MonthName{"jul", 7},        MonthName{"july", 7},
    MonthName{"juli", 7},       MonthName{"juil", 7},       MonthName{"juillet", 7},
    MonthName{"julio", 7},      MonthName{"julho", 7},      MonthName{"aug", 8},
    MonthName{"august", 8},     MonthName{"aou", 8},        MonthName{"aout", 8},
    MonthName{"ago", 8},        MonthName{"agosto", 8},     MonthName{"sep", 9},
    MonthName{"sept", 9},       MonthName{"september", 9},  MonthName{"septembre", 9},
    MonthName{"septiembre", 9}, MonthName{"set", 9},        MonthName{"setembro", 9},
    MonthName{"oct", 10},       MonthName{"october", 10},   MonthName{"okt", 10},
    MonthName{"oktober", 10},   MonthName{"octobre", 10},   MonthName{"octubre", 10},
    MonthName{"out", 10},       MonthName{"outubro", 10},   MonthName{"nov", 11},
    MonthName{"november", 11},  MonthName{"novembre", 11},  MonthName{"noviembre", 11},
    MonthName{"novembro", 11},  MonthName{"dec", 12},       MonthName{"december", 12},
    MonthName{"dez", 12},       MonthName{"dezember", 12},  MonthName{"decembre", 12},
    MonthName{"dic", 12},       MonthName{"diciembre", 12}, MonthName{"dezembro", 12}};

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"mon",   "monday",   "tue",      "tues",     "tuesday",  "wed",        "wednesday", "thu",     "thur",
     "thurs", "thursday", "fri",      "friday",   "sat",      "saturday",   "sun",       "sunday",  "mo",
     "di",    "mi",       "do",       "fr",       "sa",       "so",         "lun",       "mer",     "jeu",
     "ven",   "dim",      "montag",   "dienstag", "mittwoch", "donnerstag", "freitag",   "samstag", "sonntag",
     "lundi", "mardi",    "mercredi", "jeudi",    "vendredi", "samedi",     "dimanche"});

/// Words between the parts of a date: "17 de noviembre de 2025", "November 17th, 2025", "1er décembre 2025".
constexpr std::array<std::string_view, 11> kFillers{"de", "del", "do", "da", "der", "of",
                                                    "st", "nd",  "rd", "th", "er"};

constexpr std::size_t kLongestName = 12;

/// Lower case without accents; empty when the word is longer than any name.
std::string_view folded(std::string_view word, std::array<char, kLongestName>& into) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (length == into.size())
            return {};
        into[length++] = plainLetter(word, i);
    }
    return {into.data(), length};
}

} // namespace

unsigned monthNamed(std::string_view word) {
    std::array<char, kLongestName> letters{};
    const std::string_view name = folded(word, letters);
    for (const MonthName& month : kMonths)
        if (month.word == name)
            return month.month;
    return 0;
}

bool isWeekdayName(std::string_view word) {
    std::array<char, kLongestName> letters{};
    return std::find(kWeekdays.begin(), kWeekdays.end(), folded(word, letters)) != kWeekdays.end();
}

bool isDateFiller(std::string_view word) {
    std::array<char, kLongestName> letters{};
    return std::find(kFillers.begin(), kFillers.end(), folded(word, letters)) != kFillers.end();
}

} // namespace rotascope
