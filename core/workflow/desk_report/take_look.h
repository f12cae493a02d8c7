// A look at a desk over every analysis, and what is new since an earlier one.
#pragma once

#include "core/look/changes.h"
#include "core/workflow/desk_report/report_ground.h"

#include <string>
#include <string_view>

namespace rotascope {

/// The ground's moment as a look; `at` is now, UTC. Reads more of the desk than the ground did; errors of the
/// desk end it, a part that the desk has nothing for is an empty list.
Result<DeskLook> takeLook(const ReportGround& ground, const std::string& at);

/// The look with what happened since `before`. Refuses one that is later ("later_look").
Result<DeskNews> newsSince(const ReportGround& ground, const DeskLook& before, const std::string& at);
/// The same of a look that was taken already.
Result<DeskNews> newsSince(const ReportGround& ground, const DeskLook& before, DeskLook look);

/// The look that a report's page carries; of one written by an older program its pair alone. Refuses what
/// readReport() refuses, an edited or cut page ("edited_report"), one of another pair ("another_pair") and
/// one of another desk ("wrong_desk").
Result<DeskLook> lookOfReport(MarketStore& store, std::string_view html, const Symbol& small,
                              const Symbol& large);

} // namespace rotascope
