// The same garbage on every machine: inputs grown from a corpus by a generator with a fixed seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope::test {

class Mutator {
public:
    Mutator(std::vector<std::string> corpus, std::uint64_t seed)
        : m_corpus(std::move(corpus))
        , m_state(seed) {}

    /// A corpus entry with one to eight changes: bytes flipped, cut, repeated, or spliced from another entry.
    std::string next();

private:
    std::uint64_t random(std::uint64_t below);
    void change(std::string& text);
    void replace(std::string& text);

    std::vector<std::string> m_corpus;
    std::uint64_t m_state;
};

} // namespace rotascope::test
