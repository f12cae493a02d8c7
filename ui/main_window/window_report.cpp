// The half of the window that writes reports.
#include "core/workflow/desk_report/make_report.h"
#include "ui/convert/convert.h"
#include "ui/main_window/ask_for_file.h"
#include "ui/main_window/main_window.h"
#include "ui/report/report_files.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>

namespace rotascope {

namespace {

const QString kSlot = QStringLiteral("report");

/// "rotascope-RUT-SPX-2025-11-28.html"
QString usualName(const PairAnalysis& analysis) {
    return QStringLiteral("rotascope-%1-%2-%3.html")
        .arg(qtext(analysis.state.small), qtext(analysis.state.large),
             qtext(isoText(analysis.divergence->asOf)));
}

} // namespace

void MainWindow::chooseReport() {
    const auto analysis = m_session.analysis();
    if (!analysis || !analysis->divergence)
        return;
    const QString path = askForReport(this, m_session.deskPath(), usualName(*analysis));
    if (!path.isEmpty())
        writeReportTo(path);
}

void MainWindow::writeReportTo(const QString& path) {
    using Outcome = Result<DeskReport>;
    const ViewState& state = m_session.state();
    ReportAsk ask;
    ask.small = state.small;
    ask.large = state.large;
    ask.asOf = state.asOf;
    const ReportWriter writer{utf8(QApplication::applicationVersion()),
                              utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate)), std::nullopt};
    m_session.tasks().run<Outcome>(
        kSlot, tr("Making the report"),
        [ask, writer, opener = m_session.opener(),
         desk = utf8(m_session.deskPath())](ProgressSink&) -> Outcome {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return makeReport(**store, ask, writer);
        },
        [this, path](const std::shared_ptr<const Outcome>& report) {
            const auto written = *report
                                     ? writeReport(**report, path, Existing::Replace) // the dialog has asked
                                     : Result<void>(Failure(report->error()));
            if (written)
                emit reportWritten(path, **report);
            else
                emit reportFailed(written.error());
            m_notice->say(written ? tr("The report of %1 is in %2.")
                                        .arg(dateText((*report)->asOf), QDir::toNativeSeparators(path))
                                  : qtext(written.error().message));
        });
}

} // namespace rotascope
