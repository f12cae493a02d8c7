#include "core/figure/layer_reading.h"
#include "tests/support/suites.h"
#include "tests/ui/plots/chart_facts.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/callout.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/plot_scene.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

#include <cmath>
#include <limits>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Figure withTags(const std::vector<double>& levels) {
    Figure figure = inventedLine(std::vector<double>(40, 100.0));
    figure.panes[0].layers.clear();
    for (const double level : levels) {
        LineLayer line;
        line.name = std::to_string(level);
        line.values = columnOf(std::vector<double>(40, level));
        figure.panes[0].layers.push_back(line);
    }
    return figure;
}

} // namespace

class ChartLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void nothingOverlapsOrIsCut_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("sessions");
        for (const QSize size :
             {QSize(240, 120), QSize(480, 300), QSize(760, 560), QSize(1040, 760), QSize(1880, 980)})
            for (const int sessions : {5, 10, 22, 64, 253, 1300, 2600, 12000})
                QTest::addRow("%d sessions in %dx%d", sessions, size.width(), size.height())
                    << size << sessions;
    }
    void nothingOverlapsOrIsCut() {
        QFETCH(const QSize, size);
        QFETCH(const int, sessions);
        const auto view = shownView(inventedRotation(12000), size);
        for (const int first : {0, 3000, 12000 - sessions}) {
            view->setRange({static_cast<double>(first), first + sessions - 1.0});
            verifyLayout(*view);
            view->setCursor(first + sessions / 2);
            verifyLayout(*view);
            view->setCursor(std::nullopt);
        }
    }

    void panesShareTheirMargins() {
        const auto view = shownView(inventedRotation(600));
        const PlotScene& scene = view->scene();
        QCOMPARE(scene.panes.size(), std::size_t{3});
        for (const PaneScene& pane : scene.panes) {
            QCOMPARE(pane.plot.left(), scene.panes[0].plot.left());
            QCOMPARE(pane.plot.right(), scene.panes[0].plot.right());
        }
        QVERIFY(scene.panes[0].plot.height() > scene.panes[1].plot.height());
    }

    void tagsThatWouldOverlapStandApart() {
        const auto view = shownView(withTags({100, 100.1, 100.2, 100.3, 120}));
        const PaneCursor& pane = view->cursorScene().panes[0];
        QCOMPARE(pane.tags.size(), std::size_t{5});
        VERIFY_APART(tagLabels(pane));
    }

    void oddFiguresDoNotBreak_data() {
        QTest::addColumn<QVector<double>>("values");
        QTest::newRow("no session") << QVector<double>{};
        QTest::newRow("one session") << QVector<double>{100};
        QTest::newRow("one session without a value") << QVector<double>{kNaN};
        QTest::newRow("two sessions") << QVector<double>{100, 101};
        QTest::newRow("ten sessions") << QVector<double>{1, 2, 3, 4, 5, 4, 3, 2, 1, 0};
        QTest::newRow("all missing") << QVector<double>(300, kNaN);
        QTest::newRow("all equal") << QVector<double>(300, 42.0);
        QTest::newRow("all zero") << QVector<double>(300, 0.0);
        QTest::newRow("11,588,474") << QVector<double>(300, 11588474.0);
        QTest::newRow("negative yields") << QVector<double>{-0.4, -0.35, -0.2, -0.55, 0.1};
        QTest::newRow("tiny and huge") << QVector<double>{1e-9, 1e12, 3};
        QTest::newRow("infinite") << QVector<double>{1, HUGE_VAL, 2, -HUGE_VAL, 3};
        QTest::newRow("every other missing") << QVector<double>{1, kNaN, 2, kNaN, 3, kNaN, 4};
    }
    void oddFiguresDoNotBreak() {
        QFETCH(const QVector<double>, values);
        for (const bool logarithmic : {false, true})
            for (const bool calendar : {false, true}) {
                ValueAxis axis;
                axis.logarithmic = logarithmic;
                const auto view = shownView(inventedLine({values.begin(), values.end()}, axis));
                view->setCalendarAxis(calendar);
                view->setCursor(0);
                verifyLayout(*view);
                QVERIFY(!view->picture(1).isNull());
                QTest::keyClick(view.get(), Qt::Key_Right);
                QTest::keyClick(view.get(), Qt::Key_Plus);
                QTest::keyClick(view.get(), Qt::Key_End);
                verifyLayout(*view);
            }
    }

    void anEmptyFigureSaysWhy() {
        Figure figure;
        figure.summary = "No flows for IWM yet. Import shares outstanding or flows.";
        const auto view = shownView(figure);
        QCOMPARE(view->scene().emptyText, QString::fromStdString(figure.summary));
        const QImage picture = view->picture(1).toImage();
        QVERIFY2(picture != QImage(picture.size(), picture.format()), "the sentence is painted");
        view->setFigure(nullptr);
        QVERIFY(!view->scene().emptyText.isEmpty());
    }

    void aPaneWithoutValuesIsMarked() {
        QVERIFY(!shownView(inventedLine({kNaN, kNaN, kNaN}))->scene().panes[0].hasValues);
        QVERIFY(shownView(inventedLine({kNaN, 1, kNaN}))->scene().panes[0].hasValues);
    }

    void theScaleFollowsTheRange() {
        std::vector<double> values(200, 10);
        std::fill(values.begin() + 100, values.end(), 1000);
        const auto view = shownView(inventedLine(values));
        view->setRange({0, 90});
        QVERIFY(view->scene().panes[0].scale.high < 20);
        view->setRange({100, 199});
        QVERIFY(view->scene().panes[0].scale.low > 900);
    }

    void theLegendReadsTheFiguresColumns() {
        const Figure figure = inventedRotation(800);
        const auto view = shownView(figure);
        for (const int session : {0, 49, 300, 799}) {
            view->setCursor(session);
            const PaneCursor& ratio = view->cursorScene().panes[0];
            const auto& line = std::get<LineLayer>(figure.panes[0].layers.back());
            QCOMPARE(ratio.legend[0].name.text, QStringLiteral("RUT / SPX"));
            QCOMPARE(ratio.legend[0].value.text,
                     QString::number((*line.values)[static_cast<std::size_t>(session)], 'f', 1));
            QCOMPARE(view->cursorScene().session, session);
        }
    }

    void withoutACursorTheAsOfSessionIsRead() {
        Figure figure = inventedRotation(800);
        figure.asOfSession = 700;
        const auto view = shownView(figure);
        QCOMPARE(view->cursorScene().session, 700);
        QVERIFY(!view->cursorScene().crosshairX);
        QVERIFY(view->scene().asOfX);
        view->setRange({0, 100});
        QVERIFY2(!view->scene().asOfX, "out of sight, no line");
    }

    void theLegendStandsStillWhileTheCursorMoves() {
        const auto view = shownView(inventedRotation(800));
        view->setCursor(300);
        const QRectF before = view->cursorScene().panes[1].legend[1].name.rect;
        view->setCursor(420);
        QCOMPARE(view->cursorScene().panes[1].legend[1].name.rect, before);
    }

    void sparseSeriesAreReadAsTheLastValue() {
        LineLayer weekly;
        weekly.sparse = true;
        weekly.values = columnOf({kNaN, 1, kNaN, kNaN, 2, kNaN});
        QVERIFY(std::isnan(valueAt(weekly, 0)));
        QCOMPARE(valueAt(weekly, 3), 1.0);
        QCOMPARE(valueAt(weekly, 5), 2.0);
        weekly.sparse = false;
        QVERIFY(std::isnan(valueAt(weekly, 3)));
    }

    void aWeeklyBarIsReadOnEachOfItsDays() {
        BarLayer bars;
        bars.sessionsPerBar = 5;
        bars.values = columnOf({kNaN, kNaN, kNaN, kNaN, 7, kNaN, kNaN, kNaN, kNaN, 8, kNaN});
        QCOMPARE(barAt(bars, 0), (std::pair{7.0, 4}));
        QCOMPARE(barAt(bars, 4), (std::pair{7.0, 4}));
        QCOMPARE(barAt(bars, 5), (std::pair{8.0, 9}));
    }

    void behindTheLastWeeklyBarThatOneIsRead() {
        BarLayer bars;
        bars.sessionsPerBar = 2;
        bars.values = columnOf({kNaN, 7, kNaN, kNaN, kNaN, kNaN, kNaN, 8, kNaN});
        QCOMPARE(barAt(bars, 8), (std::pair{8.0, 7}));
        QCOMPARE(barAt(bars, 3).second, -1); // a week without a figure
        bars.sessionsPerBar = 1;
        QCOMPARE(barAt(bars, 8).second, -1);
    }

    void marksStandAboveTheirValues() {
        const auto view = shownView(inventedRotation(12000));
        int marks = 0;
        for (const MarkBox& mark : view->scene().panes[1].marks) {
            QVERIFY(mark.shape.bottom() <= mark.tip.y());
            QVERIFY(view->scene().panes[1].plot.contains(mark.shape));
            ++marks;
        }
        QVERIFY(marks > 5);
    }

    void marksBelowHangTheirLabelsBelow() {
        Figure figure = inventedRotation(3000);
        for (Layer& layer : figure.panes[1].layers) {
            if (auto* markers = std::get_if<MarkerLayer>(&layer)) {
                markers->shape = MarkerLayer::Shape::TriangleUp;
                for (MarkerLayer::Mark& mark : markers->marks)
                    mark.value = -4;
            }
        }
        const auto view = shownView(figure);
        verifyLayout(*view);
        int labels = 0;
        for (const MarkBox& mark : view->scene().panes[1].marks) {
            QVERIFY(mark.shape.top() >= mark.tip.y());
            QVERIFY(view->scene().panes[1].plot.contains(mark.shape));
            QVERIFY(!mark.label || mark.label->rect.top() >= mark.shape.bottom());
            labels += mark.label.has_value();
        }
        QVERIFY(labels > 1);
    }

    void aThemeSwitchLeavesNoOldColours() {
        const auto view = shownView(inventedRotation(500));
        view->setCursor(200);
        const Theme& light = themeOf(ThemeId::Light);
        const Theme& dark = themeOf(ThemeId::Dark);
        view->setTheme(dark);
        const QImage picture = view->picture(1).toImage();
        int panel = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb pixel = picture.pixel(x, y);
                panel += pixel == dark.colour(ColourRole::Panel).rgb();
                for (const ColourRole role :
                     {ColourRole::Panel, ColourRole::SmallCap, ColourRole::Grid, ColourRole::Positive})
                    QVERIFY(pixel != light.colour(role).rgb());
            }
        QVERIFY(panel > picture.width() * picture.height() / 3);
    }

    void theReadingDirectionChangesNothing() {
        const auto view = shownView(inventedRotation(500));
        const QImage before = view->picture(1).toImage();
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const auto turned = shownView(inventedRotation(500));
        const QImage after = turned->picture(1).toImage();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(after, before);
    }

    void theMeasurementsBoxStaysInThePlot() {
        const auto view = shownView(inventedRotation(500));
        const PlotFonts fonts;
        const Selection selection{0,
                                  0,
                                  {{{QStringLiteral("9 Jul → 16 Jul 2024 · 5 sessions"), ColourRole::Text}},
                                   {{QStringLiteral("RUT +11.5 %"), ColourRole::SmallCap},
                                    {QStringLiteral("SPX +1.6 %"), ColourRole::LargeCap}}}};
        for (const auto& [first, last] : {std::pair{0, 4}, {100, 250}, {480, 499}, {0, 499}}) {
            Selection here = selection;
            here.first = first;
            here.last = last;
            const CalloutScene callout = composedCallout(here, view->scene(), fonts);
            QVERIFY(view->scene().panes[0].plot.adjusted(-1, 0, 1, 0).contains(callout.box));
            for (const auto& line : callout.lines)
                for (const auto& [box, role] : line)
                    QVERIFY(callout.box.contains(box.rect));
        }
    }

    void theAccessibleTextComesFromTheFigure() {
        const auto view = shownView(inventedRotation(500));
        QCOMPARE(view->accessibleName(), QStringLiteral("Rotation"));
        QVERIFY(view->accessibleDescription().startsWith(QStringLiteral("Invented")));
    }
};

ROTASCOPE_SUITE(ChartLayoutTest)
#include "test_chart_layout.moc"
