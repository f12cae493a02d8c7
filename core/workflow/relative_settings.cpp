#include "core/workflow/relative_settings.h"

#include "core/analysis/relative/chain.h"
#include "core/base/text.h"

namespace rotascope {

namespace {

/// Keeps what `text` says as `print` writes it; blank text keeps nothing.
template <class Value>
Result<void> save(MarketStore& store, DeskText which, std::string_view text,
                  Result<std::vector<Value>> (*parse)(std::string_view),
                  std::string (*print)(std::span<const Value>)) {
    if (trimmed(text).empty())
        return store.setText(which, "");
    const auto parsed = parse(text);
    if (!parsed)
        return Failure(parsed.error());
    return store.setText(which, print(*parsed));
}

} // namespace

Result<std::vector<Symbol>> loadChain(MarketStore& store) {
    const auto text = store.text(DeskText::Chain);
    if (!text)
        return Failure(text.error());
    return text->empty() ? ChainParams().links : parseChain(*text);
}

Result<std::vector<Symbol>> saveChain(MarketStore& store, std::string_view text) {
    if (const auto saved = save(store, DeskText::Chain, text, &parseChain, &chainText); !saved)
        return Failure(saved.error());
    return loadChain(store);
}

Result<std::vector<BoardPair>> loadPairs(MarketStore& store) {
    const auto text = store.text(DeskText::Pairs);
    if (!text)
        return Failure(text.error());
    return text->empty() ? shippedPairs() : parsePairs(*text);
}

Result<std::vector<BoardPair>> savePairs(MarketStore& store, std::string_view text) {
    if (const auto saved = save(store, DeskText::Pairs, text, &parsePairs, &pairsText); !saved)
        return Failure(saved.error());
    return loadPairs(store);
}

} // namespace rotascope
