// What is coming in the next weeks, as bands with a countdown, and where its dates come from and end.
#pragma once

#include "core/analysis/catalysts/catalysts.h"
#include "ui/pages/page.h"
#include "ui/session/catalyst_session.h"

#include <vector>

class QToolButton;

namespace rotascope {

class BandCalendar;
class DataTable;
class HeadlineLabel;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class CalendarSection : public Page {
    Q_OBJECT

public:
    explicit CalendarSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override { return std::nullopt; }

    std::string command() const override;

protected:
    void refresh() override;
    std::vector<PageInput> inputs() const override;

private:
    QWidget* makeLeft();
    SideColumn* makeSide();
    int days() const;
    void showBands();
    /// The days of the row's category so far become the event study's list.
    void study(int row);
    void editTable();
    void importTable();
    void exportTable();
    void keepTable(const std::string& csv);

    CatalystSession& m_session;
    std::vector<Catalyst> m_coming;
    HeadlineLabel* m_headline;
    SegmentBar* m_days = nullptr;
    BandCalendar* m_bands = nullptr;
    DataTable* m_table = nullptr;
    DataTable* m_lists = nullptr;
    ProseLabel* m_gaps = nullptr;
    QToolButton* m_reset = nullptr;
};

} // namespace rotascope
