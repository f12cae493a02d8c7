#include "core/workflow/default_desk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

class TestDefaultDesk : public QObject {
    Q_OBJECT

private slots:
    void followsThePlatform_data() {
        QTest::addColumn<int>("platform");
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("xdg");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("path");
        const int linux_ = int(Platform::Linux), mac = int(Platform::MacOs), windows = int(Platform::Windows);
        QTest::newRow("Linux without XDG_DATA_HOME uses the home folder")
            << linux_ << "/home/ann"
            << ""
            << ""
            << "/home/ann/.local/share/rotascope/desk.rota";
        QTest::newRow("Linux with XDG_DATA_HOME uses it") << linux_ << "/home/ann"
                                                          << "/data/ann"
                                                          << ""
                                                          << "/data/ann/rotascope/desk.rota";
        QTest::newRow("a relative XDG_DATA_HOME is ignored") << linux_ << "/home/ann"
                                                             << "data"
                                                             << ""
                                                             << "/home/ann/.local/share/rotascope/desk.rota";
        QTest::newRow("a slash at the end makes no double slash")
            << linux_ << "/home/ann/"
            << ""
            << ""
            << "/home/ann/.local/share/rotascope/desk.rota";
        QTest::newRow("macOS uses Application Support")
            << mac << "/Users/ann"
            << "/ignored"
            << ""
            << "/Users/ann/Library/Application Support/Rotascope/desk.rota";
        QTest::newRow("Windows uses the local application data")
            << windows << ""
            << ""
            << "C:\\Users\\Ann\\AppData\\Local"
            << "C:/Users/Ann/AppData/Local/Rotascope/desk.rota";
        QTest::newRow("letters outside ASCII pass through")
            << linux_ << QString::fromUtf8("/home/jürgen") << ""
            << "" << QString::fromUtf8("/home/jürgen/.local/share/rotascope/desk.rota");
    }

    void followsThePlatform() {
        QFETCH(int, platform);
        QFETCH(QString, home);
        QFETCH(QString, xdg);
        QFETCH(QString, local);
        const auto path = defaultDeskPath(
            {Platform(platform), home.toStdString(), xdg.toStdString(), local.toStdString(), {}});
        QVERIFY(path);
        QTEST(QString::fromStdString(*path), "path");
    }

    void portableDataLieBesideTheProgram_data() {
        QTest::addColumn<int>("platform");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("path");
        QTest::newRow("on Windows, with slashes") << int(Platform::Windows) << "E:\\Rotascope"
                                                  << "E:/Rotascope/data/desk.rota";
        QTest::newRow("on Linux, whatever the home folder is") << int(Platform::Linux) << "/media/stick/bin"
                                                               << "/media/stick/bin/data/desk.rota";
        QTest::newRow("a backslash in a Linux folder's name stays") << int(Platform::Linux) << "/media/a\\b"
                                                                    << "/media/a\\b/data/desk.rota";
    }

    void portableDataLieBesideTheProgram() {
        QFETCH(int, platform);
        QFETCH(QString, program);
        UserEnvironment environment{
            Platform(platform), "/home/ann", {}, "C:\\Users\\Ann\\AppData\\Local", {}};
        environment.portableFolder = program.toStdString();
        const auto path = defaultDeskPath(environment);
        QVERIFY(path);
        QTEST(QString::fromStdString(*path), "path");
    }

    void aProgramIsPortableWhenAFileSaysSo() {
        QTemporaryDir folder(QDir::tempPath() + QString::fromUtf8("/Ünïcode stick"));
        QVERIFY(folder.isValid());
        const std::string program = folder.path().toStdString();
        QCOMPARE(portableFolderAt(program), std::string());
        QVERIFY(QDir(folder.path()).mkdir("portable.txt"));
        QCOMPARE(portableFolderAt(program), std::string()); // a folder of that name says nothing
        QVERIFY(QDir(folder.path()).rmdir("portable.txt"));
        QFile mark(folder.filePath("portable.txt"));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        QCOMPARE(portableFolderAt(program), program);
        QCOMPARE(portableFolderAt({}), std::string());
    }

    void refusesWithoutAHome_data() {
        QTest::addColumn<int>("platform");
        QTest::addColumn<QString>("variable");
        QTest::newRow("Linux names HOME") << int(Platform::Linux) << "HOME";
        QTest::newRow("macOS names HOME") << int(Platform::MacOs) << "HOME";
        QTest::newRow("Windows names LOCALAPPDATA") << int(Platform::Windows) << "LOCALAPPDATA";
    }

    void refusesWithoutAHome() {
        QFETCH(int, platform);
        QFETCH(QString, variable);
        const auto path = defaultDeskPath({Platform(platform), {}, {}, {}, {}});
        QVERIFY(!path);
        QCOMPARE(path.error().kind, ErrorKind::Usage);
        QVERIFY(QString::fromStdString(path.error().message).contains(variable));
    }
};

QTEST_GUILESS_MAIN(TestDefaultDesk)
#include "test_default_desk.moc"
