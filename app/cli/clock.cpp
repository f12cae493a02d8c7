#include "app/cli/clock.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ctime>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace rotascope::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void onInterrupt(int) {
    interrupted = 1;
}

bool errorsGoToATerminal() {
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

std::tm localTime(std::time_t moment) {
    std::tm parts{};
#ifdef _WIN32
    localtime_s(&parts, &moment);
#else
    localtime_r(&moment, &parts);
#endif
    return parts;
}

} // namespace

Date today() {
    const std::tm parts = localTime(std::time(nullptr));
    return *makeDate(parts.tm_year + 1900, static_cast<unsigned>(parts.tm_mon + 1),
                     static_cast<unsigned>(parts.tm_mday));
}

std::string utcNow() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::hh_mm_ss time{now - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", isoText(day), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

TerminalProgress::TerminalProgress()
    : m_visible(errorsGoToATerminal())
    , m_start(std::chrono::steady_clock::now()) {
    std::signal(SIGINT, onInterrupt);
}

TerminalProgress::~TerminalProgress() {
    if (m_drawn)
        fmt::print(stderr, "\r\033[K");
}

void TerminalProgress::report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) {
    const auto now = std::chrono::steady_clock::now();
    if (!m_visible || total == 0 || now - m_last < std::chrono::milliseconds{100})
        return;
    m_last = now;
    const double seconds = std::max(1e-3, std::chrono::duration<double>(now - m_start).count());
    const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    const double left = share > 0 ? seconds * (1 - share) / share : 0;
    constexpr int kWidth = 30;
    const int filled = static_cast<int>(share * kWidth);
    fmt::print(stderr, "\r[{:#>{}}{: >{}}] {:3.0f} %  {} rows/s  {:.0f} s left\033[K", "", filled, "",
               kWidth - filled, share * 100,
               groupedCount(static_cast<long long>(static_cast<double>(rows) / seconds)), left);
    std::fflush(stderr);
    m_drawn = true;
}

bool TerminalProgress::cancelled() const {
    return interrupted != 0;
}

} // namespace rotascope::cli
