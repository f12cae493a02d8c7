#include "ui/pages/section_catalogue.h"

#include "ui/pages/pair/bracket_section.h"
#include "ui/pages/pair/option_section.h"
#include "ui/pages/pair/size_section.h"
#include "ui/pages/pair/trade_section.h"
#include "ui/pages/playbook/calendar_section.h"
#include "ui/pages/playbook/notes_section.h"
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

constexpr std::array kPairSections{
    PageInfo{"trade", QT_TRANSLATE_NOOP("Pages", "Trade"),
             QT_TRANSLATE_NOOP("Pages", "One trade in three accountings, with its stops"),
             makePage<TradeSection>},
    PageInfo{"brackets", QT_TRANSLATE_NOOP("Pages", "Brackets and hedge"),
             QT_TRANSLATE_NOOP("Pages", "Stops, targets and a hedge tried on history"),
             makePage<BracketSection>},
    PageInfo{"size", QT_TRANSLATE_NOOP("Pages", "Size and ticket"),
             QT_TRANSLATE_NOOP("Pages", "Overweights, what pays for them, and a ticket from a risk budget"),
             makePage<SizeSection>},
    PageInfo{"options", QT_TRANSLATE_NOOP("Pages", "Strikes"),
             QT_TRANSLATE_NOOP("Pages", "How often the price ended beyond a strike, and payoff at expiry"),
             makePage<OptionSection>},
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
    PageInfo{"notes", QT_TRANSLATE_NOOP("Pages", "Notes and claims"),
             QT_TRANSLATE_NOOP("Pages", "What was written, held against the data"), makePage<NotesSection>},
    PageInfo{"calendar", QT_TRANSLATE_NOOP("Pages", "Calendar"),
             QT_TRANSLATE_NOOP("Pages", "What is coming in the next weeks"), makePage<CalendarSection>},
};

} // namespace

std::span<const PageInfo> trendSections() {
    return kTrendSections;
}

std::span<const PageInfo> pairSections() {
    return kPairSections;
}

std::span<const PageInfo> seasonSections() {
    return kSeasonSections;
}

std::span<const PageInfo> playbookSections() {
    return kPlaybookSections;
}

} // namespace rotascope
