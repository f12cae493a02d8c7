// What a look at the open desk, as it is now, takes away, and what is new since the visit before: taken once
// a desk and pair, after the first picture; steps in time do not touch it.
#pragma once

#include "core/look/changes.h"
#include "ui/session/desk_follower.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rotascope {

/// A value, shared.
struct LookView {
    DeskLook look;
    std::vector<Change> changes; ///< since the visit before; none without one
};

class LookSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static LookSession& of(Session& session);

    /// Asked for the visit to compare with whenever a desk is read.
    using VisitBefore = std::function<std::optional<DeskLook>(const QString& deskPath)>;
    void compareWith(VisitBefore before) { m_before = std::move(before); }

    /// Null until it was taken of the open desk and pair.
    std::shared_ptr<const LookView> view() const;

private:
    friend class DeskFollower;
    explicit LookSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;
    void follow() override;

    VisitBefore m_before;
    std::shared_ptr<const LookView> m_view;
    Symbol m_small; ///< the pair that is, or was, looked at
    Symbol m_large;
};

} // namespace rotascope
