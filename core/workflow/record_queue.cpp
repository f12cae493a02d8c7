#include "core/workflow/record_queue.h"

#include <exception>
#include <utility>

namespace rotascope {

StoreWriter::StoreWriter(ImportTransaction& transaction)
    : m_transaction(transaction)
    , m_thread([this] { run(); }) {}

StoreWriter::~StoreWriter() {
    if (m_thread.joinable())
        (void)finish();
}

bool StoreWriter::give(RecordBlock& block) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.size() < kMostWaiting || !m_outcome; });
    if (!m_outcome)
        return false;
    m_waiting.push_back(std::move(block));
    block = m_empty.empty() ? RecordBlock{} : std::move(m_empty.back());
    if (!m_empty.empty())
        m_empty.pop_back();
    block.clear();
    m_changed.notify_all();
    return true;
}

Result<void> StoreWriter::finish() {
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }
    m_thread.join();
    return m_outcome;
}

void StoreWriter::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_closed; });
        if (m_waiting.empty() || !m_outcome)
            return;
        writeNext(lock);
        m_changed.notify_all();
    }
}

void StoreWriter::writeNext(std::unique_lock<std::mutex>& lock) {
    RecordBlock block = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    lock.unlock();
    Result<void> written;
    try {
        written = m_transaction.write(block);
    } catch (const std::exception& failure) {
        written =
            deskError("store_failed", std::string("The desk could not be written: ") + failure.what() + ".");
    }
    lock.lock();
    if (!written)
        m_outcome = written;
    m_empty.push_back(std::move(block));
}

} // namespace rotascope
