#include "core/csv/inflated_bytes.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr int kGzipWindow = 15 + 16; ///< zlib's way of asking for a gzip header and its check sum
constexpr int kRawWindow = -15;      ///< and for none
constexpr std::size_t kLocalHeader = 30;

class Inflater final : public InflatedBytes {
public:
    Inflater(std::unique_ptr<ByteSource> archive, std::optional<ZipEntry> entry, std::string name)
        : m_archive(std::move(archive))
        , m_entry(entry)
        , m_name(std::move(name))
        , m_input(kBlock, '\0') {}
    ~Inflater() override { close(); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    std::uint64_t size() const override { return m_size; }
    bool unchanged() const override { return m_archive->unchanged(); }
    const PackedFile* packedFile() const override { return &m_file; }
    void setFacts(std::uint64_t size, PackedFile file) override {
        m_size = size;
        m_file = std::move(file);
    }

    Result<void> rewind() override {
        close();
        m_open = m_ended = false;
        m_given = m_taken = 0;
        m_crc = 0;
        m_stream.avail_in = 0;
        return m_archive->rewind();
    }

    Result<std::size_t> read(std::span<char> into) override {
        if (!m_open) {
            const auto ready = open();
            if (!ready)
                return Failure(ready.error());
        }
        std::size_t held = 0;
        while (held < into.size() && !m_ended) {
            const auto count = step(into.subspan(held));
            if (!count)
                return count;
            held += *count;
        }
        m_given += held;
        if (m_given > kLargestFile)
            return refused("file_too_large",
                           fmt::format("{} unpacks to more than 4 GB. Split it into smaller files.", m_name));
        m_crc = static_cast<std::uint32_t>(
            crc32(m_crc, reinterpret_cast<const Bytef*>(into.data()), static_cast<uInt>(held)));
        if (m_ended && m_entry && (m_crc != m_entry->crc || m_given != m_entry->size))
            return damaged();
        return held;
    }

private:
    Failure damaged() const {
        return refused("damaged_archive",
                       fmt::format("{} is damaged or incomplete: it cannot be unpacked to its end. "
                                   "Download it again.",
                                   m_name));
    }

    void close() {
        if (m_inflating)
            inflateEnd(&m_stream);
        m_inflating = false;
    }

    Result<void> open() {
        if (m_entry) {
            const auto ready = toEntryData();
            if (!ready)
                return ready;
        }
        m_open = true;
        m_ended = m_entry && !m_entry->deflated && m_entry->packedSize == 0;
        if (m_entry && !m_entry->deflated)
            return {};
        m_stream = {};
        if (inflateInit2(&m_stream, m_entry ? kRawWindow : kGzipWindow) != Z_OK)
            return deskError("out_of_memory", fmt::format("There is no memory to unpack {}.", m_name));
        m_inflating = true;
        return {};
    }

    /// Behind the local header, whose name and extra field may be longer than the directory says.
    Result<void> toEntryData() {
        const auto there = seekForward(*m_archive, m_entry->headerAt);
        if (!there)
            return there;
        std::string header(kLocalHeader, '\0');
        const auto count = m_archive->read(header);
        if (!count)
            return Failure(count.error());
        if (*count < kLocalHeader || !header.starts_with(std::string_view("PK\3\4", 4)))
            return damaged();
        const auto word = [&](std::size_t at) {
            return static_cast<std::uint64_t>(static_cast<unsigned char>(header[at])) |
                   static_cast<std::uint64_t>(static_cast<unsigned char>(header[at + 1])) << 8;
        };
        return seekForward(*m_archive, m_entry->headerAt + kLocalHeader + word(26) + word(28));
    }

    /// Raw bytes of the entry, or of the whole gzip file; 0 at their end.
    Result<std::size_t> raw(std::span<char> into) {
        if (m_entry)
            into = into.first(static_cast<std::size_t>(
                std::min<std::uint64_t>(into.size(), m_entry->packedSize - m_taken)));
        if (into.empty())
            return std::size_t{0};
        const auto count = m_archive->read(into);
        if (count)
            m_taken += *count;
        return count;
    }

    Result<std::size_t> step(std::span<char> into) {
        return m_inflating ? inflateStep(into) : copyStep(into);
    }

    Result<std::size_t> copyStep(std::span<char> into) {
        const auto count = raw(into);
        if (count && *count == 0 && m_taken < m_entry->packedSize)
            return damaged();
        m_ended = count && m_taken == m_entry->packedSize;
        return count;
    }

    Result<std::size_t> inflateStep(std::span<char> into) {
        if (m_stream.avail_in == 0) {
            const auto count = raw(m_input);
            if (!count)
                return count;
            if (*count == 0)
                return damaged();
            m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
            m_stream.avail_in = static_cast<uInt>(*count);
        }
        const auto room = static_cast<uInt>(std::min<std::size_t>(into.size(), kBlock * 16));
        m_stream.next_out = reinterpret_cast<Bytef*>(into.data());
        m_stream.avail_out = room;
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            const auto more = nextMember();
            if (!more)
                return Failure(more.error());
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            return damaged();
        }
        return static_cast<std::size_t>(room - m_stream.avail_out);
    }

    /// A gzip file may be several streams one behind the other; zeros behind the last one are padding.
    Result<void> nextMember() {
        m_ended = true;
        if (m_entry)
            return {};
        const uInt room = m_stream.avail_out;
        for (;;) {
            while (m_stream.avail_in > 0 && *m_stream.next_in == 0) {
                ++m_stream.next_in;
                --m_stream.avail_in;
            }
            if (m_stream.avail_in > 0)
                break;
            const auto count = raw(m_input);
            if (!count)
                return Failure(count.error());
            if (*count == 0)
                return {};
            m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
            m_stream.avail_in = static_cast<uInt>(*count);
        }
        m_ended = false;
        if (inflateReset(&m_stream) != Z_OK)
            return damaged();
        m_stream.avail_out = room;
        return {};
    }

    std::unique_ptr<ByteSource> m_archive;
    std::optional<ZipEntry> m_entry;
    std::string m_name;
    std::string m_input;
    z_stream m_stream{};
    bool m_open = false;
    bool m_inflating = false;
    bool m_ended = false;
    std::uint64_t m_taken = 0; ///< raw bytes of the content read so far
    std::uint64_t m_given = 0; ///< unpacked
    std::uint32_t m_crc = 0;
    std::uint64_t m_size = 0;
    PackedFile m_file;
};

} // namespace

std::unique_ptr<InflatedBytes> inflated(std::unique_ptr<ByteSource> archive, std::optional<ZipEntry> entry,
                                        std::string name) {
    return std::make_unique<Inflater>(std::move(archive), entry, std::move(name));
}

} // namespace rotascope
