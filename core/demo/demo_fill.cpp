#include "core/demo/demo_market.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kBlockRows = 8192;
constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::int8_t kPriceDecimals = 2;
constexpr std::int8_t kAdjustedDecimals = 4;

using Slots = std::array<double, kBarFieldCount>;

std::vector<ImportTarget> targetsOf(const std::vector<InstrumentData>& market) {
    std::vector<ImportTarget> targets;
    for (const InstrumentData& data : market) {
        if (!data.daily.dates.empty()) {
            ImportTarget bars{data.instrument, Cadence::Daily, std::nullopt, Availability::SameDay, {}, {}};
            bars.decimals.fill(kPriceDecimals);
            bars.decimals[indexOf(Field::AdjClose)] = kAdjustedDecimals;
            bars.decimals[indexOf(Field::Volume)] = 0;
            targets.push_back(bars);
        }
        for (const Series& series : data.series) {
            ImportTarget target{data.instrument, series.cadence, series.field, series.availability, {}, {}};
            target.decimals[0] = series.field == Field::Value ? kPriceDecimals : std::int8_t{0};
            targets.push_back(target);
        }
    }
    return targets;
}

std::uint64_t rowsOf(const std::vector<InstrumentData>& market) {
    std::uint64_t rows = 0;
    for (const InstrumentData& data : market) {
        rows += data.daily.dates.size();
        for (const Series& series : data.series)
            rows += series.dates.size();
    }
    return rows;
}

/// Hands rows on in blocks; the first failure, or the user's stop, is kept and ends it.
class Stream {
public:
    Stream(ImportTransaction& transaction, ProgressSink& progress, std::uint64_t total)
        : m_transaction(transaction)
        , m_progress(progress)
        , m_total(total) {
        m_block.reserve(kBlockRows);
    }

    bool append(std::uint32_t target, Date date, const Slots& slots) {
        m_block.append(target, dayNumber(date), ++m_line, slots);
        return m_block.size() < kBlockRows || flush();
    }

    bool flush() {
        if (m_progress.cancelled())
            m_result =
                refused("cancelled", "Stopped before the demo market was complete. The desk is as it was.");
        else
            m_result = m_transaction.write(m_block);
        m_block.clear();
        m_progress.report(m_line, m_total, m_line);
        return m_result.has_value();
    }

    const Result<void>& result() const { return m_result; }

private:
    ImportTransaction& m_transaction;
    ProgressSink& m_progress;
    std::uint64_t m_total;
    std::uint32_t m_line = 0;
    RecordBlock m_block;
    Result<void> m_result;
};

bool streamBars(Stream& stream, std::uint32_t target, const PriceBars& bars) {
    for (std::size_t i = 0; i < bars.dates.size(); ++i) {
        Slots slots{};
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            slots[slot] = bars.columns[slot].empty() ? kMissing : bars.columns[slot][i];
        if (!stream.append(target, bars.dates[i], slots))
            return false;
    }
    return true;
}

bool streamSeries(Stream& stream, std::uint32_t target, const Series& series) {
    Slots slots{};
    slots.fill(kMissing);
    for (std::size_t i = 0; i < series.dates.size(); ++i) {
        slots[0] = series.values[i];
        if (!stream.append(target, series.dates[i], slots))
            return false;
    }
    return true;
}

bool streamAll(Stream& stream, const std::vector<InstrumentData>& market) {
    std::uint32_t target = 0;
    for (const InstrumentData& data : market) {
        if (!data.daily.dates.empty() && !streamBars(stream, target++, data.daily))
            return false;
        for (const Series& series : data.series)
            if (!streamSeries(stream, target++, series))
                return false;
    }
    return stream.flush();
}

Result<void> refuseUnlessEmpty(MarketStore& store) {
    const auto held = store.instruments();
    if (!held)
        return Failure(held.error());
    if (held->empty())
        return {};
    return refused(
        "desk_not_empty",
        fmt::format(
            "The demo market only fills an empty desk; this one holds {} instruments. Name a new file "
            "with --db, or start with a new desk.",
            held->size()));
}

ImportHeader demoHeader(const std::string& importedAt) {
    ImportHeader header;
    header.path = "demo";
    header.format = "demo";
    header.settings = "{}";
    header.importedAt = importedAt;
    return header;
}

Result<void> importAll(MarketStore& store, const std::vector<InstrumentData>& market,
                       const std::string& importedAt, ProgressSink& progress) {
    auto transaction = store.beginImport(demoHeader(importedAt), targetsOf(market), ConflictPolicy::Keep);
    if (!transaction)
        return Failure(transaction.error());
    Stream stream(**transaction, progress, rowsOf(market));
    if (!streamAll(stream, market))
        return stream.result();
    const auto receipt = (*transaction)->finish(RowCounts{}, {}, true);
    if (!receipt)
        return Failure(receipt.error());
    return {};
}

} // namespace

Result<DemoFill> fillDemoDesk(MarketStore& store, const std::string& importedAt, ProgressSink& progress) {
    if (const auto empty = refuseUnlessEmpty(store); !empty)
        return Failure(empty.error());
    const std::vector<InstrumentData> market = demoMarket();
    if (const auto done = importAll(store, market, importedAt, progress); !done)
        return Failure(done.error());
    if (const auto marked = store.markDemo(); !marked)
        return Failure(marked.error());
    DemoFill fill{market.size(), 0};
    for (const InstrumentData& data : market)
        fill.sessions = std::max(fill.sessions, data.daily.dates.size());
    return fill;
}

} // namespace rotascope
