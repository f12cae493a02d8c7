// A report held against a desk: identical, or what changed, value by value.
#pragma once

#include "core/report/desk/read_report.h"
#include "core/report/desk/value_differences.h"
#include "core/workflow/desk_report/make_report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

/// An import that came, or was taken back, since the report was written.
struct ReportCause {
    std::int64_t importId = 0;
    std::string file;
    std::string importedAt;
    std::string undoneAt; ///< empty: it came
};

struct ChangedValue {
    ValueDifference difference;
    std::vector<ReportCause> causes; ///< that may have changed it; one where it can be told, none where no
                                     ///< import touched its symbols: a rule, a setting or a decision did
};

struct ReportVerdict {
    ReportState state = ReportState::AsWritten;
    std::vector<ChangedValue> changed;
    bool isShownOtherwise = false; ///< the data agree, but the page shows something else than they say
    bool isShownTheSame = false;   ///< whatever differs, the page would read the same: last digits alone
    std::size_t values = 0;        ///< that were compared
    std::string program;           ///< that wrote the report
    std::string writtenAt;

    bool isIdentical() const {
        return state == ReportState::AsWritten && changed.empty() && !isShownOtherwise;
    }
    /// One sentence.
    std::string sentence() const;
};

/// Of a report whose data are gone.
ReportVerdict verdictWithoutData(ReportState state);

/// Computes everything again. `report` holds data. Refuses a desk that holds none of the report's files
/// ("wrong_desk"), and what makeReport() refuses. `store` has been told to look back where the report did.
Result<ReportVerdict> verifyReport(MarketStore& store, const ReadReport& report,
                                   const ReportQuestion& question, const std::string& program);

} // namespace rotascope
