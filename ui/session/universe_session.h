// Everything that is priced by the day in the open desk: read once a desk, and only once a page wants it.
#pragma once

#include "core/workflow/load_universe.h"
#include "ui/session/desk_follower.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace rotascope {

/// What an analysis beyond the pair is handed; a value, shared between threads.
struct UniverseView {
    std::shared_ptr<const Universe> universe;
    ViewState state;
    std::shared_ptr<const Divergence> divergence; ///< of the pair; null where it has none
    std::string coverageList;                     ///< the basket that is watched

    MarketView market() const;
    Basket coverage() const { return universe->coverage(coverageList); }
};

/// A function without a memory, see QuestionOf.
template <class T, class Inputs>
using UniverseWork = T (*)(const UniverseView& view, const Inputs& inputs);

template <class T, class Inputs>
struct UniverseInputs {
    std::shared_ptr<const Universe> universe;
    std::string coverageList;
    Inputs inputs;
    UniverseWork<T, Inputs> work;

    bool operator==(const UniverseInputs&) const = default;
};

class UniverseSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static UniverseSession& of(Session& session);

    /// Null while it is not there.
    std::shared_ptr<const Universe> universe() const { return m_universe; }
    /// What an analysis of the session's date is handed; nullopt while it is not there.
    std::optional<UniverseView> view() const;

    /// The name of the basket that pages watch; "Coverage list" where none was chosen. A desk without it
    /// falls back on that one.
    const std::string& coverageList() const { return m_coverageList; }
    void setCoverageList(const std::string& name);

    /// Runs `work` off the GUI thread on what the universe is now, then `done`: Session::ask with the
    /// universe handed over. Does nothing, and says so, while there is no universe.
    template <class T, class Inputs>
    bool ask(const QString& slot, Inputs inputs, UniverseWork<T, Inputs> work,
             std::function<void(std::shared_ptr<const T>)> done) {
        if (!view())
            return false;
        using Handed = UniverseInputs<T, Inputs>;
        session().ask<T, Handed>(
            slot, Handed{m_universe, m_coverageList, std::move(inputs), work},
            [](const std::shared_ptr<const PairAnalysis>& analysis, const Handed& handed) {
                return handed.work(
                    {handed.universe, analysis->state, analysis->divergence, handed.coverageList},
                    handed.inputs);
            },
            std::move(done));
        return true;
    }

    /// The same for work that needs nothing beside the universe.
    template <class T>
    bool ask(const QString& slot, T (*work)(const UniverseView& view),
             std::function<void(std::shared_ptr<const T>)> done) {
        using Alone = decltype(work);
        return ask<T, Alone>(
            slot, work, [](const UniverseView& view, const Alone& alone) { return alone(view); },
            std::move(done));
    }

    /// Writes to the desk, then reads it again.
    void write(std::function<Result<void>(MarketStore&)> change);

private:
    friend class DeskFollower;
    explicit UniverseSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;

    std::shared_ptr<const Universe> m_universe;
    std::string m_coverageList{kCoverageList};
};

} // namespace rotascope
