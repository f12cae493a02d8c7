// core/analysis/catalysts: what is coming, on which days: computed where a rule exists, else from a table
// that says where it ends, else from calendars that were imported. May include what core/analysis may. A new
// category is one row of kCatalystCategories and its dates in catalysts.cpp.
#pragma once

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
    Payrolls,
    RussellReconstitution,
    QuadWitching,
    EarningsSeason,
    WindowDressing,
    TaxLossSelling,
    Holiday,
    EarlyClose,
    Imported ///< an event of a calendar in the desk
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

constexpr std::array<CatalystCategoryInfo, 11> kCatalystCategories{{
    {CatalystCategory::FomcDecision, "fomc", "FOMC decision", CatalystSource::Table,
     "the Federal Reserve's published meetings"},
    {CatalystCategory::FomcMinutes, "fomc_minutes", "FOMC minutes", CatalystSource::Table,
     "three weeks after each decision"},
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
}};

constexpr const CatalystCategoryInfo& infoOf(CatalystCategory category) {
    return kCatalystCategories[static_cast<std::size_t>(category)];
}

/// A day, or a stretch of days.
struct Catalyst {
    CatalystCategory category = CatalystCategory::Holiday;
    std::string name;
    DateRange days;

    bool operator==(const Catalyst&) const = default;
};

/// All that touches the range, by first day, then category; events of the view's market among them.
std::vector<Catalyst> catalystsIn(const MarketView& view, DateRange range);

/// Days until it begins, counted from `today`; 0 while it lasts.
int daysUntil(const Catalyst& catalyst, Date today);

/// The last day that the listed categories cover: a page that looks further says so.
Date listedCatalystsEnd();

/// First days of every catalyst of a category inside a range, as events to study.
std::vector<Date> catalystDates(const MarketView& view, CatalystCategory category, DateRange range);

} // namespace rotascope
