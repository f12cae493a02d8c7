#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "core/report/text_table.h"
#include "core/workflow/load_flows.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rotascope::cli {

namespace {

struct BasketArguments {
    std::string name;
    std::vector<std::string> funds;
    bool remove = false;
    bool reset = false;
    bool outside = false;
};

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

/// The baskets with one of them put in place, or taken out.
Result<std::vector<Basket>> changed(std::vector<Basket> baskets, const BasketArguments& arguments) {
    const auto known = basketNamed(baskets, arguments.name);
    if (arguments.remove) {
        if (!known)
            return Failure(known.error());
        baskets.erase(baskets.begin() + (*known - baskets.data()));
        return baskets;
    }
    const auto parsed =
        parseBaskets((arguments.outside ? "*" : "") + arguments.name + ": " + joined(arguments.funds));
    if (!parsed)
        return Failure(parsed.error());
    if (known)
        baskets[static_cast<std::size_t>(*known - baskets.data())] = parsed->front();
    else
        baskets.push_back(parsed->front());
    return baskets;
}

Result<std::vector<Basket>> outcome(MarketStore& store, const BasketArguments& arguments) {
    if (arguments.reset)
        return saveBaskets(store, "");
    auto baskets = deskBaskets(store);
    if (!baskets || arguments.name.empty())
        return baskets;
    const auto next = changed(std::move(*baskets), arguments);
    if (!next)
        return Failure(next.error());
    return saveBaskets(store, basketsText(*next));
}

std::string printedBaskets(const std::vector<Basket>& baskets, bool json) {
    Json list = Json::array();
    TextTable table{{"basket", "in the rotation", "funds"}, {}};
    for (const Basket& basket : baskets) {
        list.push_back({{"name", basket.name}, {"in_rotation", basket.inRotation}, {"funds", basket.funds}});
        table.rows.push_back({basket.name, basket.inRotation ? "yes" : "no", joined(basket.funds)});
    }
    return json ? printed(Json{{"baskets", std::move(list)}}) : alignedText(table, {1, 2});
}

} // namespace

CommandBody declareBaskets(CLI::App& app) {
    auto arguments = std::make_shared<BasketArguments>();
    app.description(
        "Groups of funds whose flows are added up. Without NAME: all of them. With NAME and funds: sets "
        "that basket.");
    app.add_option("NAME", arguments->name, "Basket, such as \"Small caps\"");
    app.add_option("FUND", arguments->funds, "Its funds; a fund may be in several baskets");
    app.add_flag("--outside", arguments->outside, "A list that is no part of the rotation");
    app.add_flag("--remove", arguments->remove, "Takes the basket out");
    app.add_flag("--reset", arguments->reset, "The baskets of a new desk");
    return [arguments](const Context& context) -> Result<Output> {
        auto store = context.openDesk(DeskMode::Create);
        if (!store)
            return Failure(store.error());
        const auto baskets = outcome(**store, *arguments);
        if (!baskets)
            return Failure(baskets.error());
        return Output{printedBaskets(*baskets, context.common.json), {}, 0};
    };
}

} // namespace rotascope::cli
