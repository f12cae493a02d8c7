// Parsed blocks on their way to the store: one thread parses, one stores, and neither runs far ahead.
#pragma once

#include "core/store/market_store.h"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace rotascope {

/// Writes blocks to a transaction on a thread of its own, in the order they are handed over.
class StoreWriter {
public:
    explicit StoreWriter(ImportTransaction& transaction);
    StoreWriter(const StoreWriter&) = delete;
    StoreWriter& operator=(const StoreWriter&) = delete;
    ~StoreWriter();

    /// Swaps a full block for an empty one. Waits while too many blocks are under way; false once the store
    /// failed.
    bool give(RecordBlock& block);

    /// Waits for the last block and ends the thread. The first error of the store.
    Result<void> finish();

private:
    void run();
    void writeNext(std::unique_lock<std::mutex>& lock);

    static constexpr std::size_t kMostWaiting = 4;

    ImportTransaction& m_transaction;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<RecordBlock> m_waiting;
    std::vector<RecordBlock> m_empty;
    bool m_closed = false;
    Result<void> m_outcome;
    std::thread m_thread;
};

} // namespace rotascope
