// What it takes to go through a file once more.
#pragma once

#include "core/import/row_stream.h"

namespace rotascope {

struct ImportPass {
    ByteSource& bytes;
    const ReadingPlan& plan;
    Date today;
    ImportProgress& progress;

    /// Calls `visit(const RowStream&)` for each row. Returns the first error of the stream.
    template <class Visit>
    Result<void> eachRow(Visit visit) const {
        const auto ready = bytes.rewind();
        if (!ready)
            return ready;
        RowStream stream(bytes, plan, today, progress);
        for (;;) {
            const auto more = stream.next();
            if (!more)
                return Failure(more.error());
            if (!*more)
                return {};
            visit(stream);
        }
    }
};

} // namespace rotascope
