#include "app/log/log_file.h"

#include "app/log/locked_append.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace rotascope::log {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8) {
    return {std::u8string(utf8.begin(), utf8.end())};
}

/// Bytes that no JSON text may hold as they are. What is not ASCII stays as it came.
std::string jsonText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

struct ValueText {
    std::string operator()(const std::string& text) const { return jsonText(text); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const std::vector<std::string>& texts) const {
        std::string out = "[";
        for (const std::string& text : texts)
            out += (out.size() > 1 ? "," : "") + jsonText(text);
        return out + "]";
    }
};

void rotate(const std::string& path, int kept) {
    std::error_code error; // what cannot be moved stays: the line is worth more than the limit
    const auto numbered = [&path](int number) { return pathOf(path + "." + std::to_string(number)); };
    fs::remove(numbered(kept), error);
    for (int number = kept - 1; number >= 1; --number)
        fs::rename(numbered(number), numbered(number + 1), error);
    fs::rename(pathOf(path), numbered(1), error);
}

} // namespace

std::string lineOf(const Writer& writer, std::string_view at, const Entry& entry) {
    std::string line =
        fmt::format("{{\"at\":{},\"program\":{},\"user\":{},\"process\":{},\"event\":{}", jsonText(at),
                    jsonText(writer.program), jsonText(writer.user), writer.process, jsonText(entry.event));
    for (const auto& [name, value] : entry.facts)
        line += fmt::format(",{}:{}", jsonText(name), std::visit(ValueText{}, value));
    return line + "}\n";
}

File::File(std::string path, std::uint64_t limit, int kept)
    : m_path(std::move(path))
    , m_limit(limit)
    , m_kept(kept) {}

Result<void> File::append(std::string_view line) const {
    std::error_code error;
    if (const fs::path folder = pathOf(m_path).parent_path(); !folder.empty())
        fs::create_directories(folder, error);
    const Lock lock(m_path + ".lock");
    const std::uint64_t size = fs::file_size(pathOf(m_path), error);
    if (!error && size > 0 && size + line.size() > m_limit && lock.isHeld())
        rotate(m_path, m_kept);
    if (appendAtOnce(m_path, line))
        return {};
    return deskError("no_log",
                     fmt::format("The log {} could not be written to: the folder is not writable or the "
                                 "disk is full. Name another with --log FILE, or --log none.",
                                 m_path));
}

} // namespace rotascope::log
