#include "core/store/market_store.h"

namespace rotascope {

namespace {

Failure noHistory() {
    return refused("no_history", "This desk keeps no history of its values.");
}

} // namespace

Result<UndoReceipt> MarketStore::undo(std::int64_t, const std::string&) {
    return noHistory();
}

} // namespace rotascope
