// The log file by itself: lines, rotation, many writers, and what cannot be written to.
#include "app/log/log_file.h"
#include "app/log/log_place.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace rotascope;

namespace {

QByteArray textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLogFile : public QObject {
    Q_OBJECT

private slots:
    void aLineIsOneJsonObject() {
        const log::Writer writer{"rota 1.2.3", "m\"ary", 42};
        const log::Entry entry{"import",
                               {{"file", std::string("C:\\new\nfile \xc3\xa9.csv")},
                                {"stored", std::int64_t{1234567890123}},
                                {"symbols", std::vector<std::string>{"RUT", "SPX"}}}};
        const std::string line = log::lineOf(writer, "2026-11-26T10:00:00Z", entry);
        QCOMPARE(line.find('\n'), line.size() - 1);
        const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QCOMPARE(object.keys(),
                 QStringList({"at", "event", "file", "process", "program", "stored", "symbols", "user"}));
        QCOMPARE(object["file"].toString(), QStringLiteral("C:\\new\nfile é.csv"));
        QCOMPARE(object["user"].toString(), QStringLiteral("m\"ary"));
        QCOMPARE(object["stored"].toInteger(), qint64(1234567890123));
        QCOMPARE(object["symbols"].toArray().size(), 2);
    }

    void aFullFileTurns() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("deep/er/log.jsonl").toStdString();
        const log::File file(path, 100, 2);
        for (int i = 0; i < 20; ++i)
            QVERIFY(file.append("line " + std::to_string(i) + " of thirty-one bytes....\n"));
        const QString base = QString::fromStdString(path);
        QVERIFY(textOf(base).contains("line 19"));
        QVERIFY(textOf(base + ".1").contains("line 17") || textOf(base + ".1").contains("line 16"));
        QVERIFY(QFile::exists(base + ".2"));
        QVERIFY(!QFile::exists(base + ".3"));
        for (const char* ending : {"", ".1", ".2"})
            QVERIFY(textOf(base + ending).size() <= 100);
    }

    void linesOfManyWritersAreWholeAlsoWhileItTurns() {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("log.jsonl").toStdString();
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&path, writer] {
                const log::File file(path, 2'000, 50);
                for (int i = 0; i < 100; ++i)
                    (void)file.append("<" + std::string(20, static_cast<char>('a' + writer)) + ">\n");
            });
        for (std::thread& writer : writers)
            writer.join();
        int lines = 0;
        for (const QString& name : QDir(folder.path()).entryList({"log.jsonl*"}, QDir::Files))
            for (const QByteArray& line : textOf(folder.filePath(name)).split('\n')) {
                if (line.isEmpty())
                    continue;
                ++lines;
                QCOMPARE(line, QByteArray("<" + QByteArray(20, line.size() > 1 ? line[1] : '?') + ">"));
            }
        QCOMPARE(lines, 400);
    }

    void whatCannotBeWrittenToIsSaid() {
        const QTemporaryDir folder;
        const std::string place = folder.filePath("file").toStdString();
        QVERIFY(log::File(place).append("x\n"));
        const auto done = log::File(place + "/log.jsonl").append("x\n");
        QVERIFY(!done);
        QCOMPARE(done.error().code, std::string("no_log"));
    }

    void thePlace() {
        QCOMPARE(log::logPath("", "/home/a"), std::optional<std::string>("/home/a/log.jsonl"));
        QCOMPARE(log::logPath("x.jsonl", "/home/a"), std::optional<std::string>("x.jsonl"));
        QVERIFY(!log::logPath("none", "/home/a"));
        QVERIFY(!log::logPath("", ""));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "test_log_file.moc"
