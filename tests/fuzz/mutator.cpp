#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rotascope::test {

namespace {

constexpr std::size_t kLongest = 1 << 16;

/// Pieces that readers take for something special.
constexpr std::array<std::string_view, 24> kPieces{"\"",
                                                   "\"\"",
                                                   ",",
                                                   ";",
                                                   "\t",
                                                   "\r\n",
                                                   "\n",
                                                   "\r",
                                                   "'",
                                                   "(",
                                                   ")",
                                                   "%",
                                                   "$",
                                                   "-",
                                                   ".",
                                                   "1e",
                                                   "e-99",
                                                   "\xEF\xBB\xBF",
                                                   "\xE2\x88\x92",
                                                   "\xC2",
                                                   "NaN",
                                                   "2025-02-30",
                                                   "Q3",
                                                   "9999999999999999999"};

} // namespace

/// xorshift64*
std::uint64_t Mutator::random(std::uint64_t below) {
    m_state ^= m_state >> 12;
    m_state ^= m_state << 25;
    m_state ^= m_state >> 27;
    return (m_state * 2685821657736338717ULL >> 11) % below;
}

void Mutator::replace(std::string& text) {
    const std::size_t at = random(text.size());
    switch (random(4)) {
    case 0:
        text[at] = static_cast<char>(random(256));
        break;
    case 1:
        text.erase(at, 1 + random(8));
        break;
    case 2:
        text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << random(8)));
        break;
    default:
        text.insert(at, text.substr(at, 1 + random(64)));
        break;
    }
}

void Mutator::change(std::string& text) {
    if (!text.empty() && random(2) == 0)
        return replace(text);
    const std::size_t at = random(text.size() + 1);
    if (random(3) > 0)
        text.insert(at, kPieces[random(kPieces.size())]);
    else {
        const std::string& other = m_corpus[random(m_corpus.size())];
        if (!other.empty())
            text.replace(at, std::string::npos, other.substr(random(other.size())));
    }
}

std::string Mutator::next() {
    std::string text = m_corpus[random(m_corpus.size())];
    for (std::uint64_t changes = 1 + random(8); changes > 0; --changes)
        change(text);
    text.resize(std::min(text.size(), kLongest));
    return text;
}

} // namespace rotascope::test
