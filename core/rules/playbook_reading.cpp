#include "core/rules/playbook_reading.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

} // namespace

RuleState RuleReading::state() const {
    return history.states.empty() ? RuleState::Unknown : history.states.back();
}

Quantity RuleReading::quantity() const {
    return columns.measure ? columns.measure->quantity : Quantity::Truth;
}

double RuleReading::value() const {
    return columns.measure && !columns.measure->value.empty() ? columns.measure->value.back() : kNone;
}

double RuleReading::threshold() const {
    return columns.measure && !columns.measure->threshold.empty() ? columns.measure->threshold.back() : kNone;
}

double RuleReading::distance() const {
    return columns.measure && !columns.measure->value.empty()
               ? columns.measure->distance(columns.measure->value.size() - 1)
               : kNone;
}

std::string RuleReading::text(double measured) const {
    return valueText(measured, quantity(), columns.measure && columns.measure->isDifference);
}

std::optional<Date> RuleReading::since() const {
    if (history.states.empty())
        return std::nullopt;
    std::size_t first = history.states.size() - 1;
    while (first > 0 && history.states[first - 1] == history.states.back())
        --first;
    return dateOf(first);
}

std::string RuleReading::whyUnknown() const {
    if (error)
        return error->message;
    if (state() != RuleState::Unknown)
        return {};
    if (!columns.missing.empty())
        return columns.missing.front();
    return "Its history is too short so far.";
}

const RuleReading* PlaybookReading::named(std::string_view name) const {
    const std::string wanted = toLower(trimmed(name));
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const RuleReading& row) { return toLower(row.rule.name) == wanted; });
    return found == rules.end() ? nullptr : &*found;
}

/// One evaluator for each ground.
class PlaybookReader::Grounds {
public:
    Grounds(const MarketView& view, const std::vector<Flag>& flags, const PlaybookParams& params,
            const WholeRules* whole)
        : m_view(view)
        , m_names(vocabularyOf(view, flagNames(flags)))
        , m_inputs{flags, params.flows, whole} {
        auto pair = alignPair(view, params.small, params.large);
        if (pair)
            m_pair =
                std::make_shared<const RuleGround>(RuleGround{params.small, params.large, std::move(*pair)});
        else
            m_noPair = pair.error();
    }

    /// An as-of date before the pair begins is no reason to look elsewhere.
    const std::optional<Error>& whyNoPair() const { return m_noPair; }

    RuleReading read(const Rule& rule) {
        RuleReading out{rule, {}, {}, {}, {}, {}};
        const auto checked = checkRule(rule.expression, m_names);
        const auto clears =
            rule.clearWhen.empty() ? Parsed<CheckedRule>(CheckedRule{}) : checkRule(rule.clearWhen, m_names);
        if (!checked || !clears) {
            const auto& wrong = checked ? clears.error() : checked.error();
            out.error = asFailure(wrong, checked ? rule.clearWhen : rule.expression).value();
            return out;
        }
        out.symbols = checked->symbols;
        out.ground = groundOf(*checked);
        if (!out.ground) {
            out.columns.missing.emplace_back("The desk holds none of its series.");
            return out;
        }
        RuleEvaluator& evaluator = evaluatorOn(out.ground);
        out.columns = evaluator.evaluate(*checked);
        const Truths clearing = rule.clearWhen.empty() ? Truths{} : evaluator.evaluate(*clears).truth;
        out.history = historyOf(out.columns, {clearing, rule.coolDown});
        return out;
    }

private:
    std::shared_ptr<const RuleGround> groundOf(const CheckedRule& rule) {
        if (m_pair)
            return m_pair;
        for (const Symbol& symbol : rule.symbols) {
            auto& kept = m_alone[symbol];
            if (kept)
                return kept;
            const auto closes = m_view.closes(symbol);
            if (!closes)
                continue;
            const std::vector<double> values(closes->values.begin(), closes->values.end());
            kept = std::make_shared<const RuleGround>(RuleGround{
                symbol, {}, PairSeries{{closes->dates.begin(), closes->dates.end()}, values, values, 0, 0}});
            return kept;
        }
        return nullptr;
    }
    RuleEvaluator& evaluatorOn(const std::shared_ptr<const RuleGround>& ground) {
        auto& kept = m_evaluators[ground.get()];
        if (!kept)
            kept = std::make_unique<RuleEvaluator>(m_view, ground->pair.dates, m_inputs);
        return *kept;
    }

    MarketView m_view;
    Vocabulary m_names;
    RuleInputs m_inputs;
    std::shared_ptr<const RuleGround> m_pair;
    std::optional<Error> m_noPair;
    std::map<Symbol, std::shared_ptr<const RuleGround>> m_alone;
    std::map<const RuleGround*, std::unique_ptr<RuleEvaluator>> m_evaluators;
};

PlaybookReader::PlaybookReader(const MarketView& view, const std::vector<Flag>& flags,
                               const PlaybookParams& params, const WholeRules* whole)
    : m_grounds(std::make_unique<Grounds>(view, flags, params, whole)) {}

PlaybookReader::~PlaybookReader() = default;

Result<PlaybookReading> PlaybookReader::read(std::span<const Rule> rules) {
    if (const auto& why = m_grounds->whyNoPair();
        why && (why->code == "before_data" || why->code == "same_leg"))
        return Failure(*why);
    PlaybookReading out;
    out.asOf = Date::min();
    bool any = false;
    for (const Rule& rule : rules) {
        out.rules.push_back(m_grounds->read(rule));
        const auto& ground = out.rules.back().ground;
        if (!ground || ground->pair.dates.empty())
            continue;
        any = true;
        out.asOf = std::max(out.asOf, ground->pair.dates.back());
    }
    const bool allWrong =
        std::all_of(out.rules.begin(), out.rules.end(), [](const auto& row) { return row.error; });
    if (!any && !allWrong)
        return Failure(*m_grounds->whyNoPair());
    return out;
}

Result<PlaybookReading> readPlaybook(const MarketView& view, const Playbook& playbook,
                                     const PlaybookParams& params) {
    return PlaybookReader(view, playbook.flags, params).read(playbook.rules);
}

std::vector<Symbol> symbolsNeeded(const Playbook& playbook, const Vocabulary& names,
                                  const PlaybookParams& params) {
    std::vector<Symbol> symbols{params.small, params.large};
    for (const Rule& rule : playbook.rules)
        for (const std::string* text : {&rule.expression, &rule.clearWhen})
            if (const auto checked = checkRule(*text, names))
                for (const Symbol& symbol : checked->symbols)
                    if (std::find(symbols.begin(), symbols.end(), symbol) == symbols.end())
                        symbols.push_back(symbol);
    return symbols;
}

std::vector<Date> firingDates(const RuleReading& reading, Firing firing) {
    std::vector<Date> dates;
    for (const Episode& episode : reading.history.episodes) {
        const std::size_t last = firing == Firing::First ? episode.first : episode.last;
        for (std::size_t at = episode.first; at <= last; ++at)
            dates.push_back(reading.dateOf(at));
    }
    return dates;
}

} // namespace rotascope
