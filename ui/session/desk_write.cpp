#include "ui/session/desk_write.h"

#include "ui/convert/convert.h"

#include <utility>

namespace rotascope {

void writeToDesk(Session& session, const QString& slot, std::function<Result<void>(MarketStore&)> change,
                 std::function<void(const QString& sentence)> failed) {
    using Outcome = Result<int>;
    session.tasks().run<Outcome>(
        slot, {},
        [opener = session.opener(), path = utf8(session.deskPath()),
         change = std::move(change)](ProgressSink&) -> Outcome {
            auto store = opener(path, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            if (const auto done = change(**store); !done)
                return Failure(done.error());
            return 0;
        },
        [&session, failed = std::move(failed)](const std::shared_ptr<const Outcome>& outcome) {
            if (!*outcome)
                return failed(qtext(outcome->error().message));
            session.reload();
        });
}

} // namespace rotascope
