#include "core/import/series_track.h"

#include "core/base/date.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdlib>

namespace rotascope {

namespace {

struct Distance {
    Cadence cadence;
    std::int32_t least;
    std::int32_t most;
};
constexpr std::array<Distance, 3> kDistances{
    {{Cadence::Weekly, 5, 9}, {Cadence::Monthly, 26, 35}, {Cadence::Quarterly, 85, 95}}};

constexpr std::uint32_t kFewestDistances = 2;

} // namespace

void Spacing::add(std::int32_t days) {
    ++m_total;
    for (const Distance& distance : kDistances)
        if (days >= distance.least && days <= distance.most)
            ++m_counts[static_cast<std::size_t>(distance.cadence)];
}

Cadence Spacing::cadence() const {
    if (m_total < kFewestDistances)
        return Cadence::Daily;
    for (const Distance& distance : kDistances)
        if (std::uint64_t{m_counts[static_cast<std::size_t>(distance.cadence)]} * 5 >=
            std::uint64_t{m_total} * 4)
            return distance.cadence;
    return Cadence::Daily;
}

void SeriesTrack::add(std::int32_t day) {
    ++count;
    const std::chrono::weekday weekday{dateFromDayNumber(day)};
    weekStarts += weekday == std::chrono::Sunday || weekday == std::chrono::Monday ? 1U : 0U;
    first = std::min(first, day);
    last = std::max(last, day);
    if (previous != kNoDay) {
        rising = rising && day > previous;
        falling = falling && day < previous;
        if (day != previous)
            spacing.add(std::abs(day - previous));
    }
    previous = day;
}

bool DayBits::test(std::int32_t day) const {
    const std::int32_t word = wordOf(day) - m_firstWord;
    return word >= 0 && word < static_cast<std::int32_t>(m_words.size()) &&
           (m_words[static_cast<std::size_t>(word)] >> (day & 63) & 1U) != 0;
}

void DayBits::set(std::int32_t day) {
    const std::int32_t word = wordOf(day);
    if (m_words.empty())
        m_firstWord = word;
    if (word < m_firstWord) {
        // Room for a few more years at once: files that run backwards would otherwise move everything each
        // time.
        const std::int32_t more = std::max(m_firstWord - word, 32);
        m_words.insert(m_words.begin(), static_cast<std::size_t>(more), 0);
        m_firstWord -= more;
    }
    const auto index = static_cast<std::size_t>(word - m_firstWord);
    if (index >= m_words.size())
        m_words.resize(index + 1);
    m_words[index] |= std::uint64_t{1} << (day & 63);
}

Spacing DayBits::spacing() const {
    Spacing spacing;
    std::int32_t previous = kNoDay;
    for (std::size_t i = 0; i < m_words.size(); ++i)
        for (std::uint64_t bits = m_words[i]; bits != 0; bits &= bits - 1) {
            const std::int32_t day =
                (m_firstWord + static_cast<std::int32_t>(i)) * 64 + std::countr_zero(bits);
            if (previous != kNoDay)
                spacing.add(day - previous);
            previous = day;
        }
    return spacing;
}

} // namespace rotascope
