#include "core/rules/own_series.h"

#include "core/analysis/pair_series.h"
#include "core/market/known.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::array kCadences{Cadence::Daily, Cadence::Weekly, Cadence::Monthly, Cadence::Quarterly};
constexpr std::array kPeriodDays{0, 7, 31, 92};

/// One field of an instrument, of the cadence that has values.
struct FieldValues {
    Symbol symbol;
    Field field = Field::Close;
    Cadence cadence = Cadence::Daily;
    SeriesView view;
};

Result<FieldValues> fieldOf(const MarketView& view, const Symbol& symbol, Field field) {
    const auto main =
        field == Field::Close ? std::array{Field::Close, Field::Value} : std::array{field, field};
    std::optional<Error> first;
    for (const Field candidate : main)
        for (const Cadence cadence : kCadences) {
            if (isBarField(candidate) && cadence != Cadence::Daily)
                continue;
            auto values = view.values(symbol, candidate, cadence);
            if (values)
                return FieldValues{symbol, candidate, cadence, *values};
            if (!first || values.error().code == "before_data")
                first = values.error();
        }
    return Failure(*first);
}

/// As of a day, one that begins later is not there, as in a desk that ends on that day.
OwnSeries without(const MarketView& view, const SeriesRef& series) {
    OwnSeries out;
    out.missing = view.asOfDate() ? fmt::format("The desk holds no {} by {}.", textOf(series),
                                                dayMonthYear(*view.asOfDate()))
                                  : fmt::format("The desk holds no {}.", textOf(series));
    return out;
}

OwnSeries seriesOf(const MarketView& view, const FieldValues& values) {
    OwnSeries out;
    out.dates.assign(values.view.dates.begin(), values.view.dates.end());
    out.values.assign(values.view.values.begin(), values.view.values.end());
    out.servingDays = kServingDays + kPeriodDays[static_cast<std::size_t>(values.cadence)];
    out.knownOn = out.dates;
    const auto availability = view.availability(values.symbol, values.field, values.cadence);
    if (availability && *availability != Availability::SameDay)
        for (Date& date : out.knownOn)
            date = knownOn(date, *availability, values.cadence);
    return out;
}

/// Bars with high and low; nullopt without.
std::optional<BarsView> rangesOf(const MarketView& view, const Symbol& symbol) {
    const auto bars = view.bars(symbol);
    if (!bars || bars->column(Field::High).empty() || bars->column(Field::Low).empty())
        return std::nullopt;
    return *bars;
}

/// High and low on the dates of the closes.
void addBars(const MarketView& view, const Symbol& symbol, OwnSeries& out) {
    const auto bars = rangesOf(view, symbol);
    if (!bars)
        return;
    std::size_t row = 0;
    for (const Date date : out.dates) {
        while (row < bars->dates.size() && bars->dates[row] < date)
            ++row;
        const bool found = row < bars->dates.size() && bars->dates[row] == date;
        out.high.push_back(found ? bars->column(Field::High)[row] : kNone);
        out.low.push_back(found ? bars->column(Field::Low)[row] : kNone);
    }
}

OwnSeries fieldSeries(const MarketView& view, const SeriesRef& series) {
    const auto values = fieldOf(view, series.symbol, series.field);
    if (!values)
        return without(view, series);
    OwnSeries out = seriesOf(view, *values);
    if (values->field == Field::Close)
        addBars(view, series.symbol, out);
    return out;
}

OwnSeries ratioSeries(const MarketView& view, const SeriesRef& series) {
    const auto over = fieldOf(view, series.symbol, Field::Close);
    const auto under = fieldOf(view, series.other, Field::Close);
    if (!over || !under)
        return without(view, series);
    const OwnSeries a = seriesOf(view, *over);
    const OwnSeries b = seriesOf(view, *under);
    OwnSeries out;
    out.servingDays = std::max(a.servingDays, b.servingDays);
    for (std::size_t i = 0, j = 0; i < a.dates.size() && j < b.dates.size();) {
        if (a.dates[i] == b.dates[j]) {
            out.dates.push_back(a.dates[i]);
            out.knownOn.push_back(std::max(a.knownOn[i], b.knownOn[j]));
            out.values.push_back(b.values[j] < 0 || b.values[j] > 0 ? a.values[i] / b.values[j] : kNone);
        }
        const bool firstLater = a.dates[i] > b.dates[j];
        const bool secondLater = b.dates[j] > a.dates[i];
        i += firstLater ? 0 : 1;
        j += secondLater ? 0 : 1;
    }
    if (out.dates.empty())
        out.missing = fmt::format("{} and {} share no date.", series.symbol, series.other);
    return out;
}

