#include "ui/pages/trend/instrument_section.h"

#include "core/analysis/trend/trend_wording.h"
#include "core/figure/trend_figure.h"
#include "core/indicators/indicator_catalogue.h"
#include "ui/convert/convert.h"
#include "ui/models/trend_tables.h"
#include "ui/pages/figure_options.h"
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
#include <QVBoxLayout>

#include <cmath>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("trend instrument");
constexpr std::string_view kRsi = "rsi";

/// The pair as one series: how the small leg stands against the large one.
std::string ratioName(const ViewState& state) {
    return state.small + " / " + state.large;
}

std::string spreadName(const ViewState& state) {
    return state.small + " − " + state.large;
}

Instrument derived(const std::string& name, const std::string& words, Unit unit) {
    return {name, words, InstrumentKind::Ratio, unit};
}

TrendHistory ratioHistory(const Divergence& divergence, const ViewState& state) {
    const auto& pair = divergence.pair;
    std::vector<double> ratio(pair.size());
    for (std::size_t i = 0; i < ratio.size(); ++i)
        ratio[i] = 100 * pair.small[i] / pair.large[i];
    return seriesHistory(derived(ratioName(state), "ratio of the pair, in %", Unit::Ratio),
                         {pair.dates, ratio});
}

/// From the first session that has one.
TrendHistory spreadHistory(const Divergence& divergence, const ViewState& state) {
    std::vector<double> points;
    for (const double spread : divergence.history.spread)
        if (std::isfinite(spread))
            points.push_back(spread * 100);
    const std::span<const Date> dates(divergence.pair.dates);
    return seriesHistory(derived(spreadName(state), "spread of the pair, in points", Unit::Percent),
                         {dates.last(points.size()), points});
}

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
        if (isVisible())
            draw();
    });
    connect(m_chart, &LinkedChart::rangeTextChanged, this,
            [this] { m_chartPanel->setNote(m_chart->rangeText()); });
    connect(&m_chart->view(), &FigureView::dataRequested, this, &Page::dataRequested);
    connect(&m_chart->view(), &FigureView::saveFailed, this, &Page::said);
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
    m_wordsPanel = new Panel(tr("In words"), side);
    m_words = proseIn(m_wordsPanel, TextSize::Table, ColourRole::Text);
    m_wordsPanel->addContent(m_words);
    side->addPanel(m_figuresPanel);
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
    QStringList names{qtext(ratioName(view->state)), qtext(spreadName(view->state))};
    for (const Symbol& symbol : view->universe->priced)
        names << qtext(symbol);
    const QString before = subject().isEmpty() ? qtext(view->state.small) : subject();
    showChoices(*m_subjects, names, m_wanted.isEmpty() ? before : m_wanted);
    m_wanted.clear();
}

InstrumentSection::Shown InstrumentSection::shownOf(const UniverseView& view, const std::string& subject,
                                                    PriceChoice prices) {
    Shown shown{subject, {}, {}, {}};
    if (view.divergence && subject == ratioName(view.state))
        shown.history = std::make_shared<const TrendHistory>(ratioHistory(*view.divergence, view.state));
    if (view.divergence && subject == spreadName(view.state))
        shown.history = std::make_shared<const TrendHistory>(spreadHistory(*view.divergence, view.state));
    if (shown.history)
        return shown;
    const MarketView market = view.market();
    auto history = trendHistory(market, subject, prices);
    auto row = trendRow(market, subject, prices);
    if (!history || !row) {
        shown.refusal = history ? row.error().message : history.error().message;
        return shown;
    }
    if (const auto other = market.closes(view.state.large))
        compareWith(*history, *other);
    shown.row = std::move(*row);
    shown.history = std::make_shared<const TrendHistory>(std::move(*history));
    return shown;
}

void InstrumentSection::analyse() {
    showSubjects();
    universe().analyse<Shown>(
        kSlot,
        [subject = utf8(subject()), prices = prices()](const UniverseView& view) {
            return shownOf(view, subject, prices);
        },
        [this](std::shared_ptr<const Shown> shown) {
            m_shown = std::move(shown);
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
}

void InstrumentSection::draw() {
    if (!m_shown || !m_shown->history)
        return;
    TrendFigureOptions options;
    options.logarithmic = session().state().scale == ScaleMode::Logarithmic;
    options.indicator = utf8(m_indicator->currentData().toString());
    m_chart->draw([history = m_shown->history, options](const Divergence& divergence, std::size_t) {
        return trendFigure(*history, divergence.pair.dates, options);
    });
}

std::optional<TableSnapshot> InstrumentSection::chartData() const {
    return shownData(m_chart->view());
}

} // namespace rotascope
