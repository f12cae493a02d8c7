#include "ui/models/table_model.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

QVariant alignmentOf(const TableColumn& column) {
    return QVariant::fromValue(
        int(column.isText ? Qt::AlignLeading | Qt::AlignVCenter : Qt::AlignTrailing | Qt::AlignVCenter));
}

QVariant inkOf(const std::optional<ColourRole>& ink) {
    return ink ? QVariant(static_cast<int>(*ink)) : QVariant();
}

QVariant textOrNothing(const QString& text) {
    return text.isEmpty() ? QVariant() : QVariant(text);
}

} // namespace

bool TableCell::looksLike(const TableCell& other) const {
    return text == other.text && sortValue == other.sortValue && ink == other.ink && strong == other.strong &&
           explanation == other.explanation && bar == other.bar;
}

bool TableSnapshot::looksLike(const TableSnapshot& other) const {
    const auto alike = [](const TableCell& a, const TableCell& b) { return a.looksLike(b); };
    return name == other.name && columns == other.columns &&
           std::equal(rows.begin(), rows.end(), other.rows.begin(), other.rows.end(),
                      [&alike](const auto& a, const auto& b) {
                          return std::equal(a.begin(), a.end(), b.begin(), b.end(), alike);
                      });
}

TableColumn figureColumn(const QString& heading, const QString& explanation) {
    return {heading, explanation, false, {}};
}

TableColumn textColumn(const QString& heading, const QString& explanation) {
    return {heading, explanation, true, {}};
}

TableCell figureCell(const QString& text, double value) {
    return {text, std::isnan(value) ? QVariant() : QVariant(value), std::nullopt, false, {}, {}};
}

TableCell signedCell(const QString& text, double value) {
    TableCell cell = figureCell(text, value);
    const bool shown =
        std::any_of(text.begin(), text.end(), [](QChar sign) { return sign >= u'1' && sign <= u'9'; });
    if (value > 0 && shown)
        cell.ink = ColourRole::Positive;
    if (value < 0 && shown)
        cell.ink = ColourRole::Negative;
    return cell;
}

TableCell textCell(const QString& text) {
    return {text, text, std::nullopt, false, {}, {}};
}

TableCell derived(TableCell cell, DerivationRef from) {
    cell.from = std::move(from);
    return cell;
}

std::optional<Derivation> derivationOf(const TableSnapshot& table, std::size_t row, std::size_t column) {
    const std::vector<TableCell>& cells = table.rows[row];
    if (column == 0 && table.columns[0].isText && cells.size() == 2)
        column = 1; // a name with one figure beside it
    const TableCell& cell = cells[column];
    if (cell.text.isEmpty() && !cell.bar)
        return std::nullopt;
    const DerivationRef& ofRow = row < table.rowFrom.size() ? table.rowFrom[row] : table.from;
    const DerivationRef& said = cell.from ? cell.from : ofRow ? ofRow : table.from;
    Derivation out = said ? *said : Derivation();
    QStringList name{table.name, cells.front().text};
    if (column > 0)
        name << table.columns[column].heading;
    name.removeAll(QString());
    out.figure = name.join(QStringLiteral(", ")).toStdString();
    if (column > 0 || !table.columns[column].isText)
        out.value = cell.text.toStdString();
    const QString& heading = table.columns[column].explanation;
    if (out.formula.empty())
        out.formula = (heading.isEmpty() ? cell.explanation : heading).toStdString();
    if (out.note.empty() && cell.explanation.toStdString() != out.formula)
        out.note = cell.explanation.toStdString();
    return out;
}

void TableModel::reset(TableSnapshot snapshot) {
    assert(std::all_of(
        snapshot.rows.begin(), snapshot.rows.end(),
        [&snapshot](const std::vector<TableCell>& row) { return row.size() == snapshot.columns.size(); }));
    beginResetModel();
    m_snapshot = std::move(snapshot);
    endResetModel();
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_snapshot.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_snapshot.columns.size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    const TableCell& cell = m_snapshot.rows[row][column];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return textOrNothing(cell.explanation);
    case Qt::AccessibleTextRole:
        return QVariant(m_snapshot.columns[column].heading + QStringLiteral(": ") + cell.text);
    case Qt::TextAlignmentRole:
        return alignmentOf(m_snapshot.columns[column]);
    case SortRole:
        return cell.sortValue;
    case InkRole:
        return inkOf(cell.ink);
    case StrongRole:
        return cell.strong;
    case BarRole:
        return cell.bar ? QVariant(*cell.bar) : QVariant();
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = m_snapshot.columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.heading;
    case Qt::ToolTipRole:
        return textOrNothing(column.explanation);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case InkRole:
        return inkOf(column.ink);
    default:
        return {};
    }
}

} // namespace rotascope
