#include "app/cli/clock.h"
#include "app/cli/commands.h"
#include "app/cli/json_text.h"
#include "app/cli/provenance.h"
#include "app/cli/rule_events.h"
#include "app/cli/whole_file.h"
#include "app/log/desk_events.h"
#include "core/base/text.h"
#include "core/report/claims_json.h"
#include "core/report/claims_text.h"
#include "core/report/rules_json.h"
#include "core/report/rules_text.h"
#include "core/rules/draft_rules.h"
#include "core/rules/language.h"
#include "core/rules/pack/rule_pack.h"
#include "core/workflow/load_rules.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace rotascope::cli {

namespace {

struct RuleArguments {
    std::string action = "list";
    std::vector<std::string> words;
    std::string entry = "close";
    std::string clearWhen;
    std::string horizon;
    std::string source;
    std::string born;
    int coolDown = 0;
    bool exitCode = false;
    bool language = false;
};

/// What an action is handed.
struct Session {
    const RuleArguments& arguments;
    const Context& context;
    MarketStore& store;
    Playbook playbook;
    EntryRule entry;
};

Result<void> keep(Session& session) {
    return savePlaybook(session.store, session.playbook);
}

/// A playbook read on the desk: reading, what it was read from, and the desk.
struct Answer {
    DeskInfo info;
    RuleDesk desk;
    PlaybookReading reading;
};

Result<Answer> answerTo(const Session& session, const Playbook& playbook) {
    const CommonOptions& common = session.context.common;
    const auto info = session.store.info();
    if (!info)
        return Failure(info.error());
    auto desk = loadRules(session.store, playbook, common.small, common.large);
    if (!desk)
        return Failure(desk.error());
    const MarketView view =
        common.asOf ? MarketView::asOf(desk->market, *common.asOf) : MarketView::latest(desk->market);
    auto reading = readPlaybook(view, playbook, desk->params);
    if (!reading)
        return Failure(reading.error());
    return Answer{*info, std::move(*desk), std::move(*reading)};
}

Result<Output> shown(const Session& session, const Answer& answer) {
    Output output{{}, asOfNotes(session.context, answer.reading.asOf), 0};
    output.exitCode = session.arguments.exitCode && !firingOf(answer.reading).empty() ? 2 : 0;
    if (!session.context.common.json) {
        output.text = playbookText(answer.reading, answer.info.demo);
        return output;
    }
    auto text = printedWithProvenance(playbookAsJson(answer.reading, answer.desk.params, session.entry),
                                      session.store, answer.info, answer.desk.symbols);
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

Result<Output> listed(Session& session) {
    const auto answer = answerTo(session, session.playbook);
    return answer ? shown(session, *answer) : Result<Output>(Failure(answer.error()));
}

/// One rule with its whole ledger.
Result<Output> told(const Session& session, const Rule& rule) {
    const auto answer =
        answerTo(session, Playbook{session.playbook.name, {rule}, session.playbook.flags, {}});
    if (!answer)
        return Failure(answer.error());
    const RuleReading& reading = answer->reading.rules.front();
    if (reading.error)
        return Failure(*reading.error);
    Output output{{}, asOfNotes(session.context, answer->reading.asOf), 0};
    output.exitCode = session.arguments.exitCode && reading.state() == RuleState::Firing ? 2 : 0;
    const RuleLedger ledger = ledgerOf(reading, session.entry);
    if (!session.context.common.json) {
        output.text = ledgerText(reading, ledger, answer->info.demo);
        return output;
    }
    Json object = playbookAsJson(answer->reading, answer->desk.params, session.entry);
    object["ledger"] = ledgerAsJson(ledger);
    auto text = printedWithProvenance(std::move(object), session.store, answer->info, answer->desk.symbols);
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

/// The list, and a line in the log: what a scheduler runs.
Result<Output> checked(Session& session) {
    const auto answer = answerTo(session, session.playbook);
    if (!answer)
        return Failure(answer.error());
    auto output = shown(session, *answer);
    if (output)
        output->events.push_back(
            log::rulesEvent(session.context.common.desk, answer->reading.asOf, firingOf(answer->reading)));
    return output;
}

Result<Output> ledger(Session& session) {
    const auto rule = requireRule(session.playbook, session.arguments.words[0]);
    return rule ? told(session, **rule) : Result<Output>(Failure(rule.error()));
}

Result<Rule> ruleOf(const Session& session, const std::string& name, const std::string& expression) {
    const RuleArguments& arguments = session.arguments;
    Rule rule{std::string(trimmed(name)),
              std::string(trimmed(expression)),
              arguments.clearWhen,
              arguments.coolDown,
              arguments.horizon,
              arguments.source,
              std::nullopt};
    if (!arguments.born.empty()) {
        rule.born = parseIsoDate(arguments.born);
        if (!rule.born)
            return usageError("bad_date", fmt::format("--born \"{}\" is not a date. Write it as YYYY-MM-DD.",
                                                      arguments.born));
    }
    const auto names = deskVocabulary(session.store, session.playbook);
    if (!names)
        return Failure(names.error());
    if (const auto sound = checkRuleIsSound(rule, *names); !sound)
        return Failure(sound.error());
    return rule;
}

Result<Output> test(Session& session) {
    const auto rule = ruleOf(session, "test", session.arguments.words[0]);
    return rule ? told(session, *rule) : Result<Output>(Failure(rule.error()));
}

Result<Output> add(Session& session) {
    auto rule = ruleOf(session, session.arguments.words[0], session.arguments.words[1]);
    if (!rule)
        return Failure(rule.error());
    if (ruleNamed(session.playbook, rule->name))
        return refused("name_collision",
                       fmt::format("This desk has a rule \"{}\" already. Remove it first, or choose "
                                   "another name.",
                                   rule->name));
    if (!rule->born)
        rule->born = today();
    session.playbook.rules.push_back(*rule);
    if (const auto kept = keep(session); !kept)
        return Failure(kept.error());
    return told(session, *rule);
}

Result<Output> remove(Session& session) {
    const auto rule = requireRule(session.playbook, session.arguments.words[0]);
    if (!rule)
        return Failure(rule.error());
    session.playbook.rules.erase(session.playbook.rules.begin() + (*rule - session.playbook.rules.data()));
    const auto kept = keep(session);
    return kept ? listed(session) : Result<Output>(Failure(kept.error()));
}

Result<Output> importPack(Session& session) {
    const auto text = wholeFile(session.arguments.words[0], kLargestTable, "a pack of rules is far smaller");
    const auto pack = text ? readPack(*text) : Result<Playbook>(Failure(text.error()));
    if (!pack)
        return Failure(pack.error());
    auto merged = withPack(session.playbook, *pack);
    if (!merged)
        return Failure(merged.error());
    session.playbook = std::move(*merged);
    const auto kept = keep(session);
    return kept ? listed(session) : Result<Output>(Failure(kept.error()));
}

Result<Output> exportPack(Session& session) {
    return Output{packText(session.playbook), {}, 0};
}

Result<Output> flag(Session& session) {
    const auto& words = session.arguments.words;
    const auto date = parseIsoDate(words[1]);
    const std::string value = toLower(words[2]);
    if (!date || (value != "yes" && value != "no"))
        return usageError("bad_flag",
                          "A flag is noted as: rota rules flag \"Fed cut\" 2025-12-10 yes (or no).");
    if (trimmed(words[0]).empty() || words[0].find('"') != std::string::npos)
        return usageError("bad_flag", "A flag needs a name without quotes in it.");
    noteFlag(session.playbook, trimmed(words[0]), {*date, value == "yes"});
    const auto kept = keep(session);
    return kept ? listed(session) : Result<Output>(Failure(kept.error()));
}

Result<Output> reset(Session& session) {
    session.playbook = builtInPlaybook();
    const auto kept = keep(session);
    return kept ? listed(session) : Result<Output>(Failure(kept.error()));
}

Result<Output> theses(Session& session) {
    Json list = Json::array();
    Output output;
    std::vector<Symbol> symbols;
    const auto info = session.store.info();
    if (!info)
        return Failure(info.error());
    for (const Thesis& thesis : session.playbook.theses) {
        const auto answer =
            answerTo(session, Playbook{thesis.name, conditionsOf(thesis), session.playbook.flags, {}});
        if (!answer)
            return Failure(answer.error());
        const ThesisReading reading = thesisReading(thesis, answer->reading);
        list.push_back(thesisAsJson(reading));
        output.text += thesisText(reading, answer->info.demo);
        symbols.insert(symbols.end(), answer->desk.symbols.begin(), answer->desk.symbols.end());
    }
    if (!session.context.common.json)
        return output.text.empty() ? Output{"This desk keeps no thesis.\n", {}, 0} : output;
    std::sort(symbols.begin(), symbols.end());
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());
    auto text = printedWithProvenance(Json{{"theses", std::move(list)}}, session.store, *info, symbols);
    if (!text)
        return Failure(text.error());
    output.text = std::move(*text);
    return output;
}

/// Claims of a text, one a line or parted by semicolons.
Result<std::vector<MarketClaim>> claimsIn(std::string_view text) {
    std::vector<MarketClaim> claims;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        auto claim = parseMarketClaim(line);
        if (!claim)
            return Failure(claim.error());
        claims.push_back(std::move(*claim));
    }
    return claims;
}

Result<Output> audit(Session& session) {
    const auto claims = claimsIn(session.arguments.words[0]);
    if (!claims)
        return Failure(claims.error());
    std::vector<Symbol> symbols;
    for (const MarketClaim& claim : *claims)
        if (std::find(symbols.begin(), symbols.end(), claim.symbol) == symbols.end())
            symbols.push_back(claim.symbol);
    const auto market = openMarket(session.context, symbols);
    if (!market)
        return Failure(market.error());
    std::vector<ClaimAudit> audits;
    Json list = Json::array();
    for (const MarketClaim& claim : *claims) {
        audits.push_back(auditClaim(market->view, claim));
        list.push_back(claimAuditAsJson(audits.back()));
    }
    if (!session.context.common.json)
        return Output{claimsText(audits), {}, 0};
    const Json object{{"claims", std::move(list)}, {"summary", auditSummary(audits)}};
    auto text = printedWithProvenance(object, *market->store, market->desk, symbols);
    return text ? Result<Output>(Output{std::move(*text), {}, 0}) : Failure(text.error());
}

Result<Output> draft(Session& session) {
    const std::string& text = session.arguments.words[0];
    const CommonOptions& common = session.context.common;
    Json list = Json::array();
    Output output;
    for (const RuleDraft& row : draftRules(text, common.small, common.large)) {
        const std::string words(
            trimmed(std::string_view(text).substr(row.words.begin, row.words.end - row.words.begin)));
        list.push_back({{"words", words}, {"expression", row.expression}, {"question", row.question}});
        output.text += fmt::format("{}\n  {}\n{}", words, row.expression,
                                   row.question.empty() ? "" : "  " + row.question + "\n");
    }
    if (common.json)
        output.text = printed(Json{{"drafts", std::move(list)}});
    else if (output.text.empty())
        output.text = "No clause of this text names a series and a threshold.\n";
    return output;
}

/// ★ What `rota rules` can do.
struct Action {
    std::string_view name;
    std::string_view words; ///< that must follow it
    std::size_t count;
    Result<Output> (*run)(Session& session);
};
constexpr auto kActions = std::to_array<Action>({
    {"list", "", 0, &listed},
    {"check", "", 0, &checked},
    {"ledger", "NAME", 1, &ledger},
    {"theses", "", 0, &theses},
    {"claims", "TEXT", 1, &audit},
    {"draft", "TEXT", 1, &draft},
    {"test", "EXPR", 1, &test},
    {"add", "NAME EXPR", 2, &add},
    {"remove", "NAME", 1, &remove},
    {"import", "FILE", 1, &importPack},
    {"export", "", 0, &exportPack},
    {"flag", "NAME DATE yes|no", 3, &flag},
    {"reset", "", 0, &reset},
});

Result<Output> runRules(const RuleArguments& arguments, const Context& context) {
    if (arguments.language)
        return Output{context.common.json ? printed(Json{{"language", ruleLanguageHelp()}})
                                          : ruleLanguageHelp(),
                      {},
                      0};
    const auto action = std::find_if(kActions.begin(), kActions.end(),
                                     [&](const Action& row) { return row.name == arguments.action; });
    if (action == kActions.end() || arguments.words.size() != action->count) {
        std::string usage;
        for (const Action& row : kActions)
            usage += fmt::format("{}{}{}{}", usage.empty() ? "" : ", ", row.name,
                                 row.words.empty() ? "" : " ", row.words);
        return usageError("wrong_usage", fmt::format("rota rules knows: {}.", usage));
    }
    if (arguments.entry != "close" && arguments.entry != "next")
        return usageError("bad_option",
                          fmt::format("--entry \"{}\" is neither next nor close.", arguments.entry));
    auto store = context.openDesk(DeskMode::Create);
    if (!store)
        return Failure(store.error());
    auto playbook = deskPlaybook(**store);
    if (!playbook)
        return Failure(playbook.error());
    Session session{arguments, context, **store, std::move(*playbook),
                    arguments.entry == "next" ? EntryRule::NextClose : EntryRule::EventClose};
    return action->run(session);
}

} // namespace

