#include "core/demo/random.h"

#include "core/demo/elementary.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rotascope {

namespace {

constexpr std::uint64_t kSeed = 20251128;

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

std::uint64_t splitmix64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

constexpr double kArch = 0.07;
constexpr double kGarch = 0.91;
/// In σ of the day: no invented day outshines the crashes that are given.
constexpr double kLargestSurprise = 4.5;
/// Against the long-run variance, which the epochs of the demo already raise in a crisis.
constexpr double kLargestVariance = 4;

} // namespace

Random::Random(std::string_view stream) {
    std::uint64_t seed = fnv1a(stream) ^ kSeed;
    for (std::uint64_t& word : m_state)
        word = splitmix64(seed);
}

std::uint64_t Random::next() {
    auto& [a, b, c, d] = m_state;
    const std::uint64_t result = std::rotl(b * 5, 7) * 9;
    const std::uint64_t shifted = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = std::rotl(d, 45);
    return result;
}

double Random::uniform() {
    return (static_cast<double>(next() >> 11) + 0.5) * 0x1.0p-53;
}

double Random::normal() {
    for (;;) {
        const double u = 2 * uniform() - 1;
        const double v = 2 * uniform() - 1;
        const double s = u * u + v * v;
        if (s < 1 && s > 0)
            return u * std::sqrt(-2 * portableLog(s) / s);
    }
}

double Random::fatTails() {
    // χ² with six degrees of freedom is −2 ln of a product of three uniforms; variance of t₆ is 6/4.
    double product = 1;
    for (int i = 0; i < 3; ++i)
        product *= uniform();
    const double chiSquared = -2 * portableLog(product);
    return normal() / std::sqrt(chiSquared / 6) * std::sqrt(4.0 / 6.0);
}

ClusteredNoise::Step ClusteredNoise::next() {
    const double grown = (1 - kArch - kGarch) + kArch * m_last * m_last + kGarch * m_variance;
    m_variance = std::min(grown, kLargestVariance);
    const double surprise = std::clamp(m_random.fatTails(), -kLargestSurprise, kLargestSurprise);
    m_last = std::sqrt(m_variance) * surprise;
    return {m_last, m_variance};
}

double Drifting::next() {
    m_value = m_persistence * m_value + std::sqrt(1 - m_persistence * m_persistence) * m_random.normal();
    return m_value;
}

} // namespace rotascope
