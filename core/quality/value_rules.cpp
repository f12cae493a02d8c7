#include "core/base/text.h"
#include "core/quality/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace rotascope {

namespace {

constexpr std::size_t kWindow = 252;
constexpr std::size_t kMonth = 21;
constexpr std::size_t kFewestReturns = 60;
constexpr double kSplitSigmas = 10;
constexpr double kSplitTolerance = 0.04;
constexpr double kSpikeSigmas = 10;
constexpr double kOutlierSigmas = 15;
constexpr double kTakenBack = 0.7;
constexpr double kShareJump = 0.5;
constexpr double kOtherMagnitude = 1000;
constexpr std::size_t kStaleSessions = 5;
constexpr std::size_t kStaleYieldSessions = 10;
constexpr double kNormalMad = 1.4826; ///< σ of a normal law in units of its MAD
constexpr double kLeastSigma = 1e-4;  ///< so that a pegged series does not make every cent an event

struct SplitRatio {
    double factor;
    std::string_view name;
};

constexpr std::array<SplitRatio, 11> kSplits{{{1.5, "3:2"},
                                              {2, "2:1"},
                                              {3, "3:1"},
                                              {4, "4:1"},
                                              {5, "5:1"},
                                              {8, "8:1"},
                                              {10, "10:1"},
                                              {15, "15:1"},
                                              {20, "20:1"},
                                              {50, "50:1"},
                                              {100, "100:1"}}};

double medianOf(std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Log returns; entry 0 is no return and 0.
std::vector<double> logReturns(std::span<const double> values) {
    std::vector<double> out(values.size(), 0);
    for (std::size_t i = 1; i < values.size(); ++i)
        if (values[i] > 0 && values[i - 1] > 0)
            out[i] = std::log(values[i] / values[i - 1]);
    return out;
}

/// How far a return lies from those before it, in robust standard deviations: the larger of the year's and
/// the month's.
class Surprise {
public:
    explicit Surprise(std::span<const double> returns)
        : m_returns(returns) {}

    /// nullopt below `sigmas`, and while too few lie before it.
    std::optional<double> beyond(std::size_t i, double sigmas) {
        const std::size_t first = i > kWindow ? i - kWindow : 1;
        if (i < first + kFewestReturns)
            return std::nullopt;
        const double month = std::max(sigmaAround(take(i - kMonth, i)), kLeastSigma);
        const double median = take(first, i);
        const double move = m_returns[i] - median;
        if (std::abs(move) < sigmas * month) // nearly always, and the year's need not be known
            return std::nullopt;
        const double size = move / std::max(sigmaAround(median), month);
        return std::abs(size) >= sigmas ? std::optional(size) : std::nullopt;
    }

private:
    /// Takes the returns from `first` up to `end`; their median.
    double take(std::size_t first, std::size_t end) {
        m_values.assign(m_returns.begin() + static_cast<std::ptrdiff_t>(first),
                        m_returns.begin() + static_cast<std::ptrdiff_t>(end));
        return medianOf(m_values);
    }
    /// Of the returns that were taken, which it uses up.
    double sigmaAround(double median) {
        for (double& value : m_values)
            value = std::abs(value - median);
        return kNormalMad * medianOf(m_values);
    }

    std::span<const double> m_returns;
    std::vector<double> m_values;
};

std::string percent(double fraction) {
    return signedNumber(100 * fraction, 1) + " %";
}

const SplitRatio* splitOf(double logChange) {
    const double factor = std::exp(std::abs(logChange));
    const auto* row = std::find_if(kSplits.begin(), kSplits.end(), [factor](const SplitRatio& split) {
        return std::abs(factor / split.factor - 1) < kSplitTolerance;
    });
    return row == kSplits.end() ? nullptr : row;
}

/// The command that records the split which a jump looks like; empty for a jump by no split's ratio.
std::string proposal(const ExaminedSeries& series, std::size_t i, double logChange, bool ofShares) {
    const SplitRatio* split = splitOf(logChange);
    if (split == nullptr)
        return {};
    const bool reverse = (logChange > 0) != ofShares;
    const std::string_view name = split->name;
    const std::size_t colon = name.find(':');
    const std::string ratio =
        reverse ? fmt::format("{}:{}", name.substr(colon + 1), name.substr(0, colon)) : std::string(name);
    return fmt::format(" If it is one: rota splits {} {} {}", series.instrument->symbol,
                       isoText(series.dates[i]), ratio);
}

/// Whether the next session takes the return back, all of it or nearly, and not much more.
bool undone(std::span<const double> returns, std::size_t i) {
    if (i + 1 >= returns.size() || returns[i] * returns[i + 1] >= 0)
        return false;
    const double back = std::abs(returns[i + 1] / returns[i]);
    return back >= kTakenBack && back <= 1 / kTakenBack;
}

/// Whether a return is one half of a move there and back.
bool thereAndBack(std::span<const double> returns, std::size_t i) {
    return undone(returns, i) || undone(returns, i - 1);
}

/// Calls `take(i, surprise)` for every return that `may` be meant and lies beyond `sigmas`. The comparison is
/// costly: `may` and the size of most returns spare it.
template <class May, class Take>
void forLargeReturns(const ExaminedSeries& series, std::span<const double> returns, double sigmas, May may,
                     Take take) {
    std::vector<double> sizes;
    for (std::size_t i = 1; i < returns.size(); ++i)
        sizes.push_back(std::abs(returns[i]));
    if (sizes.size() < kFewestReturns || !series.isPrice())
        return;
    Surprise surprise(returns);
    // Half the usual size is the least that any window's σ can be expected to be a fifth of.
    const double least = 0.2 * sigmas * std::max(medianOf(sizes), kLeastSigma);
    for (std::size_t i = 1; i < returns.size(); ++i)
        if (std::abs(returns[i]) >= least && may(i))
            if (const auto size = surprise.beyond(i, sigmas))
                take(i, *size);
}

std::vector<Observed> shareJumps(const ExaminedSeries& series) {
    std::vector<Observed> out;
    for (std::size_t i = 1; i < series.values.size(); ++i) {
        const double before = series.values[i - 1];
        const double after = series.values[i];
        if (before <= 0 || std::abs(after / before - 1) <= kShareJump)
            continue;
        out.push_back(
            {series.dates[i], series.dates[i],
             fmt::format("Shares outstanding go from {} to {} on {}. Unless a split explains it, "
                         "flows over this date are not to be trusted.{}",
                         groupedNumber(before, 0), groupedNumber(after, 0), isoText(series.dates[i]),
                         proposal(series, i, std::log(after / before), true)),
             static_cast<std::size_t>(std::abs(after / before - 1))});
    }
    return out;
}

} // namespace

std::vector<Observed> findSplitLikeJumps(const ExaminedSeries& series) {
    if (series.field == Field::Shares)
        return shareJumps(series);
    std::vector<Observed> out;
    const std::vector<double> returns = logReturns(series.values);
    const auto may = [&](std::size_t i) {
        return splitOf(returns[i]) != nullptr && !thereAndBack(returns, i);
    };
    forLargeReturns(series, returns, kSplitSigmas, may, [&](std::size_t i, double) {
        out.push_back({series.dates[i], series.dates[i],
                       fmt::format("{} to {} on {} looks like a {}{} split that the earlier values are not "
                                   "adjusted for.{}",
                                   groupedNumber(series.values[i - 1], 2), groupedNumber(series.values[i], 2),
                                   isoText(series.dates[i]), returns[i] > 0 ? "reverse " : "",
                                   splitOf(returns[i])->name, proposal(series, i, returns[i], false))});
    });
    return out;
}

std::vector<Observed> findSpikes(const ExaminedSeries& series) {
    std::vector<Observed> out;
    const std::vector<double> returns = logReturns(series.values);
    const auto may = [&](std::size_t i) { return undone(returns, i) && !(i > 1 && undone(returns, i - 1)); };
    forLargeReturns(series, returns, kSpikeSigmas, may, [&](std::size_t i, double size) {
        out.push_back({series.dates[i], series.dates[i],
                       fmt::format("{} on {} ({}, {} robust σ) and {} on the next session: a bad tick?",
                                   groupedNumber(series.values[i], 2), isoText(series.dates[i]),
                                   percent(std::expm1(returns[i])), signedNumber(size, 1),
                                   percent(std::expm1(returns[i + 1])))});
    });
    return out;
}

std::vector<Observed> findOutliers(const ExaminedSeries& series) {
    std::vector<Observed> out;
    const std::vector<double> returns = logReturns(series.values);
    const auto may = [&](std::size_t i) {
        return !thereAndBack(returns, i) && splitOf(returns[i]) == nullptr;
    };
    forLargeReturns(series, returns, kOutlierSigmas, may, [&](std::size_t i, double size) {
        out.push_back(
            {series.dates[i], series.dates[i],
             fmt::format("{} on {}, {} robust σ of what was usual before.", percent(std::expm1(returns[i])),
                         isoText(series.dates[i]), signedNumber(size, 1)),
             static_cast<std::size_t>(std::abs(size))});
    });
    return out;
}

std::vector<Observed> findStaleRuns(const ExaminedSeries& series) {
    std::vector<Observed> out;
    const bool yields = series.instrument->kind == InstrumentKind::Yield;
    const std::size_t fewest = yields ? kStaleYieldSessions : kStaleSessions;
    if ((!yields && !series.isPrice()) || series.cadence != Cadence::Daily)
        return out;
    for (std::size_t first = 0; first < series.values.size();) {
        std::size_t end = first + 1;
        while (end < series.values.size() && series.values[end] == series.values[first])
            ++end;
        if (end - first >= fewest)
            out.push_back(
                {series.dates[first], series.dates[end - 1],
                 fmt::format("{} on all {} sessions from {} to {}.", groupedNumber(series.values[first], 2),
                             end - first, isoText(series.dates[first]), isoText(series.dates[end - 1])),
                 end - first});
        first = end;
    }
    return out;
}

std::vector<Observed> findMagnitudes(const ExaminedSeries& series) {
    if (!series.isPrice() || series.values.empty())
        return {};
    const auto highest = std::max_element(series.values.begin(), series.values.end());
    const double last = series.values.back();
    if (last <= 0 || *highest < kOtherMagnitude * last)
        return {};
    const Date when = series.dates[static_cast<std::size_t>(highest - series.values.begin())];
    return {{series.dates.front(), when,
             fmt::format(
                 "{} on {} against {} last: adjusted for reverse splits. Returns hold; levels and volumes "
                 "of the early years are not what was traded.",
                 groupedNumber(*highest, 0), isoText(when), groupedNumber(last, 2))}};
}

} // namespace rotascope
