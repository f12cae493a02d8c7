#include "ui/pages/trend/trend_page.h"

#include "ui/pages/trend/instrument_section.h"
#include "ui/pages/trend/states_section.h"

#include <array>

namespace rotascope {

namespace {

const QString kId = QStringLiteral("trend");
const QString kInstrument = QStringLiteral("instrument");

constexpr std::array kSections{
    PageInfo{"states", QT_TRANSLATE_NOOP("Pages", "States"),
             QT_TRANSLATE_NOOP("Pages", "Every instrument against its averages, and breadth"),
             makePage<StatesSection>},
    PageInfo{"instrument", QT_TRANSLATE_NOOP("Pages", "Instrument"),
             QT_TRANSLATE_NOOP("Pages", "One of them: averages, volume, an indicator, falls, your notes"),
             makePage<InstrumentSection>},
};

} // namespace

std::span<const PageInfo> trendSections() {
    return kSections;
}

TrendPage::TrendPage(const PageContext& context)
    : SectionedPage(context, kId, kSections) {}

void TrendPage::openAt(const PagePoint& point) {
    PagePoint there = point;
    if (there.section.isEmpty() && !there.symbol.empty())
        there.section = kInstrument;
    SectionedPage::openAt(there);
}

} // namespace rotascope
