// What a report's picture says is what the window's says: the same readings, ranges, marks and lines.
#include "core/figure/mark_room.h"
#include "core/report/figure_scene.h"
#include "tests/core/report/invented_figure.h"
#include "tests/support/suites.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/plot_metrics.h"
#include "ui/plots/plot_scene.h"

#include <QTest>

#include <cmath>

using namespace rotascope;

namespace {

struct Painted {
    PlotScene scene;
    CursorScene cursor;
    double labelHeight = 0;
};

Painted painted(const Figure& figure, QSizeF size) {
    const PlotFonts fonts;
    Painted out;
    out.scene = composed(figure, SessionAxis(static_cast<int>(figure.size()), {}), size, fonts,
                         valueAxisWidth(figure, fonts));
    out.cursor = composedCursor(figure, out.scene, std::nullopt, fonts, legendWidths(figure, fonts));
    out.labelHeight = fonts.axis.height();
    return out;
}

Figure figureNamed(const QString& name) {
    if (name == u"every layer")
        return test::everyLayer(400);
    return name == u"steps" ? test::stepsAroundAnEvent() : inventedRotation(1500);
}

QStringList readingsOf(const PaneCursor& pane) {
    QStringList out;
    for (const LegendItem& item : pane.legend)
        out << item.name.text + QLatin1Char('|') + item.value.text;
    for (const TagBox& tag : pane.tags)
        out << QStringLiteral("tag|") + tag.label.text;
    return out << QStringLiteral("note|") + pane.note.text;
}

QStringList readingsOf(const ScenePane& pane) {
    QStringList out;
    for (const auto& [reading, x] : pane.legend)
        out << QString::fromStdString(reading.name + "|" + reading.value);
    for (const SceneTag& tag : pane.tags)
        out << QString::fromStdString("tag|" + tag.text);
    return out << QString::fromStdString("note|" + pane.note);
}

} // namespace

class WrittenPicturesTest : public QObject {
    Q_OBJECT

private slots:
    void theySayTheSame_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"every layer", "steps", "rotation"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theySayTheSame() {
        QFETCH(const QString, name);
        const Figure figure = figureNamed(name);
        const QSizeF size(2'000, 900); // wide enough for every legend in any font
        const Painted window = painted(figure, size);
        const int last = static_cast<int>(figure.size()) - 1;
        const FigureScene written = composedScene(figure, {0, last, size.width(), size.height()});
        QCOMPARE(written.panes.size(), window.scene.panes.size());
        QCOMPARE(written.asOfX.has_value(), window.scene.asOfX.has_value());
        QCOMPARE(written.originX.has_value(), window.scene.originX.has_value());
        for (std::size_t i = 0; i < written.panes.size(); ++i) {
            QCOMPARE(readingsOf(written.panes[i]), readingsOf(window.cursor.panes[i]));
            QCOMPARE(written.panes[i].hasValues, window.scene.panes[i].hasValues);
            QCOMPARE(written.panes[i].marks.size(), window.scene.panes[i].marks.size());
        }
    }

    void theyMakeTheSameRoomForMarks_data() { theySayTheSame_data(); }
    void theyMakeTheSameRoomForMarks() {
        QFETCH(const QString, name);
        const Figure figure = figureNamed(name);
        const Painted window = painted(figure, {1'200, 700});
        const int last = static_cast<int>(figure.size()) - 1;
        for (std::size_t i = 0; i < figure.panes.size(); ++i) {
            const PaneScene& row = window.scene.panes[i];
            const double share = (kMarkDistance + kMarkHeight + window.labelHeight + 2) / row.plot.height();
            QVERIFY(row.scale ==
                    withRoomForMarks(fittedScale(figure.panes[i], 0, last), figure.panes[i], 0, last, share));
        }
    }
};

ROTASCOPE_SUITE(WrittenPicturesTest)
#include "test_written_pictures.moc"
