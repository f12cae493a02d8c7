#include "ui/pages/page_catalogue.h"

#include "ui/pages/data_page.h"
#include "ui/pages/divergence_page.h"
#include "ui/pages/event_study_page.h"
#include "ui/pages/flows_page.h"
#include "ui/pages/overview_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

template <class T>
std::unique_ptr<Page> make(const PageContext& context) {
    return std::make_unique<T>(context);
}

constexpr std::array<PageInfo, 5> kPages{{
    {"overview", QT_TRANSLATE_NOOP("Pages", "Overview"),
     QT_TRANSLATE_NOOP("Pages", "What the rotation is doing and how unusual it is"), make<OverviewPage>},
    {"divergence", QT_TRANSLATE_NOOP("Pages", "Divergence"),
     QT_TRANSLATE_NOOP("Pages", "The pair, its spread's z under six estimates, and where today stands"),
     make<DivergencePage>},
    {"events", QT_TRANSLATE_NOOP("Pages", "Event study"),
     QT_TRANSLATE_NOOP("Pages", "What really followed such moves, and how sure one may be"),
     make<EventStudyPage>},
    {"flows", QT_TRANSLATE_NOOP("Pages", "Flows"),
     QT_TRANSLATE_NOOP("Pages", "Who pays for the rotation: ETF flows, how unusual they are, and baskets"),
     make<FlowsPage>},
    {"data", QT_TRANSLATE_NOOP("Pages", "Data"),
     QT_TRANSLATE_NOOP("Pages",
                       "What the desk holds, where it came from, how fresh it is, and what is odd about it"),
     make<DataPage>},
}};

} // namespace

std::span<const PageInfo> pageCatalogue() {
    return kPages;
}

int pageIndex(const QString& id) {
    const auto found = std::find_if(kPages.begin(), kPages.end(),
                                    [&id](const PageInfo& page) { return id == QLatin1String(page.id); });
    return found == kPages.end() ? -1 : static_cast<int>(found - kPages.begin());
}

QString pageTitle(const PageInfo& page) {
    return QCoreApplication::translate("Pages", page.title);
}

QString pageExplanation(const PageInfo& page) {
    return QCoreApplication::translate("Pages", page.explanation);
}

} // namespace rotascope
