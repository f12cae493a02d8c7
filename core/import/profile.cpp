#include "core/import/profile.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace rotascope {

namespace {

using Json = nlohmann::ordered_json;

Json columnJson(const LayoutColumn& column, const ReadingPlan& plan, std::size_t index) {
    Json json{{"name", column.heading}, {"role", nameOf(column.role)}};
    for (const ValueColumn& value : plan.columns) {
        if (value.column != index)
            continue;
        const ValueGroup& group = plan.groups[value.group];
        if (!value.active)
            json["role"] = nameOf(ColumnRole::Ignored);
        else if (value.role == ColumnRole::Named)
            json["field"] = nameOf(group.bars ? Field::Close : group.field);
        if (value.active && !group.symbol.empty())
            json["symbol"] = group.symbol;
    }
    return json;
}

} // namespace

std::string_view nameOf(NumericOrder order) {
    constexpr std::array<std::string_view, 3> kOrders{"mdy", "dmy", "ymd"};
    return kOrders[static_cast<std::size_t>(order)];
}

std::string headerFingerprint(const Layout& layout) {
    std::string out;
    for (const LayoutColumn& column : layout.columns)
        out += (&column == layout.columns.data() ? "" : ",") + column.normalised;
    return out;
}

std::string settingsText(const ReadingPlan& plan, std::string_view profile) {
    Json columns = Json::array();
    for (std::size_t i = 0; i < plan.layout.columns.size(); ++i)
        columns.push_back(columnJson(plan.layout.columns[i], plan, i));
    Json json{{"format", plan.layout.format},
              {"encoding", nameOf(plan.dialect.encoding)},
              {"delimiter", std::string(1, plan.dialect.delimiter)},
              {"quote", std::string(1, plan.dialect.quote)},
              {"header_line", plan.layout.headerLine},
              {"date_family", nameOf(plan.dates.family)},
              {"date_order", nameOf(plan.dates.order)},
              {"decimal", plan.numbers.decimal == ',' ? "comma" : "point"},
              {"symbol_source", plan.symbolSource},
              {"columns", columns}};
    if (plan.layout.fixedDay)
        json["date"] = isoText(dateFromDayNumber(*plan.layout.fixedDay));
    if (!profile.empty())
        json["profile"] = profile;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string profileInSettings(std::string_view settings) {
    const Json json = Json::parse(settings, nullptr, false);
    if (!json.is_object())
        return {};
    const auto name = json.find("profile");
    return name != json.end() && name->is_string() ? name->get<std::string>() : std::string{};
}

} // namespace rotascope
