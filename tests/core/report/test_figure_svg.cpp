#include "core/figure/figure_table.h"
#include "core/figure/layer_reading.h"
#include "core/figure/mark_room.h"
#include "core/figure/step_ticks.h"
#include "core/figure/time_ticks.h"
#include "core/report/figure_svg.h"
#include "core/report/glyph_widths.h"
#include "core/report/palette.h"
#include "core/report/svg_elements.h"
#include "tests/core/report/invented_figure.h"
#include "tests/support/golden.h"
#include "tests/support/suites.h"

#include <QXmlStreamReader>

#include <fmt/format.h>

using namespace rotascope;
using namespace rotascope::test;

namespace {

struct SvgText {
    QString words;
    QStringList classes;
};

/// What a reader of the file finds, pane by pane.
struct SvgPane {
    QString title;
    std::vector<SvgText> texts;
    QStringList polylines; ///< classes
    int rects = 0;
};

struct SvgFile {
    QString title;
    QString summary;
    std::vector<SvgPane> panes;
    QStringList places; ///< labels of the axis below
    bool sound = false;
};

QStringList withClass(const SvgPane& pane, const QString& name) {
    QStringList words;
    for (const SvgText& text : pane.texts)
        if (text.classes.contains(name))
            words << text.words;
    return words;
}

void readElement(QXmlStreamReader& xml, SvgFile& file) {
    const QString name = xml.name().toString();
    const QStringList classes = xml.attributes().value("class").toString().split(' ');
    if (name == u"g" && classes.contains("pane"))
        file.panes.push_back({xml.attributes().value("data-title").toString(), {}, {}, 0});
    else if (name == u"title")
        file.title = xml.readElementText();
    else if (name == u"desc")
        file.summary = xml.readElementText();
    else if (name == u"polyline")
        file.panes.back().polylines << classes.join(' ');
    else if (name == u"rect" && !file.panes.empty())
        ++file.panes.back().rects;
    else if (name == u"text" && classes.contains("place"))
        file.places << xml.readElementText();
    else if (name == u"tspan" || (name == u"text" && xml.attributes().hasAttribute("class")))
        file.panes.back().texts.push_back({xml.readElementText(), classes});
}

SvgFile read(const std::string& svg) {
    SvgFile file;
    QXmlStreamReader xml(QString::fromStdString(svg));
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            readElement(xml, file);
    file.sound = !xml.hasError();
    return file;
}

double linear(std::uint32_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 0xFFU) + 0.0722 * linear(rgb & 0xFFU);
}

/// As WCAG 2 measures it.
double contrast(std::uint32_t a, std::uint32_t b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

FigureSheet whole(const Figure& figure) {
    return {0, static_cast<int>(figure.size()) - 1, 720, 360};
}

/// Every third line of a pane's tick labels may hide behind a tag; none is invented.
bool isSubset(const QStringList& part, const std::vector<ValueTick>& all) {
    return std::ranges::all_of(part, [&](const QString& words) {
        return std::ranges::any_of(all, [&](const ValueTick& t) { return t.label == words.toStdString(); });
    });
}

} // namespace

