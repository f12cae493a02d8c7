#include "core/market/market.h"

#include "core/base/text.h"
#include "core/market/known.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace rotascope {

namespace {

bool hasHoles(const std::vector<double>& column) {
    return std::any_of(column.begin(), column.end(), [](double value) { return std::isnan(value); });
}

Series withoutHoles(const PriceBars& bars, Field field) {
    Series series{field, Cadence::Daily, Availability::SameDay, {}, {}};
    const std::vector<double>& column = bars.column(field);
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (std::isnan(column[i]))
            continue;
        series.dates.push_back(bars.dates[i]);
        series.values.push_back(column[i]);
    }
    return series;
}

std::optional<MarketInstrument::HeldField> heldField(const Series& series) {
    if (series.dates.empty())
        return std::nullopt;
    return MarketInstrument::HeldField{{series.dates, series.values}, series.availability};
}

const Symbol& symbolOf(const std::shared_ptr<const MarketInstrument>& instrument) {
    return instrument->data().instrument.symbol;
}

std::vector<std::shared_ptr<const MarketInstrument>> shared(std::vector<InstrumentData> instruments) {
    std::vector<std::shared_ptr<const MarketInstrument>> out;
    out.reserve(instruments.size());
    for (InstrumentData& data : instruments)
        out.push_back(std::make_shared<const MarketInstrument>(std::move(data)));
    return out;
}

Failure beforeData(Date asOf, std::string_view symbol, std::span<const Date> dates) {
    return refused("before_data",
                   fmt::format("{} is before the first session of {}; the desk has {} to {}.", isoText(asOf),
                               symbol, isoText(dates.front()), isoText(dates.back())));
}

/// A column whose first value is still to come looks as if it were not there.
std::span<const double> unlessAllMissing(std::span<const double> column) {
    const bool allMissing =
        std::all_of(column.begin(), column.end(), [](double value) { return std::isnan(value); });
    return allMissing ? std::span<const double>() : column;
}

} // namespace

MarketInstrument::MarketInstrument(InstrumentData data)
    : m_data(std::move(data)) {
    for (std::size_t i = 0; i < kBarFieldCount; ++i)
        if (hasHoles(m_data.daily.columns[i]))
            m_patched.push_back(withoutHoles(m_data.daily, static_cast<Field>(i)));
}

std::optional<MarketInstrument::HeldField> MarketInstrument::field(Field field, Cadence cadence) const {
    for (const Series& series : isBarField(field) ? m_patched : m_data.series)
        if (series.field == field && series.cadence == cadence)
            return heldField(series);
    if (!isBarField(field) || cadence != Cadence::Daily)
        return std::nullopt;
    const std::vector<double>& column = m_data.daily.column(field);
    return column.empty() ? std::nullopt
                          : std::optional(HeldField{{m_data.daily.dates, column}, Availability::SameDay});
}

Market::Market(std::vector<InstrumentData> instruments)
    : Market(shared(std::move(instruments))) {}

Market::Market(std::vector<std::shared_ptr<const MarketInstrument>> instruments)
    : m_instruments(std::move(instruments)) {
    std::sort(m_instruments.begin(), m_instruments.end(),
              [](const auto& a, const auto& b) { return symbolOf(a) < symbolOf(b); });
}

const MarketInstrument* Market::entry(std::string_view symbol) const {
    const auto it =
        std::lower_bound(m_instruments.begin(), m_instruments.end(), symbol,
                         [](const auto& held, std::string_view wanted) { return symbolOf(held) < wanted; });
    return it != m_instruments.end() && symbolOf(*it) == symbol ? it->get() : nullptr;
}

const InstrumentData* Market::find(std::string_view symbol) const {
    const MarketInstrument* found = entry(symbol);
    return found ? &found->data() : nullptr;
}

std::vector<Symbol> Market::symbols() const {
    std::vector<Symbol> out;
    out.reserve(m_instruments.size());
    for (const auto& instrument : m_instruments)
        out.push_back(symbolOf(instrument));
    return out;
}

std::optional<MarketInstrument::HeldField> Market::field(std::string_view symbol, Field field,
                                                         Cadence cadence) const {
    const MarketInstrument* found = entry(symbol);
    return found ? found->field(field, cadence) : std::nullopt;
}

