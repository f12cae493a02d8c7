// A page, or a section of one, whose analysis needs more than the pair.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/universe_session.h"

namespace rotascope {

class UniversePage : public Page {
    Q_OBJECT

public:
    explicit UniversePage(const PageContext& context);

    /// Without a chart.
    std::optional<TableSnapshot> chartData() const override { return std::nullopt; }

protected:
    UniverseSession& universe() const { return m_universe; }
    /// Asks for the analysis of the session's date; the universe is there.
    virtual void analyse() = 0;
    void refresh() final;
    /// Analyses anew if the page is seen, else when it is seen next.
    void ask() { markStale(); }

private:
    UniverseSession& m_universe;
};

} // namespace rotascope
