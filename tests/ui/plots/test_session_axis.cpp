#include "tests/support/suites.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/session_axis.h"

#include <QTest>

#include <cmath>

using namespace rotascope;

namespace {

SessionAxis axisOver(int count, SessionRange range) {
    SessionAxis axis(count, {});
    axis.setPixels(10, 910);
    axis.setRange(range);
    return axis;
}

bool near(double a, double b, double tolerance = 1e-6) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class SessionAxisTest : public QObject {
    Q_OBJECT

private slots:
    void sessionsAndPixelsAreInverse() {
        for (const std::vector<double>& positions :
             {std::vector<double>{}, calendarPositions(*weekdays(*makeDate(2024, 1, 1), 300))}) {
            SessionAxis axis(300, positions);
            axis.setPixels(10, 910);
            axis.setRange({40, 250});
            for (double session : {40.0, 41.5, 99.25, 250.0})
                QVERIFY(near(axis.session(axis.x(session)), session));
            QVERIFY(axis.x(40) > 10 && axis.x(250) < 910);
        }
    }

    void halfASessionStandsFreeAtBothEnds() {
        const SessionAxis axis = axisOver(10, {0, 9});
        QCOMPARE(axis.x(0), 55.0);
        QCOMPARE(axis.x(9), 865.0);
    }

    void zoomKeepsTheSessionUnderThePointer() {
        const SessionAxis axis = axisOver(12000, {5000, 6000});
        for (double x : {10.0, 123.0, 460.0, 909.0})
            for (double factor : {0.5, 0.84, 1.19, 3.0}) {
                SessionAxis zoomed = axis;
                zoomed.setRange(axis.zoomed(x, factor));
                QVERIFY(near(zoomed.session(x), axis.session(x)));
            }
    }

    void panMovesTheSessionsWithThePointer() {
        const SessionAxis axis = axisOver(12000, {5000, 6000});
        SessionAxis panned = axis;
        panned.setRange(axis.panned(90));
        QVERIFY(near(panned.session(500 + 90), axis.session(500)));
        QVERIFY(near(panned.range().last - panned.range().first, 1000));
    }

    void rangesAreClamped_data() {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("last");
        QTest::addColumn<double>("clampedFirst");
        QTest::addColumn<double>("clampedLast");
        QTest::newRow("inside stays") << 10.0 << 60.0 << 10.0 << 60.0;
        QTest::newRow("wider than the data is the data") << -50.0 << 500.0 << 0.0 << 99.0;
        QTest::newRow("beyond the end slides back") << 80.0 << 130.0 << 49.0 << 99.0;
        QTest::newRow("before the start slides up") << -30.0 << 10.0 << 0.0 << 40.0;
        QTest::newRow("upside down is turned") << 60.0 << 10.0 << 10.0 << 60.0;
        QTest::newRow("never narrower than five sessions") << 50.0 << 50.0 << 48.0 << 52.0;
        QTest::newRow("nonsense shows everything") << std::nan("") << 3.0 << 0.0 << 99.0;
    }
    void rangesAreClamped() {
        QFETCH(const double, first);
        QFETCH(const double, last);
        QFETCH(const double, clampedFirst);
        QFETCH(const double, clampedLast);
        QCOMPARE(axisOver(100, {first, last}).range(), (SessionRange{clampedFirst, clampedLast}));
    }

    void fewSessionsShowAll_data() {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
        QTest::newRow("three") << 3;
    }
    void fewSessionsShowAll() {
        QFETCH(const int, count);
        SessionAxis axis = axisOver(count, {0, 0});
        QCOMPARE(axis.range(), axis.wholeRange());
        axis.setRange(axis.zoomed(300, 0.1));
        QCOMPARE(axis.range(), axis.wholeRange());
        QCOMPARE(axis.firstSession(), 0);
        QCOMPARE(axis.lastSession(), count - 1);
    }

    void noSessionsAreNoTrouble() {
        const SessionAxis axis = axisOver(0, {0, 10});
        QCOMPARE(axis.nearestSession(400), -1);
        QVERIFY(axis.lastSession() < axis.firstSession());
    }

    void theCalendarHasItsWeekends() {
        const auto dates = weekdays(*makeDate(2024, 1, 1), 10); // Monday to Friday, twice
        const std::vector<double> positions = calendarPositions(*dates);
        QVERIFY(near(positions[5] - positions[4], 3 * (positions[1] - positions[0])));
        QVERIFY(near(positions.back(), 9));
        QVERIFY(calendarPositions({}).empty());
        QVERIFY(calendarPositions(std::vector<Date>{*makeDate(2024, 1, 1)}).empty());
    }

    void theSameDatesAreFoundInAnotherFigure() {
        const auto from = weekdays(*makeDate(2020, 1, 1), 1000);
        const auto longer = weekdays(*makeDate(2019, 1, 1), 1500);
        const SessionRange moved = sameDates({100, 200}, *from, *longer);
        QCOMPARE((*longer)[static_cast<std::size_t>(moved.first)], (*from)[100]);
        QCOMPARE((*longer)[static_cast<std::size_t>(moved.last)], (*from)[200]);
        QCOMPARE(sameDates({100.25, 200.5}, *from, *from), (SessionRange{100.25, 200.5}));
    }
};

ROTASCOPE_SUITE(SessionAxisTest)
#include "test_session_axis.moc"
