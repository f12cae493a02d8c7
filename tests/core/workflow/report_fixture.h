// An invented desk with something for every section of a report.
#pragma once

#include "core/workflow/desk_report/make_report.h"
#include "tests/support/fixed_store.h"
#include "tests/support/invented_market.h"

namespace rotascope::test {

inline std::vector<InstrumentData> inventedDesk(std::size_t sessions = 1'400) {
    std::vector<InstrumentData> out = inventedPair(sessions);
    InventedShocks shocks(23);
    const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), sessions);
    std::vector<double> fund, flow, yield, late;
    double close = 100;
    double percent = 6;
    for (std::size_t i = 0; i < sessions; ++i) {
        close *= 1.0004 + 0.02 * shocks.next();
        percent += 0.05 * shocks.next();
        fund.push_back(close);
        flow.push_back(2e8 * shocks.next());
        yield.push_back(percent);
    }
    InstrumentData iwm = instrumentOf("IWM", dates, fund);
    iwm.series.push_back({Field::Flow, Cadence::Daily, Availability::NextSession, dates, flow});
    out.push_back(std::move(iwm));
    out.push_back(valuesOf("DGS10", dates, yield, Cadence::Daily, Availability::NextSession));
    // Begins late: an earlier date must not know of it.
    const auto half = static_cast<std::ptrdiff_t>(sessions * 3 / 4);
    out.push_back(
        instrumentOf("TNA", {dates.begin() + half, dates.end()}, {fund.begin() + half, fund.end()}));
    return out;
}

inline ImportRecord importOf(std::int64_t id, const std::string& path, const std::string& sha256,
                             std::vector<Symbol> symbols, DateRange range) {
    ImportRecord record;
    record.id = id;
    record.header.path = path;
    record.header.sha256 = sha256;
    record.header.importedAt = "2025-01-0" + std::to_string(id) + "T10:00:00Z";
    record.symbols = std::move(symbols);
    record.range = range;
    record.counts.rowsRead = record.counts.stored = 10;
    return record;
}

inline std::shared_ptr<FixedDesk> deskOf(std::vector<InstrumentData> instruments) {
    auto desk = std::make_shared<FixedDesk>();
    desk->instruments = std::move(instruments);
    const DateRange range{*makeDate(1990, 1, 1), *makeDate(1995, 5, 12)};
    desk->imports = {importOf(1, "folder/pair.csv", std::string(64, 'a'), {"RUT", "SPX"}, range),
                     importOf(2, "folder/others.csv", std::string(64, 'b'), {"IWM", "DGS10", "TNA"}, range)};
    return desk;
}

inline const ReportWriter kWriter{"1.2.3", "2025-02-01T08:00:00Z", std::nullopt};

inline DeskReport reportOf(const std::shared_ptr<FixedDesk>& desk, const ReportAsk& ask) {
    FixedStore store(desk);
    auto report = makeReport(store, ask, kWriter);
    if (!report)
        throw std::runtime_error(report.error().message);
    return std::move(*report);
}

} // namespace rotascope::test
