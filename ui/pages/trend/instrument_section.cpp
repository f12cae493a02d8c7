#include "ui/pages/trend/instrument_section.h"

#include "core/analysis/trend/pair_history.h"
#include "core/analysis/trend/trend_wording.h"
#include "core/figure/derivations.h"
#include "core/figure/trend_figure.h"
#include "core/indicators/indicator_catalogue.h"
#include "ui/convert/convert.h"
#include "ui/models/trend_tables.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/side_column.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("trend instrument");
constexpr std::string_view kRsi = "rsi";

} // namespace

InstrumentSection::InstrumentSection(const PageContext& context)
    : UniversePage(context)
    , m_headline(new HeadlineLabel(context.appearance, this)) {
    auto* chart = makeChart(context);
    pageColumn(this, m_headline)->addWidget(new PageBody(chart, makeSide(), this), 1);
    connect(m_subjects, &QComboBox::activated, this, &InstrumentSection::ask);
    connect(m_prices, &SegmentBar::chosen, this, &InstrumentSection::ask);
    connect(m_indicator, &QComboBox::activated, this, &InstrumentSection::draw);
    connect(&session(), &Session::stateChanged, this, [this] {
        const auto analysis = session().analysis();
        if (isVisible() && analysis && analysis->state.asOf == session().state().asOf)
            draw(); // another scale; another date comes with its own analysis
    });
    adoptChart(*m_chartPanel, *m_chart);
}

QWidget* InstrumentSection::makeChart(const PageContext& context) {
    m_chartPanel = new Panel(tr("Instrument"), this);
    auto* controls = new QWidget(m_chartPanel);
    auto* row = controlRow(controls);
    m_subjects = choiceList(tr("Instrument, or the pair as one series"), controls);
    m_prices = new SegmentBar(tr("Closes"), {tr("Prices"), tr("Adjusted")}, controls);
    m_prices->setCurrent(0);
    m_indicator = choiceList(tr("Indicator below"), controls);
    for (const IndicatorInfo& info : indicators()) {
        m_indicator->addItem(qtext(indicatorLabel(info, info.usualWindow)), qtext(info.id));
        m_indicator->setItemData(
            m_indicator->count() - 1,
            tr("%1: %2. Begins with %3.").arg(qtext(info.name), qtext(info.formula), qtext(info.seed)),
            Qt::ToolTipRole);
    }
    m_indicator->setCurrentIndex(m_indicator->findData(qtext(kRsi)));
    row->addWidget(m_subjects);
    row->addWidget(m_prices);
    row->addStretch(1);
    row->addWidget(m_indicator);
    m_chart = new LinkedChart(context, QStringLiteral("trend figure"), m_chartPanel);
    m_chartPanel->addContent(controls);
    m_chartPanel->addContent(m_chart, 1);
    return m_chartPanel;
}

