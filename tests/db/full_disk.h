// A disk that runs full: SQLite's own file layer, with a budget of bytes.
#pragma once

#include <cstdint>

namespace rotascope::test {

/// While it lives, files opened afterwards can grow or change by `bytes` in all; then every write says that
/// the disk is full.
class FullDisk {
public:
    explicit FullDisk(std::int64_t bytes);
    ~FullDisk();
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

    /// More room from now on.
    static void allow(std::int64_t bytes);
};

} // namespace rotascope::test
