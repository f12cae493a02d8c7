#include "core/csv/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 5> kNames{"utf-8", "utf-8-bom", "utf-16le", "utf-16be",
                                                 "windows-1252"};

/// Windows-1252's own range 0x80 to 0x9F; the five unassigned bytes stay control characters.
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

char byteOf(std::uint32_t bits) {
    return static_cast<char>(static_cast<std::uint8_t>(bits));
}

/// Writes one code point; returns its length in bytes (1 to 4).
std::size_t putUtf8(std::uint32_t point, char* to) {
    if (point < 0x80) {
        to[0] = byteOf(point);
        return 1;
    }
    const std::size_t more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    constexpr std::array<std::uint32_t, 4> kLead{0x00, 0xC0, 0xE0, 0xF0};
    to[0] = byteOf(kLead[more] | point >> (6 * more));
    for (std::size_t i = 1; i <= more; ++i)
        to[i] = byteOf(0x80 | (point >> (6 * (more - i)) & 0x3F));
    return more + 1;
}

std::size_t markLength(Encoding encoding) {
    constexpr std::array<std::size_t, 5> kLength{0, 3, 2, 2, 0};
    return kLength[static_cast<std::size_t>(encoding)];
}

bool startsWithMark(std::string_view bytes, Encoding encoding) {
    constexpr std::array<std::string_view, 5> kMarks{"", "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", ""};
    return bytes.starts_with(kMarks[static_cast<std::size_t>(encoding)]);
}

bool isAscii(std::span<const char> bytes) {
    std::size_t at = 0;
    std::uint64_t seen = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, 8);
        seen |= word;
    }
    for (; at < bytes.size(); ++at)
        seen |= static_cast<std::uint8_t>(bytes[at]);
    return (seen & 0x8080808080808080) == 0;
}

} // namespace

std::string_view nameOf(Encoding encoding) {
    return kNames[static_cast<std::size_t>(encoding)];
}

Encoding encodingOfStart(std::string_view start) {
    for (const Encoding marked : {Encoding::Utf8WithBom, Encoding::Utf16Le, Encoding::Utf16Be})
        if (startsWithMark(start, marked))
            return marked;
    const std::size_t pairs = std::min<std::size_t>(start.size(), 32) / 2;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < 2 * pairs; ++i)
        zeros[i % 2] += start[i] == '\0' ? 1U : 0U;
    if (pairs >= 4 && zeros[0] == 0 && zeros[1] == pairs)
        return Encoding::Utf16Le;
    if (pairs >= 4 && zeros[0] == pairs && zeros[1] == 0)
        return Encoding::Utf16Be;
    return Encoding::Utf8;
}

void Utf8Check::add(std::span<const char> bytes) {
    if (!m_valid || (m_awaited == 0 && isAscii(bytes)))
        return;
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (m_awaited > 0) {
            if (byte < m_low || byte > m_high) {
                m_valid = false;
                return;
            }
            --m_awaited;
            m_low = 0x80;
            m_high = 0xBF;
            continue;
        }
        if (byte < 0x80)
            continue;
        if (byte < 0xC2 || byte > 0xF4) {
            m_valid = false;
            return;
        }
        m_awaited = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        // Overlong forms, surrogates and what lies beyond U+10FFFF are ruled out by the second byte.
        m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
        m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    }
}

std::string fromWindows1252(std::string_view text) {
    std::string out;
    std::array<char, 4> bytes{};
    for (const char c : text) {
        const auto byte = static_cast<std::uint8_t>(c);
        const std::uint32_t point = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
        out.append(bytes.data(), putUtf8(point, bytes.data()));
    }
    return out;
}

void TextSource::tap(Tap call, void* owner) {
    m_tap = call;
    m_owner = owner;
}

Result<std::size_t> TextSource::read(std::span<char> into) {
    if (m_encoding == Encoding::Utf16Le || m_encoding == Encoding::Utf16Be)
        return readUtf16(into);
    const bool atStart = m_bytesRead == 0;
    auto count = readRaw(into);
    if (!count || !atStart || !startsWithMark({into.data(), *count}, m_encoding))
        return count;
    const std::size_t mark = markLength(m_encoding);
    std::memmove(into.data(), into.data() + mark, *count - mark);
    // A file of nothing but the mark has been read to its end; any other has more than three bytes left here.
    return *count - mark;
}

Result<std::size_t> TextSource::readRaw(std::span<char> into) {
    auto count = m_bytes.read(into);
    if (!count)
        return count;
    m_bytesRead += *count;
    if (m_tap != nullptr && *count > 0)
        m_tap(m_owner, into.first(*count));
    return count;
}

Result<std::size_t> TextSource::readUtf16(std::span<char> into) {
    // Two bytes become at most three, and a surrogate pair carried over adds one more code point.
    m_raw.resize((into.size() - 8) / 3 * 2);
    const bool atStart = m_bytesRead == 0;
    const auto count = readRaw({m_raw.data() + m_rawHeld, m_raw.size() - m_rawHeld});
    if (!count)
        return count;
    const std::size_t held = m_rawHeld + *count;
    std::size_t at = atStart && startsWithMark({m_raw.data(), held}, m_encoding) ? markLength(m_encoding) : 0;
    const std::size_t low = m_encoding == Encoding::Utf16Le ? 0 : 1;
    char* to = into.data();
    for (; at + 2 <= held; at += 2) {
        const auto unit = static_cast<std::uint32_t>(static_cast<std::uint8_t>(m_raw[at + low]) |
                                                     static_cast<std::uint8_t>(m_raw[at + 1 - low]) << 8);
        if (m_highSurrogate != 0 && unit >= 0xDC00 && unit < 0xE000) {
            to += putUtf8(0x10000 + ((m_highSurrogate - 0xD800) << 10) + (unit - 0xDC00), to);
            m_highSurrogate = 0;
            continue;
        }
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        if (m_highSurrogate != 0)
            to += putUtf8(0xFFFD, to);
        m_highSurrogate = high ? unit : 0;
        if (!high)
            to += putUtf8(unit >= 0xDC00 && unit < 0xE000 ? 0xFFFD : unit, to);
    }
    m_rawHeld = held - at;
    if (m_rawHeld > 0)
        m_raw[0] = m_raw[at];
    const auto made = static_cast<std::size_t>(to - into.data());
    // Only a lone surrogate or half a unit was read: there may be more to come.
    return made == 0 && *count > 0 ? readUtf16(into) : Result<std::size_t>(made);
}

} // namespace rotascope
