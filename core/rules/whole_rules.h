// Rules evaluated once over everything that a market holds. What they were on an earlier date is the
// beginning of that: no function of the language looks ahead.
#pragma once

#include "core/rules/evaluator.h"
#include "core/rules/playbook_reading.h"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// Never changes after construction: threads may share one.
class WholeRules {
public:
    /// Evaluates conditions and clearing conditions on the pair's sessions; those that do not check or look
    /// at flows are left out, and all of them without a pair.
    WholeRules(const std::shared_ptr<const Market>& market, const std::vector<Flag>& flags,
               const PlaybookParams& params, std::span<const Rule> rules);

    struct Cut {
        RuleColumns columns;             ///< without the reasons for what is missing
        std::vector<SeriesRef> unserved; ///< those of the rule without a value on the last session
    };
    /// A rule in a view of the same market. nullopt where it must be computed: the rule is not held, the
    /// sessions are others, or a series is read from another field, without bars or with closes of another
    /// basis in that view.
    std::optional<Cut> cut(const MarketView& view, std::span<const Date> sessions,
                           const CheckedRule& rule) const;

private:
    struct Held {
        std::vector<SeriesOrigin> origins;                    ///< of the rule's series
        std::vector<std::shared_ptr<const OwnSeries>> series; ///< themselves
        std::vector<std::string> levels;                      ///< see levelReasons()
        RuleColumns columns;
    };
    void hold(RuleEvaluator& evaluator, const CheckedRule& rule);

    std::vector<Date> m_sessions;
    std::map<std::string, Held> m_rules; ///< by text
};

} // namespace rotascope
