#include "ui/session/flow_session.h"

#include "ui/convert/convert.h"
#include "ui/session/desk_write.h"

#include <array>
#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("flow desk");
const QString kFlowSlot = QStringLiteral("flows");
const QString kWriteSlot = QStringLiteral("flow settings");

struct HeldFlows {
    std::shared_ptr<const FlowDesk> desk;
    bool comparesFunds = false;

    bool operator==(const HeldFlows&) const = default;
};

FlowView flowsAt(const std::shared_ptr<const PairAnalysis>& analysis, const HeldFlows& held) {
    const ViewState& state = analysis->state;
    FlowView view{state.asOf, state.small, state.large, held.desk, {}, {}, {}};
    FlowParams params;
    params.preferred = view.desk->preferred;
    params.baskets = view.desk->baskets;
    params.suspects = view.desk->suspects;
    params.small = view.small;
    params.large = view.large;
    const MarketView market = view.market();
    auto flows = analyseFlows(market, params);
    if (!flows) {
        view.error = flows.error();
        return view;
    }
    view.flows = std::make_shared<const Flows>(std::move(*flows));
    if (const Basket* basket = smallCapBasket(params.baskets); basket && held.comparesFunds)
        view.comparison = std::make_shared<const FundComparison>(
            compareFunds(market, *view.flows, *basket, view.small, view.desk->facts));
    return view;
}

} // namespace

MarketView FlowView::market() const {
    return viewOf(desk->market, asOf);
}

FlowSession& FlowSession::of(Session& session) {
    return only<FlowSession>(session);
}

FlowSession::FlowSession(Session& session)
    : DeskFollower(session) {}

bool FlowSession::belongsTo(const PairAnalysis& analysis) const {
    return m_view && readFrom() == analysis.desk && m_view->asOf == analysis.state.asOf &&
           m_view->small == analysis.state.small && m_view->large == analysis.state.large;
}

std::shared_ptr<const Flows> FlowSession::flowsOf(const PairAnalysis& analysis) const {
    return belongsTo(analysis) ? m_view->flows : nullptr;
}

bool FlowSession::isFollowing(const PairAnalysis& analysis) const {
    return m_desk && m_view && readFrom() == analysis.desk && !belongsTo(analysis);
}

void FlowSession::forget(bool another) {
    m_desk.reset();
    if (another)
        m_view.reset();
}

void FlowSession::begin(When when) {
    readFromDesk<FlowDesk>(
        session(), kReadSlot, when,
        [small = session().state().small, large = session().state().large](MarketStore& store) {
            return loadFlows(store, std::array{small, large});
        },
        [this](const FlowDesk& desk) {
            m_desk = std::make_shared<const FlowDesk>(desk);
            followAnew();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void FlowSession::follow() {
    if (!m_desk || readFrom() != session().desk())
        return;
    session().ask<FlowView>(kFlowSlot, HeldFlows{m_desk, m_comparesFunds}, flowsAt,
                            [this](std::shared_ptr<const FlowView> view) {
                                m_view = std::move(view);
                                emit changed();
                            });
}

void FlowSession::setComparesFunds(bool compares) {
    m_comparesFunds = compares;
    if (compares && m_view && !m_view->comparison)
        followAnew();
}

void FlowSession::setSource(FlowSource source) {
    write([source](MarketStore& store) {
        return store.setSetting(DeskSetting::FlowSource, static_cast<std::int64_t>(source));
    });
}

void FlowSession::setBaskets(const QString& text) {
    write([words = utf8(text)](MarketStore& store) -> Result<void> {
        const auto saved = saveBaskets(store, words);
        if (!saved)
            return Failure(saved.error());
        return {};
    });
}

void FlowSession::setFundFacts(const QString& text) {
    write([words = utf8(text)](MarketStore& store) { return saveFundFacts(store, words); });
}

void FlowSession::write(std::function<Result<void>(MarketStore&)> change) {
    writeToDesk(session(), kWriteSlot, std::move(change),
                [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
