// How a few instruments stand and how many of the coverage list rose, for the Overview.
#pragma once

#include "core/analysis/relative/breadth.h"
#include "core/analysis/trend/trend.h"
#include "ui/session/universe_session.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rotascope {

/// Of the date and pair of one analysis; a value, shared.
struct TrendGlance {
    ViewState state;
    std::optional<TrendStates> states; ///< empty where none of them has closes
    std::optional<Breadth> week;       ///< over the sessions of the move
};

class GlanceSession : public QObject {
    Q_OBJECT

public:
    /// The one of `session`, made on first use; reads the universe after the first picture of the window.
    static GlanceSession& of(Session& session);

    /// Brings it up to the session's analysis; changed() tells when it is there.
    void want();
    /// What belongs to `analysis`; null while it is not there.
    std::shared_ptr<const TrendGlance> glanceOf(const PairAnalysis& analysis) const;

    /// Whether changed() will come in a moment with what belongs to `analysis`.
    bool isFollowing(const PairAnalysis& analysis) const;

signals:
    void changed();

private:
    explicit GlanceSession(Session& session);
    void analyse();

    Session& m_session;
    UniverseSession& m_universe;
    std::shared_ptr<const PairAnalysis> m_followed;
    std::shared_ptr<const TrendGlance> m_glance;
};

} // namespace rotascope
