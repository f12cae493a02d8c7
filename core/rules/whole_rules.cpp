#include "core/rules/whole_rules.h"

#include <algorithm>

namespace rotascope {

namespace {

/// Whether a series of the whole market is, up to the view's date, the one of the view. Where the view has
/// none yet, nothing of it is known on any of its sessions.
bool isSameSoFar(const std::optional<SeriesOrigin>& now, const SeriesOrigin& whole) {
    return now && (now->legs.empty() || *now == whole);
}

template <class T>
std::vector<T> firstOf(const std::vector<T>& values, std::size_t count) {
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size()))};
}

RuleColumns firstOf(const RuleColumns& whole, std::size_t count) {
    RuleColumns out;
    out.truth = firstOf(whole.truth, count);
    if (const auto& measure = whole.measure)
        out.measure = RuleMeasure{firstOf(measure->value, count),
                                  firstOf(measure->threshold, count),
                                  measure->quantity,
                                  measure->comparator,
                                  measure->isDifference,
                                  firstOf(measure->spannedDays, count)};
    return out;
}

} // namespace

WholeRules::WholeRules(const std::shared_ptr<const Market>& market, const std::vector<Flag>& flags,
                       const PlaybookParams& params, std::span<const Rule> rules) {
    const MarketView latest = MarketView::latest(market);
    auto pair = alignPair(latest, params.small, params.large);
    if (!pair)
        return;
    m_sessions = std::move(pair->dates);
    const Vocabulary names = vocabularyOf(latest, flagNames(flags));
    RuleEvaluator evaluator(latest, m_sessions, {flags, params.flows});
    for (const Rule& rule : rules)
        for (const std::string* text : {&rule.expression, &rule.clearWhen})
            if (const auto checked = checkRule(*text, names))
                hold(evaluator, *checked);
}

void WholeRules::hold(RuleEvaluator& evaluator, const CheckedRule& rule) {
    if (m_rules.contains(rule.text))
        return;
    Held held;
    for (const SeriesRef& ref : rule.series) {
        auto origin = originOf(evaluator.view(), ref);
        if (!origin)
            return;
        held.origins.push_back(std::move(*origin));
        held.series.push_back(evaluator.series(ref));
    }
    held.levels = levelReasons(evaluator.view(), rule.condition);
    held.columns = evaluator.evaluate(rule);
    m_rules.emplace(rule.text, std::move(held));
}

std::optional<WholeRules::Cut> WholeRules::cut(const MarketView& view, std::span<const Date> sessions,
                                               const CheckedRule& rule) const {
    const auto found = m_rules.find(rule.text);
    if (found == m_rules.end() || sessions.empty() || sessions.size() > m_sessions.size() ||
        !std::equal(sessions.begin(), sessions.end(), m_sessions.begin()))
        return std::nullopt;
    const Held& held = found->second;
    Cut out;
    for (std::size_t i = 0; i < rule.series.size(); ++i) {
        if (!isSameSoFar(originOf(view, rule.series[i]), held.origins[i]))
            return std::nullopt;
        if (!serves(*held.series[i], sessions.back()))
            out.unserved.push_back(rule.series[i]);
    }
    if (levelReasons(view, rule.condition) != held.levels)
        return std::nullopt;
    out.columns = firstOf(held.columns, sessions.size());
    return out;
}

} // namespace rotascope
