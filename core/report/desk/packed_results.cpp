#include "core/report/desk/packed_results.h"

#include "core/report/desk/report_json.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace rotascope {

namespace {

constexpr std::size_t kLongestPlain = std::size_t{16} << 10;
constexpr std::size_t kLargest = std::size_t{64} << 20;
constexpr std::size_t kTightest = 1032; // what deflate makes of one byte at most
constexpr int kDeepest = 32;            // lists and objects inside each other; ours have ten
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? kLetters[three >> (18 - 6 * k) & 63U] : '=';
    }
    return out;
}

std::optional<std::string> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    while (text.ends_with('='))
        text.remove_suffix(1);
    std::string out;
    out.reserve(text.size() / 4 * 3 + 2);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char letter : text) {
        const std::size_t value = kLetters.find(letter);
        if (value == std::string_view::npos)
            return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += static_cast<char>(bits >> held & 255U);
        }
    }
    return out;
}

/// Empty where zlib has no memory.
std::string deflated(const std::string& text) {
    std::string out(compressBound(static_cast<uLong>(text.size())), '\0');
    uLongf size = static_cast<uLongf>(out.size());
    const int state =
        compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
                  static_cast<uLong>(text.size()), Z_BEST_COMPRESSION);
    out.resize(state == Z_OK ? size : 0);
    return out;
}

std::optional<std::string> inflatedTo(std::size_t bytes, const std::string& packed) {
    if (bytes > kLargest || bytes > packed.size() * kTightest)
        return std::nullopt;
    std::string out(bytes, '\0');
    uLongf size = static_cast<uLongf>(bytes);
    const int state =
        uncompress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(packed.data()),
                   static_cast<uLong>(packed.size()));
    return state == Z_OK && size == bytes ? std::optional(std::move(out)) : std::nullopt;
}

bool isPacked(const Json& section) {
    return section.is_object() && section.size() == 2 && section.contains("packed") &&
           section["packed"].is_string() && section.contains("bytes");
}

/// Discarded where it is damaged.
Json unpacked(const Json& section) {
    if (!section["bytes"].is_number_unsigned())
        return Json(Json::value_t::discarded);
    const auto packed = fromBase64(section["packed"].get_ref<const std::string&>());
    const auto text = packed ? inflatedTo(section["bytes"].get<std::size_t>(), *packed) : std::nullopt;
    return text ? parsedShallow(*text) : Json(Json::value_t::discarded);
}

bool nestsTooDeep(std::string_view json) {
    int depth = 0;
    bool inText = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText && c == '\\')
            ++i;
        else if (c == '"')
            inText = !inText;
        else if (!inText && (c == '[' || c == '{') && ++depth > kDeepest)
            return true;
        else if (!inText && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

} // namespace

void packLarge(Json& results) {
    for (Json& section : results) {
        const std::string text = compactText(section);
        if (text.size() <= kLongestPlain)
            continue;
        if (const std::string packed = deflated(text); !packed.empty())
            section = {{"packed", base64(packed)}, {"bytes", text.size()}};
    }
}

bool unpackLarge(Json& results) {
    if (!results.is_object())
        return true;
    for (Json& section : results)
        if (isPacked(section))
            if (section = unpacked(section); section.is_discarded())
                return false;
    return true;
}

Json parsedShallow(std::string_view text) {
    return nestsTooDeep(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
}

} // namespace rotascope
