#include "core/csv/byte_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace rotascope {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const std::string& utf8) {
    return fs::path(std::u8string(utf8.begin(), utf8.end()));
}

class FileBytes final : public ByteSource {
public:
    FileBytes(std::string name, fs::path path, std::uint64_t size, fs::file_time_type written)
        : m_name(std::move(name))
        , m_path(std::move(path))
        , m_size(size)
        , m_written(written) {
        m_file.pubsetbuf(nullptr, 0);
    }

    bool open() { return m_file.open(m_path, std::ios::in | std::ios::binary) != nullptr; }

    Result<std::size_t> read(std::span<char> into) override {
        std::streamsize done = 0;
        try {
            done = m_file.sgetn(into.data(), static_cast<std::streamsize>(into.size()));
        } catch (const std::exception&) {
            done = -1;
        }
        if (done < 0)
            return refused("unreadable_file",
                           fmt::format("{} could not be read to its end. Check the drive or the "
                                       "network folder it lies on.",
                                       m_name));
        return static_cast<std::size_t>(done);
    }

    Result<void> rewind() override {
        if (m_file.pubseekpos(0, std::ios::in) == std::filebuf::pos_type(std::filebuf::off_type(-1)))
            return refused("unreadable_file", fmt::format("{} could not be read a second time.", m_name));
        return {};
    }

    std::uint64_t size() const override { return m_size; }

    bool unchanged() const override {
        std::error_code error;
        return fs::file_size(m_path, error) == m_size && !error &&
               fs::last_write_time(m_path, error) == m_written && !error;
    }

private:
    std::string m_name;
    fs::path m_path;
    std::uint64_t m_size;
    fs::file_time_type m_written;
    std::filebuf m_file;
};

class MemoryBytes final : public ByteSource {
public:
    explicit MemoryBytes(std::string bytes)
        : m_bytes(std::move(bytes)) {}

    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min(into.size(), m_bytes.size() - m_at);
        std::copy_n(m_bytes.data() + m_at, count, into.data());
        m_at += count;
        return count;
    }
    Result<void> rewind() override {
        m_at = 0;
        return {};
    }
    std::uint64_t size() const override { return m_bytes.size(); }
    bool unchanged() const override { return true; }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const std::string& name) {
    const fs::path path = pathOf(name);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return refused("missing_file",
                       fmt::format("There is no file {}. Check the path and its spelling.", name));
    if (status.type() == fs::file_type::directory)
        return refused("is_directory", fmt::format("{} is a folder. Name the files in it.", name));
    if (error || status.type() != fs::file_type::regular)
        return refused("unreadable_file",
                       fmt::format("{} cannot be read as a file. Check what it is and who may "
                                   "read it.",
                                   name));
    const std::uint64_t size = fs::file_size(path, error);
    const fs::file_time_type written = error ? fs::file_time_type{} : fs::last_write_time(path, error);
    if (size > kLargestFile && !error)
        return refused("file_too_large",
                       fmt::format("{} is larger than 4 GB. Split it into smaller files.", name));
    auto file = std::make_unique<FileBytes>(name, path, size, written);
    if (error || !file->open())
        return refused("unreadable_file",
                       fmt::format("{} may not be read. Check its permissions and whether another "
                                   "program holds it.",
                                   name));
    if (size == 0)
        return refused("empty_file", fmt::format("{} is empty. Download it again.", name));
    return file;
}

std::string absolutePath(const std::string& name) {
    std::error_code error;
    const fs::path path = fs::absolute(pathOf(name), error);
    if (error)
        return name;
    const std::u8string text = path.lexically_normal().generic_u8string();
    return std::string(text.begin(), text.end());
}

std::unique_ptr<ByteSource> bytesInMemory(std::string bytes) {
    return std::make_unique<MemoryBytes>(std::move(bytes));
}

void Checksum::add(std::span<const char> bytes) {
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t value = m_value;
    for (; left >= 8; left -= 8, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        value = std::rotl(value ^ word * 0x9fb21c651e98df25, 29) * 0xd6e8feb86659fd93;
    }
    std::uint64_t tail = left;
    std::memcpy(&tail, at, left);
    m_value = (value ^ (tail + left)) * 0xd6e8feb86659fd93;
}

} // namespace rotascope
