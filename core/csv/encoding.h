// Which bytes stand for which letters, decided over the whole file.
#pragma once

#include "core/csv/byte_source.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

enum class Encoding : std::uint8_t { Utf8, Utf8WithBom, Utf16Le, Utf16Be, Windows1252 };

std::string_view nameOf(Encoding encoding); ///< "utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"

/// By byte order mark, or by the NUL in every second of the first bytes. Never Windows1252: that a file is
/// not UTF-8 is known at its end (Utf8Check).
Encoding encodingOfStart(std::string_view firstBytes);

/// Validates UTF-8 piece by piece.
class Utf8Check {
public:
    void add(std::span<const char> bytes);
    /// Whether everything added so far is whole, valid UTF-8.
    bool valid() const { return m_valid && m_awaited == 0; }

private:
    bool m_valid = true;
    int m_awaited = 0;
    std::uint8_t m_low = 0x80;
    std::uint8_t m_high = 0xBF;
};

/// Windows-1252 text as UTF-8.
std::string fromWindows1252(std::string_view text);

/// A cell or line as UTF-8 text for people.
inline std::string readable(std::string_view text, Encoding encoding) {
    return encoding == Encoding::Windows1252 ? fromWindows1252(text) : std::string(text);
}

/// The text of a source without its byte order mark: UTF-16 becomes UTF-8; the eight-bit encodings pass
/// through as they are (cells of digits read the same in both). Sees every raw byte once, for hashing.
class TextSource {
public:
    /// Called with each raw block as it is read.
    using Tap = void (*)(void* owner, std::span<const char> raw);

    TextSource(ByteSource& bytes, Encoding encoding)
        : m_bytes(bytes)
        , m_encoding(encoding) {}
    void tap(Tap call, void* owner);

    /// Fills the front of `into` (at least 64 bytes long); 0 only at the end.
    Result<std::size_t> read(std::span<char> into);
    std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    Result<std::size_t> readRaw(std::span<char> into);
    Result<std::size_t> readUtf16(std::span<char> into);

    ByteSource& m_bytes;
    Encoding m_encoding;
    Tap m_tap = nullptr;
    void* m_owner = nullptr;
    std::uint64_t m_bytesRead = 0;
    std::string m_raw;
    std::size_t m_rawHeld = 0;
    std::uint32_t m_highSurrogate = 0;
};

} // namespace rotascope
