#include "ui/report/report_document.h"

#include "core/report/desk/report_json.h"
#include "ui/convert/convert.h"
#include "ui/plots/figure_view.h"
#include "ui/theme/theme.h"
#include "ui/theme/typography.h"

#include <QImage>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

namespace rotascope {

namespace {

constexpr double kPictureScale =
    2.5;                         ///< pixels of a figure for one of the document, so that its type stays sharp
constexpr int kPaneHeight = 112; ///< of a pane of usual height

QString escaped(std::string_view words) {
    return qtext(words).toHtmlEscaped();
}

QString hex(ColourRole role) {
    return themeOf(ThemeId::Print).colour(role).name();
}

QString runsHtml(const Headline& runs) {
    QString out;
    for (const HeadlineRun& run : runs) {
        const QString words = escaped(run.text);
        if (run.emphasis == Emphasis::Strong)
            out += QStringLiteral("<b>%1</b>").arg(words);
        else if (run.emphasis == Emphasis::Muted)
            out +=
                QStringLiteral("<span style=\"color:%1\">%2</span>").arg(hex(ColourRole::MutedText), words);
        else
            out += words;
    }
    return out;
}

QString tableHtml(const NamedTable& table) {
    const auto isLeft = [&table](std::size_t column) {
        return column == 0 || std::find(table.leftColumns.begin(), table.leftColumns.end(), column) !=
                                  table.leftColumns.end();
    };
    const auto cell = [&](const char* tag, std::size_t column, const std::string& text,
                          const QString& style) {
        return QStringLiteral("<%1 align=\"%2\" style=\"%3\">%4</%1>")
            .arg(QLatin1String(tag), isLeft(column) ? QStringLiteral("left") : QStringLiteral("right"), style,
                 escaped(text));
    };
    const QString head = QStringLiteral("color:%1;font-weight:normal").arg(hex(ColourRole::MutedText));
    QString out =
        QStringLiteral("<p style=\"margin-bottom:2px\"><b>%1</b></p><table width=\"100%\" cellspacing=\"0\" "
                       "cellpadding=\"2\" style=\"font-size:7pt\"><thead><tr>")
            .arg(escaped(table.title));
    for (std::size_t i = 0; i < table.table.headings.size(); ++i)
        out += cell("th", i, table.table.headings[i], head);
    out += QStringLiteral("</tr></thead>");
    for (const auto& row : table.table.rows) {
        out += QStringLiteral("<tr>");
        for (std::size_t i = 0; i < row.size(); ++i)
            out += cell("td", i, row[i], {});
        out += QStringLiteral("</tr>");
    }
    return out + QStringLiteral("</table>");
}

/// Writes the blocks, and gives the document the pictures that they name.
class Writer {
public:
    Writer(QTextDocument& document, double width)
        : m_document(document)
        , m_width(width) {}

    QString operator()(const ReportText& text) {
        return QStringLiteral("<p>%1</p>").arg(runsHtml(text.runs));
    }

    QString operator()(const ReportList& list) {
        QString out;
        if (list.items.empty())
            return out;
        if (!list.title.empty())
            out += QStringLiteral("<p style=\"margin-bottom:0\"><b>%1</b></p>").arg(escaped(list.title));
        out += list.title.empty()
                   ? QStringLiteral("<ul style=\"font-size:7pt;color:%1\">").arg(hex(ColourRole::MutedText))
                   : QStringLiteral("<ul>");
        for (const std::string& item : list.items)
            out += QStringLiteral("<li>%1</li>").arg(escaped(item));
        return out + QStringLiteral("</ul>");
    }

    QString operator()(const NamedTable& table) { return tableHtml(table); }

    QString operator()(const ReportFigure& block) {
        if (!block.figure)
            return {};
        const QUrl name(QStringLiteral("figure:%1").arg(++m_figures));
        const QSize size(static_cast<int>(m_width), heightOf(*block.figure));
        m_document.addResource(QTextDocument::ImageResource, name, pictureOf(block, size));
        return QStringLiteral("<p><b>%1</b><br><img src=\"%2\" width=\"%3\" height=\"%4\"></p>")
            .arg(escaped(block.figure->title), name.toString())
            .arg(size.width())
            .arg(size.height());
    }

private:
    static int heightOf(const Figure& figure) {
        double shares = 0;
        for (const Pane& pane : figure.panes)
            shares += pane.heightShare;
        return static_cast<int>(kPaneHeight * std::max(1.0, shares));
    }

