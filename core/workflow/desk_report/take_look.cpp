#include "core/workflow/desk_report/take_look.h"

#include "core/analysis/trend/trend_wording.h"
#include "core/notes/note_reading.h"
#include "core/report/desk/read_report.h"
#include "core/report/look_json.h"
#include "core/workflow/desk_report/report_causes.h"
#include "core/workflow/examine_desk.h"
#include "core/workflow/known_desk.h"
#include "core/workflow/load_catalysts.h"
#include "core/workflow/load_notes.h"
#include "core/workflow/load_rules.h"
#include "core/workflow/load_universe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

PairLook pairOf(const Divergence& divergence) {
    return {divergence.params.small,
            divergence.params.large,
            divergence.asOf,
            divergence.spread,
            divergence.zSpread[indexOf(SigmaMode::Expanding)].z,
            divergence.percentile};
}

SideLook sideOf(const SideState& side) {
    return {side.above, side.lastCross};
}

TrendLook trendOf(const TrendRow& row) {
    TrendLook look{row.symbol(), row.asOf(), {}};
    for (std::size_t i = 0; i < kTrendAverages.size(); ++i)
        look.sides[i] = sideOf(row.averages[i].side);
    look.sides[kGoldenSide] = sideOf(row.cross.side);
    return look;
}

/// The pair, leveraged funds, the coverage list.
Result<std::vector<TrendLook>> trendsOf(const ReportGround& ground) {
    const auto universe = loadUniverse(ground.store);
    if (!universe)
        return Failure(universe.error());
    const MarketView view = ground.moment.view(universe->market);
    std::vector<TrendLook> out;
    const auto add = [&](const Symbol& symbol) {
        if (std::ranges::find(out, symbol, &TrendLook::symbol) != out.end())
            return;
        if (const auto row = trendRow(view, symbol, PriceChoice::Close))
            out.push_back(trendOf(*row));
    };
    add(ground.small());
    add(ground.large());
    for (const Symbol& symbol : universe->priced)
        if (describeSymbol(symbol).kind == InstrumentKind::LeveragedFund)
            add(symbol);
    for (const Symbol& symbol : universe->coverage().funds)
        add(symbol);
    return out;
}

std::vector<FlowLook> flowsOf(const ReportGround& ground) {
    std::vector<FlowLook> out;
    if (!ground.flows)
        return out;
    for (const LeagueRow& row : ground.flows->flows.league) {
        const FlowRank& rank = row.rank(FlowMeasure::Usd, RankWindow::Year);
        out.push_back({row.symbol, row.week.end, row.week.usd, rank.rank, rank.of});
    }
    return out;
}

RuleLook ruleOf(const RuleReading& reading) {
    RuleLook look{reading.rule.name, reading.rule.expression, reading.history.episodes.size(), {}, {}};
    if (!reading.history.episodes.empty()) {
        const Episode& latest = reading.history.episodes.back();
        look.first = reading.dateOf(latest.first);
        if (latest.isOver)
            look.last = reading.dateOf(latest.last);
    }
    return look;
}

Result<std::vector<RuleLook>> rulesOf(const ReportGround& ground) {
    const auto playbook = deskPlaybook(ground.store);
    if (!playbook)
        return Failure(playbook.error());
    const auto desk = loadRules(ground.store, *playbook, ground.small(), ground.large());
    if (!desk)
        return Failure(desk.error());
    std::vector<RuleLook> out;
    const auto reading = readPlaybook(ground.moment.view(desk->market), *playbook, desk->params);
    if (reading)
        for (const RuleReading& rule : reading->rules)
            out.push_back(ruleOf(rule));
    return out;
}

