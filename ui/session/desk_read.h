// What is read from the open desk beside its snapshot, such as flows or the playbook.
#pragma once

#include "ui/convert/convert.h"
#include "ui/session/session.h"

#include <functional>
#include <utility>

namespace rotascope {

/// Runs `read` on the open desk off the GUI thread, then `done` with its value, or `failed` with a sentence.
/// Per slot the latest wish wins.
template <class T>
void readFromDesk(Session& session, const QString& slot, When when,
                  std::function<Result<T>(MarketStore&)> read, std::function<void(const T&)> done,
                  std::function<void(const QString& sentence)> failed) {
    using Outcome = Result<T>;
    std::function<Outcome(ProgressSink&)> work = [opener = session.opener(), path = utf8(session.deskPath()),
                                                  read = std::move(read)](ProgressSink&) -> Outcome {
        auto store = opener(path, DeskAccess::Existing);
        if (!store)
            return Failure(store.error());
        return read(**store);
    };
    std::function<void(std::shared_ptr<const Outcome>)> then =
        [done = std::move(done), failed = std::move(failed)](const std::shared_ptr<const Outcome>& outcome) {
            if (!*outcome)
                return failed(qtext(outcome->error().message));
            done(**outcome);
        };
    if (when == When::AfterFirstPicture)
        session.tasks().runLater<Outcome>(slot, std::move(work), std::move(then));
    else
        session.tasks().run<Outcome>(slot, {}, std::move(work), std::move(then));
}

} // namespace rotascope
