// The window as a process, as a script would run it: without a display, with nothing but its exit code and
// its files.
#include "core/demo/demo_market.h"
#include "db/open_desk.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

namespace {

struct Silent final : ProgressSink {
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

struct Outcome {
    int exitCode = -1;
    QString said;
};

} // namespace

class TestProcess : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    Outcome run(const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.remove(QStringLiteral("XDG_DATA_HOME"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(ROTASCOPE_PROGRAM), arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return {-1, "it did not end by itself"};
        return {process.exitCode(),
                QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
    }

private slots:
    void initTestCase() {
        auto store = openDesk(path("demo.rota").toStdString(), DeskMode::Create);
        QVERIFY(store.has_value());
        Silent silent;
        QVERIFY(fillDemoDesk(**store, "2025-11-28T21:05:00Z", silent).has_value());
        QVERIFY(openDesk(path("empty.rota").toStdString(), DeskMode::Create).has_value());
        QFile bad(path("bad.rota"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("Date,Close\n2024-01-02,1\n");
    }

    void aPictureIsMadeInEachTheme_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("the Overview") << QStringList{};
        QTest::newRow("Divergence as of 2024-11-06") << words("--page divergence --as-of 2024-11-06");
        QTest::newRow("dark") << words("--theme dark");
        QTest::newRow("high contrast") << words("--theme contrast");
    }
    void aPictureIsMadeInEachTheme() {
        QFETCH(QStringList, options);
        const QString file = path("picture.png");
        QFile::remove(file);
        const Outcome outcome =
            run(QStringList{path("demo.rota"), "--screenshot", file, "--size", "1280x800"} + options);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.said));
        const QImage picture(file);
        QCOMPARE(picture.size(), QSize(1280, 800));
    }

    void whatCannotBeShownHasItsExitCode_data() {
        QTest::addColumn<QString>("desk");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("a desk that does not exist") << "none.rota" << QStringList{} << 4;
        QTest::newRow("a file that is no desk") << "bad.rota" << QStringList{} << 4;
        QTest::newRow("an as-of before the data") << "demo.rota" << words("--as-of 1950-01-03") << 3;
        QTest::newRow("an empty desk is a desk") << "empty.rota" << QStringList{} << 0;
        QTest::newRow("an option that does not exist") << "demo.rota" << words("--frobnicate") << 1;
    }
    void whatCannotBeShownHasItsExitCode() {
        QFETCH(QString, desk);
        QFETCH(QStringList, options);
        const Outcome outcome =
            run(QStringList{m_folder.filePath(desk), "--screenshot", path("other.png")} + options);
        QVERIFY2(!outcome.said.isEmpty() || outcome.exitCode == 0, "a refusal comes with a sentence");
        QTEST(outcome.exitCode, "exitCode");
    }

    void aReportIsWrittenWithoutADisplay_data() {
        QTest::addColumn<QString>("desk");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("paper") << "demo.rota"
                               << "r.pdf" << 0;
        QTest::newRow("a page") << "demo.rota"
                                << "r.html" << 0;
        QTest::newRow("what is there stays") << "demo.rota"
                                             << "bad.rota.html" << 3;
        QTest::newRow("another ending") << "demo.rota"
                                        << "r.doc" << 1;
        QTest::newRow("an empty desk") << "empty.rota"
                                       << "e.pdf" << 3;
        QTest::newRow("no desk") << "none.rota"
                                 << "n.pdf" << 4;
    }
    void aReportIsWrittenWithoutADisplay() {
        QFETCH(QString, desk);
        QFETCH(QString, file);
        QFile there(path("bad.rota.html"));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.close();
        const Outcome outcome =
            run({m_folder.filePath(desk), "--as-of", "2024-11-06", "--report", m_folder.filePath(file)});
        QTEST(outcome.exitCode, "exitCode");
        QCOMPARE(outcome.said.isEmpty(), outcome.exitCode == 0);
        const qint64 size = QFile(m_folder.filePath(file)).size();
        QVERIFY(outcome.exitCode == 0 ? size > 20'000 : size == 0);
    }

    void filesOfTheCommandLineAreImportedAndShown() {
        QVERIFY(openDesk(path("mine.rota").toStdString(), DeskMode::Create).has_value());
        for (const char* symbol : {"RUT", "SPX"}) {
            QFile file(m_folder.filePath(QLatin1String(symbol) + QStringLiteral(".csv")));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("Date,Open,High,Low,Close,Adj Close,Volume\n");
            for (int day = 1; day <= 28; ++day)
                file.write(QStringLiteral("2024-02-%1,10,12,9,%2,%2,1000\n")
                               .arg(day, 2, 10, QLatin1Char('0'))
                               .arg(10 + day % 3 + 0.25)
                               .toLatin1());
        }
        const Outcome outcome = run({path("mine.rota"), "--import", path("RUT.csv"), path("SPX.csv"),
                                     "--screenshot", path("mine.png")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.said));
        auto store = openDesk(path("mine.rota").toStdString(), DeskMode::Write);
        QVERIFY(store.has_value());
        const auto held = (*store)->instruments();
        QVERIFY(held.has_value());
        QCOMPARE(held->size(), std::size_t(2));
        QCOMPARE((*held)[0].series[0].observations, std::uint64_t(28));
        QCOMPARE((*store)->imports()->size(), std::size_t(2));
        QVERIFY(QImage(path("mine.png")).width() > 0);
    }

    void aPictureIsMadeWithoutAWord() {
        QCOMPARE(run({path("demo.rota"), "--screenshot", path("quiet.png")}).said, QString());
    }

    void aFileThatIsNoDeskIsLeftAlone() {
        QFile bad(path("bad.rota"));
        QVERIFY(bad.open(QIODevice::ReadOnly));
        QCOMPARE(bad.readAll(), QByteArray("Date,Close\n2024-01-02,1\n"));
        QVERIFY(!QFile::exists(path("none.rota")));
    }

    void withoutANameThePerUserDeskIsMade() {
        const Outcome outcome = run({"--screenshot", path("user.png")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.said));
        QVERIFY(QFile::exists(path(".local/share/rotascope/desk.rota")));
    }

    void helpAndVersionNeedNoDisplay() {
        QVERIFY(run({"--help"}).said.contains(QStringLiteral("--screenshot")));
        QVERIFY(run({"--version"}).said.startsWith(QStringLiteral("rotascope ")));
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "test_process.moc"
