#include "core/workflow/original_tap.h"

#include <exception>
#include <utility>

namespace rotascope {

OriginalTap::OriginalTap(ByteSource& source, OriginalText* text)
    : m_source(source)
    , m_text(text && source.size() <= text->limit() ? text : nullptr) {}

OriginalTap::~OriginalTap() {
    (void)finish();
}

Result<std::size_t> OriginalTap::read(std::span<char> into) {
    const auto count = m_source.read(into);
    if (!count || !m_text || m_whole)
        return count;
    m_bytes += *count;
    if (m_bytes > m_text->limit()) {
        giveUp();
        return count;
    }
    if (*count > 0)
        give(std::string(into.data(), *count));
    m_whole = *count < into.size();
    return count;
}

Result<void> OriginalTap::rewind() {
    if (m_text && !m_whole && m_bytes > 0) {
        m_bytes = 0;
        give(std::nullopt);
    }
    return m_source.rewind();
}

bool OriginalTap::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
    return m_text && m_whole && !m_failed;
}

void OriginalTap::giveUp() {
    (void)finish();
    m_text = nullptr;
}

void OriginalTap::give(std::optional<std::string> piece) {
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < kMostWaiting || m_failed; });
    m_waiting.push_back(std::move(piece));
    m_changed.notify_all();
}

void OriginalTap::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_closed; });
        if (m_waiting.empty() || m_failed)
            return;
        const std::optional<std::string> piece = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        lock.unlock();
        bool failed = false;
        try {
            piece ? m_text->add(*piece) : m_text->restart();
        } catch (const std::exception&) {
            failed = true; // no memory to keep it: the import itself goes on
        }
        lock.lock();
        m_failed = m_failed || failed;
    }
}

} // namespace rotascope
