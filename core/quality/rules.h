// The rules themselves; each returns what it found in one series, in order of date. Figures in the comments
// are the thresholds.
#pragma once

#include "core/quality/examined_series.h"

namespace rotascope {

// --- against the calendar (calendar_rules.cpp)

/// Runs of sessions without a row between the first and the last one; none of a sparse series.
std::vector<Observed> findGaps(const ExaminedSeries& series);
/// One note about a series with at least 5 gaps, and one for every 20 rows: flows that are reported when
/// there are any, say.
std::vector<Observed> findSparse(const ExaminedSeries& series);
/// Rows dated on weekends and holidays.
std::vector<Observed> findOffCalendar(const ExaminedSeries& series);

// --- of prices, share counts and single values (value_rules.cpp)

/// One-session changes by 3:2, 2:1, 3:1 … 1:100 within 4 %, far outside the usual range; in share counts any
/// change by more than half.
std::vector<Observed> findSplitLikeJumps(const ExaminedSeries& series);
/// Prices unchanged over at least 5 sessions, yields over at least 10.
std::vector<Observed> findStaleRuns(const ExaminedSeries& series);
/// Returns more than 10 robust σ from what was usual, of which the next session undoes 70 %. What is usual:
/// the median and σ of the 252 returns before, or the σ of the 21 before where that is larger, so that days
/// in the middle of a crash are not taken for errors.
std::vector<Observed> findSpikes(const ExaminedSeries& series);
/// Returns more than 15 robust σ, by the same measure, that stay.
std::vector<Observed> findOutliers(const ExaminedSeries& series);
/// Prices that once were a thousand times the last one: adjusted for reverse splits.
std::vector<Observed> findMagnitudes(const ExaminedSeries& series);

// --- within bars (bar_rules.cpp)

/// High below, or low above, another price of the bar.
std::vector<Observed> findBarOrder(const ExaminedSeries& series);
/// Volume zero where the series usually has one.
std::vector<Observed> findZeroVolume(const ExaminedSeries& series);
/// Median volume of 21 sessions twenty times that of the 21 before, or a twentieth: another unit or venue.
std::vector<Observed> findVolumeScale(const ExaminedSeries& series);
/// Opens within 0.01 % of the previous close, or equal to the close of their session, on three of four
/// sessions, over at least 120: no opens at all.
std::vector<Observed> findNoRealOpen(const ExaminedSeries& series);
/// Open, high, low and close all equal: one trade, or a close written four times.
std::vector<Observed> findOnePrice(const ExaminedSeries& series);
/// Adjusted close above the close, or an adjustment factor that falls: adjusted and raw values mixed.
std::vector<Observed> findMixedAdjustment(const ExaminedSeries& series);
/// Adjusted closes of a fund or share that equal its closes on every session, at least 252.
std::vector<Observed> findUnadjusted(const ExaminedSeries& series);
/// Closes in dollars, without adjusted ones beside them, that are no quotes (core/market/quotes.h).
std::vector<Observed> findNeverQuoted(const ExaminedSeries& series);

} // namespace rotascope
