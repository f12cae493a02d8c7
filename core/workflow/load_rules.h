// From the desk to its playbook, and to everything that its rules look at.
#pragma once

#include "core/rules/playbook_reading.h"
#include "core/store/market_store.h"

#include <memory>
#include <vector>

namespace rotascope {

/// The desk's own playbook, else the built-in one.
Result<Playbook> deskPlaybook(MarketStore& store);
/// Keeps a playbook in the desk; the built-in one as "none of its own".
Result<void> savePlaybook(MarketStore& store, const Playbook& playbook);

/// Names that rules may use on this desk.
Result<Vocabulary> deskVocabulary(MarketStore& store, const Playbook& playbook);

struct RuleDesk {
    std::shared_ptr<const Market> market; ///< values of `symbols` alone
    std::vector<Symbol> symbols;
    PlaybookParams params;
};

/// Reads what the rules of a playbook need, and how the desk wants flows to be read.
Result<RuleDesk> loadRules(MarketStore& store, const Playbook& playbook, const Symbol& small,
                           const Symbol& large);

} // namespace rotascope