CommandBody declareRules(CLI::App& app) {
    auto arguments = std::make_shared<RuleArguments>();
    app.description("The playbook: every rule's state, its whole history, and what followed against any "
                    "session. What a hedge did: "
                    "rota rules ledger NAME --small TZA.");
    app.add_option("ACTION", arguments->action,
                   "list (default), check, ledger NAME, theses, claims TEXT, draft TEXT, test EXPR, add NAME "
                   "EXPR, remove NAME, "
                   "import FILE, export, "
                   "flag NAME DATE yes|no, reset");
    app.add_option("WORDS", arguments->words, "What the action is about");
    app.add_option("--entry", arguments->entry,
                   "What followed is counted from: close (default) of an episode's first session; next: the "
                   "close after");
    app.add_option("--clear-when", arguments->clearWhen, "add, test: an episode lasts until this holds");
    app.add_option("--cool-down", arguments->coolDown,
                   "add, test: sessions after an episode without a new one");
    app.add_option("--horizon", arguments->horizon, "add: a tag such as \"5 sessions\"");
    app.add_option("--source", arguments->source, "add: the sentence that the rule is made from");
    app.add_option("--born", arguments->born,
                   "add, test: the day the rule was written; add: today without it");
    app.add_flag("--exit-code", arguments->exitCode, "End with 2 when a rule fires");
    app.add_flag("--help-language", arguments->language, "The rule language on one page");
    return [arguments](const Context& context) { return runRules(*arguments, context); };
}

} // namespace rotascope::cli
