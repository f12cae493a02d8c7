#include "ui/session/trend_glance.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("trend glance");

/// ★ Shown beside the pair where the desk has them.
constexpr std::array<std::string_view, 4> kGlanced{"IWM", "TNA", "TZA", "KRE"};

TrendGlance glanceAt(const UniverseView& view) {
    TrendGlance glance{view.state, {}, {}};
    TrendParams params;
    params.symbols = {view.state.small, view.state.large};
    params.symbols.insert(params.symbols.end(), kGlanced.begin(), kGlanced.end());
    const MarketView market = view.market();
    std::erase_if(params.symbols,
                  [&](const Symbol& symbol) { return !trendRow(market, symbol, params.prices); });
    std::vector<Symbol> once;
    for (const Symbol& symbol : params.symbols)
        if (std::find(once.begin(), once.end(), symbol) == once.end())
            once.push_back(symbol);
    params.symbols = once;
    if (!once.empty())
        if (auto states = analyseTrend(market, params))
            glance.states = std::move(*states);
    const auto days = static_cast<std::size_t>(view.state.days);
    if (auto week = analyseBreadth(market, view.coverage(), days))
        glance.week = std::move(*week);
    return glance;
}

} // namespace

GlanceSession& GlanceSession::of(Session& session) {
    if (auto* existing = session.findChild<GlanceSession*>(QString(), Qt::FindDirectChildrenOnly))
        return *existing;
    return *new GlanceSession(session);
}

GlanceSession::GlanceSession(Session& session)
    : QObject(&session)
    , m_session(session)
    , m_universe(UniverseSession::of(session)) {
    connect(&m_universe, &UniverseSession::changed, this, &GlanceSession::analyse);
    m_universe.wantLater();
}

std::shared_ptr<const TrendGlance> GlanceSession::glanceOf(const PairAnalysis& analysis) const {
    const bool belongs = m_glance && m_glance->state.asOf == analysis.state.asOf &&
                         m_glance->state.small == analysis.state.small &&
                         m_glance->state.large == analysis.state.large;
    return belongs ? m_glance : nullptr;
}

bool GlanceSession::isFollowing(const PairAnalysis& analysis) const {
    return m_universe.universe() && m_glance && !glanceOf(analysis);
}

void GlanceSession::want() {
    if (m_followed != m_session.analysis())
        analyse();
}

void GlanceSession::analyse() {
    if (!m_universe.universe())
        m_glance.reset();
    m_followed = m_session.analysis();
    m_universe.ask<TrendGlance>(kSlot, glanceAt, [this](std::shared_ptr<const TrendGlance> glance) {
        m_glance = std::move(glance);
        emit changed();
    });
}

} // namespace rotascope
