#include "tests/support/suites.h"
#include "ui/main_window/window_memory.h"

#include <QTest>

using namespace rotascope;

class TestWindowMemory : public QObject {
    Q_OBJECT

private slots:
    void aWindowComesBackOntoAScreenThatExists_data() {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("placed");
        const QRect one(0, 0, 1920, 1080);
        const QRect two(1920, 0, 2560, 1440);
        const QRect small(0, 0, 1280, 800);
        QTest::newRow("where it was")
            << QRect(100, 50, 1600, 1000) << QList<QRect>{one} << QRect(100, 50, 1600, 1000);
        QTest::newRow("on the second screen")
            << QRect(2000, 50, 1600, 1000) << QList<QRect>{one, two} << QRect(2000, 50, 1600, 1000);
        QTest::newRow("the second screen is gone")
            << QRect(2000, 50, 1600, 1000) << QList<QRect>{one} << QRect(320, 50, 1600, 1000);
        QTest::newRow("larger than the screen that is left")
            << QRect(0, 0, 2560, 1440) << QList<QRect>{small} << QRect(0, 0, 1280, 800);
        QTest::newRow("above the top")
            << QRect(10, -400, 800, 600) << QList<QRect>{one} << QRect(10, 0, 800, 600);
        QTest::newRow("half over the edge")
            << QRect(1700, 900, 800, 600) << QList<QRect>{one} << QRect(1120, 480, 800, 600);
        QTest::newRow("too small to use")
            << QRect(10, 10, 50, 20) << QList<QRect>{one} << QRect(10, 10, 640, 480);
        QTest::newRow("no screen at all")
            << QRect(10, 10, 800, 600) << QList<QRect>{} << QRect(10, 10, 800, 600);
    }
    void aWindowComesBackOntoAScreenThatExists() {
        QFETCH(QRect, wanted);
        QFETCH(QList<QRect>, screens);
        QTEST(clampedTo(wanted, screens), "placed");
    }

    void whatIsRememberedComesBack() {
        WindowMemory memory;
        memory.geometry = QRect(-1600, 20, 1500, 900);
        memory.maximised = true;
        memory.page = QStringLiteral("divergence");
        memory.detached = {QStringLiteral("overview")};
        memory.pageWindows = {{QStringLiteral("overview"), QRect(1930, 40, 1200, 800)}};
        memory.calendarAxis = true;
        memory.range = QStringLiteral("5Y");
        memory.scale = QStringLiteral("Log");
        memory.small = QStringLiteral("IWM");
        memory.large = QStringLiteral("SPY");
        const WindowMemory back = windowMemoryOf(toJson(memory));
        QCOMPARE(back.geometry, memory.geometry);
        QCOMPARE(back.maximised, memory.maximised);
        QCOMPARE(back.page, memory.page);
        QCOMPARE(back.detached, memory.detached);
        QCOMPARE(back.pageWindows, memory.pageWindows);
        QCOMPARE(back.calendarAxis, memory.calendarAxis);
        QCOMPARE(back.range, memory.range);
        QCOMPARE(back.scale, memory.scale);
        QCOMPARE(back.small, memory.small);
        QCOMPARE(back.large, memory.large);
    }

    void nonsenseIsAFreshStart() {
        const WindowMemory memory =
            windowMemoryOf({{QStringLiteral("geometry"), QStringLiteral("wide")},
                            {QStringLiteral("page"), 7},
                            {QStringLiteral("page_windows"),
                             QJsonObject{{QStringLiteral("overview"), QStringLiteral("left")}}}});
        QVERIFY(memory.geometry.isNull());
        QVERIFY(memory.page.isEmpty());
        QVERIFY(memory.pageWindows.isEmpty());
    }
};

ROTASCOPE_SUITE(TestWindowMemory)
#include "test_window_memory.moc"
