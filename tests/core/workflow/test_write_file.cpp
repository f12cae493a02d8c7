#include "core/workflow/write_file.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

} // namespace

class WriteFileTest : public QObject {
    Q_OBJECT

private slots:
    void itIsWrittenWhole() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromUtf8("Bericht für Ärzte.html"));
        QVERIFY(writeWhole(path.toStdString(), "all of it", Existing::Keep));
        QCOMPARE(contentOf(path), QByteArray("all of it"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void whatIsThereStaysUnlessItMayBeReplaced() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.html");
        QVERIFY(writeWhole(path.toStdString(), "first", Existing::Keep));
        const auto again = writeWhole(path.toStdString(), "second", Existing::Keep);
        QVERIFY(!again && again.error().code == "file_exists");
        QCOMPARE(contentOf(path), QByteArray("first"));
        QVERIFY(writeWhole(path.toStdString(), "second", Existing::Replace));
        QCOMPARE(contentOf(path), QByteArray("second"));
    }

    void placesThatAreNoneAreRefused() {
        const QTemporaryDir folder;
        const auto noFolder = writeWhole(folder.filePath("none/a.html").toStdString(), "x", Existing::Keep);
        QVERIFY(!noFolder && noFolder.error().code == "no_folder");
        const auto isFolder = writeWhole(folder.path().toStdString(), "x", Existing::Replace);
        QVERIFY(!isFolder && isFolder.error().code == "is_directory");
    }

    void aFailureLeavesWhatWasThere() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.html");
        QVERIFY(writeWhole(path.toStdString(), "first", Existing::Keep));
        QVERIFY(QDir(folder.path()).mkdir("a.html.part")); // where the new text would be written
        const auto failed = writeWhole(path.toStdString(), "second", Existing::Replace);
        QVERIFY(!failed && failed.error().code == "cannot_write");
        QVERIFY(failed.error().kind == ErrorKind::Desk);
        QCOMPARE(contentOf(path), QByteArray("first"));
    }
};

ROTASCOPE_SUITE(WriteFileTest)
#include "test_write_file.moc"
