#include "ui/pages/event_study_panel.h"

#include "ui/convert/convert.h"
#include "ui/models/event_tables.h"

namespace rotascope {

EventStudyPanel::EventStudyPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("What followed events"), parent) {
    hide();
}

void EventStudyPanel::showAnalysis(const PairAnalysis& analysis) {
    if (!analysis.divergence)
        return hide();
    session().ask<Result<EventStudy>>(
        QStringLiteral("overview events"), eventStudyOf,
        [this](const std::shared_ptr<const Result<EventStudy>>& study) { showStudy(*study); },
        When::AfterFirstPicture);
}

void EventStudyPanel::showStudy(const Result<EventStudy>& answer) {
    const bool known = answer && !answer->rows.empty();
    setVisible(known);
    if (!known)
        return;
    const EventStudy& study = *answer;
    m_last = study.rows.back().date;
    if (!m_table) {
        m_table = addTable(DataTable::Height::FitsRows);
        connect(m_table, &DataTable::rowActivated, this, [this] {
            emit pageRequested(QStringLiteral("events"), {m_last, {}});
        });
    }
    m_table->setSnapshot(lastEventTableOf(study));
    setTitle(tr("What followed %1 events").arg(study.rows.size()));
    setNote(tr("last %1, z %2, %").arg(dateText(*m_last), zLabel(study.rows.back().z)));
}

} // namespace rotascope