/// The first day on which a flow of `date` can be known: that of the figures it is made of.
class FlowKnown {
public:
    FlowKnown(const MarketView& view, const Symbol& symbol)
        : m_view(view)
        , m_symbol(symbol) {}

    Date of(Date date, FlowSource source) {
        std::optional<bool>& later = m_later[indexOf(source)];
        if (!later)
            later = isLater(date, source);
        return *later ? nextNyseSession(date) : date;
    }

private:
    bool isLater(Date date, FlowSource source) const {
        constexpr std::array kFields{Field::Flow, Field::Shares, Field::Aum};
        for (const Cadence cadence : {Cadence::Daily, Cadence::Weekly}) {
            const auto now = m_view.values(m_symbol, kFields[indexOf(source)], cadence);
            if (!now || !std::binary_search(now->dates.begin(), now->dates.end(), date))
                continue;
            const auto then = m_view.until(date).values(m_symbol, kFields[indexOf(source)], cadence);
            return !then || then->dates.back() < date;
        }
        return true;
    }
    const MarketView& m_view;
    Symbol m_symbol;
    std::array<std::optional<bool>, kFlowSources> m_later;
};

OwnSeries flowSeries(const MarketView& view, const SeriesRef& series, const FlowReading& reading) {
    constexpr int kWeekDays = 7;
    const auto universe = flowUniverse(view);
    OwnSeries out;
    out.areFlows = true;
    out.servingDays = kServingDays + (series.byWeek ? kWeekDays : 0);
    std::optional<FundFlows> fund;
    if (universe.range)
        fund = fundFlows(view, series.symbol, reading.preferred, reading.suspects,
                         WeekCalendar(universe.range->first, universe.range->last, std::chrono::Friday));
    if (!fund) {
        out.missing = fmt::format("{} has no flows in this desk.", series.symbol);
        return out;
    }
    FlowKnown known(view, series.symbol);
    const auto add = [&](Date date, double usd, FlowSource source) {
        out.dates.push_back(date);
        out.values.push_back(usd);
        out.knownOn.push_back(known.of(date, source));
    };
    if (series.byWeek) {
        for (const FlowWeek& week : fund->weeks)
            if (week.isComplete() && week.isCounted())
                add(week.last(), week.usd, week.source);
    } else
        for (const DayFlow& day : fund->days)
            add(day.date(), day.suspect ? kNone : day.usd, day.source);
    return out;
}

/// Whether an observation is not too old on a session. What takes a month to be published is as fresh on that
/// day as a price on its own.
bool isFresh(const OwnSeries& own, std::size_t observation, Date session, int servingDays) {
    const Date fresh = servingDays > kServingDays ? own.knownOn[observation] : own.dates[observation];
    return (session - fresh).count() <= servingDays;
}

} // namespace

OwnSeries ownSeries(const MarketView& view, const SeriesRef& series, const FlowReading& reading) {
    if (series.kind == FunctionKind::Ratio)
        return ratioSeries(view, series);
    return series.kind == FunctionKind::Flow ? flowSeries(view, series, reading) : fieldSeries(view, series);
}

std::optional<SeriesOrigin> originOf(const MarketView& view, const SeriesRef& series) {
    if (series.kind == FunctionKind::Flow)
        return std::nullopt;
    const bool isRatio = series.kind == FunctionKind::Ratio;
    SeriesOrigin out;
    const auto first = fieldOf(view, series.symbol, isRatio ? Field::Close : series.field);
    if (!first)
        return out;
    out.legs.push_back({first->field, first->cadence});
    if (!isRatio) {
        out.hasBars = first->field == Field::Close && rangesOf(view, series.symbol);
        return out;
    }
    const auto second = fieldOf(view, series.other, Field::Close);
    if (!second)
        return SeriesOrigin{};
    out.legs.push_back({second->field, second->cadence});
    return out;
}

std::vector<std::uint32_t> servingOn(std::span<const Date> sessions, const OwnSeries& own, int servingDays) {
    std::vector<std::uint32_t> out(sessions.size(), kNoObservation);
    std::size_t known = 0;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        while (known < own.dates.size() && own.knownOn[known] <= sessions[i])
            ++known;
        if (known > 0 && isFresh(own, known - 1, sessions[i], servingDays))
            out[i] = static_cast<std::uint32_t>(known - 1);
    }
    return out;
}

bool serves(const OwnSeries& own, Date session) {
    const auto known = std::upper_bound(own.knownOn.begin(), own.knownOn.end(), session);
    return known != own.knownOn.begin() &&
           isFresh(own, static_cast<std::size_t>(known - own.knownOn.begin()) - 1, session, own.servingDays);
}

} // namespace rotascope
