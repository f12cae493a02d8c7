// How long work reports back and is told to stop.
#pragma once

#include <cstdint>

namespace rotascope {

class ProgressSink {
public:
    virtual ~ProgressSink() = default;
    /// `done` of `total` units (bytes for an import); `rows` handled so far. Called a few times a second at
    /// most.
    virtual void report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) = 0;
    /// True once the user has asked to stop; the work then leaves nothing behind.
    virtual bool cancelled() const = 0;
};

} // namespace rotascope
