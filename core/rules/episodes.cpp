#include "core/rules/episodes.h"

#include <cmath>
#include <limits>

namespace rotascope {

namespace {

/// Walks from session to session and remembers what the next one needs.
class StateMachine {
public:
    StateMachine(const RuleColumns& columns, const EpisodeRules& rules, RuleHistory& out)
        : m_columns(columns)
        , m_rules(rules)
        , m_out(out) {}

    RuleState next(std::size_t session) {
        const Truth truth = m_columns.truth[session];
        if (m_isFiring && isOver(session))
            return ended(truth);
        if (m_isFiring) {
            m_out.episodes.back().last = session;
            noteExtreme(session);
            return RuleState::Firing;
        }
        if (m_cooling > 0) {
            --m_cooling;
            return truth == Truth::Unknown ? RuleState::Unknown : RuleState::Cleared;
        }
        if (truth != Truth::Yes)
            return truth == Truth::Unknown ? RuleState::Unknown : RuleState::Armed;
        m_isFiring = true;
        m_out.episodes.push_back(
            {session, session, false, std::numeric_limits<double>::quiet_NaN(), session});
        noteExtreme(session);
        return RuleState::Firing;
    }

private:
    bool isOver(std::size_t session) const {
        const Truth truth = m_columns.truth[session];
        if (m_rules.clears.empty() || truth == Truth::Unknown)
            return truth != Truth::Yes;
        return m_rules.clears[session] != Truth::No;
    }
    RuleState ended(Truth truth) {
        m_isFiring = false;
        m_out.episodes.back().isOver = true;
        m_cooling = m_rules.coolDown;
        return truth == Truth::Unknown ? RuleState::Unknown : RuleState::Cleared;
    }
    void noteExtreme(std::size_t session) {
        if (!m_columns.measure)
            return;
        Episode& episode = m_out.episodes.back();
        const double value = m_columns.measure->value[session];
        const bool further =
            m_columns.measure->isUpward() ? value > episode.extreme : value < episode.extreme;
        if (further || std::isnan(episode.extreme)) {
            episode.extreme = value;
            episode.extremeAt = session;
        }
    }

    const RuleColumns& m_columns;
    const EpisodeRules& m_rules;
    RuleHistory& m_out;
    bool m_isFiring = false;
    int m_cooling = 0;
};

} // namespace

RuleHistory historyOf(const RuleColumns& columns, const EpisodeRules& rules) {
    RuleHistory out;
    out.states.reserve(columns.truth.size());
    StateMachine machine(columns, rules, out);
    for (std::size_t i = 0; i < columns.truth.size(); ++i)
        out.states.push_back(machine.next(i));
    return out;
}

} // namespace rotascope
