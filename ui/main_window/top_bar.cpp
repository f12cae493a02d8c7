#include "ui/main_window/top_bar.h"

#include "ui/theme/dress.h"
#include "ui/widgets/as_of_bar.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/pair_picker.h"
#include "ui/widgets/segment_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <functional>

namespace rotascope {

namespace {

constexpr int kHeight = 48;
constexpr int kNarrowest = 700;

QStringList rangeLabels() {
    QStringList labels;
    for (const RangeInfo& range : kRanges)
        labels << QString::fromLatin1(range.name);
    return labels;
}

QStringList scaleLabels() {
    QStringList labels;
    for (const char* name : kScaleNames)
        labels << QString::fromLatin1(name);
    return labels;
}

QFrame* divider(QWidget* parent) {
    auto* line = new QFrame(parent);
    setDress(*line, Dress::Rule);
    line->setFixedSize(1, 24);
    return line;
}

std::vector<Instrument> pricedInstruments(const DeskSnapshot& desk) {
    std::vector<Instrument> priced;
    for (const InstrumentSummary& row : desk.instruments) {
        const bool hasDaily =
            std::any_of(row.series.begin(), row.series.end(), [](const SeriesSummary& series) {
                return series.cadence == Cadence::Daily && (!series.field || *series.field == Field::Value);
            });
        if (hasDaily)
            priced.push_back(row.instrument);
    }
    return priced;
}

} // namespace

TopBar::TopBar(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_pair(new PairPicker(this))
    , m_asOf(new AsOfBar(this))
    , m_ranges(new SegmentBar(tr("Range"), rangeLabels(), this))
    , m_scales(new SegmentBar(tr("Scale"), scaleLabels(), this))
    , m_demo(new QLabel(tr("DEMO"), this))
    , m_palette(new QToolButton(this))
    , m_import(new QToolButton(this))
    , m_report(new QToolButton(this))
    , m_menu(new MenuButton(this)) {
    setDress(*this, Dress::TopBar);
    setFixedHeight(kHeight);
    setDress(*m_demo, Dress::BadgeAttention);
    setTextSize(*m_demo, TextSize::Small, QFont::DemiBold);
    m_demo->setToolTip(tr("A synthetic market: no figure here is a real price"));
    m_demo->hide();
    m_scales->setExplanation(0, tr("The ratio as it is"));
    m_scales->setExplanation(1, tr("At 100 where the range starts, on a logarithmic axis  L"));
    m_scales->setExplanation(2, tr("Rebased to 100 where the range starts"));
    m_palette->setText(QStringLiteral("Ctrl+K"));
    m_palette->setToolTip(tr("Every command, page and symbol by name"));
    m_palette->setAccessibleName(tr("Command palette"));
    setDress(*m_palette, Dress::Flat);
    setInk(*m_palette, ColourRole::MutedText);
    m_import->setText(tr("Import…"));
    m_import->setToolTip(tr("Import CSV files  Ctrl+I"));
    m_report->setText(tr("Report…"));
    m_report->setToolTip(tr("One file with everything the desk says as of this date  Ctrl+R"));
    m_menu->setText(QStringLiteral("☰"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu: every command, with its key"));
    for (QToolButton* button : {m_palette, m_import, m_report})
        button->setFocusPolicy(Qt::StrongFocus);
    layOut();
    connectSession();
    showState();
    showAsOf();
}

void TopBar::layOut() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 14, 0);
    row->setSpacing(8);
    row->addWidget(m_pair);
    row->addWidget(divider(this));
    row->addWidget(m_asOf);
    row->addWidget(divider(this));
    row->addWidget(m_ranges);
    row->addWidget(m_scales);
    row->addStretch(1);
    row->addWidget(m_demo, 0, Qt::AlignVCenter);
    row->addWidget(m_palette);
    row->addWidget(m_import);
    row->addWidget(m_report);
    row->addWidget(m_menu);
}

void TopBar::connectSession() {
    connect(&m_session, &Session::stateChanged, this, &TopBar::showState);
    connect(&m_session, &Session::deskChanged, this, &TopBar::showState);
    connect(&m_session, &Session::deskChanged, this, &TopBar::showAsOf);
    connect(&m_session, &Session::analysisChanged, this, &TopBar::showAsOf);
    connect(&m_session, &Session::spanChanged, this, &TopBar::showState);
    connect(m_pair, &PairPicker::pairChosen, &m_session, &Session::setPair);
    connect(m_asOf, &AsOfBar::stepped, &m_session, &Session::stepAsOf);
    connect(m_asOf, &AsOfBar::sessionChosen, &m_session,
            [this](int session) { m_session.setAsOfIndex(static_cast<std::size_t>(session)); });
    connect(m_asOf, &AsOfBar::dateChosen, &m_session, [this](Date date) { m_session.setAsOf(date); });
    connect(m_asOf, &AsOfBar::latestChosen, &m_session, [this] { m_session.setAsOf(std::nullopt); });
    connect(m_ranges, &SegmentBar::chosen, &m_session,
            [this](int index) { m_session.setRange(kRanges[static_cast<std::size_t>(index)].id); });
    connect(m_scales, &SegmentBar::chosen, &m_session,
            [this](int index) { m_session.setScale(static_cast<ScaleMode>(index)); });
    connect(m_import, &QToolButton::clicked, this, &TopBar::importRequested);
    connect(m_report, &QToolButton::clicked, this, &TopBar::reportRequested);
    connect(m_palette, &QToolButton::clicked, this, &TopBar::paletteRequested);
}

void TopBar::showState() {
    const ViewState& state = m_session.state();
    const auto desk = m_session.desk();
    showPair();
    const bool charted = desk && !desk->isEmpty();
    for (QWidget* control :
         {static_cast<QWidget*>(m_pair), static_cast<QWidget*>(m_ranges), static_cast<QWidget*>(m_scales)})
        control->setEnabled(charted);
    m_import->setEnabled(desk != nullptr);
    m_report->setEnabled(charted);
    m_ranges->setCurrent(m_session.isZoomed() ? -1 : static_cast<int>(state.range));
    m_scales->setCurrent(static_cast<int>(state.scale));
}

// Measured anew only when the desk or the pair is another one: every pan comes by here.
void TopBar::showPair() {
    const auto desk = m_session.desk();
    const ViewState& state = m_session.state();
    const PairShown now{desk, state.small, state.large};
    if (m_pairShown == now)
        return;
    m_pairShown = now;
    m_pair->show(desk ? pricedInstruments(*desk) : std::vector<Instrument>{}, state.small, state.large);
    setDemo(desk && desk->info.demo);
    if (isVisible())
        fit();
}

void TopBar::showAsOf() {
    const auto analysis = m_session.analysis();
    m_asOf->show(analysis ? analysis->sessions : nullptr, analysis ? analysis->asOfIndex() : 0,
                 !m_session.state().asOf.has_value());
    setDress(*this, analysis && analysis->isPast() ? Dress::TopBarPast : Dress::TopBar);
}

void TopBar::setCommandMenu(QMenu* menu) {
    m_menu->setMenu(menu);
}

void TopBar::setDemo(bool demo) {
    m_demo->setVisible(demo);
}

QSize TopBar::minimumSizeHint() const {
    return {kNarrowest, kHeight};
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    if (isVisible())
        fit();
}

void TopBar::showEvent(QShowEvent* event) {
    fit();
    QFrame::showEvent(event);
}

// What a narrow window lacks room for goes or folds, the dispensable first; what goes has a key.
void TopBar::fit() {
    const std::array<std::function<void(bool)>, 7> sacrifices{
        [this](bool shown) { m_palette->setVisible(shown); },
        [this](bool shown) { m_asOf->setCaptionVisible(shown); },
        [this](bool shown) { m_pair->setNamesVisible(shown); },
        [this](bool shown) { m_asOf->setSliderVisible(shown); },
        [this](bool shown) { m_scales->setFolded(!shown); },
        [this](bool shown) { m_ranges->setFolded(!shown); },
        [this](bool shown) { m_scales->setVisible(shown); },
    };
    for (const auto& show : sacrifices)
        show(true);
    for (const auto& show : sacrifices) {
        layout()->activate();
        if (layout()->minimumSize().width() <= width())
            return;
        show(false);
    }
}

} // namespace rotascope
