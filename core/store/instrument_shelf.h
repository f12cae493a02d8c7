// What was read from one desk, lent to all who read the same: sessions of a window hold one copy between
// them.
#pragma once

#include "core/market/market.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

namespace rotascope {

/// Keeps nothing alive: an instrument is there for as long as somebody holds it. For any thread.
class InstrumentShelf {
public:
    using Shared = std::shared_ptr<const MarketInstrument>;

    /// As it was in version `version` of the desk; null where it has to be read.
    Shared find(std::string_view symbol, std::uint64_t version) const;
    /// In place of what was there before.
    void put(std::uint64_t version, const Shared& instrument);

private:
    struct Place {
        std::uint64_t version = 0;
        std::weak_ptr<const MarketInstrument> instrument;
    };

    mutable std::mutex m_mutex;
    std::map<Symbol, Place, std::less<>> m_places;
};

} // namespace rotascope
