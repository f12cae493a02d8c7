// Data: what the desk holds and how fresh it is, the imports it came from, what is odd about it, and what
// keeps it safe.
#pragma once

#include "core/quality/finding.h"
#include "ui/models/data_tables.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QSplitter;

namespace rotascope {

class DataTable;
class Panel;
class SegmentBar;
class TwoLineList;

class DataPage : public Page {
    Q_OBJECT

public:
    explicit DataPage(const PageContext& context, QWidget* parent = nullptr);

    /// The table that has the focus.
    std::optional<TableSnapshot> chartData() const override;
    void openAt(const PagePoint& point) override;

signals:
    void importRequested();
    void undoRequested(qint64 importId);
    void whereFromRequested(const rotascope::Symbol& symbol, rotascope::Date date);
    void backupRequested();
    void restoreRequested();
    void checkRequested();

protected:
    void refresh() override;

private:
    QWidget* makeSeries();
    QWidget* makeImports();
    QWidget* makeSide();
    QWidget* makeDesk();
    void showSeries(const DeskSnapshot& desk);
    void showImports(const DeskSnapshot& desk);
    void showFindings();
    void lookThrough();
    void askToUndo();
    void askWhereFrom();
    std::optional<Symbol> currentSymbol() const;
    const ImportRecord* currentImport() const;

    QLabel* m_headline;
    QLabel* m_warning;
    Panel* m_seriesPanel = nullptr;
    DataTable* m_series = nullptr;
    QPushButton* m_whereFrom = nullptr;
    Panel* m_importsPanel = nullptr;
    DataTable* m_imports = nullptr;
    QPushButton* m_undo = nullptr;
    Panel* m_findingsPanel = nullptr;
    SegmentBar* m_which = nullptr;
    TwoLineList* m_findings = nullptr;
    QLabel* m_place = nullptr;
    std::shared_ptr<const DeskSnapshot> m_lookedAt; ///< the desk that m_found is about
    std::shared_ptr<const std::vector<Finding>> m_found;
    std::vector<Finding> m_shown; ///< rows of the list
};

} // namespace rotascope