Result<std::vector<FindingLook>> findingsOf(const ReportGround& ground) {
    const auto findings = examineDesk(ground.store, {}, ground.moment.date);
    if (!findings)
        return Failure(findings.error());
    std::vector<FindingLook> out;
    for (const Finding& finding : *findings) {
        if (finding.accepted)
            continue;
        auto row = std::ranges::find_if(out, [&finding](const FindingLook& each) {
            return each.symbol == finding.symbol && each.rule == finding.rule;
        });
        if (row == out.end())
            row = out.insert(out.end(), {finding.symbol, std::string(finding.rule), false, 0, finding.last});
        row->isWarning = row->isWarning || finding.severity == Severity::Warning;
        row->open += finding.count;
        row->last = std::max(row->last, finding.last);
    }
    return out;
}

Result<std::vector<ClaimLook>> claimsOf(const ReportGround& ground) {
    const auto desk = loadNoteDesk(ground.store);
    if (!desk)
        return Failure(desk.error());
    std::vector<ClaimLook> out;
    const NotesReading reading =
        readNotes(ground.moment.view(desk->market), desk->notes, ground.small(), ground.large());
    for (const NoteReading& note : reading.notes)
        for (const ClaimAudit& audit : note.audits)
            out.push_back({audit.claim.text, std::string(nameOf(audit.verdict))});
    return out;
}

/// Empty for a desk of more instruments than a look can carry.
Result<std::optional<std::vector<SeriesLook>>> seriesOf(const ReportGround& ground) {
    const auto held = knownInstruments(
        ground.store, ground.moment.publishedOnly ? std::optional(ground.moment.date) : std::nullopt);
    if (!held)
        return Failure(held.error());
    std::vector<SeriesLook> out;
    if (held->size() > kMostInstruments)
        return std::optional<std::vector<SeriesLook>>();
    for (const InstrumentSummary& row : *held) {
        SeriesLook look{row.instrument.symbol, Date::min()};
        for (const SeriesSummary& series : row.series)
            look.last = std::max(look.last, series.range.last);
        out.push_back(std::move(look));
    }
    return std::optional(std::move(out));
}

/// Days on which the exchange is closed are no news afterwards.
bool isNews(const Catalyst& catalyst, DateRange range) {
    return catalyst.category != CatalystCategory::Holiday &&
           catalyst.category != CatalystCategory::EarlyClose && catalyst.days.last >= range.first &&
           catalyst.days.last <= range.last;
}

Result<std::vector<Catalyst>> passedIn(const ReportGround& ground, DateRange range) {
    std::vector<Catalyst> out;
    if (range.first > range.last)
        return out;
    const auto desk = loadCatalystDesk(ground.store);
    if (!desk)
        return Failure(desk.error());
    for (Catalyst& catalyst : catalystsIn(ground.moment.view(desk->market), range, desk->own))
        if (isNews(catalyst, range))
            out.push_back(std::move(catalyst));
    std::ranges::stable_sort(out, std::greater{}, [](const Catalyst& each) { return each.days.last; });
    return out;
}

/// Of the pair in the ground, where it is the one that was looked at.
void addPairNews(const Divergence& divergence, const PairLook& before, DeskNews& news) {
    if (!before.isOf(news.look.pair))
        return;
    const auto& dates = divergence.pair.dates;
    const auto at = std::ranges::lower_bound(dates, before.session);
    const bool isThere = at != dates.end() && *at == before.session;
    if (isThere)
        news.spreadBefore = divergence.history.spread[static_cast<std::size_t>(at - dates.begin())];
    news.sessionsSince = static_cast<std::size_t>(dates.end() - at) - (isThere ? 1 : 0);
}

double numberAt(const Json& object, const char* key) {
    return object.is_object() && object.contains(key) && object[key].is_number() ? object[key].get<double>()
                                                                                 : std::nan("");
}

