// Rules over sessions: what each was worth and whether it held, on every session at once. A value on a
// session depends on nothing that became known later.
#pragma once

#include "core/rules/checked_rule.h"
#include "core/rules/own_series.h"
#include "core/rules/truth.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// A yes/no series noted by hand; before its first date it is unknown.
struct Flag {
    struct Entry {
        Date date;
        bool value = true;

        bool operator==(const Entry&) const = default;
    };
    std::string name;
    std::vector<Entry> entries; ///< dates ascending and unique

    bool operator==(const Flag&) const = default;
};

/// The comparison of a rule that its value is shown by: the first in its text.
struct RuleMeasure {
    std::vector<double> value;     ///< left of the comparison; NaN unknown
    std::vector<double> threshold; ///< right of it
    Quantity quantity = Quantity::Number;
    Comparator comparator = Comparator::Greater;
    bool isDifference = false; ///< of returns: read in points
    /// See daysSpanned(); empty where the value is no move.
    std::vector<double> spannedDays;

    /// How far the value still has to go on a session; below zero once it is beyond. NaN where either is
    /// missing.
    double distance(std::size_t session) const;
    /// Calendar days that the value looks back over, where it is a move of own observations: two observations
    /// of a yield may be two days or five. NaN elsewhere.
    double daysSpanned(std::size_t session) const;
    /// Whether larger values are more extreme.
    bool isUpward() const {
        return comparator == Comparator::Greater || comparator == Comparator::GreaterEqual;
    }
};

struct RuleColumns {
    Truths truth;                       ///< one for each session
    std::optional<RuleMeasure> measure; ///< none for a rule of flags alone
    std::vector<std::string> missing;   ///< sentences about series without a value on the last session
};

class WholeRules;

struct RuleInputs {
    std::vector<Flag> flags;
    FlowReading flows;
    const WholeRules* whole = nullptr; ///< of the view's market, with the same flags; null: all is computed
};

/// Why comparisons of a condition say nothing in a view, as sentences: a price adjusted for dividends moves
/// with every one of them, and is no level.
std::vector<std::string> levelReasons(const MarketView& view, const Term& condition);

/// Keeps what rules share; one for each view.
class RuleEvaluator {
public:
    RuleEvaluator(MarketView view, std::vector<Date> sessions, RuleInputs inputs);
    ~RuleEvaluator();

    RuleColumns evaluate(const CheckedRule& rule);
    /// As the view has it; read once.
    std::shared_ptr<const OwnSeries> series(const SeriesRef& ref);
    const std::vector<Date>& sessions() const { return m_sessions; }
    const MarketView& view() const { return m_view; }

private:
    using Numbers = std::vector<double>;

    std::shared_ptr<const Numbers> column(const Term& term);
    Numbers onSessions(const OwnSeries& own, const RuleFunction& function, std::size_t length);
    Numbers numbers(const Term& term);
    Numbers combined(const Term& term);
    Numbers sessionsSince(Date day) const;
    Truths truths(const Term& term);
    Truths compared(const Term& term);
    Truths crossed(const Term& term);
    Truths joined(const Term& term);
    Truths flagged(const std::string& name) const;
    Numbers spannedDays(const Term& term);
    RuleColumns columnsOf(const Term& condition);
    std::string missingNow(const SeriesRef& ref);
    void addReasons(const Term& term, std::vector<std::string>& reasons) const;

    MarketView m_view;
    std::vector<Date> m_sessions;
    RuleInputs m_inputs;
    std::map<std::string, std::shared_ptr<const OwnSeries>> m_series;
    std::map<std::string, std::shared_ptr<const Numbers>> m_columns;
};

/// −1, 0 or 1: a below, equal to or above b; equal within 1e-9 · max(1, |b|). Neither may be NaN.
int comparedWithin(double a, double b);

} // namespace rotascope
