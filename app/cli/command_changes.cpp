#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/whole_file.h"
#include "core/report/look_json.h"
#include "core/workflow/desk_report/take_look.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace rotascope::cli {

namespace {

constexpr std::chrono::days kUsualSpan{7};
constexpr std::size_t kPerKind = 12;

struct ChangeArguments {
    std::string since;
    std::string report;
};

/// What is compared with, and in which words.
struct Earlier {
    DeskLook look;
    std::string id;    ///< in JSON
    std::string words; ///< "21 Nov 2025, as the desk knew it then"
    std::vector<std::string> notes;
};

ReportAsk askOf(const Context& context, std::optional<Date> asOf) {
    ReportAsk ask;
    ask.small = context.common.small;
    ask.large = context.common.large;
    ask.asOf = asOf;
    return ask;
}

Result<DeskLook> lookAsOf(MarketStore& store, const Context& context, Date date) {
    const auto ground = groundOf(store, askOf(context, date));
    return ground ? takeLook(*ground, isoText(date) + "T23:59:59Z") : Failure(ground.error());
}

/// The desk as it was known at the end of that day; where it knew nothing yet, today's values as of that day.
Result<Earlier> earlierOn(const Context& context, Date date) {
    auto store = rotascope::openDesk(context.common.desk, DeskMode::Read);
    if (!store)
        return Failure(store.error());
    if (const auto back = (*store)->lookBack(date); back) {
        auto look = lookAsOf(**store, context, date);
        if (look)
            return Earlier{
                std::move(*look), "known_on", dayMonthYear(date) + ", as the desk knew it then", {}};
        if (look.error().kind == ErrorKind::Desk)
            return Failure(look.error());
    } else if (back.error().kind == ErrorKind::Desk)
        return Failure(back.error());
    store = context.openDesk(DeskMode::Read);
    if (!store)
        return Failure(store.error());
    auto look = lookAsOf(**store, context, date);
    if (!look)
        return Failure(look.error());
    look->importId = 0;
    return Earlier{
        std::move(*look),
        "as_of",
        dayMonthYear(date) + ", as today's values tell it",
        {fmt::format("On {} the desk did not hold the pair yet: its values of today are compared as of "
                     "that day, and what was restated cannot be told.",
                     isoText(date))}};
}

Result<Earlier> earlierReport(MarketStore& store, const Context& context, const std::string& path) {
    const auto html = wholeFile(path, kLargestReport, "reports are far smaller");
    if (!html)
        return Failure(html.error());
    auto look = lookOfReport(store, *html, context.common.small, context.common.large);
    if (!look)
        return Failure(look.error());
    const std::string words = "the report of " + dayMonthYear(look->pair.session);
    return Earlier{std::move(*look), "report", words, {}};
}

Result<Date> sinceOf(const ChangeArguments& arguments, const Context& context, Date session) {
    if (arguments.since.empty())
        return session - kUsualSpan;
    const auto date = parseIsoDate(arguments.since);
    if (!date)
        return usageError("bad_date", fmt::format("--since \"{}\" is not a date. Write it as YYYY-MM-DD.",
                                                  arguments.since));
    if (context.common.knownOn && *date > *context.common.knownOn)
        return usageError("bad_date", "--since lies after --known-on.");
    return *date;
}

Output told(const Context& context, const Earlier& earlier, const DeskNews& news, bool demo) {
    const std::vector<Change> changes = changesSince(earlier.look, news);
    const Date since = earlier.look.pair.session;
    if (context.common.json)
        return {printed(Json{{"since", isoText(since)},
                             {"compared_with", earlier.id},
                             {"as_of", isoText(news.look.pair.session)},
                             {"small", news.look.pair.small},
                             {"large", news.look.pair.large},
                             {"demo", demo},
                             {"changes", changesAsJson(changes)}}),
                earlier.notes, 0};
    std::string text = fmt::format("{}Since {}:\n", demo ? "DEMO: an invented market\n" : "", earlier.words);
    for (const std::string& sentence : shortened(changes, kPerKind))
        text += "  " + sentence + '\n';
    if (changes.empty())
        text += "  Nothing changed.\n";
    return {text, earlier.notes, 0};
}

Result<Output> runChanges(const ChangeArguments& arguments, const Context& context) {
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    const auto info = (*store)->info();
    const auto ground = info ? groundOf(**store, askOf(context, context.common.asOf))
                             : Result<ReportGround>(Failure(info.error()));
    if (!ground)
        return Failure(ground.error());
    const auto since = sinceOf(arguments, context, ground->divergence.asOf);
    if (!since)
        return Failure(since.error());
    const auto earlier = arguments.report.empty() ? earlierOn(context, *since)
                                                  : earlierReport(**store, context, arguments.report);
    if (!earlier)
        return Failure(earlier.error());
    const auto news = newsSince(*ground, earlier->look, utcNow());
    if (!news)
        return Failure(news.error());
    Output output = told(context, *earlier, *news, info->demo);
    for (std::string& note : asOfNotes(context, ground->divergence.asOf))
        output.notes.push_back(std::move(note));
    return output;
}

} // namespace

CommandBody declareChanges(CLI::App& app) {
    auto arguments = std::make_shared<ChangeArguments>();
    app.description("What is new since a day or a report: rules, the pair, restated values, crosses, ranks, "
                    "claims, findings, "
                    "catalysts, imports. A day means the desk as of its end with the values that it knew "
                    "then (where it held "
                    "none yet: today's values as of that day, and says so); rules, notes, lists and "
                    "decisions are today's on "
                    "both sides. A report carries what was seen when it was written.");
    auto* since = app.add_option("--since", arguments->since,
                                 "YYYY-MM-DD; default: seven days before the last session");
    app.add_option("--since-report", arguments->report, "A page that `rota report` wrote from this desk")
        ->excludes(since);
    return [arguments](const Context& context) { return runChanges(*arguments, context); };
}

} // namespace rotascope::cli
