// Immutable values of instruments, and the view of them as of a date through which every analysis looks.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/field.h"
#include "core/market/instrument.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rotascope {

/// Bars of one cadence in columns, dates ascending and unique. A column is as long as `dates` (NaN where
/// missing) or empty when the series has none of it.
struct PriceBars {
    std::vector<Date> dates;
    std::array<std::vector<double>, kBarFieldCount> columns;

    const std::vector<double>& column(Field field) const { return columns[indexOf(field)]; }
    bool operator==(const PriceBars&) const = default;
};

/// One field's values, dates ascending and unique, no NaN.
struct Series {
    Field field = Field::Value;
    Cadence cadence = Cadence::Daily;
    Availability availability = Availability::SameDay;
    std::vector<Date> dates;
    std::vector<double> values;

    bool operator==(const Series&) const = default;
};

/// Everything the desk holds of one instrument, as far as it was read.
struct InstrumentData {
    Instrument instrument;
    PriceBars daily;
    std::vector<Series> series;
};

/// Dates and values up to the as-of date; spans of the market, which must outlive it.
struct SeriesView {
    std::span<const Date> dates;
    std::span<const double> values;

    bool empty() const { return dates.empty(); }
    std::size_t size() const { return dates.size(); }
};

/// One instrument as markets hold it; never changes after construction, and may be held by several at once.
class MarketInstrument {
public:
    explicit MarketInstrument(InstrumentData data);

    const InstrumentData& data() const { return m_data; }

    /// All that is held of one field, without its missing values.
    struct HeldField {
        SeriesView values;
        Availability availability = Availability::SameDay;
    };
    /// nullopt where the instrument has none of it.
    std::optional<HeldField> field(Field field, Cadence cadence) const;

private:
    InstrumentData m_data;
    std::vector<Series> m_patched; ///< columns of the bars that have holes, without them
};

/// Instruments by symbol; never changes after construction and is shared between threads.
class Market {
public:
    explicit Market(std::vector<InstrumentData> instruments);
    explicit Market(std::vector<std::shared_ptr<const MarketInstrument>> instruments);

    const InstrumentData* find(std::string_view symbol) const;
    std::vector<Symbol> symbols() const;
    /// nullopt where the instrument has none of it, or is not there.
    std::optional<MarketInstrument::HeldField> field(std::string_view symbol, Field field,
                                                     Cadence cadence) const;

private:
    const MarketInstrument* entry(std::string_view symbol) const;

    std::vector<std::shared_ptr<const MarketInstrument>> m_instruments; ///< sorted by symbol
};

/// Bars up to the as-of date; columns are empty or as long as `dates`, NaN where missing.
struct BarsView {
    std::span<const Date> dates;
    std::array<std::span<const double>, kBarFieldCount> columns;

    std::span<const double> column(Field field) const { return columns[indexOf(field)]; }
};

/// Refuses a symbol that is not among `held`, naming the nearest one.
Failure unknownSymbol(std::string_view symbol, std::span<const Symbol> held);

/// The market as of a date. No function handed a view can reach a later value: that is how look-ahead is
/// impossible.
class MarketView {
public:
    /// Everything in the desk, whatever its date ("Latest").
    static MarketView latest(std::shared_ptr<const Market> market);
    /// What was available on `date`: observations dated on or before it and published by then (see
    /// Availability).
    static MarketView asOf(std::shared_ptr<const Market> market, Date date);

    /// The same market as of `date`, or as of the view's own date where that is earlier.
    MarketView until(Date date) const;

    /// The date asked for; nullopt for the latest view.
    std::optional<Date> asOfDate() const { return m_asOf; }

    /// One column of daily bars, or the daily series of a single-value field, without missing values.
    /// Refuses an unknown symbol (naming the nearest one) and a field without values ("no_data"); a field
    /// whose first value lies after the as-of date is "before_data" and says which range there is.
    Result<SeriesView> values(std::string_view symbol, Field field, Cadence cadence = Cadence::Daily) const;

    /// When they are known; nullopt where the desk has none of them on any date.
    std::optional<Availability> availability(std::string_view symbol, Field field, Cadence cadence) const;

    /// The instrument's main values: close where it has bars, else its single value.
    Result<SeriesView> closes(std::string_view symbol) const;

    /// Daily bars, all columns side by side. Refuses like values().
    Result<BarsView> bars(std::string_view symbol) const;

    Result<Instrument> instrument(std::string_view symbol) const;
    std::vector<Symbol> symbols() const { return m_market->symbols(); }

private:
    MarketView(std::shared_ptr<const Market> market, std::optional<Date> asOf);

    std::shared_ptr<const Market> m_market;
    std::optional<Date> m_asOf;
};

} // namespace rotascope
