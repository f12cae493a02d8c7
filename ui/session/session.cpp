#include "ui/session/session.h"

#include "ui/convert/convert.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace rotascope {

namespace {

constexpr auto kDeskSlot = "desk";
constexpr auto kVersionSlot = "version";
constexpr auto kAnalysisSlot = "analysis";

/// The span of `to` that begins on the date on which `span` begins in `from`.
VisibleSpan sameDates(const VisibleSpan& span, const std::vector<Date>& from, const std::vector<Date>& to) {
    const auto index = static_cast<std::size_t>(std::max(0.0, span.first));
    if (index >= from.size() || to.empty())
        return span;
    const auto there = std::lower_bound(to.begin(), to.end(), from[index]) - to.begin();
    const double shift = static_cast<double>(there) - static_cast<double>(index);
    return {span.first + shift, span.last + shift};
}

constexpr std::chrono::milliseconds kPause{60};

QString slotName(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

Session::Session(DeskOpener opener, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener)) {
    // Whoever holds the key is served by every thread; what is made ahead for them would come too late.
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_tasks, &TaskRunner::idle, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &Session::lookAhead);
}

DeskOpener Session::opener() const {
    return [open = m_opener, shelf = m_desk ? m_desk->shelf : nullptr](const std::string& path,
                                                                       DeskAccess access) {
        auto store = open(path, access);
        if (store)
            (*store)->shareReads(shelf);
        return store;
    };
}

void Session::openDesk(const QString& path, DeskAccess access) {
    m_zoom.reset();
    m_zoomDates.reset();
    m_state.asOf.reset();
    m_asOfShown.reset();
    m_desk.reset();
    forgetAnalysis();
    read(path, access);
}

void Session::reload() {
    if (!m_path.isEmpty())
        read(m_path, DeskAccess::Existing);
}

void Session::read(const QString& path, DeskAccess access) {
    m_path = path;
    m_deskError.reset();
    m_tasks.run<Result<DeskSnapshot>>(
        slotName(kDeskSlot), {},
        [opener = m_opener, file = utf8(path), access, small = m_state.small,
         large = m_state.large](ProgressSink&) -> Result<DeskSnapshot> {
            auto store = opener(file, access);
            if (!store)
                return Failure(store.error());
            return readDesk(**store, small, large);
        },
        [this](const std::shared_ptr<const Result<DeskSnapshot>>& desk) { adopt(*desk); });
}

void Session::adopt(const Result<DeskSnapshot>& desk) {
    forgetAnalysis();
    if (!desk) {
        m_desk.reset();
        m_deskError = desk.error();
        emit deskChanged();
        return;
    }
    m_desk = std::make_shared<const DeskSnapshot>(*desk);
    m_state.small = m_desk->small;
    m_state.large = m_desk->large;
    emit deskChanged();
    emit stateChanged();
    if (!m_desk->isEmpty())
        analyse();
}

