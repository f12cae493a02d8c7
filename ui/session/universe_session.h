// Everything that is priced by the day in the open desk: read once a desk, and only once a page wants it.
#pragma once

#include "core/workflow/load_universe.h"
#include "ui/session/desk_read.h"
#include "ui/session/session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rotascope {

/// What an analysis beyond the pair is handed; a value, shared between threads.
struct UniverseView {
    std::shared_ptr<const Universe> universe;
    ViewState state;
    std::shared_ptr<const Divergence> divergence; ///< of the pair; null where it has none

    MarketView market() const;
};

class UniverseSession : public QObject {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static UniverseSession& of(Session& session);

    /// From now on the universe is read and kept up; changed() tells when it is there.
    void want();
    /// The same, begun after the first picture of the window.
    void wantLater();
    /// Null while it is not there.
    std::shared_ptr<const Universe> universe() const { return m_universe; }
    /// What an analysis of the session's date is handed; nullopt while it is not there.
    std::optional<UniverseView> view() const;

    /// Runs `work` off the GUI thread, then `done`; per slot the latest request wins. Does nothing, and says
    /// so, while there is no universe.
    template <class T>
    bool analyse(const QString& slot, std::function<T(const UniverseView&)> work,
                 std::function<void(std::shared_ptr<const T>)> done) {
        auto handed = view();
        if (!handed)
            return false;
        m_session.tasks().run<T>(
            slot, {},
            [handed = std::move(*handed), work = std::move(work)](ProgressSink&) { return work(handed); },
            std::move(done));
        return true;
    }

    /// Writes to the desk, then reads it again.
    void write(std::function<Result<void>(MarketStore&)> change);

signals:
    void changed();
    void failed(const QString& sentence);

private:
    explicit UniverseSession(Session& session);
    void read(ReadWhen when);

    Session& m_session;
    bool m_wanted = false;
    std::shared_ptr<const DeskSnapshot> m_readFrom;
    std::shared_ptr<const Universe> m_universe;
};

} // namespace rotascope
