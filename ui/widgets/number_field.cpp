#include "ui/widgets/number_field.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

/// "1,234.5", with as many decimals as it has.
QString numberText(double number) {
    const std::string plain = shortestNumber(number);
    const std::size_t point = plain.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : plain.size() - point - 1;
    return qtext(groupedNumber(number, static_cast<int>(decimals)));
}

/// Without what arithmetic leaves behind: 1.12 · 100 is 112.
double tidied(double number) {
    constexpr double kFinest = 1e9;
    return std::round(number * kFinest) / kFinest;
}

QString widestOf(const NumberLimits& limits) {
    const QString low = numberText(limits.low);
    const QString high = numberText(limits.high);
    return (low.size() > high.size() ? low : high) + (limits.isWhole ? QString() : QStringLiteral(".5"));
}

/// What people type: "−3", "3 %", "1,000".
std::optional<double> typedNumber(QString text) {
    text.replace(QChar(0x2212), QLatin1Char('-'));
    text.remove(QLatin1Char('%'));
    text.remove(QLatin1Char(','));
    return parseNumber(utf8(text.trimmed()));
}

} // namespace

NumberField::NumberField(const QString& name, const NumberLimits& limits, double value, QWidget* parent)
    : ValueField(name, widestOf(limits), parent)
    , m_name(name)
    , m_limits(limits)
    , m_number(value) {
    setToolTip(tr("%1, %2 to %3").arg(name, numberText(limits.low), numberText(limits.high)));
    setNumber(value);
    connect(this, &ValueField::typed, this, &NumberField::take);
    connect(this, &ValueField::stepped, this,
            [this](int direction) { change(m_number + direction * m_limits.step); });
}

void NumberField::setNumber(double number) {
    m_number = std::clamp(tidied(number), m_limits.low, m_limits.high);
    setValue(numberText(m_number));
}

void NumberField::take(const QString& text) {
    const auto number = typedNumber(text);
    const bool isFit = number && *number >= m_limits.low && *number <= m_limits.high &&
                       (!m_limits.isWhole || *number == std::floor(*number));
    if (isFit)
        return change(*number);
    setNumber(m_number);
    const QString kind = m_limits.isWhole ? tr("a whole number") : tr("a number");
    emit refused(tr("%1: type %2 from %3 to %4.")
                     .arg(m_name, kind, numberText(m_limits.low), numberText(m_limits.high)));
}

void NumberField::change(double number) {
    const double before = m_number;
    setNumber(number);
    if (m_number != before)
        emit numberChanged(m_number);
}

} // namespace rotascope
