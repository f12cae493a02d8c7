#include "core/analysis/flows/fund_comparison.h"

#include "core/analysis/pair_series.h"
#include "core/indicators/returns.h"
#include "core/indicators/rolling.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kYear = 252;
constexpr std::size_t kVolumeWindow = 21;
constexpr int kShareWeeks = 13;

std::vector<double>& rolling(ComparedFund& fund, ComparedFigure figure) {
    return fund.rolling[static_cast<std::size_t>(figure)];
}

/// Values of the pair's sessions on the reference's own dates.
std::vector<double> spread(const std::vector<double>& values, const std::vector<Date>& own,
                           const std::vector<Date>& dates) {
    std::vector<double> out(dates.size(), kNone);
    std::size_t at = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
        while (at < dates.size() && dates[at] < own[i])
            ++at;
        if (at < dates.size() && dates[at] == own[i])
            out[at] = values[i];
    }
    return out;
}

std::vector<double> drawdowns(const std::vector<double>& closes) {
    std::vector<double> out;
    double highest = 0;
    for (const double close : closes) {
        highest = std::max(highest, close);
        out.push_back(highest > 0 ? close / highest - 1 : kNone);
    }
    return out;
}

double lastOf(const std::vector<double>& values) {
    return values.empty() ? kNone : values.back();
}

void addPrices(ComparedFund& fund, const PairSeries& pair, const std::vector<Date>& dates) {
    const std::vector<double> own = simpleReturns(pair.small, 1);
    const std::vector<double> reference = simpleReturns(pair.large, 1);
    const Regression regression = rollingRegression(own, reference, kComparisonWindow);
    const std::vector<double> year = simpleReturns(pair.small, kYear);
    const std::vector<double> falls = drawdowns(pair.small);
    fund.correlation = lastOf(regression.correlation);
    fund.beta = lastOf(regression.beta);
    fund.drawdown = lastOf(falls);
    for (std::size_t i = 0; i < kComparedReturns.size(); ++i)
        fund.returns[i] = lastOf(simpleReturns(pair.small, static_cast<std::size_t>(kComparedReturns[i])));
    rolling(fund, ComparedFigure::Correlation) = spread(regression.correlation, pair.dates, dates);
    rolling(fund, ComparedFigure::Beta) = spread(regression.beta, pair.dates, dates);
    rolling(fund, ComparedFigure::Return) = spread(year, pair.dates, dates);
    rolling(fund, ComparedFigure::Drawdown) = spread(falls, pair.dates, dates);
}

/// Only against the index that the fund follows: another one would measure a bet, not a cost.
double trackingDifference(const MarketView& view, const Symbol& fund, const Symbol& index) {
    if (index.empty())
        return kNone;
    const auto pair = alignPair(view, fund, index);
    if (!pair || pair->size() <= kYear)
        return kNone;
    const std::size_t from = pair->size() - 1 - kYear;
    return simpleReturn(pair->small[from], pair->small.back()) -
           simpleReturn(pair->large[from], pair->large.back());
}

double dollarVolume(const MarketView& view, const Symbol& symbol) {
    const auto bars = view.bars(symbol);
    if (!bars || bars->column(Field::Volume).size() < kVolumeWindow ||
        bars->column(Field::Close).size() < kVolumeWindow)
        return kNone;
    double sum = 0;
    for (std::size_t i = bars->dates.size() - kVolumeWindow; i < bars->dates.size(); ++i)
        sum += bars->column(Field::Close)[i] * bars->column(Field::Volume)[i];
    return sum / static_cast<double>(kVolumeWindow);
}

/// |13-week flow| of the fund on each date; a date without four quarters of weeks has none.
std::vector<double> flowSizes(const FundFlows& fund, const std::vector<Date>& dates) {
    std::vector<double> out(dates.size(), kNone);
    for (std::size_t w = 0; w < fund.weeks.size(); ++w) {
        const double sum = sumOfWeeks(fund.weeks, w, kShareWeeks);
        const auto after = std::upper_bound(dates.begin(), dates.end(), fund.weeks[w].end);
        if (after != dates.begin() && fund.weeks[w].end - *(after - 1) < std::chrono::days{7})
            out[static_cast<std::size_t>(after - dates.begin()) - 1] = std::abs(sum);
    }
    return out;
}

void addFlowShares(FundComparison& out, const Flows& flows) {
    std::vector<double> totals(out.dates.size(), 0);
    for (ComparedFund& fund : out.funds) {
        std::vector<double>& sizes = rolling(fund, ComparedFigure::FlowShare);
        sizes.assign(out.dates.size(), kNone);
        fund.thirteenWeeks = fund.flowShare = kNone;
        const FundFlows* own = flows.fund(fund.symbol);
        if (!own)
            continue;
        sizes = flowSizes(*own, out.dates);
        if (const LeagueRow* row = flows.row(fund.symbol))
            fund.thirteenWeeks = row->thirteenWeeks;
        for (std::size_t i = 0; i < sizes.size(); ++i)
            totals[i] += std::isnan(sizes[i]) ? 0 : sizes[i];
    }
    double total = 0;
    for (const ComparedFund& fund : out.funds)
        total += std::isnan(fund.thirteenWeeks) ? 0 : std::abs(fund.thirteenWeeks);
    for (ComparedFund& fund : out.funds) {
        fund.flowShare = total > 0 ? std::abs(fund.thirteenWeeks) / total : kNone;
        std::vector<double>& shares = rolling(fund, ComparedFigure::FlowShare);
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] = totals[i] > 0 ? shares[i] / totals[i] : kNone;
    }
}

} // namespace

FundComparison compareFunds(const MarketView& view, const Flows& flows, const Basket& basket,
                            const Symbol& reference, std::span<const FundFacts> facts) {
    FundComparison out{basket.name, reference, {}, {}, {}};
    if (const auto closes = view.closes(reference))
        out.dates.assign(closes->dates.begin(), closes->dates.end());
    for (const Symbol& symbol : basket.funds) {
        const auto pair = alignPair(view, symbol, reference);
        if (!pair) {
            out.missing.push_back(symbol);
            continue;
        }
        ComparedFund fund;
        fund.symbol = symbol;
        fund.facts = factsOf(facts, symbol);
        addPrices(fund, *pair, out.dates);
        fund.trackingDifference = trackingDifference(view, symbol, fund.facts.index);
        fund.averageDollarVolume =
            std::isnan(fund.facts.dollarVolume) ? dollarVolume(view, symbol) : fund.facts.dollarVolume;
        out.funds.push_back(std::move(fund));
    }
    addFlowShares(out, flows);
    return out;
}

} // namespace rotascope
