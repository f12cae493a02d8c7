#include "ui/import_wizard/preview_model.h"

#include "ui/convert/convert.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace rotascope {

namespace {

constexpr std::array<const char*, kColumnRoles> kRoleLabels{QT_TRANSLATE_NOOP("Roles", "not stored"),
                                                            QT_TRANSLATE_NOOP("Roles", "date"),
                                                            QT_TRANSLATE_NOOP("Roles", "ticker"),
                                                            QT_TRANSLATE_NOOP("Roles", "open"),
                                                            QT_TRANSLATE_NOOP("Roles", "high"),
                                                            QT_TRANSLATE_NOOP("Roles", "low"),
                                                            QT_TRANSLATE_NOOP("Roles", "close"),
                                                            QT_TRANSLATE_NOOP("Roles", "adjusted close"),
                                                            QT_TRANSLATE_NOOP("Roles", "volume"),
                                                            QT_TRANSLATE_NOOP("Roles", "value"),
                                                            QT_TRANSLATE_NOOP("Roles", "NAV"),
                                                            QT_TRANSLATE_NOOP("Roles", "shares outstanding"),
                                                            QT_TRANSLATE_NOOP("Roles", "AUM"),
                                                            QT_TRANSLATE_NOOP("Roles", "flow"),
                                                            QT_TRANSLATE_NOOP("Roles", "series of its own")};

ColourRole inkOf(const PreviewColumn& column) {
    if (!column.stored)
        return ColourRole::MutedText;
    if (column.role == ColumnRole::Day || column.role == ColumnRole::Ticker)
        return ColourRole::LargeCap;
    return ColourRole::SmallCap;
}

} // namespace

QString roleLabel(ColumnRole role) {
    return QCoreApplication::translate("Roles", kRoleLabels[static_cast<std::size_t>(role)]);
}

void PreviewModel::reset(std::shared_ptr<const ImportPreview> preview) {
    beginResetModel();
    m_preview = std::move(preview);
    m_problems.clear();
    m_figures.clear();
    if (m_preview) {
        for (const ImportIssue& issue : expectedOutcome(*m_preview).issues)
            m_problems.insert(issue.line);
        for (const PreviewColumn& column : m_preview->columns)
            m_figures.push_back(holdsValues(column.role));
    }
    endResetModel();
}

int PreviewModel::rowOfLine(std::uint32_t line) const {
    if (!m_preview)
        return -1;
    const auto& rows = m_preview->rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [line](const PreviewRow& row) { return row.line == line; });
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

int PreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_preview ? 0 : static_cast<int>(m_preview->columns.size());
}

bool PreviewModel::isProblem(std::uint32_t line, std::size_t column) const {
    const auto& issues = expectedOutcome(*m_preview).issues;
    return std::any_of(issues.begin(), issues.end(), [&](const ImportIssue& issue) {
        return issue.line == line && (issue.column == 0 || issue.column == column + 1);
    });
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow& row = m_preview->rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const bool problem = m_problems.contains(row.line);
    switch (role) {
    case Qt::DisplayRole:
        return qtext(row.cells[column]);
    case Qt::ToolTipRole:
        return tr("line %1").arg(row.line);
    case Qt::AccessibleTextRole:
        return tr("line %1, %2: %3")
            .arg(row.line)
            .arg(qtext(m_preview->columns[column].heading), qtext(row.cells[column]));
    case Qt::TextAlignmentRole:
        return int((m_figures[column] ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    case ProblemRole:
        return problem;
    case TableModel::InkRole:
        if (problem && isProblem(row.line, column))
            return static_cast<int>(ColourRole::Negative);
        return static_cast<int>(m_preview->columns[column].stored ? ColourRole::Text : ColourRole::MutedText);
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0 || !m_preview)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount()
                   ? QVariant(m_preview->rows[static_cast<std::size_t>(section)].line)
                   : QVariant();
    if (section >= columnCount())
        return {};
    const PreviewColumn& column = m_preview->columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.heading.empty() ? tr("column %1").arg(section + 1) : qtext(column.heading);
    case Qt::ToolTipRole:
        return tr("%1: %2. Choose another role with a click, or with F4 in the table.")
            .arg(qtext(column.heading), qtext(column.holds));
    case Qt::TextAlignmentRole:
        return int((m_figures[static_cast<std::size_t>(section)] ? Qt::AlignTrailing : Qt::AlignLeading) |
                   Qt::AlignVCenter);
    case HoldsRole:
        return column.stored ? roleLabel(column.role) : tr("not stored");
    case TableModel::InkRole:
        return static_cast<int>(inkOf(column));
    default:
        return {};
    }
}

} // namespace rotascope
