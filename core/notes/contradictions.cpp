#include "core/notes/contradictions.h"

#include "core/base/text.h"
#include "core/market/trading_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace rotascope {

namespace {

struct Bounds {
    double low;
    double high;
    bool isOpen; ///< the ends themselves do not count
};

bool isInPoints(const MarketClaim& claim) {
    return claim.isBasisPoints && claim.measure != ClaimMeasure::Level &&
           claim.measure != ClaimMeasure::Volume;
}

Bounds boundsOf(const MarketClaim& claim) {
    constexpr double kBasisPoint = 0.01; // in points of percent
    constexpr double kEverything = std::numeric_limits<double>::infinity();
    const double unit = isInPoints(claim) ? kBasisPoint : 1;
    const double value = claim.value * unit;
    const double half = 0.5 * std::pow(10.0, -claim.decimals) * unit;
    switch (claim.bound) {
    case ClaimBound::Above:
        return {value, kEverything, true};
    case ClaimBound::Below:
        return {-kEverything, value, true};
    case ClaimBound::Equal:
        break;
    }
    return {value - half, value + half, false};
}

Date sessionOf(const MarketClaim& claim) {
    return nyseSessionOnOrBefore(claim.made);
}

/// What two claims must share to be comparable.
auto windowOf(const MarketClaim& claim) {
    const bool takesLength = kClaimMeasures[static_cast<std::size_t>(claim.measure)].takesLength;
    return std::tuple(claim.symbol, claim.measure, takesLength ? claim.length : 0, sessionOf(claim));
}

struct Stated {
    NoteStatement at;
    MarketClaim claim;
};

std::vector<Stated> claimsOf(std::span<const Note> notes) {
    std::vector<Stated> out;
    for (std::size_t i = 0; i < notes.size(); ++i)
        for (std::size_t k = 0; k < notes[i].claims.size(); ++k)
            if (auto claim = parseMarketClaim(notes[i].claims[k]))
                out.push_back({{i, k}, std::move(*claim)});
    return out;
}

Contradiction between(const Stated& a, const Stated& b) {
    const bool inOrder = a.at < b.at;
    const Stated& first = inOrder ? a : b;
    const Stated& second = inOrder ? b : a;
    return {
        first.at, second.at,
        fmt::format("\"{}\" and \"{}\" speak of the same series and window, and no figure satisfies both.",
                    first.claim.text, second.claim.text)};
}

void addClaims(std::span<const Note> notes, std::vector<Contradiction>& out) {
    std::vector<Stated> claims = claimsOf(notes);
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Stated& a, const Stated& b) { return windowOf(a.claim) < windowOf(b.claim); });
    for (std::size_t i = 0; i < claims.size(); ++i)
        for (std::size_t k = i + 1;
             k < claims.size() && windowOf(claims[k].claim) == windowOf(claims[i].claim); ++k) {
            if (out.size() >= kMostContradictions)
                return;
            if (cannotBothHold(claims[i].claim, claims[k].claim))
                out.push_back(between(claims[i], claims[k]));
        }
}

/// A note that takes a side.
struct Side {
    std::size_t at;
    const Note* note;
    std::vector<Symbol> subjects;
};

std::vector<Side> sidesOf(std::span<const Note> notes) {
    std::vector<Side> out;
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (std::abs(notes[i].sentiment.value_or(0)) >= kStrongSentiment)
            out.push_back({i, &notes[i], subjectsOf(notes[i])});
    std::stable_sort(out.begin(), out.end(),
                     [](const Side& a, const Side& b) { return a.note->date < b.note->date; });
    return out;
}

std::vector<Symbol> sharedBy(const Side& a, const Side& b) {
    std::vector<Symbol> out;
    std::set_intersection(a.subjects.begin(), a.subjects.end(), b.subjects.begin(), b.subjects.end(),
                          std::back_inserter(out));
    return out;
}

std::string sideText(const Note& note) {
    constexpr int kDecimals = 2;
    return fmt::format("{} on {}", signedNumber(*note.sentiment, kDecimals), dayMonthYear(note.date));
}

void addSentiments(std::span<const Note> notes, std::vector<Contradiction>& out) {
    const std::vector<Side> sides = sidesOf(notes);
    for (std::size_t i = 0; i < sides.size(); ++i)
        for (std::size_t k = i + 1;
             k < sides.size() && (sides[k].note->date - sides[i].note->date).count() <= kSentimentDays; ++k) {
            if (out.size() >= kMostContradictions)
                return;
            const Side& first = sides[sides[i].at < sides[k].at ? i : k];
            const Side& second = sides[sides[i].at < sides[k].at ? k : i];
            if (std::signbit(*first.note->sentiment) == std::signbit(*second.note->sentiment))
                continue;
            if (const auto shared = sharedBy(first, second); !shared.empty())
                out.push_back({{first.at, {}},
                               {second.at, {}},
                               fmt::format("Opposite views of {}: {} and {}.", fmt::join(shared, ", "),
                                           sideText(*first.note), sideText(*second.note))});
        }
}

} // namespace

bool cannotBothHold(const MarketClaim& a, const MarketClaim& b) {
    constexpr double kRounding = 1e-9;
    if (windowOf(a) != windowOf(b))
        return false;
    const Bounds x = boundsOf(a);
    const Bounds y = boundsOf(b);
    const double low = std::max(x.low, y.low);
    const double high = std::min(x.high, y.high);
    const bool isOpen = x.isOpen || y.isOpen;
    const double tolerance = kRounding * std::max({1.0, std::abs(a.value), std::abs(b.value)});
    return isOpen ? low >= high - tolerance : low > high + tolerance;
}

std::vector<Contradiction> contradictionsIn(std::span<const Note> notes) {
    std::vector<Contradiction> out;
    addClaims(notes, out);
    addSentiments(notes, out);
    std::sort(out.begin(), out.end(), [](const Contradiction& a, const Contradiction& b) {
        return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    });
    return out;
}

} // namespace rotascope
