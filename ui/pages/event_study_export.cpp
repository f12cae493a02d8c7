#include "ui/pages/event_study_export.h"

#include "core/report/events_csv.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

#include <array>

namespace rotascope {

namespace {

using Csv = std::optional<std::string>;

bool hasStudy(const EventTables& tables) {
    return tables.board && tables.board->hasStudy();
}

constexpr std::array<EventTableExport, 4> kExports{{
    {QT_TRANSLATE_NOOP("EventExport", "What followed as CSV…"), "what-followed.csv",
     [](const EventTables& t) -> Csv { return hasStudy(t) ? Csv(outcomesCsv(t.board->study)) : Csv(); }},
    {QT_TRANSLATE_NOOP("EventExport", "Events as CSV…"), "events.csv",
     [](const EventTables& t) -> Csv {
         if (!hasStudy(t))
             return {};
         return eventsCsv(t.board->study, t.revealed ? t.board->later : t.board->study.rows);
     }},
    {QT_TRANSLATE_NOOP("EventExport", "Loss odds as CSV…"), "loss-odds.csv",
     [](const EventTables& t) -> Csv { return hasStudy(t) ? Csv(lossesCsv(t.board->study)) : Csv(); }},
    {QT_TRANSLATE_NOOP("EventExport", "Every combination as CSV…"), "combinations.csv",
     [](const EventTables& t) -> Csv {
         if (!hasStudy(t) || !t.robustness || !*t.robustness)
             return {};
         return combinationsCsv(t.board->study, **t.robustness);
     }},
}};

QString text(const char* source) {
    return QCoreApplication::translate("EventExport", source);
}

} // namespace

std::span<const EventTableExport> eventTableExports() {
    return kExports;
}

QString saveEventTable(QWidget* parent, const EventTableExport& table, const EventTables& tables) {
    const auto csv = table.csv(tables);
    if (!csv)
        return text("There is no such table yet.");
    QString path = QFileDialog::getSaveFileName(parent, text(table.label), QLatin1String(table.fileName),
                                                text("CSV table (*.csv)"));
    if (path.isEmpty())
        return {};
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        path += QLatin1String(".csv");
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(csv->data(), static_cast<qint64>(csv->size())) >= 0 && file.commit();
    return written ? QString()
                   : text("%1 could not be written. Check that the folder exists and may be written to.")
                         .arg(path);
}

} // namespace rotascope
