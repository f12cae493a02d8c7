#include "ui/plots/figure_view.h"

#include "ui/plots/figure_menu.h"
#include "ui/plots/figure_view_private.h"
#include "ui/plots/plot_painters.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::chrono::milliseconds kRest{60};

std::span<const Date> datesOf(const Figure& figure) {
    return figure.dates ? std::span<const Date>(*figure.dates) : std::span<const Date>();
}

} // namespace

FigureView::Private::Private(FigureView& owner)
    : view(owner)
    , interaction(owner) {
    state.figure = std::make_shared<const Figure>();
    state.theme = themeOf(ThemeId::Light);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRest);
    QObject::connect(&m_rest, &QTimer::timeout, &owner, [this] {
        if (!stale && view.isVisible())
            keepStanding();
    });
}

void FigureView::Private::invalidate() {
    stale = true;
    view.update();
}

void FigureView::Private::ensureComposed() {
    const QSizeF size = view.size();
    if (!stale && state.scene.whole.size() == size)
        return;
    state.scene = composed(*state.figure, axis, size, state.fonts, axisWidth);
    const double needed = neededAxisWidth(state.scene);
    if (needed > axisWidth) {
        axisWidth = needed;
        state.scene = composed(*state.figure, axis, size, state.fonts, axisWidth);
    }
    state.cursor = composedCursor(*state.figure, state.scene, cursor, state.fonts, widths,
                                  {state.pointerY, state.singledOut});
    m_standing = {};
    m_wasPaintedNew = false;
    stale = false;
}

void FigureView::Private::repaintCursor() {
    if (stale)
        return;
    if (!view.isVisible())
        return invalidate();
    QRegion region = cursorRegion(state);
    state.cursor = composedCursor(*state.figure, state.scene, cursor, state.fonts, widths,
                                  {state.pointerY, state.singledOut});
    region += cursorRegion(state);
    // A box being dragged may be anywhere; so was the one before.
    if (state.dragged || draggedShown)
        region = view.rect();
    draggedShown = state.dragged.has_value();
    view.update(region);
}

void FigureView::Private::dropPicture() {
    m_rest.stop();
    m_standing = {};
    m_wasPaintedNew = false;
}

void FigureView::Private::paintStanding(QCPPainter& painter) const {
    painter.fillRect(QRect(QPoint(), view.size()), state.colour(ColourRole::Panel));
    for (const auto part : {paintGround, paintSeries, paintMarks}) {
        painter.save();
        part(painter, state);
        painter.restore();
    }
}

void FigureView::Private::keepStanding() {
    const double deviceRatio = view.devicePixelRatioF();
    m_standing = QPixmap((QSizeF(view.size()) * deviceRatio).toSize());
    m_standing.setDevicePixelRatio(deviceRatio);
    QCPPainter painter(&m_standing);
    paintStanding(painter);
}

/// A picture that the next step replaces is painted straight away. One that has stood for a moment, or over
/// which the cursor moves, is kept. (Device columns lie on whole units only at whole scales.)
void FigureView::Private::paint(QWidget& onto) {
    ensureComposed();
    const double deviceRatio = onto.devicePixelRatioF();
    const bool isKept = !m_standing.isNull() && m_standing.devicePixelRatio() == deviceRatio;
    const bool paintsNew = !isKept && !m_wasPaintedNew && deviceRatio == std::floor(deviceRatio);
    if (!isKept && !paintsNew)
        keepStanding();
    QCPPainter painter(&onto);
    if (paintsNew) {
        paintStanding(painter);
        m_wasPaintedNew = true;
        m_rest.start();
    } else {
        painter.drawPixmap(QPointF(), m_standing);
    }
    painter.setAntialiasing(false);
    paintCursor(painter, state);
}

void FigureView::Private::measureFigure() {
    axisWidth = std::max(leastAxisWidth, valueAxisWidth(*state.figure, state.fonts));
    widths = legendWidths(*state.figure, state.fonts);
}

void FigureView::Private::useFonts() {
    state.fonts = PlotFonts();
    measureFigure();
    invalidate();
}

void FigureView::Private::showFigure(std::shared_ptr<const Figure> figure) {
    if (!figure)
        figure = std::make_shared<const Figure>();
    const std::shared_ptr<const Figure> previous = std::exchange(state.figure, std::move(figure));
    const std::span<const Date> before = datesOf(*previous);
    const std::span<const Date> now = datesOf(*state.figure);
    const SessionRange inSight = axis.range();
    const bool wasWhole = previous->size() == 0 || inSight == axis.wholeRange();
    axis = SessionAxis(static_cast<int>(state.figure->size()),
                       calendar ? calendarPositions(now) : std::vector<double>{});
    const bool sameSteps = state.figure->steps && state.figure->steps == previous->steps;
    axis.setRange(wasWhole ? axis.wholeRange() : sameSteps ? inSight : sameDates(inSight, before, now));
    if (cursor && *cursor >= axis.sessionCount())
        cursor.reset();
    if (!std::ranges::equal(before, now))
        state.measured.reset();
    state.dragged.reset();
    measureFigure();
    view.setAccessibleName(QString::fromStdString(state.figure->title));
    view.setAccessibleDescription(QString::fromStdString(state.figure->summary));
    invalidate();
}

void FigureView::Private::moveRangeByUser(SessionRange range) {
    const SessionRange before = axis.range();
    axis.setRange(range);
    if (axis.range() == before)
        return;
    invalidate();
    emit view.rangeChanged(axis.range());
}

