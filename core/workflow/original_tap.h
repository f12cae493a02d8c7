// Listens while a file is read and packs its text for the desk on a thread of its own.
#pragma once

#include "core/csv/byte_source.h"
#include "core/store/market_store.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace rotascope {

/// The same bytes as the source beneath. Its first reading from the beginning to the end is packed; a rewind
/// before the end starts afresh. Texts over the limit are left out.
class OriginalTap final : public ByteSource {
public:
    /// `text` may be null: nothing is kept. Both must outlive the tap.
    OriginalTap(ByteSource& source, OriginalText* text);
    ~OriginalTap() override;

    Result<std::size_t> read(std::span<char> into) override;
    Result<void> rewind() override;
    std::uint64_t size() const override { return m_source.size(); }
    bool unchanged() const override { return m_source.unchanged(); }
    const PackedFile* packedFile() const override { return m_source.packedFile(); }

    /// Waits for the last piece; whether the whole text is packed.
    bool finish();

private:
    static constexpr std::size_t kMostWaiting = 16;

    void give(std::optional<std::string> piece);
    void run();
    void giveUp();

    ByteSource& m_source;
    OriginalText* m_text; ///< null once there is nothing to keep
    std::uint64_t m_bytes = 0;
    bool m_whole = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::optional<std::string>> m_waiting; ///< nullopt: start afresh
    bool m_closed = false;
    bool m_failed = false;
    std::thread m_thread;
};

} // namespace rotascope
