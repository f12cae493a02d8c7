#include "ui/pages/linked_chart.h"

#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "ui/convert/convert.h"
#include "ui/pages/figure_explainer.h"
#include "ui/theme/dress.h"

#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

constexpr int kSettleMilliseconds = 160;
constexpr int kTimeAxisMiddle = 12; ///< above the chart's lower edge

std::size_t baseOf(const VisibleSpan& span) {
    return static_cast<std::size_t>(std::max(0.0, std::ceil(span.first)));
}

SessionRange rangeOf(const VisibleSpan& span) {
    return {span.first, span.last};
}

} // namespace

LinkedChart::LinkedChart(const PageContext& context, const QString& slot, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_slot(slot)
    , m_view(new FigureView(this))
    , m_calendar(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    new FigureExplainer(*m_view);
    m_view->setTheme(context.appearance.theme());
    makeCalendarSwitch();
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_builder && baseOf(m_context.session.visibleSpan()) != m_base)
            rebuild();
    });
    connect(&context.appearance, &Appearance::themeChanged, this,
            [this] { m_view->setTheme(m_context.appearance.theme()); });
    connect(&context.session, &Session::spanChanged, this, &LinkedChart::followSpan);
    connect(&context.session, &Session::stateChanged, this, &LinkedChart::followCalendar);
    connect(&context.session, &Session::cursorChanged, this, &LinkedChart::followCursor);
    connect(m_view, &FigureView::rangeChanged, this, [this](SessionRange range) {
        m_context.session.zoomTo({range.first, range.last});
    });
    connect(m_view, &FigureView::wentHome, &context.session, &Session::resetZoom);
    connect(m_view, &FigureView::cursorMoved, this, [this](int session) {
        m_context.session.setCursor(session < 0 ? std::nullopt : std::optional<int>(session));
    });
}

void LinkedChart::makeCalendarSwitch() {
    setDress(*m_calendar, Dress::Corner);
    setTextSize(*m_calendar, TextSize::Small);
    m_calendar->setCheckable(true);
    m_calendar->setFocusPolicy(Qt::StrongFocus);
    m_calendar->setAccessibleName(tr("Time by calendar"));
    m_calendar->setToolTip(
        tr("Time by session, without weekends and holidays, or by calendar, with them  C"));
    connect(m_calendar, &QToolButton::clicked, this,
            [this](bool calendar) { m_context.session.setCalendarAxis(calendar); });
    followCalendar();
}

void LinkedChart::followCalendar() {
    const bool calendar = m_context.session.state().calendarAxis;
    m_view->setCalendarAxis(calendar);
    m_calendar->setChecked(calendar);
    m_calendar->setText(calendar ? tr("calendar") : tr("sessions"));
    const QSize size = m_calendar->sizeHint();
    m_view->setLeastAxisWidth(size.width());
    const int middle = height() - kTimeAxisMiddle;
    m_calendar->setGeometry(QRect(QPoint(width() - size.width(), middle - size.height() / 2), size));
}

void LinkedChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    followCalendar();
}

void LinkedChart::draw(FigureBuilder builder) {
    m_builder = std::move(builder);
    rebuild();
}

void LinkedChart::rebuild() {
    const auto analysis = m_context.session.analysis();
    if (!analysis)
        return;
    if (!analysis->divergence)
        return sayWhy(*analysis->error);
    m_base = baseOf(m_context.session.visibleSpan());
    m_context.session.tasks().run<Figure>(
        m_slot, {},
        [builder = m_builder, divergence = analysis->divergence, base = m_base,
         asOf = analysis->state.asOf](ProgressSink&) {
            Figure figure = builder(*divergence, base);
            const DivergenceParams& pair = divergence->params;
            figure.recipe = chartCommand(figure.recipe, pair.small, pair.large, asOf);
            return figure;
        },
        [this](std::shared_ptr<const Figure> figure) {
            m_view->setFigure(std::move(figure));
            followSpan();
            followCursor();
            emit drawn();
        });
}

// The picture of another pair or date must not stand below words that say there is none.
void LinkedChart::sayWhy(const Error& error) {
    m_context.session.tasks().cancel(m_slot);
    auto nothing = std::make_shared<Figure>();
    nothing->summary = error.message;
    m_view->setFigure(std::move(nothing));
    emit rangeTextChanged();
}

void LinkedChart::followSpan() {
    const auto analysis = m_context.session.analysis();
    const auto figure = m_view->figure();
    // A figure of another as-of date has other ends; its own arrives in a moment.
    if (!analysis || !analysis->divergence || !figure || !figure->dates ||
        figure->dates->size() != analysis->divergence->pair.size())
        return;
    m_view->setHomeRange(rangeOf(m_context.session.homeSpan()));
    m_view->setRange(rangeOf(m_context.session.visibleSpan()));
    m_settle.start();
    emit rangeTextChanged();
}

void LinkedChart::followCursor() {
    if (m_view->cursorSession() != m_context.session.cursor())
        m_view->setCursor(m_context.session.cursor());
}

QString LinkedChart::rangeText() const {
    const auto analysis = m_context.session.analysis();
    if (!analysis || !analysis->divergence)
        return {};
    const auto& dates = *analysis->sessions;
    const VisibleSpan span = m_context.session.visibleSpan();
    const auto index = [&dates](double position) {
        return std::min(dates.size() - 1, static_cast<std::size_t>(std::max(0.0, std::round(position))));
    };
    const std::size_t first = index(span.first);
    const std::size_t last = index(span.last);
    const QString count = qtext(groupedCount(static_cast<long long>(last - first)));
    if (m_context.session.isZoomed())
        return tr("%1 sessions, %2 to %3").arg(count, dateText(dates[first]), dateText(dates[last]));
    return tr("%1 · %2 sessions to %3")
        .arg(QString::fromLatin1(infoOf(m_context.session.state().range).name), count, dateText(dates[last]));
}

} // namespace rotascope
