// A number that is typed, or stepped with ↑ and ↓, within limits.
#pragma once

#include "ui/widgets/value_field.h"

namespace rotascope {

struct NumberLimits {
    double low = 0;
    double high = 0;
    double step = 1;
    bool isWhole = false;
};

class NumberField : public ValueField {
    Q_OBJECT

public:
    /// `name` says what the number is, to people who cannot see the field and where it is refused.
    NumberField(const QString& name, const NumberLimits& limits, double value, QWidget* parent = nullptr);

    double number() const { return m_number; }
    /// Within the limits; does not emit numberChanged().
    void setNumber(double number);

signals:
    void numberChanged(double number);     ///< by the user
    void refused(const QString& sentence); ///< what was typed is no such number; the one in force stays

private:
    void take(const QString& text);
    void change(double number);

    QString m_name;
    NumberLimits m_limits;
    double m_number;
};

} // namespace rotascope
