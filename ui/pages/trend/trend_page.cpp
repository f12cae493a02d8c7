#include "ui/pages/trend/trend_page.h"

#include "ui/pages/trend/groups_section.h"
#include "ui/pages/trend/instrument_section.h"
#include "ui/pages/trend/made_section.h"
#include "ui/pages/trend/rotation_section.h"
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
    PageInfo{"made", QT_TRANSLATE_NOOP("Pages", "Made of"),
             QT_TRANSLATE_NOOP("Pages", "The parts of the divergence over time, and many pairs beside it"),
             makePage<MadeSection>},
    PageInfo{"groups", QT_TRANSLATE_NOOP("Pages", "Groups"),
             QT_TRANSLATE_NOOP("Pages", "One basket against another"), makePage<GroupsSection>},
    PageInfo{"rotation", QT_TRANSLATE_NOOP("Pages", "Rotation map"),
             QT_TRANSLATE_NOOP("Pages", "Relative strength and its momentum against a benchmark"),
             makePage<RotationSection>},
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
