// ETF flows of the open desk as of the session's date: read once a desk, analysed anew with every as-of date,
// and only once a page wants them.
#pragma once

#include "core/analysis/flows/flow_study.h"
#include "core/analysis/flows/fund_comparison.h"
#include "core/workflow/load_flows.h"
#include "ui/session/desk_follower.h"

#include <QObject>

#include <memory>
#include <optional>

namespace rotascope {

/// What pages show; a value, shared.
struct FlowView {
    std::optional<Date> asOf;
    Symbol small;
    Symbol large;
    std::shared_ptr<const FlowDesk> desk;
    std::shared_ptr<const Flows> flows; ///< null with an error
    std::optional<Error> error;
    std::shared_ptr<const FundComparison>
        comparison; ///< of the basket "Small caps"; null without it, and where none is wanted

    MarketView market() const;
};

class FlowSession : public DeskFollower {
    Q_OBJECT

public:
    /// The one of `session`, made on first use.
    static FlowSession& of(Session& session);

    /// The latest finished analysis; null before the first.
    std::shared_ptr<const FlowView> view() const { return m_view; }
    /// The flows of the date and pair of `analysis`; null while they are not there, or there are none.
    std::shared_ptr<const Flows> flowsOf(const PairAnalysis& analysis) const;
    /// Whether changed() will come in a moment with what belongs to `analysis`.
    bool isFollowing(const PairAnalysis& analysis) const;

    /// Whether views hold a comparison of funds: a look at the past is not to wait for what is not seen.
    void setComparesFunds(bool compares);

    /// Which source is believed first; kept in the desk.
    void setSource(FlowSource source);
    /// Keeps the text as the desk's baskets, or says what is wrong with it.
    void setBaskets(const QString& text);
    /// The same for what is typed about funds.
    void setFundFacts(const QString& text);

private:
    friend class DeskFollower;
    explicit FlowSession(Session& session);
    void forget(bool another) override;
    void begin(When when) override;
    void follow() override;
    bool belongsTo(const PairAnalysis& analysis) const;
    /// Writes to the desk, then reads it again.
    void write(std::function<Result<void>(MarketStore&)> change);

    std::shared_ptr<const FlowDesk> m_desk;
    bool m_comparesFunds = false;
    std::shared_ptr<const FlowView> m_view;
};

} // namespace rotascope