class FigureSvgTest : public QObject {
    Q_OBJECT

private slots:
    void asText_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("a document with every layer") << "figure_every_layer.svg";
        QTest::newRow("an element with steps") << "figure_steps.svg";
    }
    void asText() {
        QFETCH(const QString, name);
        const Figure figure = name == "figure_steps.svg" ? stepsAroundAnEvent() : everyLayer();
        compareWithGolden(name == "figure_steps.svg" ? figureElement(figure, whole(figure), "steps")
                                                     : figureSvg(figure, whole(figure)),
                          name.toStdString());
    }

    void itIsXmlWithTitleAndSummary() {
        const SvgFile file = read(figureSvg(everyLayer(), whole(everyLayer())));
        QVERIFY(file.sound);
        QCOMPARE(file.title, QString("Every layer"));
        QCOMPARE(file.summary, QString("A ratio <near 100> & the flows below it."));
    }

    void panesCarryTheReadingsOfTheirLayers() {
        const Figure figure = everyLayer();
        const SvgFile file = read(figureElement(figure, whole(figure), "f"));
        QCOMPARE(file.panes.size(), figure.panes.size());
        for (std::size_t i = 0; i < figure.panes.size(); ++i) {
            QStringList names, tags;
            for (const std::size_t at : readingOrder(figure.panes[i]))
                if (const auto reading =
                        readLayer(figure.panes[i].layers[at], figure.panes[i].axis, *figure.asOfSession)) {
                    names << QString::fromStdString(reading->name);
                    if (reading->tagged)
                        tags << QString::fromStdString(reading->value);
                }
            QCOMPARE(file.panes[i].title, QString::fromStdString(figure.panes[i].title));
            QCOMPARE(withClass(file.panes[i], "name"), names);
            QCOMPARE(withClass(file.panes[i], "tag"), tags);
        }
    }

    void axesCarryTheTicksOfTheScale() {
        const Figure figure = everyLayer();
        const FigureSheet sheet = whole(figure);
        const FigureScene scene = composedScene(figure, sheet);
        const SvgFile file = read(figureElement(figure, sheet, "f"));
        for (std::size_t i = 0; i < figure.panes.size(); ++i) {
            const ScenePane& row = scene.panes[i];
            const double height = row.plot.bottom - row.plot.top;
            const ValueScale fitted = fittedScale(figure.panes[i], sheet.first, sheet.last);
            QVERIFY(row.scale == withRoomForMarks(fitted, figure.panes[i], sheet.first, sheet.last,
                                                  (3 + 7 + 14 + 2) / height));
            const auto ticks = valueTicks(figure.panes[i].axis, row.scale, height, scene::kLine);
            const QStringList labels = withClass(file.panes[i], "tick");
            QVERIFY(isSubset(labels, ticks));
            QVERIFY(labels.size() + static_cast<int>(row.tags.size()) * 2 >= static_cast<int>(ticks.size()));
            QVERIFY(!labels.isEmpty());
        }
    }

    void placesCarryTheLabelsOfTheAxis() {
        const Figure dated = everyLayer(700);
        const FigureScene scene = composedScene(dated, whole(dated));
        TimeAxisGeometry geometry;
        geometry.firstSession = scene.sheet.first;
        geometry.lastSession = scene.sheet.last;
        geometry.right = scene.right;
        geometry.position = [&](int session) { return scene.x(session); };
        geometry.labelWidth = [](std::string_view words) { return glyphWidth(words, scene::kFont); };
        QStringList wanted;
        for (const TimeTick& tick : timeTicks(*dated.dates, geometry))
            if (!tick.label.empty())
                wanted << QString::fromStdString(tick.label);
        QVERIFY(!wanted.isEmpty());
        QCOMPARE(read(figureElement(dated, whole(dated), "f")).places, wanted);
        const Figure steps = stepsAroundAnEvent();
        QVERIFY(read(figureElement(steps, whole(steps), "f")).places.contains("event"));
    }

    void onlyWhatThePainterPaintsIsDrawn() {
        const Figure figure = everyLayer();
        const SvgPane lines = read(figureElement(figure, whole(figure), "f")).panes.front();
        QCOMPARE(lines.polylines.filter("s-ratio").size(), 2); // the hole parts it
        QCOMPARE(lines.polylines.filter("s-average-1").size(), 1);
        QCOMPARE(lines.polylines.filter("s-muted").size(), 0); // read out only
        const Figure steps = stepsAroundAnEvent();
        const SvgPane path = read(figureElement(steps, whole(steps), "f")).panes.front();
        QCOMPARE(path.polylines.size(), 1); // the other line waits for a pointer
    }

    void manySessionsStaySmall() {
        const Figure figure = everyLayer(12'000);
        const std::string svg = figureElement(figure, whole(figure), "f");
        QVERIFY2(svg.size() < 200'000, std::to_string(svg.size()).c_str());
    }

    void aFigureWithoutSessionsSaysSo() {
        Figure figure;
        figure.summary = "Nothing yet.";
        QVERIFY(figureSvg(figure, {}).find("Nothing yet.") != std::string::npos);
    }

    void textIsReadable_data() {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("ground");
        for (const ColourRole role :
             {ColourRole::Text, ColourRole::MutedText, ColourRole::SmallCap, ColourRole::LargeCap,
              ColourRole::Ratio, ColourRole::Positive, ColourRole::Negative, ColourRole::Event})
            QTest::addRow("%s on a panel", paletteOf(role).name.data())
                << static_cast<int>(role) << static_cast<int>(ColourRole::Panel);
        QTest::newRow("what wants attention")
            << static_cast<int>(ColourRole::Attention) << static_cast<int>(ColourRole::AttentionBackground);
    }
    void textIsReadable() {
        QFETCH(const int, role);
        QFETCH(const int, ground);
        const PaletteRow& ink = kPalette[static_cast<std::size_t>(role)];
        const PaletteRow& paper = kPalette[static_cast<std::size_t>(ground)];
        for (const auto theme : {&PaletteRow::light, &PaletteRow::dark, &PaletteRow::print}) {
            const double ratio = contrast(ink.*theme, paper.*theme);
            QVERIFY2(ratio >= 4.5, std::to_string(ratio).c_str());
        }
    }

    void thePaletteIsInTheOrderOfTheRoles() {
        for (std::size_t i = 0; i < kPalette.size(); ++i)
            QCOMPARE(static_cast<std::size_t>(kPalette[i].role), i);
    }

    void numbersAreTenthsOfAPixel_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("whole") << 12.0 << "12";
        QTest::newRow("tenths") << 12.34 << "12.3";
        QTest::newRow("below zero") << -0.26 << "-0.3";
        QTest::newRow("nothing left of it") << -0.01 << "0";
    }
    void numbersAreTenthsOfAPixel() {
        QFETCH(const double, value);
        QFETCH(const QString, words);
        QCOMPARE(QString::fromStdString(svg::number(value)), words);
    }
};

ROTASCOPE_SUITE(FigureSvgTest)
#include "test_figure_svg.moc"