namespace {

/// "RUT, SPX and 24 more"
std::string someOf(std::span<const Symbol> held) {
    constexpr std::size_t kNamed = 6;
    const auto named = held.first(std::min(held.size(), kNamed));
    const std::string names = fmt::format("{}", fmt::join(named, ", "));
    return held.size() > kNamed ? fmt::format("{} and {} more", names, held.size() - kNamed) : names;
}

std::string nearestText(std::string_view symbol, std::span<const Symbol> held) {
    const auto nearest = nearestName(symbol, held);
    return nearest ? fmt::format("; the nearest name is {}", *nearest) : "";
}

} // namespace

Failure nothingKnownOf(std::string_view symbol, std::span<const Symbol> held, Date asOf) {
    return refused("unknown_symbol", fmt::format("As of {} nothing of {} is known{}.", isoText(asOf), symbol,
                                                 nearestText(symbol, held)));
}

Failure unknownSymbol(std::string_view symbol, std::span<const Symbol> held) {
    const std::string near = nearestText(symbol, held);
    const std::string instead = held.empty() ? "" : ", or take what there is: " + someOf(held);
    return refused("unknown_symbol",
                   fmt::format("The desk holds no {}{}. Import it{}.", symbol, near, instead));
}

MarketView::MarketView(std::shared_ptr<const Market> market, std::optional<Date> asOf)
    : m_market(std::move(market))
    , m_asOf(asOf) {
    assert(m_market);
}

MarketView MarketView::latest(std::shared_ptr<const Market> market) {
    return {std::move(market), std::nullopt};
}

MarketView MarketView::asOf(std::shared_ptr<const Market> market, Date date) {
    return {std::move(market), date};
}

MarketView MarketView::until(Date date) const {
    return {m_market, m_asOf ? std::min(*m_asOf, date) : date};
}

Result<Instrument> MarketView::instrument(std::string_view symbol) const {
    if (const InstrumentData* data = m_market->find(symbol))
        return data->instrument;
    return m_asOf ? nothingKnownOf(symbol, m_market->symbols(), *m_asOf)
                  : unknownSymbol(symbol, m_market->symbols());
}

Result<SeriesView> MarketView::values(std::string_view symbol, Field field, Cadence cadence) const {
    if (const auto known = instrument(symbol); !known)
        return Failure(known.error());
    const auto held = m_market->field(symbol, field, cadence);
    if (!held)
        return refused("no_data", fmt::format("{} has no {} {} values in this desk.", symbol, nameOf(cadence),
                                              nameOf(field)));
    const SeriesView& all = held->values;
    const std::size_t count =
        m_asOf ? knownCount(all.dates, held->availability, cadence, *m_asOf) : all.size();
    if (count == 0)
        return beforeData(*m_asOf, symbol, all.dates);
    return SeriesView{all.dates.first(count), all.values.first(count)};
}

std::optional<Availability> MarketView::availability(std::string_view symbol, Field field,
                                                     Cadence cadence) const {
    const auto held = m_market->field(symbol, field, cadence);
    return held ? std::optional(held->availability) : std::nullopt;
}

Result<SeriesView> MarketView::closes(std::string_view symbol) const {
    const bool hasBars = m_market->field(symbol, Field::Close, Cadence::Daily).has_value();
    const bool hasValue = m_market->field(symbol, Field::Value, Cadence::Daily).has_value();
    return values(symbol, !hasBars && hasValue ? Field::Value : Field::Close);
}

Result<BarsView> MarketView::bars(std::string_view symbol) const {
    if (const auto known = instrument(symbol); !known)
        return Failure(known.error());
    const PriceBars& bars = m_market->find(symbol)->daily;
    if (bars.dates.empty())
        return refused("no_data", fmt::format("{} has no daily bars in this desk.", symbol));
    const auto end =
        m_asOf ? std::upper_bound(bars.dates.begin(), bars.dates.end(), *m_asOf) : bars.dates.end();
    const auto count = static_cast<std::size_t>(end - bars.dates.begin());
    if (count == 0)
        return beforeData(*m_asOf, symbol, bars.dates);
    BarsView view{std::span(bars.dates).first(count), {}};
    for (std::size_t i = 0; i < kBarFieldCount; ++i)
        if (!bars.columns[i].empty())
            view.columns[i] = unlessAllMissing(std::span(bars.columns[i]).first(count));
    return view;
}

} // namespace rotascope
