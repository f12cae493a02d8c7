#include "tests/support/suites.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/plot_scene.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace rotascope;

class ChartFilesTest : public QObject {
    Q_OBJECT

private slots:
    void pngIsTheChartAtTheScaleAskedFor() {
        const QTemporaryDir folder;
        const auto view = shownView(inventedRotation(500), {600, 400});
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        QVERIFY(view->savePng(path, 2.0));
        QCOMPARE(QImage(path).size(), QSize(1200, 800));
    }

    void pdfIsADocumentInThePrintThemeAndTheScreenKeepsItsOwn() {
        const QTemporaryDir folder;
        const auto view = shownView(inventedRotation(500), {600, 400});
        view->setTheme(themeOf(ThemeId::Dark));
        const QImage before = view->picture(1).toImage();
        const QString path = folder.filePath(QStringLiteral("chart.pdf"));
        QVERIFY(view->savePdf(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QCOMPARE(view->picture(1).toImage(), before);
    }

    void svgHoldsTheLinesAndTheWords() {
        const QTemporaryDir folder;
        const auto view = shownView(inventedRotation(500), {600, 400});
        const QString path = folder.filePath(QStringLiteral("chart.svg"));
        QVERIFY(view->saveSvg(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int paths = 0;
        int groups = 0;
        QStringList words;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::StartElement) {
                paths += xml.name() == QLatin1String("path");
                groups += xml.name() == QLatin1String("g");
                if (xml.name() == QLatin1String("text"))
                    words << xml.readElementText();
            }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(paths > 20);
        QVERIFY2(groups > 0, "lines end at their pane");
        for (const TimeTickBox& tick : view->scene().timeTicks)
            QVERIFY2(tick.label.text.isEmpty() || words.contains(tick.label.text),
                     qPrintable(tick.label.text));
        const QString tag = view->cursorScene().panes[0].tags[0].label.text;
        QVERIFY2(words.contains(tag), qPrintable(tag));
    }

    void aFileThatCannotBeWrittenIsToldSo() {
        const auto view = shownView(inventedRotation(50));
        const QString nowhere = QStringLiteral("/nonexistent-folder/chart");
        QVERIFY(!view->savePng(nowhere + QStringLiteral(".png")));
        QVERIFY(!view->savePdf(nowhere + QStringLiteral(".pdf")));
        QVERIFY(!view->saveSvg(nowhere + QStringLiteral(".svg")));
    }

    void everyFileSaysWhichCommandWritesItsValues() {
        const QTemporaryDir folder;
        Figure figure = inventedRotation(500);
        figure.recipe = "rota chart chain --links A,B";
        const auto view = shownView(figure, {600, 400});
        view->setRange({100, 119});
        const QString command = QStringLiteral("The same: rota chart chain --links A,B --from %1 --to %2")
                                    .arg(QString::fromStdString(isoText((*figure.dates)[100])),
                                         QString::fromStdString(isoText((*figure.dates)[119])));
        QVERIFY(view->shownCsv().find("# " + command.toStdString() + "\n") != std::string::npos);
        const QString png = folder.filePath(QStringLiteral("chart.png"));
        QVERIFY(view->savePng(png));
        QVERIFY(QImage(png).text(QStringLiteral("Description")).endsWith(command));
        const QString svg = folder.filePath(QStringLiteral("chart.svg"));
        QVERIFY(view->saveSvg(svg));
        QFile drawn(svg);
        QVERIFY(drawn.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(drawn.readAll()).contains(command + QStringLiteral("</desc>")));
        figure.recipe.clear();
        view->setFigure(std::make_shared<const Figure>(figure));
        QVERIFY(view->shownCsv().find("The same") == std::string::npos);
    }

    void csvHoldsTheSessionsInSight() {
        const auto view = shownView(inventedRotation(500));
        view->setRange({100, 119});
        const std::string csv = view->shownCsv();
        const QStringList lines = QString::fromStdString(csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const auto values = std::count_if(lines.begin(), lines.end(), [](const QString& line) {
            return !line.startsWith(QLatin1Char('#')) && !line.startsWith(QStringLiteral("Date"));
        });
        QCOMPARE(values, 20);
        QVERIFY(lines.back().startsWith(QString::fromStdString(isoText((*view->figure()->dates)[119]))));
        QVERIFY(csv.find("RUT / SPX") != std::string::npos);
    }
};

ROTASCOPE_SUITE(ChartFilesTest)
#include "test_chart_files.moc"
