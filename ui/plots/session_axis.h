// The shared axis of all panes: sessions, their places (by index or by calendar) and pixels. Values in,
// values out.
#pragma once

#include "core/figure/figure.h"
#include "ui/plots/figure_view.h"

#include <span>
#include <vector>

namespace rotascope {

/// Places per session when time runs by the calendar, stretched so that the whole figure is as wide as by
/// session.
std::vector<double> calendarPositions(std::span<const Date> dates);

/// Maps fractional sessions to pixels and back. Half a session stands free at both ends.
class SessionAxis {
public:
    SessionAxis() = default;
    /// `positions` empty: by index.
    SessionAxis(int sessionCount, std::vector<double> positions);

    int sessionCount() const { return m_count; }
    const std::vector<double>& positions() const { return m_positions; }

    void setPixels(double left, double right);
    double left() const { return m_left; }
    double right() const { return m_right; }

    SessionRange range() const { return m_range; }
    /// Clamped to the figure, never narrower than a few sessions.
    void setRange(SessionRange range);
    SessionRange wholeRange() const;

    /// First and last whole session that can be seen, clamped to the figure.
    int firstSession() const;
    int lastSession() const;

    double x(double session) const;
    double session(double x) const;
    /// The whole session nearest to a pixel, clamped to what is in sight; −1 without sessions.
    int nearestSession(double x) const;
    double pixelsPerPosition() const;
    double positionOf(double session) const;
    double xOfPosition(double position) const;

    /// The range after zooming by `factor` (below 1 comes nearer) while the session at pixel `x` stays where
    /// it is.
    SessionRange zoomed(double x, double factor) const;
    /// The range after moving the picture by `pixels` to the right.
    SessionRange panned(double pixels) const;

private:
    double sessionAt(double position) const;
    SessionRange fromExtent(double from, double to) const;
    double extentFrom() const { return positionOf(m_range.first) - 0.5; }
    double extentTo() const { return positionOf(m_range.last) + 0.5; }

    int m_count = 0;
    std::vector<double> m_positions;
    SessionRange m_range;
    double m_left = 0;
    double m_right = 1;
};

/// The range of `to` that shows the dates which `range` shows of `from`.
SessionRange sameDates(SessionRange range, std::span<const Date> from, std::span<const Date> to);

} // namespace rotascope
