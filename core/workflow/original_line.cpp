#include "core/base/sha256.h"
#include "core/csv/csv_reader.h"
#include "core/csv/unpacked_file.h"
#include "core/workflow/import_files.h"
#include "core/workflow/original_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace rotascope {

namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;

/// What a first look at all bytes tells.
struct Bytes {
    std::string sha256;
    Encoding encoding = Encoding::Utf8;
    char lineEnd = '\n';
};

/// Hands a source over piece by piece until `take` has had enough and returns false.
template <class Source, class Take>
Result<void> readPieces(Source& source, Take take) {
    std::string block(kBlock, '\0');
    for (;;) {
        const auto count = source.read(block);
        if (!count)
            return Failure(count.error());
        if (*count == 0 || !take(std::string_view(block.data(), *count)))
            return {};
    }
}

Result<Bytes> lookAt(ByteSource& source) {
    Bytes bytes;
    Sha256 hash;
    Utf8Check utf8;
    bool first = true;
    bool newline = false;
    bool carriageReturn = false;
    const auto done = readPieces(source, [&](std::string_view piece) {
        if (first)
            bytes.encoding = encodingOfStart(piece);
        first = false;
        hash.add(piece);
        utf8.add(piece);
        newline = newline || piece.find('\n') != std::string_view::npos;
        carriageReturn = carriageReturn || piece.find('\r') != std::string_view::npos;
        return true;
    });
    if (!done)
        return Failure(done.error());
    if (bytes.encoding <= Encoding::Utf8WithBom && !utf8.valid())
        bytes.encoding = Encoding::Windows1252;
    bytes.lineEnd = carriageReturn && !newline ? '\r' : '\n';
    bytes.sha256 = source.packedFile() ? source.packedFile()->sha256 : hash.hex();
    return bytes;
}

Result<std::string> lineOf(ByteSource& source, const Bytes& bytes, std::uint32_t wanted) {
    TextSource text(source, bytes.encoding);
    std::string line;
    std::uint32_t at = 1;
    const auto done = readPieces(text, [&](std::string_view rest) {
        while (!rest.empty() && at <= wanted) {
            const std::size_t end = std::min(rest.find(bytes.lineEnd), rest.size());
            if (at == wanted && line.size() < kLongestLine)
                line.append(rest.substr(0, end));
            at += end < rest.size() ? 1U : 0U;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return at <= wanted;
    });
    if (!done)
        return Failure(done.error());
    if (at < wanted)
        return refused("no_such_line", fmt::format("The file has only {} lines.", at));
    if (line.ends_with('\r'))
        line.pop_back();
    return readable(line, bytes.encoding);
}

Result<std::string> lineIn(ByteSource& source, const Bytes& bytes, std::uint32_t line) {
    const auto ready = source.rewind();
    if (!ready)
        return Failure(ready.error());
    return lineOf(source, bytes, line);
}

} // namespace

Result<std::string> originalLine(const std::string& path, const std::string& sha256, std::uint32_t line) {
    const auto file = openUnpacked(path);
    if (!file)
        return Failure(file.error());
    const auto bytes = lookAt(**file);
    if (!bytes)
        return Failure(bytes.error());
    if (bytes->sha256 != sha256)
        return refused("file_changed",
                       fmt::format("{} is no longer the file that was imported, so its line {} is not "
                                   "what was read.",
                                   path, line));
    return lineIn(**file, *bytes, line);
}

Result<std::string> originalLine(MarketStore& store, const ImportHeader& header, std::uint32_t line) {
    return OriginalLines(store).at(header, line);
}

Result<void> OriginalLines::read(std::string kept) {
    const auto source = bytesInMemory(std::move(kept));
    const auto bytes = lookAt(*source);
    if (!bytes)
        return Failure(bytes.error());
    if (const auto ready = source->rewind(); !ready)
        return Failure(ready.error());
    TextSource text(*source, bytes->encoding);
    m_text.clear();
    const auto done = readPieces(text, [this](std::string_view piece) {
        m_text.append(piece);
        return true;
    });
    if (!done)
        return done;
    m_encoding = bytes->encoding;
    m_lineEnd = bytes->lineEnd;
    m_starts = {0};
    for (std::size_t end = m_text.find(m_lineEnd); end != std::string::npos;
         end = m_text.find(m_lineEnd, end + 1))
        m_starts.push_back(end + 1);
    return {};
}

Result<std::string> OriginalLines::at(const ImportHeader& header, std::uint32_t line) {
    if (header.sha256.empty() || header.sha256 != m_sha256) {
        m_sha256.clear();
        auto kept = m_store.originalText(header.sha256);
        if (!kept)
            return Failure(kept.error());
        if (!*kept)
            return originalLine(header.path, header.sha256, line);
        if (const auto done = read(std::move(**kept)); !done)
            return Failure(done.error());
        m_sha256 = header.sha256;
    }
    if (line == 0 || line > m_starts.size())
        return refused("no_such_line", fmt::format("The file has only {} lines.", m_starts.size()));
    const std::size_t start = m_starts[line - 1];
    std::string text = m_text.substr(start, std::min(m_text.find(m_lineEnd, start) - start, kLongestLine));
    if (text.ends_with('\r'))
        text.pop_back();
    return readable(text, m_encoding);
}

} // namespace rotascope
