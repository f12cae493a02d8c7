#include "ui/pages/flow_chart.h"

#include "core/figure/chart_recipe.h"
#include "ui/convert/convert.h"
#include "ui/pages/figure_explainer.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr int kFewestBars = 12;

/// The first date on or after `date`.
int indexOf(const std::vector<Date>& dates, Date date) {
    const auto at = std::lower_bound(dates.begin(), dates.end(), date);
    return static_cast<int>(std::min(at - dates.begin(), std::ssize(dates) - 1));
}

std::size_t clamped(double position, const std::vector<Date>& dates) {
    return static_cast<std::size_t>(
        std::clamp(std::round(position), 0.0, static_cast<double>(dates.size()) - 1));
}

} // namespace

FlowChart::FlowChart(const PageContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_view(new FigureView(this)) {
    new FigureExplainer(*m_view);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    m_view->setTheme(context.appearance.theme());
    connect(&context.appearance, &Appearance::themeChanged, this,
            [this] { m_view->setTheme(m_context.appearance.theme()); });
    // Bars of another date are about to be replaced.
    connect(&context.session, &Session::spanChanged, this, [this] {
        if (m_asOf == m_context.session.state().asOf)
            draw();
    });
    connect(&context.session, &Session::cursorChanged, this, &FlowChart::followCursor);
    connect(m_view, &FigureView::rangeChanged, this, &FlowChart::tellRange);
    connect(m_view, &FigureView::wentHome, &context.session, &Session::resetZoom);
    connect(m_view, &FigureView::cursorMoved, this, &FlowChart::tellCursor);
}

void FlowChart::setBars(std::shared_ptr<const FlowBars> bars, std::optional<Date> asOf) {
    m_bars = std::move(bars);
    m_asOf = asOf;
    draw();
}

// What the bars add up to is counted from where the range begins.
void FlowChart::draw() {
    if (!m_bars)
        return;
    const auto start = static_cast<std::size_t>(std::max(0.0, std::ceil(wanted().first)));
    Figure figure = flowFigure(*m_bars, start);
    const ViewState& state = m_context.session.state();
    figure.recipe = chartCommand(figure.recipe, state.small, state.large, m_asOf);
    m_view->setFigure(std::make_shared<const Figure>(std::move(figure)));
    followRange();
    followCursor();
}

SessionRange FlowChart::home() const {
    const auto last = static_cast<double>(m_bars->dates.size()) - 1;
    const RangeInfo& range = infoOf(m_context.session.state().range);
    if (range.id == RangeId::Max)
        return {0, last};
    if (range.id == RangeId::YearToDate) {
        const Date start = *makeDate(yearOf(m_bars->dates.back()), 1, 1);
        return {std::min<double>(indexOf(m_bars->dates, start), std::max(0.0, last - kFewestBars)), last};
    }
    const double bars = std::max(kFewestBars, range.sessions / sessionsOf(m_bars->period));
    return {std::max(0.0, last - bars + 1), last};
}

SessionRange FlowChart::wanted() const {
    if (m_bars->dates.empty())
        return {0, 0};
    const auto analysis = m_context.session.analysis();
    if (!m_context.session.isZoomed() || !analysis || !analysis->sessions || analysis->sessions->empty())
        return home();
    const VisibleSpan span = m_context.session.visibleSpan();
    const auto& sessions = *analysis->sessions;
    const SessionRange out{
        static_cast<double>(indexOf(m_bars->dates, sessions[clamped(span.first, sessions)])),
        static_cast<double>(indexOf(m_bars->dates, sessions[clamped(span.last, sessions)]))};
    return out.last > out.first ? out : home();
}

void FlowChart::followRange() {
    if (m_bars->dates.empty())
        return;
    m_view->setHomeRange(home());
    m_view->setRange(wanted());
    emit rangeTextChanged();
}

void FlowChart::followCursor() {
    const auto analysis = m_context.session.analysis();
    const auto cursor = m_context.session.cursor();
    if (!m_bars || m_bars->dates.empty() || !analysis || !analysis->sessions ||
        (cursor && *cursor >= static_cast<int>(analysis->sessions->size())))
        return;
    std::optional<int> bar;
    if (cursor)
        bar = indexOf(m_bars->dates, (*analysis->sessions)[static_cast<std::size_t>(*cursor)]);
    if (m_view->cursorSession() != bar)
        m_view->setCursor(bar);
}

void FlowChart::tellRange(SessionRange range) {
    const auto analysis = m_context.session.analysis();
    if (!analysis || !analysis->sessions || analysis->sessions->empty())
        return;
    const auto position = [&](double bar) {
        return static_cast<double>(indexOf(*analysis->sessions, m_bars->dates[clamped(bar, m_bars->dates)]));
    };
    const VisibleSpan span{position(range.first), position(range.last)};
    if (span.last > span.first)
        m_context.session.zoomTo(span);
}

void FlowChart::tellCursor(int bar) {
    const auto analysis = m_context.session.analysis();
    if (!analysis || !analysis->sessions || analysis->sessions->empty())
        return;
    if (bar < 0)
        return m_context.session.setCursor(std::nullopt);
    const auto& sessions = *analysis->sessions;
    const Date date = m_bars->dates[clamped(bar, m_bars->dates)];
    const auto after = std::upper_bound(sessions.begin(), sessions.end(), date) - sessions.begin();
    m_context.session.setCursor(static_cast<int>(std::max<std::ptrdiff_t>(after - 1, 0)));
}

QString FlowChart::rangeText() const {
    if (!m_bars || m_bars->dates.empty())
        return {};
    const SessionRange range = wanted();
    const int bars = static_cast<int>(range.last - range.first) + 1;
    const QString count = (m_bars->period == FlowPeriod::Day    ? tr("%1 days")
                           : m_bars->period == FlowPeriod::Week ? tr("%1 weeks")
                                                                : tr("%1 months"))
                              .arg(bars);
    return tr("%1 to %2").arg(count, dateText(m_bars->dates[clamped(range.last, m_bars->dates)]));
}

} // namespace rotascope