SideColumn* InstrumentSection::makeSide() {
    auto* side = new SideColumn(this);
    m_figuresPanel = new Panel(tr("Figures"), side);
    m_figures = tableIn(m_figuresPanel, appearance(), DataTable::Height::FitsRows);
    m_notesPanel = new Panel(tr("Your notes"), side);
    auto* add = flatButton(
        tr("Add…"), tr("A note on the session under the crosshair, else on the last one  N"), m_notesPanel);
    add->setShortcut(QKeySequence(Qt::Key_N));
    m_remove = flatButton(tr("Remove"), tr("The note that is chosen"), m_notesPanel);
    m_undo = flatButton(tr("Undo"), tr("Takes the last change of notes back"), m_notesPanel);
    for (QToolButton* button : {add, m_remove, m_undo})
        m_notesPanel->addHeaderWidget(button);
    connect(add, &QToolButton::clicked, this, &InstrumentSection::addNote);
    connect(m_remove, &QToolButton::clicked, this, &InstrumentSection::removeNote);
    connect(m_undo, &QToolButton::clicked, this, &InstrumentSection::undoNotes);
    m_notes = tableIn(m_notesPanel, appearance(), DataTable::Height::FitsRows);
    m_noNotes = proseIn(m_notesPanel, TextSize::Small, ColourRole::MutedText);
    m_noNotes->setProse(tr("None yet. They stand in the desk, on the chart, and in desk.csv."));
    m_notesPanel->addContent(m_noNotes);
    m_wordsPanel = new Panel(tr("In words"), side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    side->addPanel(m_figuresPanel);
    side->addPanel(m_notesPanel);
    side->addPanel(m_wordsPanel);
    return side;
}

void InstrumentSection::openAt(const PagePoint& point) {
    if (point.symbol.empty())
        return;
    m_wanted = qtext(point.symbol);
    ask();
}

QString InstrumentSection::subject() const {
    return m_subjects->currentText();
}

PriceChoice InstrumentSection::prices() const {
    return m_prices->current() == 1 ? PriceChoice::Adjusted : PriceChoice::Close;
}

void InstrumentSection::showSubjects() {
    const auto view = universe().view();
    QStringList names;
    for (const PairHistoryInfo& info : kPairHistories)
        names << qtext(pairHistoryName(info, view->state.small, view->state.large));
    for (const Symbol& symbol : view->universe->priced)
        names << qtext(symbol);
    const QString before = subject().isEmpty() ? qtext(view->state.small) : subject();
    showChoices(*m_subjects, names, m_wanted.isEmpty() ? before : m_wanted);
    m_wanted.clear();
}

InstrumentSection::Shown InstrumentSection::shownOf(const UniverseView& view, const Wish& wish) {
    const auto& [subject, prices] = wish;
    Shown shown{subject, {}, {}, {}, {}};
    for (const PairHistoryInfo& info : kPairHistories) {
        if (!view.divergence || subject != pairHistoryName(info, view.state.small, view.state.large))
            continue;
        shown.history = std::make_shared<const TrendHistory>(info.history(*view.divergence));
        shown.asked = {{"", std::string(info.id)}, {"days", std::to_string(view.divergence->params.days)}};
        return shown;
    }
    const MarketView market = view.market();
    auto history = trendHistory(market, subject, prices);
    auto row = trendRow(market, subject, prices);
    if (!history || !row) {
        shown.refusal = history ? row.error().message : history.error().message;
        return shown;
    }
    if (const auto other = market.closes(view.state.large))
        compareWith(*history, *other);
    shown.asked = {{"", subject}};
    if (prices == PriceChoice::Adjusted)
        shown.asked.emplace_back("adjusted", "");
    shown.row = std::move(*row);
    shown.history = std::make_shared<const TrendHistory>(std::move(*history));
    return shown;
}

void InstrumentSection::analyse() {
    showSubjects();
    askFor(kSlot, m_shown, Wish{utf8(subject()), prices()}, shownOf, [this] {
        show();
        draw();
    });
}

void InstrumentSection::show() {
    const bool isInstrument = m_shown->row.has_value();
    m_figuresPanel->setVisible(isInstrument);
    m_chart->setVisible(m_shown->history != nullptr);
    m_chartPanel->setTitle(qtext(m_shown->subject));
    QStringList lines;
    if (isInstrument) {
        const TrendRow& row = *m_shown->row;
        m_headline->setHeadline(instrumentHeadline(row));
        m_figures->setSnapshot(instrumentTableOf(row, *m_shown->history));
        m_figuresPanel->setNote(qtext(row.instrument.name));
        for (const std::string& said : changesInWords(row))
            lines << qtext(said);
        for (const std::string& note : row.notes())
            lines << qtext(note);
    } else {
        m_headline->setHeadline(
            {{m_shown->history ? seriesSentence(*m_shown->history) : m_shown->refusal, Emphasis::Normal}});
    }
    m_words->setProse(unbroken(lines.join(QLatin1Char('\n'))));
    m_wordsPanel->setVisible(!lines.isEmpty());
    showNotes();
}

std::vector<Annotation> InstrumentSection::notesOf(const std::string& symbol) const {
    const auto view = universe().view();
    return view ? annotationsOf(view->universe->annotations, symbol, view->state.asOf)
                : std::vector<Annotation>();
}

void InstrumentSection::showNotes() {
    m_notesPanel->setVisible(m_shown->row.has_value());
    if (std::exchange(m_notesDesk, session().deskPath()) != session().deskPath())
        m_before.clear(); // of another desk
    const std::vector<Annotation> notes = notesOf(m_shown->subject);
    m_notes->setSnapshot(noteTableOf(notes));
    m_notes->setVisible(!notes.empty());
    m_noNotes->setVisible(notes.empty());
    m_remove->setEnabled(!notes.empty());
    m_undo->setEnabled(!m_before.empty());
}

void InstrumentSection::addNote() {
    const auto analysis = session().analysis();
    if (!m_shown || !m_shown->row || !analysis || !analysis->divergence)
        return;
    const auto cursor = session().cursor();
    const auto& dates = analysis->divergence->pair.dates;
    const bool isInside = cursor && *cursor >= 0 && std::cmp_less(*cursor, dates.size());
    const Date date = isInside ? dates[static_cast<std::size_t>(*cursor)] : m_shown->row->asOf();
    bool agreed = false;
    const QString text =
        QInputDialog::getText(this, tr("A note on %1").arg(qtext(m_shown->subject)),
                              tr("%1:").arg(longDateText(date)), QLineEdit::Normal, {}, &agreed);
    if (!agreed || text.trimmed().isEmpty())
        return;
    std::vector<Annotation> notes = universe().universe()->annotations;
    notes.push_back({m_shown->subject, date, utf8(text.trimmed())});
    keepNotes(std::move(notes));
}

void InstrumentSection::removeNote() {
    const std::vector<Annotation> shown = notesOf(m_shown->subject);
    const int row = std::max(0, m_notes->currentSourceRow());
    if (std::cmp_greater_equal(row, shown.size()))
        return;
    std::vector<Annotation> notes = universe().universe()->annotations;
    if (const auto at = std::find(notes.begin(), notes.end(), shown[static_cast<std::size_t>(row)]);
        at != notes.end())
        notes.erase(at);
    keepNotes(std::move(notes));
}

void InstrumentSection::keepNotes(std::vector<Annotation> notes) {
    m_before.push_back(universe().universe()->annotations);
    universe().write(
        [notes = std::move(notes)](MarketStore& store) { return saveAnnotations(store, notes); });
}

void InstrumentSection::undoNotes() {
    if (m_before.empty())
        return;
    universe().write([notes = m_before.back()](MarketStore& store) { return saveAnnotations(store, notes); });
    m_before.pop_back();
}

void InstrumentSection::draw() {
    if (!m_shown || !m_shown->history)
        return;
    TrendFigureOptions options;
    options.logarithmic = session().state().scale == ScaleMode::Logarithmic;
    options.indicator = utf8(m_indicator->currentData().toString());
    options.notes = noteMarks(notesOf(m_shown->subject));
    options.asked = m_shown->asked;
    m_chart->draw([history = m_shown->history, options](const Divergence& divergence, std::size_t) {
        return trendFigure(*history, divergence.pair.dates, options);
    });
}

std::vector<PageInput> InstrumentSection::inputs() const {
    if (m_shown && m_shown->row)
        return {{m_shown->row->symbol(), fieldOf(m_shown->row->basis)}};
    return Page::inputs();
}

std::string InstrumentSection::command() const {
    return m_shown && m_shown->row ? "trend " + m_shown->row->symbol() : std::string();
}

} // namespace rotascope