/// What a report says that carries no look.
DeskLook pairAlone(const ReportQuestion& question, const Json& data) {
    DeskLook look;
    const Json& provenance = data["provenance"];
    if (provenance.contains("written_at") && provenance["written_at"].is_string())
        look.at = provenance["written_at"].get<std::string>();
    if (provenance.contains("files") && provenance["files"].is_array())
        for (const Json& file : provenance["files"])
            if (const double id = numberAt(file, "import_id"); id > 0 && id < 1e15)
                look.importId = std::max(look.importId, static_cast<std::int64_t>(id));
    const Json& results = data["analysis"]["results"];
    const Json divergence = results.contains("divergence") ? results["divergence"] : Json::object();
    const Json z = divergence.is_object() && divergence.contains("z") ? divergence["z"] : Json::object();
    look.pair = {question.small,
                 question.large,
                 question.asOf,
                 numberAt(divergence, "spread"),
                 numberAt(z, "expanding"),
                 numberAt(divergence, "percentile")};
    return look;
}

template <class T>
Result<void> take(Result<T> part, std::optional<T>& into) {
    if (!part)
        return Failure(part.error());
    into = std::move(*part);
    return {};
}

} // namespace

Result<DeskLook> takeLook(const ReportGround& ground, const std::string& at) {
    const auto imports = ground.store.imports();
    if (!imports)
        return Failure(imports.error());
    DeskLook look;
    look.at = at;
    look.importId = imports->empty() ? 0 : imports->back().id;
    look.pair = pairOf(ground.divergence);
    look.flows = flowsOf(ground);
    if (const auto done = take(trendsOf(ground), look.trend); !done)
        return Failure(done.error());
    if (const auto done = take(rulesOf(ground), look.rules); !done)
        return Failure(done.error());
    if (const auto done = take(findingsOf(ground), look.findings); !done)
        return Failure(done.error());
    if (const auto done = take(claimsOf(ground), look.claims); !done)
        return Failure(done.error());
    auto series = seriesOf(ground);
    if (!series)
        return Failure(series.error());
    look.series = std::move(*series);
    return look;
}

Result<DeskNews> newsSince(const ReportGround& ground, const DeskLook& before, const std::string& at) {
    auto look = takeLook(ground, at);
    return look ? newsSince(ground, before, std::move(*look)) : Failure(look.error());
}

Result<DeskNews> newsSince(const ReportGround& ground, const DeskLook& before, DeskLook look) {
    if (before.pair.session > look.pair.session)
        return refused("later_look",
                       fmt::format("That look is of {}, later than {}: nothing can be new since.",
                                   isoText(before.pair.session), isoText(look.pair.session)));
    auto imports = ground.store.imports();
    if (!imports)
        return Failure(imports.error());
    auto restated = ground.store.restatedSince(before.at);
    if (!restated)
        return Failure(restated.error());
    auto passed = passedIn(ground, {before.pair.session + std::chrono::days{1}, look.pair.session});
    if (!passed)
        return Failure(passed.error());
    DeskNews news{std::move(look), std::move(*imports), std::move(*restated), 0, {}, std::move(*passed)};
    addPairNews(ground.divergence, before.pair, news);
    return news;
}

Result<DeskLook> lookOfReport(MarketStore& store, std::string_view html, const Symbol& small,
                              const Symbol& large) {
    const auto report = readReport(html);
    if (!report)
        return Failure(report.error());
    if (report->state != ReportState::AsWritten || report->data.is_null())
        return refused("edited_report",
                       "The report is no longer as it was written: what it says of then cannot "
                       "be relied on. Ask for it again.");
    const auto question = questionOf(report->data);
    if (!question)
        return Failure(question.error());
    if (question->small != small || question->large != large)
        return refused("another_pair",
                       fmt::format("The report is about {} and {}, not about {} and {}: name its "
                                   "pair with --small and --large.",
                                   question->small, question->large, small, large));
    const auto imports = store.imports();
    if (!imports)
        return Failure(imports.error());
    const Json& provenance = report->data["provenance"];
    if (!knowsAnyFile(provenance, *imports))
        return refused("wrong_desk", "This desk holds none of the files that the report came from. Name the "
                                     "right one with --db FILE.");
    auto look = provenance.contains("look") ? lookFromJson(provenance["look"]) : std::nullopt;
    return look ? *look : pairAlone(*question, report->data);
}

} // namespace rotascope
