#include "ui/pages/section_catalogue.h"

#include "ui/pages/playbook/rules_section.h"
#include "ui/pages/playbook/theses_section.h"
#include "ui/pages/seasons/long_run_section.h"
#include "ui/pages/seasons/months_section.h"
#include "ui/pages/seasons/year_end_section.h"
#include "ui/pages/trend/groups_section.h"
#include "ui/pages/trend/instrument_section.h"
#include "ui/pages/trend/made_section.h"
#include "ui/pages/trend/rotation_section.h"
#include "ui/pages/trend/states_section.h"

#include <array>

namespace rotascope {

namespace {

constexpr std::array kTrendSections{
    PageInfo{"states", QT_TRANSLATE_NOOP("Pages", "States"),
             QT_TRANSLATE_NOOP("Pages", "Every instrument against its averages, and breadth"),
             makePage<StatesSection>},
    PageInfo{"instrument", QT_TRANSLATE_NOOP("Pages", "Instrument"),
             QT_TRANSLATE_NOOP("Pages", "One of them: averages, volume, an indicator, falls, your notes"),
             makePage<InstrumentSection>, nullptr, true},
    PageInfo{"made", QT_TRANSLATE_NOOP("Pages", "Made of"),
             QT_TRANSLATE_NOOP("Pages", "The parts of the divergence over time, and many pairs beside it"),
             makePage<MadeSection>},
    PageInfo{"groups", QT_TRANSLATE_NOOP("Pages", "Groups"),
             QT_TRANSLATE_NOOP("Pages", "One basket against another"), makePage<GroupsSection>},
    PageInfo{"rotation", QT_TRANSLATE_NOOP("Pages", "Rotation map"),
             QT_TRANSLATE_NOOP("Pages", "Relative strength and its momentum against a benchmark"),
             makePage<RotationSection>},
};

constexpr std::array kSeasonSections{
    PageInfo{
        "months", QT_TRANSLATE_NOOP("Pages", "Months and years"),
        QT_TRANSLATE_NOOP("Pages", "The spread by calendar month, years, streaks, and a claim about years"),
        makePage<MonthsSection>},
    PageInfo{"yearends", QT_TRANSLATE_NOOP("Pages", "Year-ends"),
             QT_TRANSLATE_NOOP("Pages", "December to March, and the same weeks of other years"),
             makePage<YearEndSection>},
    PageInfo{
        "longrun", QT_TRANSLATE_NOOP("Pages", "Long run"),
        QT_TRANSLATE_NOOP("Pages", "Three and five years, and how long the ratio has been below its high"),
        makePage<LongRunSection>},
};

constexpr std::array kPlaybookSections{
    PageInfo{"rules", QT_TRANSLATE_NOOP("Pages", "Rules"),
             QT_TRANSLATE_NOOP("Pages", "Each rule, when it fired, and what followed"),
             makePage<RulesSection>, nullptr, true},
    PageInfo{"theses", QT_TRANSLATE_NOOP("Pages", "Theses"),
             QT_TRANSLATE_NOOP("Pages", "What would confirm a thesis, and what would end it"),
             makePage<ThesesSection>},
};

} // namespace

std::span<const PageInfo> trendSections() {
    return kTrendSections;
}

std::span<const PageInfo> seasonSections() {
    return kSeasonSections;
}

std::span<const PageInfo> playbookSections() {
    return kPlaybookSections;
}

} // namespace rotascope
