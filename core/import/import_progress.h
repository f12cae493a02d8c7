// Progress of an import in bytes, told seldom enough to cost nothing.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstdint>

namespace rotascope {

class ImportProgress {
public:
    /// The file is gone through twice: once to understand it, once to read it.
    ImportProgress(ProgressSink& sink, std::uint64_t fileBytes)
        : m_sink(sink)
        , m_total(2 * fileBytes) {}

    void startReading() { m_base = m_total / 2; }

    /// The file may do with a single pass (true), or must be gone through twice after all (false).
    void expectOnePass(bool one) { m_weight = one ? 2 : 1; }

    /// `bytes` of the current pass are done. False once the user asked to stop.
    bool advance(std::uint64_t bytes, std::uint64_t rows) {
        const std::uint64_t done = m_base + m_weight * bytes;
        if (done < m_told || done - m_told > kStep) {
            m_told = done;
            m_sink.report(done < m_total ? done : m_total, m_total, rows);
        }
        m_stopped = m_stopped || m_sink.cancelled();
        return !m_stopped;
    }

    bool stopped() const { return m_stopped; }

    static Failure cancelledError() {
        return refused("cancelled", "The import was cancelled; nothing of the file is stored.");
    }

private:
    static constexpr std::uint64_t kStep = std::uint64_t{8} << 20;

    ProgressSink& m_sink;
    std::uint64_t m_total;
    std::uint64_t m_base = 0;
    std::uint64_t m_weight = 1;
    std::uint64_t m_told = 0;
    bool m_stopped = false;
};

} // namespace rotascope
