// How the page of events is put together.
#include "ui/models/event_tables.h"
#include "ui/pages/event_study_bar.h"
#include "ui/pages/event_study_export.h"
#include "ui/pages/event_study_page.h"
#include "ui/pages/figure_explainer.h"
#include "ui/plots/figure_menu.h"
#include "ui/plots/figure_view.h"
#include "ui/theme/dress.h"
#include "ui/widgets/claim_card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/knob_strip.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr int kWideEnough = 1320; ///< for the table of outcomes beside the list of events
constexpr int kPathHeight = 190;
constexpr int kListWidth = 372;
constexpr int kWideListWidth = 420;
constexpr int kCombinationsHeight = 190;

QLabel* smallPrint(QWidget* parent) {
    auto* label = new QLabel(parent);
    setTextSize(*label, TextSize::Small);
    setInk(*label, ColourRole::MutedText);
    label->setWordWrap(true);
    label->setContentsMargins(12, 2, 12, 4);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

EventStudyPage::EventStudyPage(const PageContext& context, QWidget* parent)
    : Page(context, parent)
    , m_bar(new EventStudyBar(context, this))
    , m_claim(new ClaimCard(context.appearance, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(m_bar);
    column->addWidget(m_claim);
    column->addWidget(makeBody(), 1);
    m_bar->setExportMenu(makeExportMenu());
    connect(m_bar, &EventStudyBar::said, this, &Page::said);
    connect(m_claim, &ClaimCard::claimTyped, this, [this](const QString& claim) {
        EventChoice choice = session().state().events;
        choice.claim = claim.toStdString();
        session().setEventChoice(choice);
    });
    connectPath();
    connectTables();
}

QWidget* EventStudyPage::makeBody() {
    auto* scroll = new QScrollArea(this);
    auto* body = new QWidget(scroll);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_grid->setColumnStretch(0, 1);
    m_grid->setRowStretch(0, 1);
    m_grid->addWidget(makePathPanel(), 0, 0);
    m_grid->addWidget(makeEventsPanel(), 0, 1);
    m_grid->addWidget(makeFollowedPanel(), 1, 0, 1, 2);
    m_grid->addWidget(makeKnobsPanel(), 2, 0, 1, 2);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    return scroll;
}

Panel* EventStudyPage::makePathPanel() {
    m_pathPanel = new Panel(tr("Average path"), this);
    m_leg = new SegmentBar(tr("Path of"), {tr("small"), tr("relative")}, m_pathPanel);
    m_leg->setExplanation(1, tr("small − large, in percentage points"));
    m_centre = new SegmentBar(tr("Centre"), {tr("mean"), tr("median")}, m_pathPanel);
    m_lines = new QToolButton(m_pathPanel);
    m_lines->setText(tr("every event"));
    m_lines->setToolTip(tr("Draws each event's path. Without it the pointer shows the nearest one."));
    m_lines->setCheckable(true);
    m_lines->setFocusPolicy(Qt::StrongFocus);
    setDress(*m_lines, Dress::SegmentOnly);
    setTextSize(*m_lines, TextSize::Table);
    for (SegmentBar* bar : {m_leg, m_centre}) {
        bar->setCurrent(0);
        m_pathPanel->addHeaderWidget(bar);
    }
    m_pathPanel->addHeaderWidget(m_lines);
    m_path = new FigureView(m_pathPanel);
    new FigureExplainer(*m_path);
    m_path->setTheme(appearance().theme());
    m_path->setMinimumHeight(kPathHeight);
    m_path->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_notes = smallPrint(m_pathPanel);
    m_pathPanel->addContent(m_path, 1);
    m_pathPanel->addContent(m_notes);
    return m_pathPanel;
}

Panel* EventStudyPage::makeFollowedPanel() {
    m_followedPanel = new Panel(tr("What followed"), this);
    m_tabs = new SegmentBar(tr("Outcomes"),
                            {tr("summary"), tr("small"), tr("large"), tr("small − large"), tr("loss odds")},
                            m_followedPanel);
    m_tabs->setCurrent(0);
    m_followedPanel->addHeaderWidget(m_tabs);
    m_followed = new DataTable(appearance(), DataTable::Height::FitsRows, m_followedPanel);
    m_followed->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_followed->spreadColumns();
    m_followedPanel->addContent(m_followed);
    return m_followedPanel;
}

Panel* EventStudyPage::makeEventsPanel() {
    m_eventsPanel = new Panel(tr("Events"), this);
    m_reveal = new QToolButton(m_eventsPanel);
    m_reveal->setCheckable(true);
    m_reveal->setText(tr("Reveal"));
    m_reveal->setToolTip(tr("Shows what came after the as-of date"));
    m_reveal->setFocusPolicy(Qt::StrongFocus);
    setTextSize(*m_reveal, TextSize::Table);
    m_eventsPanel->addHeaderWidget(m_reveal);
    m_events = new DataTable(appearance(), DataTable::Height::Scrolls, m_eventsPanel);
    m_events->setSelectionMode(QAbstractItemView::SingleSelection);
    m_events->setMouseTracking(true);
    m_events->spreadColumns();
    m_eventsPanel->addContent(m_events, 1);
    m_eventsPanel->setFixedWidth(kListWidth);
    return m_eventsPanel;
}

Panel* EventStudyPage::makeKnobsPanel() {
    m_knobsPanel = new Panel(tr("Does the answer hang on one knob?"), this);
    m_knobTabs = new SegmentBar(
        tr("Knobs"), {tr("one knob"), tr("years and regimes"), tr("every combination")}, m_knobsPanel);
    m_knobTabs->setCurrent(0);
    m_knobsPanel->addHeaderWidget(m_knobTabs);
    m_knobs = new KnobStrip(appearance(), m_knobsPanel);
    m_combinations = new DataTable(appearance(), DataTable::Height::Scrolls, m_knobsPanel);
    m_combinations->setFixedHeight(kCombinationsHeight);
    m_combinations->spreadColumns();
    m_combinations->hide();
    m_knobsPanel->addContent(m_knobs);
    m_knobsPanel->addContent(m_combinations);
    return m_knobsPanel;
}

QMenu* EventStudyPage::makeExportMenu() {
    auto* menu = new QMenu(m_bar);
    for (const EventTableExport& table : eventTableExports())
        menu->addAction(QCoreApplication::translate("EventExport", table.label), this, [this, &table] {
            const QString problem = saveEventTable(this, table, {m_board, m_robustness, m_revealed});
            if (!problem.isEmpty())
                emit said(problem);
        });
    menu->addSeparator();
    addFigureSaves(*menu, *m_path);
    return menu;
}

void EventStudyPage::connectPath() {
    connect(&appearance(), &Appearance::themeChanged, this,
            [this] { m_path->setTheme(appearance().theme()); });
    connect(m_path, &FigureView::dataRequested, this, &Page::dataRequested);
    connect(m_path, &FigureView::saveFailed, this, &Page::said);
    connect(m_leg, &SegmentBar::chosen, this, [this](int index) {
        setFocus({m_focus.horizon, index == 0 ? Leg::Small : Leg::Relative});
    });
    connect(m_centre, &SegmentBar::chosen, this, &EventStudyPage::drawPath);
    connect(m_lines, &QToolButton::toggled, this, &EventStudyPage::drawPath);
}

void EventStudyPage::connectTables() {
    connect(m_tabs, &SegmentBar::chosen, this, &EventStudyPage::showFollowed);
    connect(m_knobTabs, &SegmentBar::chosen, this, &EventStudyPage::showKnobs);
    connect(m_knobs, &KnobStrip::chosen, this, &EventStudyPage::turnKnob);
    connect(m_followed, &QTableView::clicked, this,
            [this](const QModelIndex& index) { focusOnRow(m_followed->rowAt(index)); });
    connect(m_followed, &DataTable::rowActivated, this, &EventStudyPage::focusOnRow);
    connect(m_events, &QTableView::entered, this,
            [this](const QModelIndex& index) { singleOutEvent(m_events->rowAt(index)); });
    connect(
        m_events->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& index) { singleOutEvent(index.isValid() ? m_events->rowAt(index) : -1); });
    connect(m_events, &QTableView::clicked, this,
            [this](const QModelIndex& index) { openEvent(m_events->rowAt(index)); });
    connect(m_events, &DataTable::rowActivated, this, &EventStudyPage::openEvent);
    connect(m_reveal, &QToolButton::toggled, this, [this](bool revealed) {
        m_revealed = revealed;
        showEvents();
    });
}

/// Where the window is wide the list of events stands beside path and outcomes; else the outcomes take the
/// whole width.
void EventStudyPage::arrange() {
    const bool wide = width() >= kWideEnough;
    if (wide == m_wide)
        return;
    m_wide = wide;
    m_grid->removeWidget(m_eventsPanel);
    m_grid->removeWidget(m_followedPanel);
    m_eventsPanel->setFixedWidth(wide ? kWideListWidth : kListWidth);
    m_grid->addWidget(m_eventsPanel, 0, 1, wide ? 2 : 1, 1);
    m_grid->addWidget(m_followedPanel, 1, 0, 1, wide ? 1 : 2);
    showCounts();
    showEvents();
}

std::span<const std::size_t> EventStudyPage::shownHorizons() const {
    static constexpr std::array<std::size_t, 3> kMany{63, 126, 252};
    return std::span(kMany).subspan(m_wide ? 0 : 1);
}

void EventStudyPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

} // namespace rotascope
