#include "ui/pages/seasons/long_run_section.h"

#include "core/analysis/seasons/seasons_wording.h"
#include "core/figure/season_figures.h"
#include "ui/convert/convert.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"

#include <QVBoxLayout>

namespace rotascope {

LongRunSection::LongRunSection(const PageContext& context)
    : SeasonSection(context, QStringLiteral("season long run"))
    , m_headline(new HeadlineLabel(context.appearance, this))
    , m_panel(new Panel(tr("Over years"), this))
    , m_chart(new LinkedChart(context, QStringLiteral("long run figure"), m_panel)) {
    m_panel->addContent(m_chart, 1);
    pageColumn(this, m_headline)->addWidget(m_panel, 1);
    adoptChart(*m_panel, *m_chart);
}

void LongRunSection::show(const Seasons& shown) {
    Headline headline{{drawdownInWords(shown), Emphasis::Strong}};
    for (const std::string& said : longReturnsInWords(shown))
        headline.push_back({" " + said, Emphasis::Normal});
    m_headline->setHeadline(headline);
    m_chart->draw([seasons = seasons()](const Divergence&, std::size_t) { return longRunFigure(*seasons); });
}

void LongRunSection::refuse(const QString& sentence) {
    m_headline->setHeadline({{utf8(sentence), Emphasis::Normal}});
}

} // namespace rotascope
