// ui/session: the state that all pages share, and the only concurrency of the program.
// May include core and ui/convert; knows no widget. A new kind of background work is one call of
// TaskRunner::run.
//
// Work off the GUI thread. Per slot the latest request wins: starting another one cancels the one before, and
// the result of a cancelled request is never delivered.
#pragma once

#include "core/base/progress.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>

namespace rotascope {

/// How far a job has come, for people.
struct JobProgress {
    QString slot;
    QString title; ///< "Importing ^RUT.csv"; empty for work too short to be named
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::uint64_t rows = 0;
};

/// Work that the first picture of the window can do without begins when holdLater() is lifted.
enum class When : std::uint8_t { Now, AfterFirstPicture };

class TaskRunner : public QObject {
    Q_OBJECT

    using Work = std::function<std::shared_ptr<const void>(ProgressSink&)>;
    using Done = std::function<void(const std::shared_ptr<const void>&)>;

public:
    explicit TaskRunner(QObject* parent = nullptr);
    /// Cancels everything and waits until no work is running.
    ~TaskRunner() override;

    /// Runs `work` on another thread, then `done` with its value on this one, unless the slot was started
    /// again or cancelled meanwhile. `work` must own what it uses and must not throw. A job with a title is
    /// shown.
    template <class T>
    void run(const QString& slot, const QString& title, std::function<T(ProgressSink&)> work,
             std::function<void(std::shared_ptr<const T>)> done) {
        start(slot, title, erased(std::move(work)), erased(std::move(done)));
    }

    /// The same for a value that is shared already.
    template <class T>
    void runShared(const QString& slot, std::function<std::shared_ptr<const T>()> work,
                   std::function<void(std::shared_ptr<const T>)> done, When when = When::Now) {
        Work erasedWork = [work = std::move(work)](ProgressSink&) { return work(); };
        if (when == When::Now)
            start(slot, {}, std::move(erasedWork), erased(std::move(done)));
        else
            startLater(slot, std::move(erasedWork), erased(std::move(done)));
    }

    /// Delivers a value that is at hand as if it had been worked for, before the next picture is painted.
    template <class T>
    void hand(const QString& slot, std::shared_ptr<const T> value,
              std::function<void(std::shared_ptr<const T>)> done) {
        deliver(slot, std::move(value), erased(std::move(done)));
    }

    /// Runs `work` while nothing else is to be done: there is one at a time, it is no running work to
    /// isIdle(), and any other start cancels it. During holdLater() it is dropped: idle() follows.
    template <class T>
    void runAside(std::function<T(ProgressSink&)> work, std::function<void(std::shared_ptr<const T>)> done) {
        startAside(erased(std::move(work)), erased(std::move(done)));
    }

    /// The same for what the first picture can do without: begins when holdLater() is lifted. Without a hold
    /// at once.
    template <class T>
    void runLater(const QString& slot, std::function<T(ProgressSink&)> work,
                  std::function<void(std::shared_ptr<const T>)> done) {
        startLater(slot, erased(std::move(work)), erased(std::move(done)));
    }
    /// What waits is no running work: isIdle() takes no notice of it.
    void holdLater(bool hold);

    /// Asks a job to stop and drops its result. With `deliver` its result still arrives, for work that must
    /// say what became of it (an import that was stopped).
    void cancel(const QString& slot, bool deliver = false);
    bool isRunning(const QString& slot) const;
    bool isIdle() const { return m_jobs.empty(); }
    /// Whether runAside() has something to do still.
    bool isBusyAside() const { return m_aside != nullptr; }
    /// The titled jobs that run, in the order of their slots' names.
    std::vector<JobProgress> visibleJobs() const;

signals:
    void progressed(); ///< visibleJobs() changed
    void idle();       ///< the last job ended and its result was delivered, or a hold ended with none

private:
    class Control;
    struct Job {
        std::shared_ptr<Control> control;
        JobProgress progress;
    };

    template <class T>
    static Work erased(std::function<T(ProgressSink&)> work) {
        return [work = std::move(work)](ProgressSink& progress) -> std::shared_ptr<const void> {
            return std::make_shared<const T>(work(progress));
        };
    }
    template <class T>
    static Done erased(std::function<void(std::shared_ptr<const T>)> done) {
        return [done = std::move(done)](const std::shared_ptr<const void>& value) {
            done(std::static_pointer_cast<const T>(value));
        };
    }

    /// The slot is this request's from now on.
    std::shared_ptr<Control> take(const QString& slot, const QString& title);
    void start(const QString& slot, const QString& title, Work work, Done done);
    void deliver(const QString& slot, std::shared_ptr<const void> value, Done done);
    void startLater(const QString& slot, Work work, Done done);
    void startAside(Work work, Done done);
    void cancelAside();
    void finish(const QString& slot, const std::shared_ptr<Control>& control,
                const std::shared_ptr<const void>& value, const Done& done);
    void noteProgress(const QString& slot, const Control* control, std::uint64_t done, std::uint64_t total,
                      std::uint64_t rows);

    QThreadPool m_pool;
    QThreadPool m_asidePool;
    std::shared_ptr<Control> m_aside;
    std::map<QString, Job> m_jobs;                      ///< the latest of each slot
    std::map<QString, std::function<void()>> m_waiting; ///< starts of each slot's latest, while held
    bool m_held = false;
};

} // namespace rotascope
