#include "core/import/repeated_dates.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace rotascope {

namespace {

/// Repeated dates whose values are remembered at a time; more take another pass over the file.
constexpr std::uint64_t kRemembered = 200000;
constexpr std::size_t kClashesKept = 1000;

std::uint64_t keyOf(std::size_t symbol, std::int32_t day) {
    return static_cast<std::uint64_t>(symbol) << 32 | static_cast<std::uint32_t>(day);
}

std::uint64_t mixed(std::uint64_t key) {
    key ^= key >> 31;
    key *= 0x7fb5d329728ea185;
    return key ^ key >> 27;
}

/// Equal for rows whose active cells hold the same values.
std::uint64_t fingerprintOf(const TypedRow& row, const ReadingPlan& plan) {
    std::uint64_t print = 1;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const bool number = plan.columns[i].active && row.cells[i].kind == NumberCell::Kind::Number;
        // Adding zero makes -0 and 0 the same value.
        print = mixed(print * 31 + (number ? std::bit_cast<std::uint64_t>(row.cells[i].value + 0.0) : 7));
    }
    return print;
}

} // namespace

template <class Visit>
Result<void> RepeatedDates::eachWatchedRow(const ImportPass& pass, TickerIndex& tickers, Visit visit) {
    return pass.eachRow([&](const RowStream& stream) {
        const TypedRow& row = stream.row();
        if (row.kind != TypedRow::Kind::Data)
            return;
        const std::size_t symbol = pass.plan.layout.tickerColumn ? tickers.indexOf(row.ticker) : 0;
        if (symbol < m_symbols.size() && m_symbols[symbol].watched)
            visit(row, symbol);
    });
}

Result<void> RepeatedDates::search(const ImportPass& pass, const std::vector<SeriesTrack>& tracks,
                                   TickerIndex& tickers) {
    m_symbols.resize(tracks.size());
    bool any = false;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        m_symbols[i].watched = tracks[i].mayRepeat();
        any = any || m_symbols[i].watched;
    }
    if (!any)
        return {};
    const auto repeated = findRepeated(pass, tickers);
    if (!repeated)
        return Failure(repeated.error());
    const std::uint64_t parts = (*repeated + kRemembered - 1) / kRemembered;
    for (std::uint64_t part = 0; part < parts; ++part) {
        const auto compared = compare(pass, tickers, part, parts);
        if (!compared)
            return compared;
    }
    return refuseMostlyClashing();
}

Result<void> RepeatedDates::refuseMostlyClashing() const {
    const auto watched =
        std::count_if(m_symbols.begin(), m_symbols.end(), [](const Days& days) { return days.watched; });
    constexpr std::uint64_t kFewDates = 3; // of a small file with a mistake or two
    constexpr std::uint64_t kFewRows = 5;  // of one day
    const bool small = m_clashing < kFewDates && m_repeats < kFewRows;
    if (m_clashing == 0 || small || 2 * m_clashing < m_dates || 2 * watched < std::ssize(m_symbols))
        return {};
    return refused(
        "dates_repeat",
        fmt::format("{} of {} dates stand more than once, with other values. Bars within the day, or several "
                    "series in one column, cannot be imported: save daily values, one series a column.",
                    groupedCount(static_cast<long long>(m_clashing)),
                    groupedCount(static_cast<long long>(m_dates))));
}

Result<std::uint64_t> RepeatedDates::findRepeated(const ImportPass& pass, TickerIndex& tickers) {
    std::uint64_t repeated = 0;
    const auto found = eachWatchedRow(pass, tickers, [&](const TypedRow& row, std::size_t symbol) {
        Days& days = m_symbols[symbol];
        const bool met = days.met.test(row.day);
        m_dates += met ? 0U : 1U;
        m_repeats += met ? 1U : 0U;
        if (met && !days.repeated.test(row.day)) {
            days.repeated.set(row.day);
            ++repeated;
        }
        days.met.set(row.day);
    });
    if (!found)
        return Failure(found.error());
    for (Days& days : m_symbols) {
        days.spacing = days.met.spacing();
        days.met = DayBits{};
    }
    return repeated;
}

/// Compares the rows of one share of the repeated dates, so that memory stays bounded however many there are.
Result<void> RepeatedDates::compare(const ImportPass& pass, TickerIndex& tickers, std::uint64_t part,
                                    std::uint64_t parts) {
    std::unordered_map<std::uint64_t, Fingerprint> seen;
    return eachWatchedRow(pass, tickers, [&](const TypedRow& row, std::size_t symbol) {
        const std::uint64_t key = keyOf(symbol, row.day);
        Days& days = m_symbols[symbol];
        if (mixed(key) % parts != part || !days.repeated.test(row.day))
            return;
        const Fingerprint print{fingerprintOf(row, pass.plan), row.line};
        const auto [first, isFirst] = seen.try_emplace(key, print);
        if (isFirst || first->second.values == print.values)
            return;
        m_clashing += days.differing.test(row.day) ? 0U : 1U;
        days.differing.set(row.day);
        if (m_clashes.size() < kClashesKept)
            m_clashes.emplace(key, first->second.line);
    });
}

RepeatedDates::Verdict RepeatedDates::judge(std::size_t symbol, std::int32_t day) {
    if (symbol >= m_symbols.size() || !m_symbols[symbol].watched || !m_symbols[symbol].repeated.test(day))
        return Verdict::Single;
    Days& days = m_symbols[symbol];
    if (days.differing.test(day))
        return Verdict::Clash;
    if (days.met.test(day))
        return Verdict::LaterOfSame;
    days.met.set(day);
    return Verdict::FirstOfSame;
}

std::uint32_t RepeatedDates::firstLine(std::size_t symbol, std::int32_t day) const {
    const auto clash = m_clashes.find(keyOf(symbol, day));
    return clash == m_clashes.end() ? 0 : clash->second;
}

const Spacing* RepeatedDates::spacing(std::size_t symbol) const {
    return symbol < m_symbols.size() && m_symbols[symbol].watched ? &m_symbols[symbol].spacing : nullptr;
}

} // namespace rotascope
