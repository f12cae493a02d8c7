#include "core/report/catalysts_json.h"

#include "core/report/json.h"

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 4> kSources{"rule", "usual", "table", "imported"};

} // namespace

Json catalystsAsJson(const std::vector<Catalyst>& catalysts, Date today) {
    Json list = Json::array();
    for (const Catalyst& row : catalysts) {
        const CatalystCategoryInfo& info = infoOf(row.category);
        list.push_back({{"category", info.id},
                        {"name", row.name},
                        {"first", isoText(row.days.first)},
                        {"last", isoText(row.days.last)},
                        {"days_until", daysUntil(row, today)},
                        {"source", kSources[static_cast<std::size_t>(info.source)]},
                        {"rule", info.rule},
                        {"list", row.list},
                        {"listed_by", jsonSentence(row.source)}});
    }
    return list;
}

Json catalystListsAsJson(const std::vector<CatalystList>& lists) {
    Json out = Json::array();
    for (const CatalystList& row : lists)
        out.push_back({{"category", row.id},
                       {"label", row.label},
                       {"first", row.listed ? jsonDate(row.listed->first) : Json(nullptr)},
                       {"last", row.listed ? jsonDate(row.listed->last) : Json(nullptr)},
                       {"goes_on", row.goesOn}});
    return out;
}

} // namespace rotascope
