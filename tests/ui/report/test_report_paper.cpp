// A report as paper: what core's value says stands on it, and files are written whole or not at all.
#include "core/analysis/divergence.h"
#include "core/figure/divergence_figure.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"
#include "ui/convert/convert.h"
#include "ui/report/report_document.h"
#include "ui/report/report_files.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace rotascope;
using namespace rotascope::test;

namespace {

DeskReport reportOf() {
    const auto market = marketOf(inventedPair(600));
    const Divergence divergence = *analyseDivergence(MarketView::latest(market), {});
    DeskReport report;
    report.small = "RUT";
    report.large = "SPX";
    report.asOf = divergence.asOf;
    report.demo = true;
    report.headline = {{"Small caps <lead> & more.", Emphasis::Strong}};
    ReportSection section{"divergence", "Divergence", {}, "5 sessions", Json::object()};
    section.blocks.push_back(ReportText{{{"One sentence.", Emphasis::Normal}}});
    section.blocks.push_back(
        ReportFigure{std::make_shared<const Figure>(divergenceFigure(divergence, {})), 250});
    section.blocks.push_back(
        NamedTable{"moves", "The moves", {{"horizon", "spread"}, {{"5", "+3.7 pp"}, {"21", "−1.2 pp"}}}, {}});
    section.blocks.push_back(ReportList{"Points", {"a point"}});
    report.sections.push_back(std::move(section));
    report.provenance.program = "1.2.3";
    report.provenance.sources.push_back(
        {7, "prices.csv", "abcdef", {"RUT"}, std::nullopt, "2025-01-01T00:00:00Z"});
    return report;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReportPaperTest : public QObject {
    Q_OBJECT

private slots:
    void everyBlockStandsOnThePaper() {
        const auto document = reportDocument(reportOf(), 640);
        const QString text = document->toPlainText();
        for (const char* words :
             {"RUT vs SPX", "Small caps <lead> & more.", "DEMO", "Divergence", "One sentence.", "The moves",
              "+3.7 pp", "−1.2 pp", "a point", "5 sessions", "prices.csv", "abcdef"})
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        const QVariant picture =
            document->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("figure:1")));
        QVERIFY(!picture.value<QImage>().isNull());
    }

    void everyKindIsWritten_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("html") << QStringLiteral(".html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << QStringLiteral(".pdf") << QByteArray("%PDF");
        QTest::newRow("png") << QStringLiteral(".png") << QByteArray("\x89PNG");
        QTest::newRow("csv") << QStringLiteral(".CSV") << QByteArray("#");
        QTest::newRow("json") << QStringLiteral(".json") << QByteArray("{");
    }
    void everyKindIsWritten() {
        QFETCH(const QString, ending);
        QFETCH(const QByteArray, begin);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("r") + ending);
        const auto written = writeReport(reportOf(), path, Existing::Keep);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QVERIFY2(bytesOf(path).startsWith(begin), bytesOf(path).left(40).constData());
        QCOMPARE(writeReport(reportOf(), path, Existing::Keep).error().code, std::string("file_exists"));
        QVERIFY(writeReport(reportOf(), path, Existing::Replace));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // no part is left beside it
    }

    void anotherEndingIsRefusedAndWritesNothing() {
        const QTemporaryDir folder;
        QCOMPARE(
            writeReport(reportOf(), folder.filePath(QStringLiteral("r.doc")), Existing::Keep).error().code,
            std::string("bad_ending"));
        QCOMPARE(writeReport(reportOf(), folder.filePath(QStringLiteral("no/such/r.pdf")), Existing::Keep)
                     .error()
                     .code,
                 std::string("no_folder"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

ROTASCOPE_SUITE(ReportPaperTest)
#include "test_report_paper.moc"
