#include "tests/support/suites.h"
#include "ui/session/task_runner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace rotascope;

class TestTaskRunner : public QObject {
    Q_OBJECT

private slots:
    void deliversOnTheCallingThread() {
        TaskRunner runner;
        QThread* workThread = nullptr;
        QThread* doneThread = nullptr;
        int value = 0;
        runner.run<int>(
            QStringLiteral("a"), {},
            [&workThread](ProgressSink&) {
                workThread = QThread::currentThread();
                return 42;
            },
            [&](const std::shared_ptr<const int>& result) {
                doneThread = QThread::currentThread();
                value = *result;
            });
        QTRY_COMPARE(value, 42);
        QCOMPARE(doneThread, QThread::currentThread());
        QVERIFY(workThread != doneThread);
    }

    void theLatestRequestOfASlotWins() {
        TaskRunner runner;
        auto gate = std::make_shared<QSemaphore>();
        std::vector<int> delivered;
        const auto note = [&delivered](const std::shared_ptr<const int>& result) {
            delivered.push_back(*result);
        };
        runner.run<int>(
            QStringLiteral("a"), {},
            [gate](ProgressSink&) {
                gate->acquire();
                return 1;
            },
            note);
        runner.run<int>(
            QStringLiteral("a"), {}, [](ProgressSink&) { return 2; }, note);
        gate->release();
        QTRY_VERIFY(runner.isIdle());
        QTest::qWait(50);
        QCOMPARE(delivered, std::vector<int>{2});
    }

    /// More jobs than threads: the last one waits for its turn when it is stopped.
    void whatIsStoppedBeforeItBeganStillSaysSo() {
        TaskRunner runner;
        auto gate = std::make_shared<QSemaphore>();
        const int others = 2 * QThread::idealThreadCount() + 4;
        for (int i = 0; i < others; ++i)
            runner.run<int>(
                QString::number(i), {},
                [gate](ProgressSink&) {
                    gate->acquire();
                    return 1;
                },
                [](const std::shared_ptr<const int>&) {});
        std::vector<bool> stopped;
        int dropped = 0;
        runner.run<bool>(
            QStringLiteral("import"), {}, [](ProgressSink& progress) { return progress.cancelled(); },
            [&stopped](const std::shared_ptr<const bool>& was) { stopped.push_back(*was); });
        runner.run<int>(
            QStringLiteral("picture"), {}, [](ProgressSink&) { return 1; },
            [&dropped](const std::shared_ptr<const int>& one) { dropped += *one; });
        runner.cancel(QStringLiteral("import"), true);
        runner.cancel(QStringLiteral("picture"));
        gate->release(others);
        QTRY_VERIFY(runner.isIdle());
        QCOMPARE(stopped, std::vector<bool>{true});
        QCOMPARE(dropped, 0);
    }

    /// By the events that are posted already, without another thread.
    void whatIsAtHandArrivesWithoutWaiting() {
        TaskRunner runner;
        std::vector<int> delivered;
        const auto note = [&delivered](const std::shared_ptr<const int>& result) {
            delivered.push_back(*result);
        };
        runner.run<int>(
            QStringLiteral("a"), {}, [](ProgressSink&) { return 1; }, note);
        runner.hand<int>(QStringLiteral("a"), std::make_shared<const int>(2),
                         [&](const std::shared_ptr<const int>& result) {
                             note(result);
                             runner.hand<int>(QStringLiteral("b"), std::make_shared<const int>(3), note);
                         });
        QVERIFY(delivered.empty() && !runner.isIdle());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(delivered, (std::vector<int>{2}));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(delivered, (std::vector<int>{2, 3}));
        QVERIFY(runner.isIdle());
        QTest::qWait(30);
        QCOMPARE(delivered, (std::vector<int>{2, 3}));
    }

