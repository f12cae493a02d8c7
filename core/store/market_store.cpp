#include "core/store/market_store.h"

#include <utility>

namespace rotascope {

namespace {

Failure noHistory() {
    return refused("no_history", "This desk keeps no history of its values.");
}

Failure noJudgements() {
    return refused("no_judgements", "This desk keeps no decisions about its data.");
}

} // namespace

Result<void> ImportTransaction::keepOriginal(OriginalText&) {
    return {};
}

Result<InstrumentShelf::Shared> MarketStore::readShared(std::string_view symbol) {
    auto data = read(symbol);
    if (!data)
        return Failure(data.error());
    return std::make_shared<const MarketInstrument>(std::move(*data));
}

void MarketStore::shareReads(std::shared_ptr<InstrumentShelf>) {}

Result<std::vector<ValueVintage>> MarketStore::vintages(std::string_view, Date, Field) {
    return std::vector<ValueVintage>{};
}

Result<std::vector<RestatedSeries>> MarketStore::restatedSince(const std::string&) {
    return std::vector<RestatedSeries>{};
}

Result<void> MarketStore::showKnownBy(Date) {
    return {};
}

Result<void> MarketStore::lookBack(Date) {
    return noHistory();
}

Result<std::optional<std::string>> MarketStore::originalText(const std::string&) {
    return std::optional<std::string>{};
}

Result<std::unique_ptr<EarlyImport>> MarketStore::beginEarlyImport(const ImportHeader&, ConflictPolicy) {
    return std::unique_ptr<EarlyImport>{};
}

Result<std::int64_t> MarketStore::setting(DeskSetting setting) {
    return infoOf(setting).usual;
}

Result<void> MarketStore::setSetting(DeskSetting, std::int64_t) {
    return refused("no_settings", "This desk keeps no settings.");
}

Result<std::vector<StoredProfile>> MarketStore::profiles() {
    return std::vector<StoredProfile>{};
}

Result<void> MarketStore::saveProfile(const StoredProfile&) {
    return refused("no_profiles", "This desk keeps no profiles.");
}

Result<void> MarketStore::removeProfile(const std::string&) {
    return refused("no_profiles", "This desk keeps no profiles.");
}

Result<std::string> MarketStore::text(DeskText) {
    return std::string();
}

Result<void> MarketStore::setText(DeskText, const std::string&) {
    return refused("no_settings", "This desk keeps no settings.");
}

Result<void> MarketStore::describe(const Instrument&) {
    return noJudgements();
}

Result<void> MarketStore::setAvailability(const SeriesKey&, Availability) {
    return noJudgements();
}

Result<std::vector<AcceptedFinding>> MarketStore::acceptedFindings() {
    return std::vector<AcceptedFinding>{};
}

Result<void> MarketStore::acceptFindings(const std::vector<AcceptedFinding>&) {
    return noJudgements();
}

Result<void> MarketStore::reopenFindings(const std::vector<FindingKey>&) {
    return noJudgements();
}

Result<std::vector<Split>> MarketStore::splits(std::string_view) {
    return std::vector<Split>{};
}

Result<std::vector<Symbol>> MarketStore::symbolsWithSplits() {
    return std::vector<Symbol>{};
}

Result<void> MarketStore::addSplits(std::string_view, const std::vector<Split>&) {
    return noJudgements();
}

Result<void> MarketStore::removeSplits(std::string_view, Date, std::optional<SplitScope>) {
    return noJudgements();
}

Result<std::optional<std::string>> MarketStore::backUpIfDue() {
    return std::optional<std::string>{};
}

Result<UndoReceipt> MarketStore::undo(std::int64_t, const std::string&) {
    return noHistory();
}

} // namespace rotascope
