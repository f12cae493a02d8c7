#include "ui/session/task_runner.h"

#include <QMetaObject>

#include <algorithm>
#include <atomic>
#include <utility>

namespace rotascope {

/// The thread-safe end of a job. Outlives the runner's interest in it: a job that was superseded keeps its
/// own.
class TaskRunner::Control final : public ProgressSink {
public:
    Control(TaskRunner& runner, QString slot)
        : m_runner(runner)
        , m_slot(std::move(slot)) {}

    void report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) override {
        if (cancelled())
            return;
        QMetaObject::invokeMethod(
            &m_runner,
            [runner = &m_runner, slot = m_slot, self = this, done, total, rows] {
                runner->noteProgress(slot, self, done, total, rows);
            },
            Qt::QueuedConnection);
    }
    bool cancelled() const override { return m_cancelled; }
    /// What must say what became of it has its turn even where it has not begun.
    void cancel(bool deliver = false) {
        m_dropped = !deliver;
        m_cancelled = true;
    }
    bool dropped() const { return m_dropped; }

private:
    TaskRunner& m_runner;
    QString m_slot;
    std::atomic<bool> m_cancelled = false;
    std::atomic<bool> m_dropped = false;
};

TaskRunner::TaskRunner(QObject* parent)
    : QObject(parent) {
    // An import must not keep the picture waiting.
    m_pool.setMaxThreadCount(std::max(3, QThreadPool::globalInstance()->maxThreadCount()));
    m_asidePool.setMaxThreadCount(1);
    m_asidePool.setThreadPriority(QThread::LowPriority);
}

TaskRunner::~TaskRunner() {
    for (auto& [slot, job] : m_jobs)
        job.control->cancel();
    cancelAside();
    m_pool.waitForDone();
    m_asidePool.waitForDone();
}

std::shared_ptr<TaskRunner::Control> TaskRunner::take(const QString& slot, const QString& title) {
    cancelAside();
    if (const auto earlier = m_jobs.find(slot); earlier != m_jobs.end())
        earlier->second.control->cancel();
    auto control = std::make_shared<Control>(*this, slot);
    m_jobs[slot] = Job{control, JobProgress{slot, title, 0, 0, 0}};
    return control;
}

void TaskRunner::start(const QString& slot, const QString& title, Work work, Done done) {
    const auto control = take(slot, title);
    m_pool.start([this, slot, control, work = std::move(work), done = std::move(done)] {
        const auto value = control->dropped() ? nullptr : work(*control);
        QMetaObject::invokeMethod(
            this, [this, slot, control, value, done] { finish(slot, control, value, done); },
            Qt::QueuedConnection);
    });
    if (!title.isEmpty())
        emit progressed();
}

void TaskRunner::deliver(const QString& slot, std::shared_ptr<const void> value, Done done) {
    QMetaObject::invokeMethod(
        this,
        [this, slot, control = take(slot, {}), value = std::move(value), done = std::move(done)] {
            finish(slot, control, value, done);
        },
        Qt::QueuedConnection);
}

void TaskRunner::startLater(const QString& slot, Work work, Done done) {
    if (!m_held)
        return start(slot, {}, std::move(work), std::move(done));
    m_waiting[slot] = [this, slot, work = std::move(work), done = std::move(done)] {
        start(slot, {}, work, done);
    };
}

void TaskRunner::startAside(Work work, Done done) {
    cancelAside();
    if (m_held)
        return;
    m_aside = std::make_shared<Control>(*this, QString());
    m_asidePool.start([this, control = m_aside, work = std::move(work), done = std::move(done)] {
        const auto value = control->cancelled() ? nullptr : work(*control);
        QMetaObject::invokeMethod(
            this,
            [this, control, value, done] {
                if (control != m_aside || !value)
                    return;
                m_aside.reset();
                done(value);
            },
            Qt::QueuedConnection);
    });
}

void TaskRunner::cancelAside() {
    if (m_aside)
        m_aside->cancel();
    m_aside.reset();
}

void TaskRunner::holdLater(bool hold) {
    m_held = hold;
    if (hold)
        return;
    for (const auto& [slot, begin] : std::exchange(m_waiting, {}))
        begin();
    if (isIdle())
        emit idle();
}

void TaskRunner::finish(const QString& slot, const std::shared_ptr<Control>& control,
                        const std::shared_ptr<const void>& value, const Done& done) {
    const auto job = m_jobs.find(slot);
    if (job == m_jobs.end() || job->second.control != control)
        return;
    const bool shown = !job->second.progress.title.isEmpty();
    m_jobs.erase(job);
    if (shown)
        emit progressed();
    if (value)
        done(value);
    if (isIdle())
        emit idle();
}

void TaskRunner::cancel(const QString& slot, bool deliver) {
    const auto job = m_jobs.find(slot);
    if (job == m_jobs.end())
        return;
    job->second.control->cancel(deliver);
    if (deliver)
        return;
    m_jobs.erase(job);
    emit progressed();
    if (isIdle())
        emit idle();
}

bool TaskRunner::isRunning(const QString& slot) const {
    return m_jobs.contains(slot);
}

std::vector<JobProgress> TaskRunner::visibleJobs() const {
    std::vector<JobProgress> shown;
    for (const auto& [slot, job] : m_jobs)
        if (!job.progress.title.isEmpty())
            shown.push_back(job.progress);
    return shown;
}

void TaskRunner::noteProgress(const QString& slot, const Control* control, std::uint64_t done,
                              std::uint64_t total, std::uint64_t rows) {
    const auto job = m_jobs.find(slot);
    if (job == m_jobs.end() || job->second.control.get() != control)
        return;
    job->second.progress.done = done;
    job->second.progress.total = total;
    job->second.progress.rows = rows;
    emit progressed();
}

} // namespace rotascope
