// A page, or a section of one, whose analysis needs more than the pair.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/universe_session.h"

#include <QStringList>

#include <memory>
#include <type_traits>
#include <utility>

namespace rotascope {

class LinkedChart;
class Panel;

class UniversePage : public Page {
    Q_OBJECT

public:
    explicit UniversePage(const PageContext& context);

    /// Of the chart that was adopted; nullopt without one.
    std::optional<TableSnapshot> chartData() const override;

protected:
    UniverseSession& universe() const { return m_universe; }
    /// Asks for the analysis of the session's date; the universe is there.
    virtual void analyse() = 0;
    void refresh() final;
    /// The page's chart: its range stands in the panel's header, its data are the page's.
    void adoptChart(Panel& panel, LinkedChart& chart);
    /// Has `work` run on what the universe is now, keeps its answer, then shows it; see UniverseSession::ask.
    template <class T, class Inputs, class Show>
    void askFor(const QString& slot, std::shared_ptr<const T>& kept, Inputs inputs,
                std::type_identity_t<UniverseWork<T, Inputs>> work, Show show) {
        m_universe.ask<T, Inputs>(slot, std::move(inputs), work,
                                  [&kept, show = std::move(show)](std::shared_ptr<const T> answer) {
                                      kept = std::move(answer);
                                      show();
                                  });
    }
    /// The same for work that needs nothing beside the universe.
    template <class T, class Show>
    void askFor(const QString& slot, std::shared_ptr<const T>& kept,
                std::type_identity_t<T (*)(const UniverseView&)> work, Show show) {
        m_universe.ask<T>(slot, work, [&kept, show = std::move(show)](std::shared_ptr<const T> answer) {
            kept = std::move(answer);
            show();
        });
    }
    /// Everything that is priced, for a list to choose from.
    static QStringList pricedIn(const UniverseView& view);
    /// Analyses anew if the page is seen, else when it is seen next.
    void ask() { markStale(); }

private:
    UniverseSession& m_universe;
    LinkedChart* m_adopted = nullptr;
};

} // namespace rotascope
