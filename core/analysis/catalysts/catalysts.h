// core/analysis/catalysts: what is coming, on which days: computed where a rule exists, else from a table
// that says where it ends, else from calendars that were imported. May include what core/analysis may. A new
// category is one row of kCatalystCategories and its dates in catalysts.cpp, or in catalyst_table.cpp where
// no rule computes them.
#pragma once

#include "core/analysis/catalysts/catalyst_table.h"
#include "core/analysis/event_dates.h"
#include "core/base/date.h"
#include "core/market/market.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

enum class CatalystCategory : std::uint8_t {
    FomcDecision,
    FomcMinutes,
    Cpi,
    Payrolls,
    RussellReconstitution,
    QuadWitching,
    EarningsSeason,
    WindowDressing,
    TaxLossSelling,
    Holiday,
    EarlyClose,
    Imported, ///< an event of a calendar in the desk
    Listed    ///< of a category that only the desk's own table has
};

/// Where the dates come from.
enum class CatalystSource : std::uint8_t {
    Rule,  ///< computed; holds for any year
    Usual, ///< computed after a habit that the publisher may break
    Table, ///< listed, up to a last date
    Imported
};

struct CatalystCategoryInfo {
    CatalystCategory category;
    std::string_view id;
    std::string_view label;
    CatalystSource source;
    std::string_view rule; ///< in words
};

constexpr std::array<CatalystCategoryInfo, 13> kCatalystCategories{{
    {CatalystCategory::FomcDecision, "fomc", "FOMC decision", CatalystSource::Table,
     "the Federal Reserve's published meetings"},
    {CatalystCategory::FomcMinutes, "fomc_minutes", "FOMC minutes", CatalystSource::Table,
     "three weeks after each decision"},
    {CatalystCategory::Cpi, "cpi", "CPI", CatalystSource::Table,
     "dates that the desk lists; none are built in"},
    {CatalystCategory::Payrolls, "payrolls", "Payrolls", CatalystSource::Usual,
     "first Friday of the month; the publisher may move it"},
    {CatalystCategory::RussellReconstitution, "russell", "Russell reconstitution", CatalystSource::Rule,
     "fourth Friday of June; from 2026 also the second Friday of November"},
    {CatalystCategory::QuadWitching, "quad_witching", "Quad witching", CatalystSource::Rule,
     "third Friday of March, June, September, December, or the session before"},
    {CatalystCategory::EarningsSeason, "earnings", "Earnings season", CatalystSource::Usual,
     "six weeks from the second Friday of a quarter's first month"},
    {CatalystCategory::WindowDressing, "window_dressing", "Window dressing", CatalystSource::Rule,
     "last five sessions of a quarter"},
    {CatalystCategory::TaxLossSelling, "tax_loss", "Tax-loss selling", CatalystSource::Rule,
     "December to its last session"},
    {CatalystCategory::Holiday, "holiday", "NYSE closed", CatalystSource::Rule, "the exchange's holidays"},
    {CatalystCategory::EarlyClose, "early_close", "NYSE closes at 13:00", CatalystSource::Rule,
     "the exchange's early closes"},
    {CatalystCategory::Imported, "imported", "Imported event", CatalystSource::Imported,
     "a calendar in the desk"},
    {CatalystCategory::Listed, "listed", "Listed event", CatalystSource::Table, "dates that the desk lists"},
}};

constexpr const CatalystCategoryInfo& infoOf(CatalystCategory category) {
    return kCatalystCategories[static_cast<std::size_t>(category)];
}

/// The category of an id; nullptr where the catalogue has none of that name.
const CatalystCategoryInfo* catalystCategoryNamed(std::string_view id);

/// A day, or a stretch of days.
struct Catalyst {
    CatalystCategory category = CatalystCategory::Holiday;
    std::string name;
    DateRange days;
    std::string list;   ///< the category's id, the table's own category, or the imported event's symbol
    std::string source; ///< as the table says; empty for what is computed or imported

    bool operator==(const Catalyst&) const = default;
};

/// All that touches the range, by first day, then category; events of the view's market among them. `own` is
/// the desk's table (loadCatalysts); see catalyst_table.h for what its rows take the place of.
std::vector<Catalyst> catalystsIn(const MarketView& view, DateRange range, const CatalystTable& own = {});

/// Days until it begins, counted from `today`; 0 while it lasts.
int daysUntil(const Catalyst& catalyst, Date today);

/// A category whose dates come from a list, wholly or in part.
struct CatalystList {
    std::string id;
    std::string label;
    std::optional<DateRange> listed; ///< first and last date; none: no date is listed
    bool goesOn = false;             ///< a rule computes what lies before and after
};

/// Listed categories of the catalogue, then the table's own ones.
std::vector<CatalystList> catalystLists(const CatalystTable& own = {});

/// The last day up to which every listed category of the catalogue that has dates has them: a page that looks
/// further says so. Categories of the desk's own do not count; they may lie in the past for good.
Date listedCatalystsEnd(const CatalystTable& own = {});
/// The last date that is listed of one category; none where it has no list.
std::optional<Date> listedCatalystsEnd(std::string_view id, const CatalystTable& own);

/// First days of every catalyst of a category inside a range, as events to study.
std::vector<Date> catalystDates(const MarketView& view, CatalystCategory category, DateRange range,
                                const CatalystTable& own = {});

/// Ids that catalystEvents() knows: those of the catalogue, then the table's own.
std::vector<std::string> catalystIds(const CatalystTable& own = {});
/// The same dates as a list for the event study, under the category's label; none for an unknown id.
/// Events of imported calendars are lists of their own (eventDates).
std::optional<DateList> catalystEvents(const MarketView& view, std::string_view id, DateRange range,
                                       const CatalystTable& own = {});

} // namespace rotascope
