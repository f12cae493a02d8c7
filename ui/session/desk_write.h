// A small change of the open desk, such as one of the lists that it keeps.
#pragma once

#include "ui/session/session.h"

#include <functional>

namespace rotascope {

/// Runs `change` on the desk off the GUI thread, then rereads it; or says what went wrong. Per slot the
/// latest wish wins.
void writeToDesk(Session& session, const QString& slot, std::function<Result<void>(MarketStore&)> change,
                 std::function<void(const QString& sentence)> failed);

} // namespace rotascope
