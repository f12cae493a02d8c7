#include "tests/support/suites.h"
#include "tests/ui/plots/invented_figure.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/plot_scene.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace rotascope;

namespace {

void wheel(FigureView& view, QPointF at, QPoint turned, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWheelEvent event(at, view.mapToGlobal(at), {}, turned, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&view, &event);
}

void drag(FigureView& view, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::mousePress(&view, Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 8; ++step) {
        const QPoint at = from + (to - from) * step / 8;
        QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         modifiers);
        QApplication::sendEvent(&view, &move);
    }
    QTest::mouseRelease(&view, Qt::LeftButton, modifiers, to);
}

std::unique_ptr<FigureView> yearView() {
    auto view = shownView(inventedRotation(3000));
    view->setRange({2000, 2251});
    view->setHomeRange({2000, 2251});
    return view;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

} // namespace

class InteractionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<rotascope::SessionRange>(); }

    void aKeptPictureIsTheOneThatWasPainted() {
        const auto view = yearView();
        const QImage painted = view->grab().toImage();
        QVERIFY2(view->grab().toImage() == painted, "kept for the cursor");
        view->setRange({1000, 1251});
        const QImage other = view->grab().toImage();
        QVERIFY(other != painted);
        QTest::qWait(150);
        QVERIFY2(view->grab().toImage() == other, "kept after a moment");
        view->setRange({2000, 2251});
        QVERIFY(view->grab().toImage() == painted);
        view->hide();
        view->setRange({1000, 1251});
        for (int again = 0; again < 3; ++again)
            QVERIFY2(view->grab().toImage() == other, "also while it is hidden");
    }

    void theRangeSurvivesAnotherFigureOfTheSameDates() {
        const auto view = yearView();
        Figure next = inventedRotation(3000);
        next.panes.pop_back();
        next.asOfSession = 2100;
        view->setFigure(std::make_shared<const Figure>(next));
        QCOMPARE(view->range(), (SessionRange{2000, 2251}));
    }

    void theRangeKeepsItsDatesWhenTheAxisGrows() {
        const auto view = yearView();
        const Date first = (*view->figure()->dates)[2000];
        view->setFigure(std::make_shared<const Figure>(inventedRotation(3400, *makeDate(1978, 1, 2))));
        const auto& dates = *view->figure()->dates;
        QCOMPARE(dates[static_cast<std::size_t>(view->range().first)], first);
        QCOMPARE(view->range().last - view->range().first, 251.0);
    }

    void aWholeRangeStaysWholeWhenASessionIsAdded() {
        const auto view = shownView(inventedRotation(500));
        view->setFigure(std::make_shared<const Figure>(inventedRotation(501)));
        QCOMPARE(view->range(), (SessionRange{0, 500}));
    }

    void setRangeIsSilentAndIsNotHome() {
        const auto view = yearView();
        QSignalSpy changed(view.get(), &FigureView::rangeChanged);
        QSignalSpy home(view.get(), &FigureView::wentHome);
        view->setRange({100, 400});
        QCOMPARE(changed.count(), 0);
        QTest::mouseDClick(view.get(), Qt::LeftButton, {}, {400, 200});
        QCOMPARE(view->range(), (SessionRange{2000, 2251}));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(home.count(), 1);
    }

    void theWheelZoomsAtThePointer() {
        const auto view = yearView();
        QSignalSpy changed(view.get(), &FigureView::rangeChanged);
        for (const double x : {40.0, 333.0, 800.0}) {
            view->setRange({2000, 2251});
            const double under = view->scene().axis.session(x);
            wheel(*view, {x, 200}, {0, 120});
            QVERIFY(view->range().last - view->range().first < 251);
            QVERIFY(near(view->scene().axis.session(x), under, 1e-6));
            wheel(*view, {x, 200}, {0, -120});
            QVERIFY(near(view->range().first, 2000, 1e-6) && near(view->range().last, 2251, 1e-6));
        }
        QCOMPARE(changed.count(), 6);
    }

    void theWheelStopsAtTheEnds() {
        const auto view = shownView(inventedRotation(300));
        for (int i = 0; i < 60; ++i)
            wheel(*view, {500, 200}, {0, 120});
        QVERIFY(near(view->range().last - view->range().first, 4, 1e-9));
        for (int i = 0; i < 60; ++i)
            wheel(*view, {500, 200}, {0, -120});
        QCOMPARE(view->range(), (SessionRange{0, 299}));
    }

    void theWheelPansWithShiftAndSideways() {
        const auto view = yearView();
        const double under = view->scene().axis.session(300);
        wheel(*view, {300, 200}, {60, 0});
        QVERIFY(near(view->scene().axis.session(360), under, 1e-6));
        wheel(*view, {300, 200}, {0, -60}, Qt::ShiftModifier);
        QVERIFY(near(view->scene().axis.session(300), under, 1e-6));
    }

    void draggingPans() {
        const auto view = yearView();
        QSignalSpy changed(view.get(), &FigureView::rangeChanged);
        const double under = view->scene().axis.session(300);
        drag(*view, {300, 200}, {500, 220});
        QVERIFY(near(view->scene().axis.session(500), under, 1e-6));
        QVERIFY(near(view->range().last - view->range().first, 251, 1e-6));
        QVERIFY(changed.count() > 0);
    }

    void shiftDraggingZoomsIntoTheBox() {
        const auto view = yearView();
        const int first = view->scene().axis.nearestSession(300);
        const int last = view->scene().axis.nearestSession(500);
        drag(*view, {500, 100}, {300, 300}, Qt::ShiftModifier);
        QCOMPARE(view->range(), (SessionRange{static_cast<double>(first), static_cast<double>(last)}));
    }

    void measuringSaysItsSessionsAndMovesNothing() {
        const auto view = yearView();
        view->setDragMode(DragMode::Measure);
        QSignalSpy measured(view.get(), &FigureView::measured);
        QSignalSpy measuring(view.get(), &FigureView::measuring);
        const int first = view->scene().axis.nearestSession(300);
        const int last = view->scene().axis.nearestSession(500);
        drag(*view, {500, 100}, {300, 120});
        QCOMPARE(view->range(), (SessionRange{2000, 2251}));
        QCOMPARE(measured.count(), 1);
        QCOMPARE(measured[0][0].toInt(), first);
        QCOMPARE(measured[0][1].toInt(), last);
        QVERIFY(measuring.count() > 1);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, {400, 200});
        QCOMPARE(measured.count(), 1);
    }

    void thePointerReadsTheNearestSession() {
        const auto view = yearView();
        QSignalSpy moved(view.get(), &FigureView::cursorMoved);
        QTest::mouseMove(view.get(), {400, 200});
        QCOMPARE(view->cursorSession(), std::optional<int>(view->scene().axis.nearestSession(400)));
        QCOMPARE(moved.last()[0].toInt(), *view->cursorSession());
        QVERIFY(view->cursorScene().crosshairX.has_value());
        const Date date = (*view->figure()->dates)[static_cast<std::size_t>(*view->cursorSession())];
        QCOMPARE(view->cursorScene().date.text, QString::fromStdString(weekdayDayMonthYear(date)));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.get(), &leave);
        QVERIFY(!view->cursorSession());
        QCOMPARE(moved.last()[0].toInt(), -1);
    }

    void setCursorIsSilentAndRefusesWhatIsNotThere() {
        const auto view = yearView();
        QSignalSpy moved(view.get(), &FigureView::cursorMoved);
        view->setCursor(2100);
        QCOMPARE(view->cursorSession(), std::optional<int>(2100));
        view->setCursor(3000);
        QVERIFY(!view->cursorSession());
        view->setCursor(-1);
        QVERIFY(!view->cursorSession());
        QCOMPARE(moved.count(), 0);
    }

    void keysMoveTheCursor_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("session");
        QTest::newRow("left: one back") << int(Qt::Key_Left) << 0 << 2099;
        QTest::newRow("right: one on") << int(Qt::Key_Right) << 0 << 2101;
        QTest::newRow("Ctrl+left: a week back") << int(Qt::Key_Left) << int(Qt::ControlModifier) << 2095;
        QTest::newRow("Ctrl+right: a week on") << int(Qt::Key_Right) << int(Qt::ControlModifier) << 2105;
        QTest::newRow("page up: a month back") << int(Qt::Key_PageUp) << 0 << 2079;
        QTest::newRow("page down: a month on") << int(Qt::Key_PageDown) << 0 << 2121;
        QTest::newRow("home: first in sight") << int(Qt::Key_Home) << 0 << 2000;
        QTest::newRow("end: last in sight") << int(Qt::Key_End) << 0 << 2251;
    }
    void keysMoveTheCursor() {
        QFETCH(const int, key);
        QFETCH(const int, modifiers);
        QFETCH(const int, session);
        const auto view = yearView();
        view->setCursor(2100);
        QSignalSpy moved(view.get(), &FigureView::cursorMoved);
        QTest::keyClick(view.get(), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
        QCOMPARE(view->cursorSession(), std::optional<int>(session));
        QCOMPARE(moved.count(), 1);
    }

    void theKeyboardCursorIsReadOut() {
        const auto view = yearView();
        view->setCursor(2100);
        QTest::keyClick(view.get(), Qt::Key_Right);
        const QString spoken = view->accessibleDescription();
        QVERIFY2(spoken.startsWith(view->cursorScene().date.text), qPrintable(spoken));
        QVERIFY(spoken.contains(QStringLiteral("RUT / SPX ") +
                                view->cursorScene().panes[0].legend[0].value.text));
        QVERIFY(spoken.endsWith(QString::fromStdString(view->figure()->summary)));
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(view->accessibleDescription(), QString::fromStdString(view->figure()->summary));
    }

    void theFirstKeyShowsTheAsOfSession() {
        const auto view = shownView(inventedRotation(300));
        QTest::keyClick(view.get(), Qt::Key_Left);
        QCOMPARE(view->cursorSession(), std::optional<int>(299));
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QVERIFY(!view->cursorSession());
    }

    void theRangeFollowsACursorThatWalksOut() {
        const auto view = yearView();
        view->setCursor(2251);
        QTest::keyClick(view.get(), Qt::Key_PageDown);
        QCOMPARE(view->cursorSession(), std::optional<int>(2272));
        QCOMPARE(view->range(), (SessionRange{2021, 2272}));
    }

    void plusAndMinusZoomAtTheCursor() {
        const auto view = yearView();
        view->setCursor(2100);
        const double x = view->scene().axis.x(2100);
        QTest::keyClick(view.get(), Qt::Key_Plus);
        QVERIFY(near(view->scene().axis.x(2100), x, 1e-6));
        QVERIFY(view->range().last - view->range().first < 251);
    }

    void escapeWithoutACursorBelongsToThePage() {
        const auto view = yearView();
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        escape.accept();
        QApplication::sendEvent(view.get(), &escape);
        QVERIFY(!escape.isAccepted());
    }

    void aClickOnAMarkOpensIt() {
        const auto view = shownView(inventedRotation(3000));
        const auto& marks = view->scene().panes[1].marks;
        QVERIFY(!marks.empty());
        QSignalSpy activated(view.get(), &FigureView::markerActivated);
        const MarkBox mark = marks.front();
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, mark.shape.center().toPoint());
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated[0][0].value<Date>(), mark.date);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, QPoint(20, 40));
        QCOMPARE(activated.count(), 1);
    }

    void returnOpensTheMarkAtTheCursor() {
        const auto view = shownView(inventedRotation(3000));
        QSignalSpy activated(view.get(), &FigureView::markerActivated);
        view->setCursor(view->scene().panes[1].marks.front().session);
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void theDataIsAFunctionKeyAway() {
        const auto view = yearView();
        QSignalSpy requested(view.get(), &FigureView::dataRequested);
        QTest::keyClick(view.get(), Qt::Key_F2);
        QCOMPARE(requested.count(), 1);
    }

    void copyPutsThePictureOnTheClipboard() {
        const auto view = yearView();
        QApplication::clipboard()->clear();
        QTest::keyClick(view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->pixmap().size(), view->size() * 2);
    }

    void theCalendarSwitchKeepsTheRange() {
        const auto view = yearView();
        view->setCalendarAxis(true);
        QVERIFY(view->isCalendarAxis());
        QCOMPARE(view->range(), (SessionRange{2000, 2251}));
        const SessionAxis& axis = view->scene().axis;
        int friday = 2000;
        while (std::chrono::weekday{(*view->figure()->dates)[static_cast<std::size_t>(friday)]} !=
               std::chrono::Friday)
            ++friday;
        const double weekend = axis.x(friday + 1) - axis.x(friday);
        const double night = axis.x(friday) - axis.x(friday - 1);
        QVERIFY(near(weekend, 3 * night, 1e-6));
    }
};

ROTASCOPE_SUITE(InteractionTest)
#include "test_interaction.moc"
