#include "ui/pages/page_catalogue.h"

#include "ui/pages/data_page.h"
#include "ui/pages/divergence_page.h"
#include "ui/pages/event_study_page.h"
#include "ui/pages/flows_page.h"
#include "ui/pages/leverage/leverage_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/section_catalogue.h"
#include "ui/pages/sectioned_page.h"
#include "ui/pages/yields/yields_page.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<PageInfo, 11> kPages{{
    {"overview", QT_TRANSLATE_NOOP("Pages", "Overview"),
     QT_TRANSLATE_NOOP("Pages", "What the rotation is doing and how unusual it is"), makePage<OverviewPage>},
    {"divergence", QT_TRANSLATE_NOOP("Pages", "Divergence"),
     QT_TRANSLATE_NOOP("Pages", "The pair, its spread's z under six estimates, and where today stands"),
     makePage<DivergencePage>},
    {"events", QT_TRANSLATE_NOOP("Pages", "Event study"),
     QT_TRANSLATE_NOOP("Pages", "What really followed such moves, and how sure one may be"),
     makePage<EventStudyPage>},
    {"flows", QT_TRANSLATE_NOOP("Pages", "Flows"),
     QT_TRANSLATE_NOOP("Pages", "Who pays for the rotation: ETF flows, how unusual they are, and baskets"),
     makePage<FlowsPage>},
    {"trend", QT_TRANSLATE_NOOP("Pages", "Trend"),
     QT_TRANSLATE_NOOP("Pages", "How instruments stand, what the divergence is made of, who rotates where"),
     makeSectionedPage, trendSections},
    {"leverage", QT_TRANSLATE_NOOP("Pages", "Leverage"),
     QT_TRANSLATE_NOOP("Pages", "Leveraged funds against what their index owes them"),
     makePage<LeveragePage>},
    {"pair", QT_TRANSLATE_NOOP("Pages", "Pair trade"),
     QT_TRANSLATE_NOOP("Pages", "Long small, short large, measured before it is made"), makeSectionedPage,
     pairSections},
    {"playbook", QT_TRANSLATE_NOOP("Pages", "Playbook"),
     QT_TRANSLATE_NOOP("Pages",
                       "Rules with their whole history, theses, notes and claims, and what is coming"),
     makeSectionedPage, playbookSections},
    {"seasons", QT_TRANSLATE_NOOP("Pages", "Seasons"),
     QT_TRANSLATE_NOOP("Pages", "Months, years, year-ends and the long run of the pair"), makeSectionedPage,
     seasonSections},
    {"yields", QT_TRANSLATE_NOOP("Pages", "Yields"),
     QT_TRANSLATE_NOOP("Pages", "Treasury yields and credit spreads, and what the pair does with them"),
     makePage<YieldsPage>},
    {"data", QT_TRANSLATE_NOOP("Pages", "Data"),
     QT_TRANSLATE_NOOP("Pages",
                       "What the desk holds, where it came from, how fresh it is, and what is odd about it"),
     makePage<DataPage>},
}};

} // namespace

std::unique_ptr<Page> makeSectionedPage(const PageInfo& info, const PageContext& context) {
    return std::make_unique<SectionedPage>(context, info);
}

std::span<const PageInfo> pageCatalogue() {
    return kPages;
}

int pageIndex(const QString& id) {
    return pageIndex(kPages, id);
}

int pageIndex(std::span<const PageInfo> pages, const QString& id) {
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&id](const PageInfo& page) { return id == QLatin1String(page.id); });
    return found == pages.end() ? -1 : static_cast<int>(found - pages.begin());
}

std::span<const PageInfo> sectionsOf(const PageInfo& page) {
    return page.sections ? page.sections() : std::span<const PageInfo>();
}

QString pageKeys(std::size_t index) {
    constexpr std::size_t kDigits = 10;
    const QString modifiers = index < kDigits ? QStringLiteral("Ctrl+") : QStringLiteral("Ctrl+Shift+");
    return modifiers + QString::number((index + 1) % kDigits);
}

QString pageTitle(const PageInfo& page) {
    return QCoreApplication::translate("Pages", page.title);
}

QString pageExplanation(const PageInfo& page) {
    return QCoreApplication::translate("Pages", page.explanation);
}

} // namespace rotascope
