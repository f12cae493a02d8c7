#include "core/import/peer_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace rotascope {

namespace {

/// ★ Words of a heading, normalised, that speak of a gain or loss.
constexpr std::array<std::string_view, 6> kGainWords{"return", "change", "chg", "perf", "gain", "rendite"};

constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);

/// The file's column of a group that holds single values.
const LayoutColumn* headingOf(const ReadingPlan& plan, std::size_t group) {
    for (const ValueColumn& column : plan.columns)
        if (column.group == group && column.active)
            return &plan.layout.columns[column.column];
    return nullptr;
}

bool speaksOfGains(const ReadingPlan& plan, std::size_t group) {
    const ValueGroup& values = plan.groups[group];
    if (values.bars || values.event || values.field != Field::Value)
        return false;
    const LayoutColumn* column = headingOf(plan, group);
    return column && std::any_of(kGainWords.begin(), kGainWords.end(), [&](std::string_view word) {
               return column->normalised.find(word) != std::string::npos;
           });
}

} // namespace

PeerTally::PeerTally(const ReadingPlan& plan)
    : m_columns(plan.groups.size()) {
    for (std::size_t group = 0; plan.layout.tickerColumn && group < m_columns.size(); ++group)
        m_columns[group].watched = speaksOfGains(plan, group);
}

PeerTally::PeerTally(const PreparedImport& prepared)
    : PeerTally(prepared.plan) {
    m_groupOf.assign(prepared.targets.size(), kNoGroup);
    for (std::size_t i = 0; i < prepared.targetOf.size(); ++i)
        if (prepared.targetOf[i] != PreparedImport::kNoTarget)
            m_groupOf[prepared.targetOf[i]] = i % m_columns.size();
}

std::size_t PeerTally::groupOf(std::uint32_t target) const {
    if (m_groupOf.empty())
        return 0;
    return target < m_groupOf.size() ? m_groupOf[target] : kNoGroup;
}

void PeerTally::add(const RecordBlock& block) {
    if (std::none_of(m_columns.begin(), m_columns.end(), [](const Column& c) { return c.watched; }))
        return;
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::size_t group = groupOf(block.target[i]);
        if (group == kNoGroup || !m_columns[group].watched || std::isnan(block.values[0][i]))
            continue;
        Column& column = m_columns[group];
        column.peers.push_back({block.target[i], block.day[i], block.values[0][i]});
        // Another day makes it a history.
        if (column.peers.front().day != block.day[i] || column.peers.size() > kMostPeers)
            column = {};
    }
}

std::optional<PeerSummary> PeerTally::summaryOf(const PreparedImport& prepared, std::size_t group) const {
    const std::vector<Peer>& peers = m_columns[group].peers;
    std::set<std::uint32_t> names;
    for (const Peer& peer : peers)
        names.insert(peer.target);
    if (peers.size() < kFewestPeers || names.size() != peers.size())
        return std::nullopt;
    const auto less = [](const Peer& a, const Peer& b) { return a.value < b.value; };
    const Peer& worst = *std::min_element(peers.begin(), peers.end(), less);
    const Peer& best = *std::max_element(peers.begin(), peers.end(), less);
    const auto nameOf = [&](const Peer& peer) {
        const Symbol& symbol = prepared.targets[peer.target].instrument.symbol;
        const std::string& suffix = prepared.plan.groups[group].suffix;
        return symbol.ends_with(suffix) ? symbol.substr(0, symbol.size() - suffix.size()) : symbol;
    };
    PeerSummary out;
    out.heading = headingOf(prepared.plan, group)->heading;
    out.date = dateFromDayNumber(peers.front().day);
    out.peers = peers.size();
    double sum = 0;
    for (const Peer& peer : peers) {
        sum += peer.value;
        out.lost += peer.value < 0 ? 1U : 0U;
    }
    out.mean = sum / static_cast<double>(peers.size());
    out.worst = worst.value;
    out.worstName = nameOf(worst);
    out.best = best.value;
    out.bestName = nameOf(best);
    out.isPercent = group < prepared.percents.size() && prepared.percents[group];
    out.decimals = std::max<int>(1, prepared.targets[worst.target].decimals[0]);
    return out;
}

std::vector<PeerSummary> PeerTally::summaries(const PreparedImport& prepared) const {
    std::vector<PeerSummary> out;
    for (std::size_t group = 0; group < m_columns.size(); ++group)
        if (m_columns[group].watched)
            if (auto summary = summaryOf(prepared, group))
                out.push_back(std::move(*summary));
    return out;
}

} // namespace rotascope
