// What people decided about the data, on an open desk.
#include "db/sqlite/failure.h"
#include "db/sqlite/transaction.h"
#include "db/sqlite_market_store.h"
#include "db/tables/judgement_tables.h"

#include <fmt/format.h>

namespace rotascope {

namespace {

using sqlite::guarded;
using sqlite::ReadTransaction;

[[noreturn]] void refuse(std::string code, std::string message) {
    throw sqlite::StoreFailure(Error{ErrorKind::Refused, std::move(code), std::move(message)});
}

} // namespace

Result<void> SqliteMarketStore::describe(const Instrument& instrument) {
    return change([&] {
        m_reader.require(instrument.symbol);
        describeInstrument(*m_desk, instrument);
    });
}

Result<void> SqliteMarketStore::setAvailability(const SeriesKey& series, Availability availability) {
    if (!series.field)
        return refused("bars_are_known", "Prices are known on their day; only single values, such as yields, "
                                         "share counts and flows, can have a lag.");
    return change([&] {
        const HeldInstrument held = m_reader.require(series.symbol);
        if (!setSeriesAvailability(*m_desk, series, availability))
            refuse("no_data", fmt::format("{} has no {} {} in this desk; see `rota availability {}`.",
                                          held.instrument.symbol, nameOf(series.cadence),
                                          nameOf(*series.field), series.symbol));
    });
}

Result<std::vector<AcceptedFinding>> SqliteMarketStore::acceptedFindings() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return acceptedFindingRows(*m_desk);
    });
}

Result<void> SqliteMarketStore::acceptFindings(const std::vector<AcceptedFinding>& accepted) {
    for (const AcceptedFinding& one : accepted)
        if (one.reason.empty())
            return usageError("no_reason", "A finding is accepted with a reason.");
    return change([&] {
        for (const AcceptedFinding& one : accepted)
            putAcceptedFinding(*m_desk, one);
    });
}

Result<void> SqliteMarketStore::reopenFindings(const std::vector<FindingKey>& findings) {
    return change([&] {
        for (const FindingKey& finding : findings)
            if (!dropAcceptedFinding(*m_desk, finding))
                refuse("not_accepted",
                       fmt::format("No finding \"{}\" about {} on {} is accepted.", finding.rule,
                                   finding.symbol, isoText(finding.range.first)));
    });
}

Result<std::vector<Split>> SqliteMarketStore::splits(std::string_view symbol) {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return splitRows(*m_desk, symbol, m_knownOn);
    });
}

Result<std::vector<Symbol>> SqliteMarketStore::symbolsWithSplits() {
    return guarded([&] {
        const ReadTransaction read(*m_desk);
        return splitSymbols(*m_desk);
    });
}

Result<void> SqliteMarketStore::addSplits(std::string_view symbol, const std::vector<Split>& splits) {
    return change([&] {
        m_reader.require(symbol);
        for (const Split& split : splits)
            putSplit(*m_desk, symbol, split);
    });
}

Result<void> SqliteMarketStore::removeSplits(std::string_view symbol, Date date,
                                             std::optional<SplitScope> scope) {
    return change([&] {
        if (!dropSplits(*m_desk, symbol, date, scope))
            refuse("no_split", fmt::format("No split of {} on {} is recorded; `rota splits` lists those that "
                                           "are.",
                                           symbol, isoText(date)));
    });
}

} // namespace rotascope
