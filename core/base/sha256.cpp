#include "core/base/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if (defined(__GNUC__) || defined(__clang__)) && defined(__x86_64__)
#define ROTASCOPE_SHA_INSTRUCTIONS 1
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace rotascope {

namespace {

using State = std::array<std::uint32_t, 8>;

alignas(16) constexpr std::array<std::uint32_t, 64> kRound{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t bigEndian(const std::uint8_t* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
           std::uint32_t{bytes[3]};
}

std::array<std::uint32_t, 64> schedule(const std::uint8_t* block) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = bigEndian(block + 4 * i);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    return w;
}

void compressPortably(State& state, const std::uint8_t* block, std::size_t blocks) {
    for (; blocks > 0; --blocks, block += 64) {
        const auto w = schedule(block);
        State s = state;
        for (std::size_t i = 0; i < 64; ++i) {
            const std::uint32_t e = std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25);
            const std::uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
            const std::uint32_t t1 = s[7] + e + choice + kRound[i] + w[i];
            const std::uint32_t a = std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22);
            const std::uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
            s = {t1 + a + majority, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
        }
        for (std::size_t i = 0; i < 8; ++i)
            state[i] += s[i];
    }
}

#ifdef ROTASCOPE_SHA_INSTRUCTIONS

bool processorHasSha() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __builtin_cpu_supports("sse4.1") && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1U) != 0;
}

__attribute__((target("sha,sse4.1"))) inline __m128i load(const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
}

/// Four rounds: `words` are w[i..i+3].
__attribute__((target("sha,sse4.1"))) inline void fourRounds(__m128i& abef, __m128i& cdgh, __m128i words,
                                                             std::size_t round) {
    const __m128i sum = _mm_add_epi32(words, load(kRound.data() + round));
    cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
    abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
}

__attribute__((target("sha,sse4.1"))) void compressWithSha(State& state, const std::uint8_t* block,
                                                           std::size_t blocks) {
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    // The instructions keep the state as ABEF and CDGH.
    const __m128i cdab = _mm_shuffle_epi32(load(state.data()), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(load(state.data() + 4), 0x1B);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
    for (; blocks > 0; --blocks, block += 64) {
        const __m128i startAbef = abef;
        const __m128i startCdgh = cdgh;
        __m128i w[4];
        for (int i = 0; i < 4; ++i)
            w[i] = _mm_shuffle_epi8(load(block + 16 * i), swap);
        for (std::size_t round = 0; round < 64; round += 4) {
            fourRounds(abef, cdgh, w[0], round);
            const __m128i shifted =
                _mm_add_epi32(_mm_sha256msg1_epu32(w[0], w[1]), _mm_alignr_epi8(w[3], w[2], 4));
            const __m128i next = _mm_sha256msg2_epu32(shifted, w[3]);
            w[0] = w[1];
            w[1] = w[2];
            w[2] = w[3];
            w[3] = next;
        }
        abef = _mm_add_epi32(abef, startAbef);
        cdgh = _mm_add_epi32(cdgh, startCdgh);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
    alignas(16) State out{};
    _mm_store_si128(reinterpret_cast<__m128i*>(out.data()), _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_store_si128(reinterpret_cast<__m128i*>(out.data() + 4), _mm_alignr_epi8(dchg, feba, 8));
    state = out;
}

#endif

void compress(State& state, const std::uint8_t* block, std::size_t blocks) {
#ifdef ROTASCOPE_SHA_INSTRUCTIONS
    static const bool hasSha = processorHasSha();
    if (hasSha)
        return compressWithSha(state, block, blocks);
#endif
    compressPortably(state, block, blocks);
}

} // namespace

void Sha256::add(std::span<const char> bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    const std::size_t held = m_length % 64;
    m_length += left;
    if (held > 0) {
        const std::size_t taken = std::min(left, 64 - held);
        std::memcpy(m_pending.data() + held, data, taken);
        data += taken;
        left -= taken;
        if (held + taken < 64)
            return;
        compress(m_state, m_pending.data(), 1);
    }
    compress(m_state, data, left / 64);
    if (left % 64 > 0)
        std::memcpy(m_pending.data(), data + left / 64 * 64, left % 64);
}

std::string Sha256::hex() const {
    State state = m_state;
    std::array<std::uint8_t, 128> tail{};
    const std::size_t held = m_length % 64;
    std::copy_n(m_pending.begin(), held, tail.begin());
    tail[held] = 0x80;
    const std::size_t blocks = held < 56 ? 1 : 2;
    for (std::size_t i = 0; i < 8; ++i)
        tail[blocks * 64 - 1 - i] = static_cast<std::uint8_t>((m_length * 8) >> (8 * i));
    compress(state, tail.data(), blocks);
    std::string text;
    for (const std::uint32_t word : state)
        for (int shift = 28; shift >= 0; shift -= 4)
            text += "0123456789abcdef"[word >> shift & 0xF];
    return text;
}

} // namespace rotascope
