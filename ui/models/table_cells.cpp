#include "ui/models/table_cells.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <cmath>

namespace rotascope {

namespace {

TableCell missingCell() {
    return figureCell(QStringLiteral("–"), std::nan(""));
}

} // namespace

QString tableText(const char* source) {
    return QCoreApplication::translate("Tables", source);
}

QString countLabel(std::size_t count) {
    return qtext(groupedCount(static_cast<long long>(count)));
}

TableCell countCell(std::size_t count) {
    return figureCell(countLabel(count), static_cast<double>(count));
}

TableCell percentCell(double fraction, int decimals) {
    return std::isnan(fraction) ? missingCell() : signedCell(percentNumber(fraction, decimals), fraction);
}

TableCell numberCell(double value, int decimals) {
    return std::isnan(value) ? missingCell() : figureCell(qtext(groupedNumber(value, decimals)), value);
}

TableCell dateCell(Date date) {
    return {dateText(date), QVariant(double(dayNumber(date))), std::nullopt, false, {}};
}

TableCell explained(TableCell cell, const QString& explanation) {
    cell.explanation = explanation;
    return cell;
}

} // namespace rotascope