    void whatCanWaitBeginsWhenTheHoldIsLifted() {
        TaskRunner runner;
        std::vector<int> delivered;
        const auto note = [&delivered](const std::shared_ptr<const int>& result) {
            delivered.push_back(*result);
        };
        runner.holdLater(true);
        runner.runLater<int>(
            QStringLiteral("a"), [](ProgressSink&) { return 1; }, note);
        runner.runLater<int>(
            QStringLiteral("a"), [](ProgressSink&) { return 2; }, note);
        QVERIFY(runner.isIdle());
        QTest::qWait(30);
        QVERIFY(delivered.empty());
        runner.holdLater(false);
        QTRY_COMPARE(delivered, std::vector<int>{2});
        runner.runLater<int>(
            QStringLiteral("a"), [](ProgressSink&) { return 3; }, note);
        QTRY_COMPARE(delivered, (std::vector<int>{2, 3}));
    }

    void whatIsMadeAsideWaitsForTheNextIdle() {
        TaskRunner runner;
        const QSignalSpy idle(&runner, &TaskRunner::idle);
        int made = 0;
        const auto begin = [&] {
            runner.runAside<int>([](ProgressSink&) { return 1; },
                                 [&made](const std::shared_ptr<const int>& one) { made += *one; });
        };
        runner.holdLater(true);
        begin();
        QTest::qWait(30);
        QCOMPARE(made, 0);
        QCOMPARE(idle.count(), 0);
        runner.holdLater(false);
        QCOMPARE(idle.count(), 1);
        begin();
        QTRY_COMPARE(made, 1);
    }

    void slotsDoNotDisturbEachOther() {
        TaskRunner runner;
        int sum = 0;
        const auto add = [&sum](const std::shared_ptr<const int>& result) { sum += *result; };
        runner.run<int>(
            QStringLiteral("a"), {}, [](ProgressSink&) { return 1; }, add);
        runner.run<int>(
            QStringLiteral("b"), {}, [](ProgressSink&) { return 10; }, add);
        QTRY_COMPARE(sum, 11);
    }

    void aCancelledJobIsToldAndDeliversNothing() {
        TaskRunner runner;
        auto sawCancel = std::make_shared<std::atomic<bool>>(false);
        auto started = std::make_shared<QSemaphore>();
        bool delivered = false;
        runner.run<int>(
            QStringLiteral("a"), QStringLiteral("Counting"),
            [sawCancel, started](ProgressSink& progress) {
                started->release();
                while (!progress.cancelled())
                    QThread::msleep(1);
                *sawCancel = true;
                return 0;
            },
            [&delivered](const std::shared_ptr<const int>&) { delivered = true; });
        started->acquire();
        QCOMPARE(runner.visibleJobs().size(), std::size_t(1));
        runner.cancel(QStringLiteral("a"));
        QVERIFY(runner.isIdle());
        QVERIFY(runner.visibleJobs().empty());
        QTRY_VERIFY(*sawCancel);
        QTest::qWait(30);
        QVERIFY(!delivered);
    }

    void progressArrivesWithItsNumbers() {
        TaskRunner runner;
        auto gate = std::make_shared<QSemaphore>();
        runner.run<int>(
            QStringLiteral("a"), QStringLiteral("Counting"),
            [gate](ProgressSink& progress) {
                progress.report(3, 10, 7);
                gate->acquire();
                return 0;
            },
            [](const std::shared_ptr<const int>&) {});
        QTRY_COMPARE(runner.visibleJobs().front().done, std::uint64_t(3));
        QCOMPARE(runner.visibleJobs().front().total, std::uint64_t(10));
        QCOMPARE(runner.visibleJobs().front().rows, std::uint64_t(7));
        gate->release();
        QTRY_VERIFY(runner.isIdle());
    }

    void goingAwayWaitsForTheWork() {
        auto ended = std::make_shared<std::atomic<bool>>(false);
        {
            TaskRunner runner;
            auto started = std::make_shared<QSemaphore>();
            runner.run<int>(
                QStringLiteral("a"), {},
                [ended, started](ProgressSink& progress) {
                    started->release();
                    while (!progress.cancelled())
                        QThread::msleep(1);
                    *ended = true;
                    return 0;
                },
                [](const std::shared_ptr<const int>&) { QFAIL("delivered into a runner that is gone"); });
            started->acquire();
        }
        QVERIFY(*ended);
    }
};

ROTASCOPE_SUITE(TestTaskRunner)
#include "test_task_runner.moc"
