#include "ui/pages/universe_page.h"

#include "ui/convert/convert.h"
#include "ui/pages/figure_options.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"

namespace rotascope {

UniversePage::UniversePage(const PageContext& context)
    : Page(context)
    , m_universe(UniverseSession::of(context.session)) {
    connect(&m_universe, &UniverseSession::changed, this, &UniversePage::markStale);
    connect(&m_universe, &UniverseSession::failed, this, &Page::said);
}

void UniversePage::adoptChart(Panel& panel, LinkedChart& chart) {
    m_adopted = &chart;
    wireChart(*this, panel, chart);
}

std::optional<TableSnapshot> UniversePage::chartData() const {
    return m_adopted ? shownData(m_adopted->view()) : std::nullopt;
}

QStringList UniversePage::pricedIn(const UniverseView& view) {
    QStringList symbols;
    for (const Symbol& symbol : view.universe->priced)
        symbols << qtext(symbol);
    return symbols;
}

void UniversePage::refresh() {
    m_universe.want();
    if (m_universe.view())
        analyse();
}

} // namespace rotascope