void FigureView::Private::moveCursorByUser(std::optional<int> session, std::optional<double> pointerY) {
    const bool moved = cursor != session;
    if (!moved && state.pointerY == pointerY)
        return;
    cursor = session;
    state.pointerY = pointerY;
    repaintCursor();
    if (moved && !pointerY)
        speakCursor();
    if (moved)
        emit view.cursorMoved(session.value_or(-1));
}

void FigureView::Private::speakCursor() {
    QString description = QString::fromStdString(state.figure->summary);
    if (cursor)
        description.prepend(spokenValues(state.cursor) + QLatin1Char('\n'));
    view.setAccessibleDescription(description);
}

void FigureView::Private::goHome() {
    moveRangeByUser(home.value_or(axis.wholeRange()));
    emit view.wentHome();
}

void FigureView::Private::activateMark(const MarkBox& mark) {
    emit view.markerActivated(mark.date);
}

FigureView::FigureView(QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this)) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setTheme(d->state.theme);
}

FigureView::~FigureView() = default;

void FigureView::setFigure(std::shared_ptr<const Figure> figure) {
    d->showFigure(std::move(figure));
}

std::shared_ptr<const Figure> FigureView::figure() const {
    return d->state.figure;
}

void FigureView::setTheme(const Theme& theme) {
    d->state.theme = theme;
    d->useFonts();
}

void FigureView::setRange(SessionRange range) {
    const SessionRange before = d->axis.range();
    d->axis.setRange(range);
    if (!(d->axis.range() == before))
        d->invalidate();
}

SessionRange FigureView::range() const {
    return d->axis.range();
}

std::pair<int, int> FigureView::sessionsInSight() const {
    return {d->axis.firstSession(), d->axis.lastSession()};
}

void FigureView::setHomeRange(SessionRange range) {
    d->home = range;
}

void FigureView::setCalendarAxis(bool calendar) {
    if (d->calendar == calendar)
        return;
    d->calendar = calendar;
    const std::span<const Date> dates = datesOf(*d->state.figure);
    const SessionRange inSight = d->axis.range();
    d->axis = SessionAxis(static_cast<int>(d->state.figure->size()),
                          calendar ? calendarPositions(dates) : std::vector<double>{});
    d->axis.setRange(inSight);
    d->invalidate();
}

bool FigureView::isCalendarAxis() const {
    return d->calendar;
}

void FigureView::setLeastAxisWidth(double pixels) {
    if (pixels <= d->leastAxisWidth)
        return;
    d->leastAxisWidth = pixels;
    d->useFonts();
}

void FigureView::setCursor(std::optional<int> session) {
    if (session && (*session < 0 || *session >= d->axis.sessionCount()))
        session.reset();
    if (d->cursor == session)
        return;
    d->cursor = session;
    d->state.pointerY.reset();
    d->repaintCursor();
}

std::optional<int> FigureView::cursorSession() const {
    return d->cursor;
}

void FigureView::singleOut(const QString& name) {
    std::string wanted = name.toStdString();
    if (d->state.singledOut == wanted)
        return;
    d->state.singledOut = std::move(wanted);
    d->repaintCursor();
}

void FigureView::setDragMode(DragMode mode) {
    d->dragMode = mode;
}

DragMode FigureView::dragMode() const {
    return d->dragMode;
}

void FigureView::setMeasurement(int firstSession, int lastSession, std::vector<CalloutLine> lines) {
    d->state.measured =
        Selection{std::min(firstSession, lastSession), std::max(firstSession, lastSession), std::move(lines)};
    d->invalidate();
}

void FigureView::clearMeasurement() {
    if (!d->state.measured)
        return;
    d->state.measured.reset();
    d->invalidate();
}

QPixmap FigureView::picture(double scale) const {
    return d->picture(scale);
}

const PlotScene& FigureView::scene() const {
    d->ensureComposed();
    return d->state.scene;
}

const CursorScene& FigureView::cursorScene() const {
    d->ensureComposed();
    return d->state.cursor;
}

QSize FigureView::minimumSizeHint() const {
    return {240, 120};
}

QSize FigureView::sizeHint() const {
    return {800, 480};
}

bool FigureView::event(QEvent* event) {
    if (event->type() == QEvent::Hide)
        d->dropPicture();
    if (event->type() == QEvent::ShortcutOverride &&
        d->interaction.wantsKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FigureView::paintEvent(QPaintEvent*) {
    d->paint(*this);
}

void FigureView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        d->useFonts();
    QWidget::changeEvent(event);
}

void FigureView::mousePressEvent(QMouseEvent* event) {
    d->interaction.press(*event);
}

void FigureView::mouseMoveEvent(QMouseEvent* event) {
    d->ensureComposed();
    d->interaction.move(*event);
}

void FigureView::mouseReleaseEvent(QMouseEvent* event) {
    d->interaction.release(*event);
}

void FigureView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        d->interaction.doubleClick();
}

void FigureView::wheelEvent(QWheelEvent* event) {
    d->ensureComposed();
    d->interaction.wheel(*event);
    event->accept();
}

void FigureView::keyPressEvent(QKeyEvent* event) {
    if (d->interaction.key(*event))
        event->accept();
    else
        QWidget::keyPressEvent(event);
}

void FigureView::focusInEvent(QFocusEvent* event) {
    d->state.framed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
    QWidget::focusInEvent(event);
}

void FigureView::focusOutEvent(QFocusEvent* event) {
    d->state.framed = false;
    update();
    QWidget::focusOutEvent(event);
}

void FigureView::leaveEvent(QEvent* event) {
    d->interaction.leave();
    QWidget::leaveEvent(event);
}

void FigureView::contextMenuEvent(QContextMenuEvent* event) {
    showFigureMenu(*this, event->globalPos());
    event->accept();
}

} // namespace rotascope
