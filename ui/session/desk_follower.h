// What is read from the open desk beside its snapshot, such as flows or the playbook: once a desk, and only
// once a page wants it. Pages that are seen want it again with each analysis; for a look at the past nothing
// is computed that no page in sight wants.
#pragma once

#include "ui/session/desk_read.h"
#include "ui/session/session.h"

#include <QObject>

#include <memory>

namespace rotascope {

class DeskFollower : public QObject {
    Q_OBJECT

public:
    /// It is read, or brought up to the session's analysis; changed() tells when it is there.
    void want();
    /// The same, reading begun after the first picture of the window.
    void wantLater();

signals:
    void changed();
    void failed(const QString& sentence);

protected:
    explicit DeskFollower(Session& session);

    /// The one of `session`, made on first use. T befriends this class.
    template <class T>
    static T& only(Session& session) {
        if (auto* existing = session.findChild<T*>(QString(), Qt::FindDirectChildrenOnly))
            return *existing;
        return *new T(session);
    }

    Session& session() const { return m_session; }
    /// The desk that was read, or is being read; null while none is open.
    const std::shared_ptr<const DeskSnapshot>& readFrom() const { return m_readFrom; }
    /// Reads the open desk again.
    void read(When when);

    /// What was read no longer holds. The same desk reread may keep its figures until the new ones are there.
    virtual void forget(bool another) = 0;
    /// Reads from the open desk; there is one.
    virtual void begin(When when) = 0;
    /// What was read is there, and the session has an analysis that was not followed yet.
    virtual void follow() {}
    /// To be called when what begin() reads is there.
    void followAnew();

private:
    void want(When when);
    void catchUp();

    Session& m_session;
    bool m_wanted = false;
    std::shared_ptr<const DeskSnapshot> m_readFrom;
    std::shared_ptr<const PairAnalysis> m_followed;
};

} // namespace rotascope
