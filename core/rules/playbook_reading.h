// A playbook as of a date: each rule's state, value, distance and every episode it had.
#pragma once

#include "core/analysis/pair_series.h"
#include "core/rules/episodes.h"
#include "core/rules/rule.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// The sessions that rules are evaluated on. Without a pair, those of one series, which stands in both legs.
struct RuleGround {
    Symbol small;
    Symbol large; ///< empty where there is no pair
    PairSeries pair;

    bool isPair() const { return !large.empty(); }
};

/// One rule on its ground.
struct RuleReading {
    Rule rule;
    std::optional<Error> error; ///< the rule cannot be read: no history then
    std::shared_ptr<const RuleGround> ground;
    std::vector<Symbol> symbols; ///< whose values it needs
    RuleColumns columns;
    RuleHistory history;

    RuleState state() const;
    Quantity quantity() const;
    double value() const; ///< of the last session; NaN missing
    double threshold() const;
    double distance() const;
    /// A value of its measure in words: "+3.73 pp".
    std::string text(double measured) const;
    /// The first session of the state that it is in.
    std::optional<Date> since() const;
    /// Why it is unknown, in one sentence; empty where it is not.
    std::string whyUnknown() const;
    Date dateOf(std::size_t session) const { return ground->pair.dates[session]; }
};

/// Which sessions of an episode.
enum class Firing : std::uint8_t { First, Every };

/// The sessions on which a rule fired, ascending; none of a rule that cannot be read.
std::vector<Date> firingDates(const RuleReading& reading, Firing firing);

struct PlaybookReading {
    Date asOf; ///< of the latest ground
    std::vector<RuleReading> rules;

    const RuleReading* named(std::string_view name) const;
};

struct PlaybookParams {
    Symbol small = "RUT";
    Symbol large = "SPX";
    FlowReading flows;
};

/// Reads rules of one date; what several of them look at is computed once.
class PlaybookReader {
public:
    /// `whole`: rules of the view's market, read with the same flags and parameters, which is not computed
    /// again; it must outlive the reader.
    PlaybookReader(const MarketView& view, const std::vector<Flag>& flags, const PlaybookParams& params,
                   const WholeRules* whole = nullptr);
    ~PlaybookReader();

    /// Refuses a view in which neither the pair nor any series of the rules has a session.
    Result<PlaybookReading> read(std::span<const Rule> rules);

private:
    class Grounds;
    std::unique_ptr<Grounds> m_grounds;
};

/// Reads every rule of a playbook. Refuses a view in which neither the pair nor any series of the rules has a
/// session.
Result<PlaybookReading> readPlaybook(const MarketView& view, const Playbook& playbook,
                                     const PlaybookParams& params);

/// Symbols that must be loaded before the rules are read: the pair, and what each rule names (rules that do
/// not check name nothing).
std::vector<Symbol> symbolsNeeded(const Playbook& playbook, const Vocabulary& names,
                                  const PlaybookParams& params);

} // namespace rotascope
