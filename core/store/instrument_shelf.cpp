#include "core/store/instrument_shelf.h"

namespace rotascope {

InstrumentShelf::Shared InstrumentShelf::find(std::string_view symbol, std::uint64_t version) const {
    const std::lock_guard lock(m_mutex);
    const auto place = m_places.find(symbol);
    return place != m_places.end() && place->second.version == version ? place->second.instrument.lock()
                                                                       : nullptr;
}

void InstrumentShelf::put(std::uint64_t version, const Shared& instrument) {
    const std::lock_guard lock(m_mutex);
    m_places.insert_or_assign(instrument->data().instrument.symbol, Place{version, instrument});
}

} // namespace rotascope
