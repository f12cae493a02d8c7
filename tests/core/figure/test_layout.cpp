#include "core/figure/figure_table.h"
#include "core/figure/polylines.h"
#include "core/figure/tag_layout.h"
#include "tests/support/suites.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace rotascope;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Column column(std::vector<double> values) {
    return std::make_shared<const std::vector<double>>(std::move(values));
}

Figure smallFigure() {
    Figure figure;
    figure.title = "Rotation";
    figure.summary = "Two lines\nand an event.";
    figure.dates = std::make_shared<const std::vector<Date>>(
        std::vector<Date>{*makeDate(2025, 1, 2), *makeDate(2025, 1, 3), *makeDate(2025, 1, 6)});
    LineLayer ratio;
    ratio.name = "RUT / SPX";
    ratio.values = column({100, kNaN, 99.123456789});
    ratio.unit = " %";
    Pane upper;
    upper.title = "Ratio";
    upper.note = "rebased to 100";
    upper.layers = {BandLayer{}, ratio};
    LineLayer z;
    z.name = "say \"z\", please";
    z.values = column({0.1, 0.2, 3.5});
    MarkerLayer events;
    events.name = "event";
    events.marks = {{2, 3.5, "6 Jan", *makeDate(2025, 1, 6)}};
    Pane lower;
    lower.title = "z";
    lower.layers = {z, events};
    figure.panes = {upper, lower};
    return figure;
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void tagsMoveApart_data() {
        QTest::addColumn<QVector<double>>("wanted");
        QTest::addColumn<QVector<double>>("placed");
        QTest::newRow("alone: stays") << QVector<double>{50} << QVector<double>{50};
        QTest::newRow("far apart: stay") << QVector<double>{20, 80} << QVector<double>{20, 80};
        QTest::newRow("touching: share the distance") << QVector<double>{50, 54} << QVector<double>{47, 57};
        QTest::newRow("equal: keep their order") << QVector<double>{50, 50} << QVector<double>{45, 55};
        QTest::newRow("given upside down: keep their places")
            << QVector<double>{54, 50} << QVector<double>{57, 47};
        QTest::newRow("below the edge: pushed up") << QVector<double>{98} << QVector<double>{95};
        QTest::newRow("two at the edge: stacked") << QVector<double>{99, 99} << QVector<double>{85, 95};
        QTest::newRow("a chain of three") << QVector<double>{40, 45, 50} << QVector<double>{35, 45, 55};
    }
    void tagsMoveApart() {
        QFETCH(const QVector<double>, wanted);
        QFETCH(const QVector<double>, placed);
        const std::vector<double> moved = movedApart({wanted.begin(), wanted.end()}, 10, 0, 100);
        QCOMPARE(QVector<double>(moved.begin(), moved.end()), placed);
    }

    void tagsNeverOverlapWhereverTheyWantToBe() {
        std::mt19937 random(7);
        std::uniform_real_distribution<double> anywhere(-50, 250);
        for (int round = 0; round < 300; ++round) {
            std::vector<double> wanted(static_cast<std::size_t>(1 + round % 12));
            for (double& centre : wanted)
                centre = anywhere(random);
            std::vector<double> moved = movedApart(wanted, 16, 0, 200);
            std::sort(moved.begin(), moved.end());
            QVERIFY(moved.front() >= 8 - 1e-9 && moved.back() <= 192 + 1e-9);
            for (std::size_t i = 1; i < moved.size(); ++i)
                QVERIFY(moved[i] - moved[i - 1] >= 16 - 1e-9);
        }
    }

    void tooManyTagsShareTheRoom() {
        const std::vector<double> moved = movedApart(std::vector<double>(20, 50.0), 10, 0, 100);
        QVERIFY(moved.front() >= 0 && moved.back() <= 100);
        for (std::size_t i = 1; i < moved.size(); ++i)
            QVERIFY(std::abs(moved[i] - moved[i - 1] - 5) < 1e-9);
        QVERIFY(movedApart({}, 10, 0, 100).empty());
    }

    void labelsFindRoomOrGo() {
        const Box bounds{0, 0, 300, 100};
        const std::vector<LabelWish> wishes = {{100, 60, 60, 12}, {120, 60, 60, 12}, {140, 60, 60, 12},
                                               {110, 60, 60, 12}, {130, 60, 60, 12}, {298, 60, 60, 12},
                                               {200, 5, 60, 12},  {50, 60, 400, 12}};
        const auto places = placedLabels(wishes, bounds, {});
        QVERIFY2(places[4] && places[4]->bottom == 60, "the latest stands at its own height");
        QVERIFY2(places[3] && places[3]->bottom == 48, "its neighbour one step higher");
        QVERIFY2(places[2] && places[2]->bottom == 36, "the next two steps higher");
        QVERIFY2(!places[1] && !places[0], "the others find no room");
        QVERIFY2(places[5] && places[5]->right == 300, "at the edge it is pushed inside");
        QVERIFY2(!places[6] && !places[7], "none sticks out");
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!places[i] || !places[j] || !places[i]->overlaps(*places[j]));
    }

    void labelsLeaveTakenRoomAlone() {
        const std::vector<Box> taken = {{90, 50, 110, 58}};
        const auto places = placedLabels(std::vector<LabelWish>{{100, 60, 60, 12}}, {0, 0, 300, 100}, taken);
        QVERIFY(places[0] && !places[0]->overlaps(taken[0]));
    }

    void aLineBreaksAtMissingValues() {
        const std::vector<double> values = {kNaN, 1, 2, kNaN, kNaN, 3, kNaN, 4, 5};
        const auto lines = polylines(values, {}, {0, 8, 100, false});
        QCOMPARE(lines.size(), std::size_t{3});
        QCOMPARE(lines[0], (Polyline{{1, 1}, {2, 2}}));
        QCOMPARE(lines[1], (Polyline{{5, 3}}));
        QCOMPARE(lines[2], (Polyline{{7, 4}, {8, 5}}));
        const auto joined = polylines(values, {}, {0, 8, 100, true});
        QCOMPARE(joined.size(), std::size_t{1});
        QCOMPARE(joined[0].size(), std::size_t{5});
    }

    void aLineStaysInsideItsRequestAndItsData() {
        const std::vector<double> values = {1, 2, 3, 4};
        QCOMPARE(polylines(values, {}, {-5, 99, 10, false})[0].size(), std::size_t{4});
        QCOMPARE(polylines(values, {}, {1, 2, 10, false})[0], (Polyline{{1, 2}, {2, 3}}));
        QVERIFY(polylines({}, {}, {0, 10, 1, false}).empty());
        QVERIFY(polylines(std::vector<double>{kNaN}, {}, {0, 0, 1, false}).empty());
    }

    void decimationKeepsEveryColumnsExtremes() {
        std::mt19937 random(3);
        std::normal_distribution<double> noise;
        std::vector<double> values(5000);
        std::generate(values.begin(), values.end(), [&] { return noise(random); });
        const auto lines = polylines(values, {}, {0, 4999, 0.1, false});
        QCOMPARE(lines.size(), std::size_t{1});
        QVERIFY(lines[0].size() <= 4 * 501);
        for (std::size_t i = 1; i < lines[0].size(); ++i)
            QVERIFY(lines[0][i - 1].position < lines[0][i].position);
        for (int columnIndex = 0; columnIndex < 500; ++columnIndex) {
            const auto begin = values.begin() + columnIndex * 10;
            double low = 1e9;
            double high = -1e9;
            for (const SeriesPoint& point : lines[0]) {
                if (static_cast<int>(std::floor(point.position * 0.1)) != columnIndex)
                    continue;
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
            QCOMPARE(low, *std::min_element(begin, begin + 10));
            QCOMPARE(high, *std::max_element(begin, begin + 10));
        }
    }

    void csvHoldsRawValuesAndTheRecipe() {
        const std::string expected = "# Rotation\n"
                                     "# Two lines and an event.\n"
                                     "# Ratio: rebased to 100\n"
                                     "# z\n"
                                     "Date,RUT / SPX [%],\"say \"\"z\"\", please\",event\n"
                                     "2025-01-03,,0.2,\n"
                                     "2025-01-06,99.123456789,3.5,3.5\n";
        QCOMPARE(figureCsv(smallFigure(), 1, 99), expected);
    }

    void columnsOfTheSameNameSayTheirPane() {
        Figure figure = smallFigure();
        std::get<LineLayer>(figure.panes[1].layers[0]).name = "RUT / SPX";
        const auto columns = figureColumns(figure);
        QCOMPARE(columns.size(), std::size_t{3});
        QCOMPARE(columns[0].title, std::string("RUT / SPX (Ratio)"));
        QCOMPARE(columns[1].title, std::string("RUT / SPX (z)"));
        QCOMPARE(columns[2].title, std::string("event"));
    }

    void columnsAreReadAsTheLegendIs() {
        Figure figure = smallFigure();
        std::vector<Layer>& layers = figure.panes[1].layers;
        LineLayer z = std::get<LineLayer>(layers[0]);
        z.name = "z";
        LineLayer average = z;
        average.name = "average";
        average.emphasised = false;
        LineLayer percentile = z;
        percentile.name = "percentile";
        percentile.readOutOnly = true;
        layers = {percentile, layers[1], average, z};
        figure.panes[1].axis.signedTicks = true;
        const auto columns = figureColumns(figure);
        std::vector<std::string> titles;
        for (std::size_t i = 1; i < columns.size(); ++i)
            titles.push_back(columns[i].title);
        QCOMPARE(titles, (std::vector<std::string>{"z", "average", "percentile", "event"}));
        QVERIFY(columns[1].withSign);
        QVERIFY2(!columns[3].withSign, "a percentile is not a value of the pane's axis");
    }

    void anEmptyFigureIsAnEmptyTable() {
        QVERIFY(figureColumns(Figure{}).empty());
        QCOMPARE(figureCsv(Figure{}, 0, 10), std::string("Date\n"));
    }
};

ROTASCOPE_SUITE(LayoutTest)
#include "test_layout.moc"
