// The machine's clock and terminal: core never looks at either.
#pragma once

#include "core/base/date.h"
#include "core/base/progress.h"

#include <chrono>
#include <string>

namespace rotascope::cli {

/// The machine's local date.
Date today();
/// Now in UTC, "2025-11-28T21:05:00Z".
std::string utcNow();

/// A bar with rows per second and the time left on standard error; silent when that is not a terminal.
class TerminalProgress : public ProgressSink {
public:
    TerminalProgress();
    ~TerminalProgress() override;
    void report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) override;
    bool cancelled() const override; ///< true after Ctrl+C

private:
    bool m_visible;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_last;
};

} // namespace rotascope::cli
