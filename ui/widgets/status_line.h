// The line below the pages: conventions in small type, and what the program is busy with.
#pragma once

#include "ui/session/task_runner.h"

#include <QFrame>

#include <vector>

class QLabel;
class QProgressBar;
class QToolButton;

namespace rotascope {

class StatusLine : public QFrame {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setConventions(const QString& text);
    QString conventions() const;
    /// What runs; nothing shows `idleText` instead.
    void setJobs(const std::vector<JobProgress>& jobs, const QString& idleText);

signals:
    void cancelRequested();

private:
    QLabel* m_conventions;
    QLabel* m_job;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
};

} // namespace rotascope
