#include "ui/pages/universe_page.h"

namespace rotascope {

UniversePage::UniversePage(const PageContext& context)
    : Page(context)
    , m_universe(UniverseSession::of(context.session)) {
    connect(&m_universe, &UniverseSession::changed, this, &UniversePage::markStale);
    connect(&m_universe, &UniverseSession::failed, this, &Page::said);
}

void UniversePage::refresh() {
    m_universe.want();
    if (m_universe.view())
        analyse();
}

} // namespace rotascope
