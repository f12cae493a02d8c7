#include "ui/plots/session_axis.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

constexpr double kFewestSessions = 5;

double indexOf(std::span<const Date> dates, Date date) {
    return static_cast<double>(std::lower_bound(dates.begin(), dates.end(), date) - dates.begin());
}

} // namespace

std::vector<double> calendarPositions(std::span<const Date> dates) {
    std::vector<double> positions;
    if (dates.size() < 2 || dates.back() <= dates.front())
        return positions;
    const double days = static_cast<double>((dates.back() - dates.front()).count());
    const double stretch = static_cast<double>(dates.size() - 1) / days;
    positions.reserve(dates.size());
    for (const Date date : dates)
        positions.push_back(static_cast<double>((date - dates.front()).count()) * stretch);
    return positions;
}

SessionAxis::SessionAxis(int sessionCount, std::vector<double> positions)
    : m_count(sessionCount)
    , m_positions(std::move(positions)) {
    m_range = wholeRange();
}

void SessionAxis::setPixels(double left, double right) {
    m_left = left;
    m_right = std::max(right, left + 1);
}

SessionRange SessionAxis::wholeRange() const {
    return {0, std::max(0.0, static_cast<double>(m_count - 1))};
}

void SessionAxis::setRange(SessionRange range) {
    const double end = wholeRange().last;
    double first = std::min(range.first, range.last);
    double last = std::max(range.first, range.last);
    if (!std::isfinite(first) || !std::isfinite(last)) {
        m_range = wholeRange();
        return;
    }
    const double fewest = std::min(kFewestSessions - 1, end);
    if (last - first < fewest) {
        const double middle = first / 2 + last / 2;
        first = middle - fewest / 2;
        last = first + fewest;
    }
    const double width = std::min(last - first, end);
    first = std::clamp(first, 0.0, end - width);
    m_range = {first, first + width};
}

int SessionAxis::firstSession() const {
    return m_count == 0 ? 0 : std::clamp(static_cast<int>(std::ceil(m_range.first - 0.5)), 0, m_count - 1);
}

int SessionAxis::lastSession() const {
    return m_count == 0 ? -1 : std::clamp(static_cast<int>(std::floor(m_range.last + 0.5)), 0, m_count - 1);
}

double SessionAxis::positionOf(double session) const {
    if (m_positions.size() < 2)
        return session;
    const double clamped = std::clamp(session, 0.0, wholeRange().last);
    const auto below = std::min(static_cast<std::size_t>(clamped), m_positions.size() - 2);
    const double part = clamped - static_cast<double>(below);
    return m_positions[below] + (m_positions[below + 1] - m_positions[below]) * part + (session - clamped);
}

double SessionAxis::sessionAt(double position) const {
    if (m_positions.size() < 2)
        return position;
    const double clamped = std::clamp(position, m_positions.front(), m_positions.back());
    const auto above = std::upper_bound(m_positions.begin() + 1, m_positions.end() - 1, clamped);
    const auto below = above - 1;
    const double part = (clamped - *below) / (*above - *below);
    return static_cast<double>(below - m_positions.begin()) + part + (position - clamped);
}

double SessionAxis::pixelsPerPosition() const {
    return (m_right - m_left) / (extentTo() - extentFrom());
}

double SessionAxis::xOfPosition(double position) const {
    return m_left + (position - extentFrom()) * pixelsPerPosition();
}

double SessionAxis::x(double session) const {
    return xOfPosition(positionOf(session));
}

double SessionAxis::session(double x) const {
    return sessionAt(extentFrom() + (x - m_left) / pixelsPerPosition());
}

int SessionAxis::nearestSession(double x) const {
    if (m_count == 0)
        return -1;
    return std::clamp(static_cast<int>(std::lround(session(x))), firstSession(), lastSession());
}

SessionRange SessionAxis::fromExtent(double from, double to) const {
    return {sessionAt(from + 0.5), sessionAt(to - 0.5)};
}

SessionRange SessionAxis::zoomed(double x, double factor) const {
    const double fixed = extentFrom() + (std::clamp(x, m_left, m_right) - m_left) / pixelsPerPosition();
    return fromExtent(fixed - (fixed - extentFrom()) * factor, fixed + (extentTo() - fixed) * factor);
}

SessionRange SessionAxis::panned(double pixels) const {
    const double width = extentTo() - extentFrom();
    const double low = positionOf(0) - 0.5;
    const double high = positionOf(wholeRange().last) + 0.5;
    const double from =
        std::clamp(extentFrom() - pixels / pixelsPerPosition(), low, std::max(low, high - width));
    return fromExtent(from, from + width);
}

SessionRange sameDates(SessionRange range, std::span<const Date> from, std::span<const Date> to) {
    if (from.empty() || to.empty())
        return {0, std::max(0.0, static_cast<double>(to.size()) - 1)};
    const auto moved = [&](double session) {
        const auto whole =
            std::clamp(static_cast<std::size_t>(std::max(session, 0.0)), std::size_t{0}, from.size() - 1);
        return indexOf(to, from[whole]) + (session - static_cast<double>(whole));
    };
    return {moved(range.first), moved(range.last)};
}

} // namespace rotascope
