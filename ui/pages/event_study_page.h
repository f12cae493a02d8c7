// Event study: what really followed events of the pair, and how sure one may be.
#pragma once

#include "core/figure/event_figure.h"
#include "ui/pages/page.h"
#include "ui/session/event_board.h"

class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace rotascope {

class ClaimCard;
class DataTable;
class EventStudyBar;
class FigureView;
class KnobStrip;
class Panel;
class SegmentBar;

class EventStudyPage : public Page {
    Q_OBJECT

public:
    explicit EventStudyPage(const PageContext& context, QWidget* parent = nullptr);

    /// At the event of that date.
    void openAt(const PagePoint& point) override;
    std::optional<TableSnapshot> chartData() const override;
    std::string command() const override;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeBody();
    Panel* makePathPanel();
    Panel* makeFollowedPanel();
    Panel* makeEventsPanel();
    Panel* makeKnobsPanel();
    QMenu* makeExportMenu();
    void connectPath();
    void connectTables();
    void arrange();

    void askForStudy();
    void askForClaim();
    void askForKnobs();
    void showStudy(std::shared_ptr<const EventBoard> board);
    void showNoStudy(const QString& reason);
    void showCounts();
    void showSentence();
    void showFollowed();
    void showEvents();
    void showKnobs();
    void drawPath();
    void setFocus(const EventFocus& focus);
    void focusOnRow(int row);
    void singleOutEvent(int row);
    void openEvent(int row);
    void land();
    void turnKnob(int row, int cell);
    std::span<const std::size_t> shownHorizons() const;

    EventFocus m_focus;
    bool m_revealed = false;
    bool m_wide = false;
    std::optional<Date> m_landing; ///< the event to show as soon as its study is there
    std::shared_ptr<const EventBoard> m_board;
    std::shared_ptr<const Result<EventRobustness>> m_robustness;

    EventStudyBar* m_bar;
    ClaimCard* m_claim;
    QGridLayout* m_grid = nullptr;
    Panel* m_pathPanel = nullptr;
    SegmentBar* m_leg = nullptr;
    SegmentBar* m_centre = nullptr;
    QToolButton* m_lines = nullptr;
    FigureView* m_path = nullptr;
    QLabel* m_notes = nullptr;
    Panel* m_followedPanel = nullptr;
    SegmentBar* m_tabs = nullptr;
    DataTable* m_followed = nullptr;
    Panel* m_eventsPanel = nullptr;
    QToolButton* m_reveal = nullptr;
    DataTable* m_events = nullptr;
    Panel* m_knobsPanel = nullptr;
    SegmentBar* m_knobTabs = nullptr;
    KnobStrip* m_knobs = nullptr;
    DataTable* m_combinations = nullptr;
};

} // namespace rotascope
