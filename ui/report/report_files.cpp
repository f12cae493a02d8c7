#include "ui/report/report_files.h"

#include "core/report/desk/report_csv.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "ui/convert/convert.h"
#include "ui/report/report_document.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

#include <fmt/format.h>

#include <array>

namespace rotascope {

namespace {

constexpr double kPaperWidth = 640;   ///< pixels of 1/96 inch between the margins of A4
constexpr double kPictureWidth = 900; ///< of a picture, at its size of 1
constexpr double kPictureScale = 1.5;
constexpr double kPictureMargin = 32;

std::string jsonOf(const DeskReport& report) {
    return compactText(reportAsJson(report)) + '\n';
}

std::string pdfOf(const DeskReport& report) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setTitle(qtext(reportTitle(report)));
        pdf.setCreator(QStringLiteral("Rotascope"));
        reportDocument(report, kPaperWidth)->print(&pdf);
    }
    return bytes.toStdString();
}

std::string pngOf(const DeskReport& report) {
    const auto document = reportDocument(report, kPictureWidth);
    const QSizeF size = document->size() + QSizeF(2 * kPictureMargin, 2 * kPictureMargin);
    QImage image((size * kPictureScale).toSize(), QImage::Format_RGB32);
    image.fill(themeOf(ThemeId::Print).colour(ColourRole::Panel));
    QPainter painter(&image);
    painter.scale(kPictureScale, kPictureScale);
    painter.translate(kPictureMargin, kPictureMargin);
    document->drawContents(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

/// ★ What a report is written as.
struct FileKind {
    const char* ending;
    const char* label; ///< translated where shown
    std::string (*bytes)(const DeskReport& report);
};
constexpr std::array<FileKind, 5> kKinds{{
    {".html", QT_TRANSLATE_NOOP("Report", "Page that rota verify can hold against the desk"), &reportHtml},
    {".pdf", QT_TRANSLATE_NOOP("Report", "Paper"), &pdfOf},
    {".png", QT_TRANSLATE_NOOP("Report", "Picture"), &pngOf},
    {".csv", QT_TRANSLATE_NOOP("Report", "Tables"), &reportCsv},
    {".json", QT_TRANSLATE_NOOP("Report", "Results for programs"), &jsonOf},
}};

const FileKind* kindOf(const QString& path) {
    for (const FileKind& kind : kKinds)
        if (path.endsWith(QLatin1String(kind.ending), Qt::CaseInsensitive))
            return &kind;
    return nullptr;
}

} // namespace

Result<void> writeReport(const DeskReport& report, const QString& path, Existing existing) {
    const FileKind* kind = kindOf(path);
    if (!kind)
        return usageError("bad_ending",
                          fmt::format("\"{}\" ends in none of .html, .pdf, .png, .csv, .json.", utf8(path)));
    if (const auto may = checkMayWrite(utf8(path), existing); !may)
        return may;
    return writeWhole(utf8(path), kind->bytes(report), existing);
}

QStringList reportFileKinds() {
    QStringList kinds;
    for (const FileKind& kind : kKinds)
        kinds << QStringLiteral("%1 (*%2)")
                     .arg(QCoreApplication::translate("Report", kind.label), QLatin1String(kind.ending));
    return kinds;
}

} // namespace rotascope
