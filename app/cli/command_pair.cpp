#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/option_values.h"
#include "app/cli/pair_stops.h"
#include "app/cli/provenance.h"
#include "app/cli/rule_events.h"
#include "core/analysis/pair_trade/bracket_ground.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/base/text.h"
#include "core/report/pair_trade_json.h"
#include "core/report/pair_trade_text.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace rotascope::cli {

namespace {

struct PairArguments {
    std::string entry;
    std::vector<std::string> stops;
    std::string carry;
    std::string bracketStop;
    std::string bracketTarget;
    std::string on;
    std::string rule;
    std::string tilts;
    std::string shock;
    std::string hedge;
    std::string hedgeWeight;
    std::string preset;
    double premium = 0;
    double riskBudget = 0;
    int parts = 1;
    int longest = 63;
    bool intraday = false;
    bool betaNeutral = false;

    bool wantsBracket() const { return !bracketStop.empty() || !bracketTarget.empty(); }
};

Result<PairTradeParams> paramsOf(const PairArguments& arguments) {
    PairTradeParams params;
    params.parts = arguments.parts;
    const auto carry = percentOf("--carry", arguments.carry);
    if (!carry)
        return Failure(carry.error());
    params.carryPerYear = *carry;
    const auto entry = dateOf("--entry", arguments.entry);
    if (!entry)
        return Failure(entry.error());
    params.entry = *entry;
    auto stops = stopsOf(arguments.stops);
    if (!stops)
        return Failure(stops.error());
    params.stops = std::move(*stops);
    return params;
}

/// What the parts of the answer are made from.
struct Ground {
    const PairArguments& arguments;
    const Context& context;
    const MarketView& view;
    PairSeries pair;
    std::vector<Date> fired; ///< first sessions of the rule's episodes
};

/// One part of the answer, for programs and for people.
struct Part {
    std::string key;
    Json json;
    std::string text;
};

Result<Part> bracketPart(const Ground& ground) {
    const PairArguments& arguments = ground.arguments;
    const auto stop = percentOf("--bracket-stop", arguments.bracketStop);
    const auto target = percentOf("--bracket-target", arguments.bracketTarget);
    if (!stop || !target)
        return Failure(stop ? target.error() : stop.error());
    const BracketParams params{*stop, *target, static_cast<std::size_t>(std::max(arguments.longest, 0)),
                               arguments.intraday};
    const CommonOptions& common = ground.context.common;
    const auto around = bracketGround(ground.view, common.small, common.large, canonicalSymbol(arguments.on));
    if (!around)
        return Failure(around.error());
    const auto test = arguments.rule.empty() ? testBracket(around->columns(), params)
                                             : testBracket(around->columns(), params,
                                                           entriesAfter(ground.fired, around->dates()));
    if (!test)
        return Failure(test.error());
    const std::string entries =
        arguments.rule.empty() ? "any session" : fmt::format("the close after \"{}\" fired", arguments.rule);
    return Part{"bracket", bracketAsJson(*test), bracketText(*test, entries)};
}

Result<Part> hedgePart(const Ground& ground) {
    const PairArguments& arguments = ground.arguments;
    const auto weight =
        percentOf("--hedge-weight", arguments.hedgeWeight.empty() ? "10%" : arguments.hedgeWeight);
    if (!weight)
        return Failure(weight.error());
    if (arguments.rule.empty())
        return usageError("no_rule", "A hedge is bought when a rule fires: name one with --rule.");
    const Symbol hedge = canonicalSymbol(arguments.hedge);
    const Symbol& held = ground.context.common.small;
    const auto pair = alignPair(ground.view, held, hedge);
    if (!pair)
        return Failure(pair.error());
    const auto study = studyHedge(*pair, {*weight}, entriesAfter(ground.fired, pair->dates));
    if (!study)
        return Failure(study.error());
    return Part{"hedge", hedgeAsJson(*study, held, hedge), hedgeText(*study, held, hedge)};
}

Result<Part> sizingPart(const Ground& ground) {
    const auto tilts = parseTilts(ground.arguments.tilts);
    if (!tilts)
        return Failure(tilts.error());
    PriceMoves shock;
    if (!ground.arguments.shock.empty()) {
        auto moves = parseTilts(ground.arguments.shock);
        if (!moves)
            return Failure(moves.error());
        for (Tilt& move : *moves)
            shock.push_back({move.symbol, move.points / 100});
    }
    const auto sizing = sizeTilts(ground.view, *tilts, ground.context.common.large, shock);
    if (!sizing)
        return Failure(sizing.error());
    return Part{"sizing", sizingAsJson(*sizing), sizingText(*sizing)};
}

Result<Part> ticketPart(const Ground& ground, const PairTrade& trade) {
    if (trade.stops.empty())
        return usageError("bad_option", "--risk is what the first stop may cost: name one with --stop.");
    TicketParams params;
    params.small = ground.context.common.small;
    params.large = ground.context.common.large;
    params.riskBudget = ground.arguments.riskBudget;
    params.stop = trade.stops.front().rule.loss;
    params.priceSmall = ground.pair.small.back();
    params.priceLarge = ground.pair.large.back();
    params.beta = ground.arguments.betaNeutral ? trade.betaNow : 1;
    params.carryPerYear = trade.params.carryPerYear;
    const auto ticket = ticketOf(params);
    if (!ticket)
        return Failure(ticket.error());
    const auto worst = worstWindows(ground.pair, params.beta);
    return Part{"ticket", ticketAsJson(*ticket, worst), ticketText(*ticket, worst)};
}

/// Breakevens for a typed premium; nothing where none was typed in.
Result<Json> breakevensOf(const OptionPreset& preset, double premium) {
    if (!(premium > 0))
        return Json(nullptr);
    const auto points = breakevens({preset.kind, preset.low, preset.high, premium / 100});
    if (!points)
        return Failure(points.error());
    return Json(*points);
}

Result<Part> optionPart(const Ground& ground) {
    const OptionPreset* preset = optionPresetNamed(ground.arguments.preset);
    if (!preset) {
        std::vector<std::string_view> ids;
        for (const OptionPreset& row : kOptionPresets)
            ids.push_back(row.id);
        return usageError("unknown_preset", fmt::format("--options \"{}\" is none of {}.",
                                                        ground.arguments.preset, fmt::join(ids, ", ")));
    }
    const auto closes = ground.view.closes(ground.context.common.small);
    if (!closes)
        return Failure(closes.error());
    const auto odds =
        strikesOf(*closes, std::array{preset->low, preset->high}, preset->sessions, ground.fired);
    auto points = breakevensOf(*preset, ground.arguments.premium);
    if (!points)
        return Failure(points.error());
    Json list = Json::array();
    for (const StrikeOdds& row : odds)
        list.push_back(strikeOddsAsJson(row));
    std::string text = strikeOddsText(odds);
    for (const Json& point : points->is_array() ? *points : Json::array())
        text +=
            fmt::format("Breakeven at {} % of today's price\n", groupedNumber(point.get<double>() * 100, 2));
    return Part{
        "options",
        Json{{"preset", preset->id}, {"strikes", std::move(list)}, {"breakevens", std::move(*points)}},
        std::move(text)};
}

Result<std::vector<Part>> partsOf(const Ground& ground, const PairTrade& trade) {
    std::vector<Result<Part>> parts;
    if (ground.arguments.wantsBracket())
        parts.push_back(bracketPart(ground));
    if (!ground.arguments.hedge.empty())
        parts.push_back(hedgePart(ground));
    if (!ground.arguments.tilts.empty())
        parts.push_back(sizingPart(ground));
    if (ground.arguments.riskBudget > 0)
        parts.push_back(ticketPart(ground, trade));
    if (!ground.arguments.preset.empty())
        parts.push_back(optionPart(ground));
    std::vector<Part> out;
    for (Result<Part>& part : parts) {
        if (!part)
            return Failure(part.error());
        out.push_back(std::move(*part));
    }
    return out;
}

std::vector<Symbol> symbolsOf(const PairArguments& arguments, const CommonOptions& common) {
    std::vector<Symbol> symbols{common.small, common.large};
    for (const std::string& other : {arguments.on, arguments.hedge})
        if (!other.empty())
            symbols.push_back(canonicalSymbol(other));
    if (const auto tilts = parseTilts(arguments.tilts))
        for (const Tilt& tilt : *tilts)
            symbols.push_back(tilt.symbol);
    return symbols;
}

Result<Output> runPair(const PairArguments& arguments, const Context& context) {
    const auto params = paramsOf(arguments);
    if (!params)
        return Failure(params.error());
    const std::vector<Symbol> symbols = symbolsOf(arguments, context.common);
    const auto market = openMarket(context, symbols);
    if (!market)
        return Failure(market.error());
    auto pair = alignPair(market->view, context.common.small, context.common.large);
    if (!pair)
        return Failure(pair.error());
    const auto trade = measurePairTrade(*pair, *params);
    if (!trade)
        return Failure(trade.error());
    auto fired = arguments.rule.empty() ? Result<std::vector<Date>>(std::vector<Date>{})
                                        : firingDates(*market->store, context, arguments.rule, Firing::First);
    if (!fired)
        return Failure(fired.error());
    auto parts = partsOf({arguments, context, market->view, std::move(*pair), std::move(*fired)}, *trade);
    if (!parts)
        return Failure(parts.error());
    Output output{{}, asOfNotes(context, trade->asOf), 0};
    if (!context.common.json) {
        output.text = pairTradeText(*trade, context.common.small, context.common.large, market->desk.demo);
        for (const Part& part : *parts)
            output.text += part.text;
        return output;
    }
    Json object = pairTradeAsJson(*trade);
    object["small"] = context.common.small;
    object["large"] = context.common.large;
    for (Part& part : *parts)
        object[part.key] = std::move(part.json);
    auto text = printedWithProvenance(std::move(object), *market->store, market->desk, symbols);
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

} // namespace

CommandBody declarePair(CLI::App& app) {
    auto arguments = std::make_shared<PairArguments>();
    app.description(
        "Long small, short large: three accountings, stops with their reference, and what such trades "
        "did before.");
    app.add_option("--entry", arguments->entry, "First session (YYYY-MM-DD); default 63 sessions ago");
    app.add_option("--scale-in", arguments->parts, "Equal parts at the closes of 1 to 5 sessions");
    app.add_option("--stop", arguments->stops,
                   "\"rolling 5 3%\", \"entry 3%\" or \"trailing 3%\"; may be repeated; none");
    app.add_option("--carry", arguments->carry, "Dividends, borrow and financing a year, such as -0.5%");
    app.add_option("--bracket-stop", arguments->bracketStop, "Try a stop on history, such as 3%");
    app.add_option("--bracket-target", arguments->bracketTarget, "And a target, such as 6%");
    app.add_option("--longest", arguments->longest, "Sessions after which a bracket is closed (default 63)");
    app.add_option("--on", arguments->on, "The bracket on one instrument instead of the pair");
    app.add_flag("--intraday", arguments->intraday, "Its highs and lows count");
    app.add_option("--rule", arguments->rule, "Brackets and strikes after a rule of the playbook");
    app.add_option("--hedge", arguments->hedge, "What this instrument did, bought after the rule fired");
    app.add_option("--hedge-weight", arguments->hedgeWeight, "Of the held leg (default 10%)");
    app.add_option("--tilts", arguments->tilts, "Points over and under: \"IWM +6, QQQ -3\"");
    app.add_option("--shock", arguments->shock, "Moves in percent: \"IWM -10, QQQ -5\"");
    app.add_option("--risk", arguments->riskBudget, "USD that the first stop may cost: prints a ticket");
    app.add_flag("--beta-neutral", arguments->betaNeutral, "The ticket's short leg by β, not by dollars");
    app.add_option("--options", arguments->preset,
                   "call_spread_6_10w, call_spread_45_90d, short_strangle_30_45d or calendar_30_60d");
    app.add_option("--premium", arguments->premium, "Premium of the structure in percent of today's price");
    return [arguments](const Context& context) { return runPair(*arguments, context); };
}

} // namespace rotascope::cli
