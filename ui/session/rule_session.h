// The desk's playbook as of the session's date: read once a desk, evaluated anew with every as-of date, and
// only once a page wants it.
#pragma once

#include "core/rules/ledger.h"
#include "core/rules/thesis_reading.h"
#include "core/rules/whole_rules.h"
#include "core/workflow/load_rules.h"
#include "ui/session/desk_follower.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// What is read from a desk, and depends on no date.
struct HeldRules {
    std::shared_ptr<const Playbook> playbook;
    std::shared_ptr<const RuleDesk> desk;
    std::shared_ptr<const WholeRules> whole; ///< of the playbook; null of rules that are not in it

    bool operator==(const HeldRules&) const = default;
};

/// What pages show; a value, shared.
struct RuleView : HeldRules {
    ViewState state;
    std::shared_ptr<const PlaybookReading> reading; ///< null with an error
    std::vector<ThesisReading> theses;
    std::string error;

    MarketView market() const;
    std::size_t firing() const;
};

/// One rule, kept or only typed, with everything that followed it. Null reading: `error` says what is wrong.
struct RuleStudy {
    std::shared_ptr<const PlaybookReading> playbook; ///< of that one rule
    RuleLedger ledger;
    std::string error;

    const RuleReading* reading() const;
};

class RuleSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static RuleSession& of(Session& session);

    /// The latest finished reading; null before the first.
    std::shared_ptr<const RuleView> view() const { return m_view; }
    /// The same where it belongs to `analysis`.
    std::shared_ptr<const RuleView> viewOf(const PairAnalysis& analysis) const;
    /// Whether changed() will come in a moment with what belongs to `analysis`.
    bool isFollowing(const PairAnalysis& analysis) const;

    /// Evaluates one rule; the latest wish wins. Series that the playbook does not use are read from the
    /// desk.
    void study(const Rule& rule, std::function<void(std::shared_ptr<const RuleStudy>)> done);
    /// Keeps a playbook in the desk, then reads it again.
    void keep(Playbook playbook);

private:
    friend class DeskFollower;
    explicit RuleSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;
    void follow() override;

    ViewState m_readFor; ///< its pair
    HeldRules m_held;
    std::shared_ptr<const RuleView> m_view;
};

} // namespace rotascope
