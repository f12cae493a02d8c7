// The desk's calendar of catalysts: its own table and the calendars that were imported, read once a desk.
#pragma once

#include "core/workflow/load_catalysts.h"
#include "ui/session/desk_follower.h"

#include <memory>

namespace rotascope {

class CatalystSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static CatalystSession& of(Session& session);

    /// Null while it is not there.
    std::shared_ptr<const CatalystDesk> desk() const { return m_desk; }
    /// The day that a calendar is looked at from: the as-of date, else today.
    Date today() const;

    /// Keeps a table in place of the desk's own, then reads the desk again.
    void keep(CatalystTable table);

private:
    friend class DeskFollower;
    explicit CatalystSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;
    void follow() override { emit changed(); }

    std::shared_ptr<const CatalystDesk> m_desk;
};

} // namespace rotascope
