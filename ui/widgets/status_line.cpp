#include "ui/widgets/status_line.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace rotascope {

namespace {

constexpr int kBarWidth = 140;
constexpr int kPermille = 1000;

int permilleOf(const JobProgress& job) {
    return static_cast<int>(kPermille * static_cast<double>(job.done) / static_cast<double>(job.total));
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent)
    , m_conventions(new ElidedLabel(this))
    , m_job(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this)) {
    setDress(*this, Dress::StatusBar);
    for (QLabel* label : {m_conventions, m_job}) {
        setTextSize(*label, TextSize::Small);
        setInk(*label, ColourRole::MutedText);
    }
    m_bar->setFixedWidth(kBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stops the running job; nothing of it is kept  Esc"));
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    // No higher than the words beside it: the page must not move when work begins.
    setDress(*m_cancel, Dress::Corner);
    setTextSize(*m_cancel, TextSize::Small);
    m_cancel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 3, 14, 3);
    row->addWidget(m_conventions, 1);
    row->addWidget(m_job);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    setJobs({}, {});
}

void StatusLine::setConventions(const QString& text) {
    m_conventions->setText(text);
    m_conventions->setAccessibleName(tr("Conventions: %1").arg(text));
}

QString StatusLine::conventions() const {
    return m_conventions->text();
}

void StatusLine::setJobs(const std::vector<JobProgress>& jobs, const QString& idleText) {
    m_bar->setVisible(!jobs.empty());
    // Who tells how far it has come listens as well; taking an import back does neither.
    m_cancel->setVisible(!jobs.empty() && jobs.front().total > 0);
    if (jobs.empty()) {
        m_job->setText(idleText);
        return;
    }
    const JobProgress& job = jobs.front();
    const QString rows =
        job.rows ? tr(" · %1 rows").arg(qtext(groupedCount(static_cast<long long>(job.rows)))) : QString();
    m_job->setText(job.title + rows);
    m_bar->setRange(0, job.total ? kPermille : 0);
    if (job.total)
        m_bar->setValue(permilleOf(job));
}

} // namespace rotascope
