#include "ui/import_wizard/setting_choices.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace rotascope {

namespace {

constexpr std::array kOrders{NumericOrder::MonthFirst, NumericOrder::DayFirst, NumericOrder::YearFirst};
constexpr std::array kCadences{Cadence::Daily, Cadence::Weekly, Cadence::Monthly, Cadence::Quarterly};
constexpr std::array kDecimals{'.', ','};
constexpr std::array kEncodings{Encoding::Utf8, Encoding::Windows1252, Encoding::Utf16Le, Encoding::Utf16Be};
constexpr std::array kDelimiters{',', ';', '\t', '|'};

QString word(const char* text) {
    return QCoreApplication::translate("ImportWizard", text);
}

/// Choice 0 is nobody's.
template <class Values>
auto chosen(const Values& values, int choice) {
    using Value = typename Values::value_type;
    const auto index = static_cast<std::size_t>(choice);
    return index == 0 || index > values.size() ? std::optional<Value>{}
                                               : std::optional<Value>(values[index - 1]);
}

} // namespace

QStringList choicesFor(SettingOf setting) {
    const QString file = word(QT_TRANSLATE_NOOP("ImportWizard", "as the file says"));
    switch (setting) {
    case SettingOf::Instrument:
    case SettingOf::Day:
        return {file, word("name it…")};
    case SettingOf::Kind:
        return {word("by the spacing of its dates"), word("daily"), word("weekly"), word("monthly"),
                word("quarterly")};
    case SettingOf::DateOrder:
        return {file, word("month first"), word("day first"), word("year first")};
    case SettingOf::Decimal:
        return {file, word("point"), word("comma")};
    case SettingOf::Encoding:
        return {file, QStringLiteral("UTF-8"), QStringLiteral("Windows-1252"), QStringLiteral("UTF-16 LE"),
                QStringLiteral("UTF-16 BE")};
    case SettingOf::Delimiter:
        return {file, word("comma"), word("semicolon"), word("tab"), word("vertical bar")};
    case SettingOf::Thousands:
    case SettingOf::Header:
    case SettingOf::Order:
    case SettingOf::Digits:
        break;
    }
    return {};
}

ReadingChoices withChoice(ReadingChoices choices, SettingOf setting, int choice) {
    if (setting == SettingOf::Instrument && choice == 0)
        choices.symbol.reset();
    if (setting == SettingOf::Day && choice == 0)
        choices.date.reset();
    if (setting == SettingOf::Kind)
        choices.cadence = chosen(kCadences, choice);
    if (setting == SettingOf::DateOrder)
        choices.dateOrder = chosen(kOrders, choice);
    if (setting == SettingOf::Decimal)
        choices.decimal = chosen(kDecimals, choice);
    if (setting == SettingOf::Encoding)
        choices.encoding = chosen(kEncodings, choice);
    if (setting == SettingOf::Delimiter)
        choices.delimiter = chosen(kDelimiters, choice);
    return choices;
}

} // namespace rotascope