void Session::checkForOutsideChange() {
    if (!m_desk || m_tasks.isRunning(slotName(kDeskSlot)))
        return;
    using Version = Result<std::uint64_t>;
    m_tasks.run<Version>(
        slotName(kVersionSlot), {},
        [opener = m_opener, file = utf8(m_path)](ProgressSink&) -> Version {
            auto store = opener(file, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            const auto info = (*store)->info();
            if (!info)
                return Failure(info.error());
            return info->version;
        },
        [this](const std::shared_ptr<const Version>& version) {
            if (*version && m_desk && **version != m_desk->info.version)
                emit changedOutside();
        });
}

void Session::analyse() {
    if (!m_desk)
        return;
    if (const auto known = atHand(m_state))
        return m_tasks.hand<PairAnalysis>(
            slotName(kAnalysisSlot), known->analysis,
            [this](std::shared_ptr<const PairAnalysis> analysis) { adoptAnalysis(std::move(analysis)); });
    m_tasks.run<PairAnalysis>(
        slotName(kAnalysisSlot), {},
        [desk = m_desk, state = m_state, before = m_analysis](ProgressSink&) {
            return analysePair(desk, state, before);
        },
        [this](std::shared_ptr<const PairAnalysis> analysis) { adoptAnalysis(std::move(analysis)); });
}

void Session::remember(const std::shared_ptr<const PairAnalysis>& of, const QString& slot,
                       Answers::Given given) {
    if (of == m_analysis)
        m_known.given[slot] = std::move(given);
}

std::shared_ptr<const Answers> Session::atHand(const ViewState& state) const {
    for (const auto& known : {m_ahead, m_behind})
        if (known && known->analysis->desk == m_desk && known->analysis->state == state)
            return known;
    return nullptr;
}

void Session::lookAhead() {
    if (!m_tasks.isIdle() || !m_analysis || m_analysis->sessions->empty() || m_analysis->state != m_state)
        return;
    const ViewState next = stateAfter(m_stride);
    if (next == m_state)
        return;
    const auto begun = atHand(next);
    if (begun && begun->holdsAll(m_questions))
        return;
    m_tasks.runAside<Answers>(
        [desk = m_desk, next, before = m_analysis, questions = m_questions, begun](ProgressSink& progress) {
            const Answers known =
                begun ? *begun
                      : Answers{std::make_shared<const PairAnalysis>(analysePair(desk, next, before)), {}};
            return known.completed(questions, [&progress] { return progress.cancelled(); });
        },
        [this](std::shared_ptr<const Answers> known) { m_ahead = std::move(known); });
}

void Session::forgetAnalysis() {
    m_analysis.reset();
    m_questions.clear();
    m_known = {};
    m_behind.reset();
    m_ahead.reset();
}

void Session::adoptAnalysis(std::shared_ptr<const PairAnalysis> analysis) {
    m_questions.clear();
    const auto known = atHand(analysis->state);
    if (m_analysis)
        m_behind = std::make_shared<const Answers>(std::move(m_known));
    m_known = known && known->analysis == analysis ? *known : Answers{analysis, {}};
    m_analysis = std::move(analysis);
    if (m_zoom && m_zoomDates)
        m_zoom = sameDates(*m_zoom, *m_zoomDates, *m_analysis->sessions);
    m_zoomDates = m_analysis->sessions;
    const bool moved = std::exchange(m_asOfShown, m_analysis->state.asOf) != m_analysis->state.asOf;
    if (m_zoom && moved && m_analysis->divergence) {
        const double width = m_zoom->last - m_zoom->first;
        const auto asOf = static_cast<double>(m_analysis->asOfIndex());
        if (asOf < m_zoom->first || asOf > m_zoom->last)
            m_zoom = VisibleSpan{asOf - width, asOf};
    }
    emit analysisChanged();
    emit spanChanged();
}

template <class T>
void Session::change(T ViewState::*member, const T& value) {
    if (m_state.*member == value)
        return;
    m_state.*member = value;
    emit stateChanged();
    analyse();
}

void Session::setPair(const Symbol& small, const Symbol& large) {
    if (m_state.small == small && m_state.large == large)
        return;
    m_state.small = small;
    m_state.large = large;
    m_zoom.reset();
    emit stateChanged();
    reload();
}

void Session::setAsOf(std::optional<Date> date) {
    m_stride = -1;
    const auto& sessions = m_analysis ? m_analysis->sessions : nullptr;
    const bool coversAll = date && sessions && !sessions->empty() && *date >= sessions->back();
    change(&ViewState::asOf, coversAll ? std::nullopt : date);
}

void Session::setAsOfIndex(std::size_t session) {
    if (!m_analysis || m_analysis->sessions->empty())
        return;
    const auto& sessions = *m_analysis->sessions;
    setAsOf(sessions[std::min(session, sessions.size() - 1)]);
}

ViewState Session::stateAfter(int sessions) const {
    // From the date asked for, not from the one shown: keys repeat faster than analyses arrive.
    const auto& all = *m_analysis->sessions;
    const auto after = m_state.asOf ? std::upper_bound(all.begin(), all.end(), *m_state.asOf) : all.end();
    const auto current = static_cast<std::ptrdiff_t>(after - all.begin()) - 1;
    const auto wanted = std::clamp<std::ptrdiff_t>(current + sessions, 0, std::ssize(all) - 1);
    ViewState state = m_state;
    const bool isLast = wanted + 1 == std::ssize(all);
    state.asOf = isLast ? std::nullopt : std::optional(all[static_cast<std::size_t>(wanted)]);
    return state;
}

void Session::stepAsOf(int sessions) {
    if (!m_analysis || m_analysis->sessions->empty())
        return;
    setAsOf(stateAfter(sessions).asOf);
    m_stride = sessions;
}

void Session::setRange(RangeId range) {
    m_zoom.reset();
    m_state.range = range;
    emit stateChanged();
    emit spanChanged();
}

void Session::setScale(ScaleMode scale) {
    if (m_state.scale == scale)
        return;
    m_state.scale = scale;
    emit stateChanged();
}

void Session::setCalendarAxis(bool calendar) {
    if (m_state.calendarAxis == calendar)
        return;
    m_state.calendarAxis = calendar;
    emit stateChanged();
}

void Session::setSigma(SigmaMode sigma) {
    change(&ViewState::sigma, sigma);
}

void Session::setDays(int days) {
    change(&ViewState::days, days);
}

void Session::setEvents(double threshold, int gap) {
    change(&ViewState::eventThreshold, threshold);
    change(&ViewState::eventGap, gap);
}

void Session::setEventChoice(const EventChoice& choice) {
    change(&ViewState::events, choice);
}

VisibleSpan Session::homeSpan() const {
    if (!m_analysis || !m_analysis->divergence)
        return {};
    const std::size_t last = m_analysis->asOfIndex();
    const std::size_t base = rangeBase(*m_analysis->sessions, last, m_state.range);
    return {static_cast<double>(base), static_cast<double>(last)};
}

VisibleSpan Session::visibleSpan() const {
    return m_zoom ? *m_zoom : homeSpan();
}

void Session::zoomTo(const VisibleSpan& span) {
    if (visibleSpan() == span)
        return;
    m_zoom = span;
    emit spanChanged();
}

void Session::setCursor(std::optional<int> session) {
    if (m_cursor == session)
        return;
    m_cursor = session;
    emit cursorChanged();
}

void Session::resetZoom() {
    m_zoom.reset();
    emit spanChanged();
}

} // namespace rotascope
