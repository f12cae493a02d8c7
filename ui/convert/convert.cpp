#include "ui/convert/convert.h"

#include "core/analysis/wording.h"
#include "core/base/text.h"
#include "core/base/unbroken.h"

#include <QLocale>

#include <cmath>

namespace rotascope {

namespace {

// QDate(year_month_day) is compiled out of Qt 6.4 with g++ 12, hence the Julian day.
constexpr qint64 kJulianDayOfEpoch = 2440588;

constexpr qsizetype kLongestLabel = 12;

} // namespace

QString qtext(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

QString unbroken(const QString& words) {
    return qtext(unbroken(std::string_view(utf8(words))));
}

QString symbolLabel(std::string_view symbol) {
    const QString whole = qtext(symbol);
    if (whole.size() <= kLongestLabel)
        return whole;
    const qsizetype half = kLongestLabel / 2;
    return whole.left(half) + QStringLiteral("…") + whole.right(half - 1);
}

QDate qdate(Date date) {
    return QDate::fromJulianDay(kJulianDayOfEpoch + dayNumber(date));
}

Date dateOf(const QDate& date) {
    return dateFromDayNumber(static_cast<std::int32_t>(date.toJulianDay() - kJulianDayOfEpoch));
}

std::optional<Date> typedDate(const QString& text) {
    const QString words = text.simplified();
    QDate date = QDate::fromString(words, Qt::ISODate);
    const QLocale english(QLocale::English);
    for (const char* form : {"yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy"})
        if (!date.isValid())
            date = english.toDate(words, QLatin1String(form));
    return date.isValid() ? std::optional(dateOf(date)) : std::nullopt;
}

QString percentLabel(double fraction) {
    return qtext(percentText(fraction));
}

QString pointsLabel(double fraction) {
    return qtext(pointsText(fraction));
}

QString finePointsLabel(double fraction) {
    return std::isnan(fraction) ? pointsLabel(fraction) : qtext(signedNumber(fraction * 100, 2) + " pp");
}

QString percentNumber(double fraction, int decimals) {
    return qtext(signedNumber(fraction * 100, decimals));
}

QString zLabel(double z) {
    return qtext(zText(z));
}

QString percentileLabel(double share) {
    return qtext(percentileText(share));
}

QString dateText(Date date) {
    return qtext(dayMonthYear(date));
}

QString longDateText(Date date) {
    return qtext(weekdayDayMonthYear(date));
}

} // namespace rotascope