    /// Drawn twice as large as it stands, so that its type is that of the text around it.
    static QImage pictureOf(const ReportFigure& block, QSize size) {
        constexpr double kOnScreen = 1.6; ///< pixels of the chart for one of the document
        FigureView view;
        view.resize(QSizeF(QSizeF(size) * kOnScreen).toSize());
        view.setTheme(themeOf(ThemeId::Print));
        view.setFigure(block.figure);
        const double last = static_cast<double>(block.figure->size()) - 1;
        const SessionRange range{block.places > 0 ? std::max(0.0, last - block.places + 1) : 0.0, last};
        view.setHomeRange(range);
        view.setRange(range);
        return view.picture(kPictureScale / kOnScreen).toImage();
    }

    QTextDocument& m_document;
    double m_width;
    int m_figures = 0;
};

QString headOf(const DeskReport& report) {
    QString out =
        QStringLiteral("<h1>%1</h1><p>As of %2: nothing later is used%3%4</p>")
            .arg(escaped(reportTitle(report)), longDateText(report.asOf),
                 report.knownOn ? QStringLiteral(". Values as the desk knew them at the end of %1 (UTC)")
                                      .arg(dateText(*report.knownOn))
                                : QString(),
                 report.demo ? QStringLiteral(". <b>DEMO: an invented market</b>") : QString());
    return out + QStringLiteral("<p style=\"font-size:11pt\">%1</p>").arg(runsHtml(report.headline));
}

QString conventionsOf(const DeskReport& report) {
    QString out = QStringLiteral("<h2>Conventions</h2><ul style=\"font-size:7pt\">");
    for (const ReportSection& section : report.sections)
        if (!section.conventions.empty())
            out += QStringLiteral("<li><b>%1</b>: %2</li>")
                       .arg(escaped(section.title), escaped(section.conventions));
    return out + QStringLiteral("</ul>");
}

QString provenanceOf(const DeskReport& report) {
    const ReportProvenance& from = report.provenance;
    QString out = QStringLiteral("<h2>Where from</h2><p>Written by Rotascope %1 at %2 from the desk %3.</p>"
                                 "<ul style=\"font-size:7pt\">")
                      .arg(escaped(from.program), escaped(from.writtenAt), escaped(from.desk));
    for (const ReportSource& source : from.sources)
        out += QStringLiteral("<li>%1, import %2, SHA-256 %3</li>")
                   .arg(escaped(source.file))
                   .arg(source.importId)
                   .arg(escaped(source.sha256));
    return out + QStringLiteral(
                     "</ul><p style=\"font-size:7pt\">Results as data: SHA-256 %1. The HTML report of the "
                     "same date carries them, and rota verify holds it against a desk.</p>")
                     .arg(escaped(analysisDigest(analysisAsJson(report))));
}

} // namespace

std::unique_ptr<QTextDocument> reportDocument(const DeskReport& report, double width) {
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    QFont font = textFont(TextSize::Table);
    font.setPointSizeF(8.5);
    document->setDefaultFont(font);
    document->setDocumentMargin(0);
    document->setTextWidth(width);
    Writer writer(*document, width);
    QString html = headOf(report);
    for (const ReportSection& section : report.sections) {
        // A section begins a page, so that no heading stands alone at the end of one.
        const QString style =
            &section == &report.sections.front() ? QString() : QStringLiteral("page-break-before:always");
        html += QStringLiteral("<h2 style=\"%1\">%2</h2>").arg(style, escaped(section.title));
        for (const ReportBlock& block : section.blocks)
            html += std::visit(writer, block);
    }
    document->setHtml(html + conventionsOf(report) + provenanceOf(report));
    document->setMetaInformation(QTextDocument::DocumentTitle, qtext(reportTitle(report)));
    return document;
}

} // namespace rotascope
