// ui/convert: between core's values and Qt's. May include core and Qt Core. Add here what two rooms of ui
// need.
#pragma once

#include "core/base/date.h"

#include <QDate>
#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace rotascope {

QString qtext(std::string_view utf8);
std::string utf8(const QString& text);

/// As in core/base/unbroken.h.
QString unbroken(const QString& words);

/// A symbol as narrow places show it: a long one loses its middle ("VERYLO…INDEX").
QString symbolLabel(std::string_view symbol);

QDate qdate(Date date);
/// `date` must be valid.
Date dateOf(const QDate& date);
/// A date as people type it: "2024-11-06", "20241106", "6 Nov 2024", "6 November 2024", "Wed 6 Nov 2024".
std::optional<Date> typedDate(const QString& text);

/// Core's wording of numbers ("+8.5 %", "+3.7 pp", "+2.43", "98.6"), as Qt text.
QString percentLabel(double fraction);
QString pointsLabel(double fraction);
QString zLabel(double z);
QString percentileLabel(double share);
/// "+3.73 pp" from the fraction 0.0373.
QString finePointsLabel(double fraction);
/// "+3.7": a fraction in percent without its unit, for columns that name it in their heading.
QString percentNumber(double fraction, int decimals = 1);
/// "6 Nov 2024" and "Wed 6 Nov 2024"
QString dateText(Date date);
QString longDateText(Date date);

} // namespace rotascope
