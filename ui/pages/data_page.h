// Data: what the desk holds and how fresh it is, the imports it came from, what is odd about it, and what
// keeps it safe.
#pragma once

#include "core/quality/finding.h"
#include "core/store/judgements.h"
#include "ui/models/data_tables.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;
class QSplitter;

namespace rotascope {

class ChoiceButton;
class DataTable;
class FindingsPanel;
class Panel;
class SegmentBar;

/// What an examination of the desk found, and what it was about.
struct ExaminedDesk {
    std::shared_ptr<const DeskSnapshot> desk;
    std::optional<Date> asOf;
    std::vector<InstrumentSummary> instruments; ///< as far as they were known
    std::vector<Finding> findings;
};

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
    void acceptRequested(const std::vector<rotascope::FindingKey>& findings, const QString& reason);
    void reopenRequested(const std::vector<rotascope::FindingKey>& findings);
    void availabilityChosen(const rotascope::SeriesKey& series, rotascope::Availability availability);
    void splitsRequested(const rotascope::Symbol& symbol);
    void settingsRequested();
    void backupRequested();
    void restoreRequested();
    void checkRequested();

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeSeries();
    QWidget* makeImports();
    QWidget* makeSide();
    QWidget* makeDesk();
    ChoiceButton* makeAvailability();
    void showSeries(const std::vector<InstrumentSummary>& instruments);
    void showHeadline(const std::vector<InstrumentSummary>& instruments, Date newest);
    void showImports(const DeskSnapshot& desk);
    void showFindings();
    void showSeriesButtons();
    void examine();
    void adopt(const ExaminedDesk& examined);
    bool isExamined() const;
    void askToUndo();
    void askWhereFrom();
    std::optional<SeriesKey> currentSeries() const;
    std::optional<Symbol> currentSymbol() const;
    const ImportRecord* currentImport() const;

    QLabel* m_headline;
    QLabel* m_warning;
    QWidget* m_side = nullptr;
    Panel* m_seriesPanel = nullptr;
    DataTable* m_series = nullptr;
    ChoiceButton* m_availability = nullptr;
    QPushButton* m_splits = nullptr;
    QPushButton* m_whereFrom = nullptr;
    Panel* m_importsPanel = nullptr;
    DataTable* m_imports = nullptr;
    QPushButton* m_undo = nullptr;
    FindingsPanel* m_findings = nullptr;
    SegmentBar* m_which = nullptr;
    QLabel* m_place = nullptr;
    std::shared_ptr<const ExaminedDesk> m_examined;
    std::vector<InstrumentSummary> m_shown; ///< of the series table's rows
};

} // namespace rotascope
