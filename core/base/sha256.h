// SHA-256 (FIPS 180-4), so that a file can be named by its bytes. Uses the processor's SHA instructions where
// it has them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace rotascope {

class Sha256 {
public:
    void add(std::span<const char> bytes);

    /// Lower-case hex of everything added so far. The object may go on being added to.
    std::string hex() const;

private:
    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_pending{};
    std::uint64_t m_length = 0;
};

} // namespace rotascope
