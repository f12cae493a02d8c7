// A desk in memory that holds what a test gave it and takes nothing in but its texts.
#pragma once

#include "core/store/market_store.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rotascope::test {

/// Shared by every store that a factory opens on it; may be changed between two openings.
struct FixedDesk {
    std::vector<InstrumentData> instruments;
    std::vector<ImportRecord> imports;
    bool demo = false;
    std::atomic<std::uint64_t> version = 1;
    mutable std::map<DeskText, std::string> texts; ///< the one thing that it takes
};

class FixedStore final : public MarketStore {
public:
    explicit FixedStore(std::shared_ptr<const FixedDesk> desk)
        : m_desk(std::move(desk)) {}

    Result<DeskInfo> info() override {
        return DeskInfo{"fixed.rota", m_desk->demo, true, m_desk->version, {}};
    }
    Result<void> markDemo() override { return refusal(); }
    Result<std::vector<InstrumentSummary>> instruments() override {
        std::vector<InstrumentSummary> rows;
        for (const InstrumentData& data : m_desk->instruments)
            rows.push_back(summaryOf(data));
        return rows;
    }
    Result<InstrumentData> read(std::string_view symbol) override {
        for (const InstrumentData& data : m_desk->instruments)
            if (data.instrument.symbol == symbol)
                return data;
        return refused("unknown_symbol", "no such symbol");
    }
    Result<PriceBars> readBars(std::string_view symbol, Cadence) override {
        auto data = read(symbol);
        if (!data)
            return Failure(data.error());
        return data->daily;
    }
    /// In the import that lists the symbol, one line a date below a heading.
    Result<ValueOrigin> origin(std::string_view symbol, Date date, Field field) override {
        const auto data = read(symbol);
        if (!data)
            return Failure(data.error());
        const auto market = std::make_shared<const Market>(std::vector<InstrumentData>{*data});
        const auto values = MarketView::latest(market).values(symbol, field);
        if (!values)
            return Failure(values.error());
        const auto at = std::lower_bound(values->dates.begin(), values->dates.end(), date);
        if (at == values->dates.end() || *at != date)
            return refused("no_value", "no value on that date");
        const auto row = static_cast<std::size_t>(at - values->dates.begin());
        ValueOrigin origin{Symbol(symbol), date, field, values->values[row], 0, {}, 0};
        origin.line = static_cast<std::uint32_t>(row) + 2;
        for (const ImportRecord& record : m_desk->imports)
            if (std::find(record.symbols.begin(), record.symbols.end(), symbol) != record.symbols.end()) {
                origin.importId = record.id;
                origin.header = record.header;
            }
        return origin;
    }
    Result<std::unique_ptr<ImportTransaction>> beginImport(const ImportHeader&, std::vector<ImportTarget>,
                                                           ConflictPolicy) override {
        return refusal();
    }
    Result<std::vector<ImportRecord>> imports() override { return m_desk->imports; }
    Result<std::string> text(DeskText which) override { return m_desk->texts[which]; }
    Result<void> setText(DeskText which, const std::string& words) override {
        m_desk->texts[which] = words;
        return {};
    }

private:
    static Failure refusal() { return refused("fixed", "This desk takes nothing in."); }
    static InstrumentSummary summaryOf(const InstrumentData& data) {
        InstrumentSummary row{data.instrument, {}};
        if (!data.daily.dates.empty())
            row.series.push_back({Cadence::Daily,
                                  std::nullopt,
                                  Availability::SameDay,
                                  {Field::Close},
                                  {data.daily.dates.front(), data.daily.dates.back()},
                                  data.daily.dates.size()});
        for (const Series& series : data.series)
            row.series.push_back({series.cadence,
                                  series.field,
                                  series.availability,
                                  {series.field},
                                  {series.dates.front(), series.dates.back()},
                                  series.dates.size()});
        return row;
    }

    std::shared_ptr<const FixedDesk> m_desk;
};

} // namespace rotascope::test
