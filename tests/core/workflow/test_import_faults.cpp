// What happens when the world moves: the file changes, the user cancels, the store fails.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QFile>
#include <QtTest>

#include <functional>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// `remark` bytes of text at the end of each row make the file longer.
QByteArray longFile(int rows, int remark = 0) {
    QByteArray text = "Symbol,Date,Close,Remark\n";
    for (int row = 0; row < rows; ++row)
        text += QByteArray("S") + QByteArray::number(row / 20000) + ',' +
                QDate(1960, 1, 1).addDays(row % 20000).toString(Qt::ISODate).toUtf8() + ",12.5," +
                QByteArray(remark, 'x') + "\n";
    return text;
}

/// Does something at the n-th question whether to stop.
class MeddlingProgress final : public ProgressSink {
public:
    MeddlingProgress(int at, std::function<void()> what)
        : m_at(at)
        , m_what(std::move(what)) {}
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override {
        if (++m_asked == m_at)
            m_what();
        return stop;
    }

    bool stop = false;

private:
    int m_at;
    std::function<void()> m_what;
    mutable int m_asked = 0;
};

} // namespace

class TestImportFaults : public QObject {
    Q_OBJECT

private slots:
    void aFileThatChangesWhileItIsReadIsRefused_data() {
        QTest::addColumn<int>("when");
        QTest::addColumn<bool>("sameSize");
        QTest::newRow("grows while it is surveyed") << 2 << false;
        QTest::newRow("changes a byte while it is surveyed") << 2 << true;
        QTest::newRow("grows while it is read") << 13 << false;
        QTest::newRow("changes a byte while it is read") << 13 << true;
    }

    void aFileThatChangesWhileItIsReadIsRefused() {
        QFETCH(int, when);
        QFETCH(bool, sameSize);
        const ImportFolder folder;
        const std::string path = folder.write("prices.csv", longFile(100000));
        bool changed = false;
        MeddlingProgress progress(when, [&] {
            QFile file(QString::fromStdString(path));
            QVERIFY(file.open(sameSize ? QIODevice::ReadWrite : QIODevice::Append));
            if (sameSize)
                file.seek(file.size() - 4);
            changed = file.write("9") == 1;
        });
        MemoryStore store;
        const FileImport file = importFile(store, path, quietOptions(), progress);
        QVERIFY(changed);
        QCOMPARE(codeOf(file), std::string("changed_while_read"));
        QVERIFY(store.desk().values.empty());
        QVERIFY(file.counts.balanced());
    }

    void aCancelledImportLeavesNothing() {
        const ImportFolder folder;
        const std::string path = folder.write("prices.csv", longFile(100000));
        for (const int when : {1, 5, 12, 16}) {
            MeddlingProgress* self = nullptr;
            MeddlingProgress progress(when, [&] { self->stop = true; });
            self = &progress;
            MemoryStore store;
            const FileImport file = importFile(store, path, quietOptions(), progress);
            QVERIFY(progress.stop);
            QCOMPARE(codeOf(file), std::string("cancelled"));
            QVERIFY(store.desk().values.empty() && store.desk().imports.empty());
        }
    }

    void progressGoesForward() {
        const ImportFolder folder;
        QuietProgress progress;
        MemoryStore store;
        const FileImport file =
            importFile(store, folder.write("prices.csv", longFile(20000, 500)), quietOptions(), progress);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QVERIFY(progress.reports > 0);
        QVERIFY(!progress.wentBackwards);
    }

    void aStoreThatFailsIsReportedAndEndsBothThreads() {
        const ImportFolder folder;
        const std::string path = folder.write("prices.csv", longFile(100000));
        MemoryStore store;
        store.failWrites(Error{ErrorKind::Desk, "disk_full", "The disk is full."});
        QuietProgress progress;
        const FileImport file = importFile(store, path, quietOptions(), progress);
        QCOMPARE(codeOf(file), std::string("disk_full"));
        QVERIFY(file.error->kind == ErrorKind::Desk);
        QVERIFY(store.desk().values.empty());
    }

    void theOriginalLineIsShownWhileTheFileIsTheSame() {
        const ImportFolder folder;
        const std::string path =
            folder.write("IWM.csv", "Date,Close\r\n2025-01-02, 5.50\r\n31.M\xE4rz 2025,6\r\n");
        MemoryStore store;
        QuietProgress progress;
        const FileImport file = importFile(store, path, quietOptions(), progress);
        QVERIFY2(!file.error, codeOf(file).c_str());
        QCOMPARE(*originalLine(path, file.sha256, 1), std::string("Date,Close"));
        QCOMPARE(*originalLine(path, file.sha256, 2), std::string("2025-01-02, 5.50"));
        QCOMPARE(*originalLine(path, file.sha256, 3), std::string("31.M\u00e4rz 2025,6"));
        QCOMPARE(originalLine(path, file.sha256, 9).error().code, std::string("no_such_line"));
        folder.write("IWM.csv", "Date,Close\n2025-01-02,5.51\n");
        QCOMPARE(originalLine(path, file.sha256, 2).error().code, std::string("file_changed"));
        QFile::remove(QString::fromStdString(path));
        QCOMPARE(originalLine(path, file.sha256, 2).error().code, std::string("missing_file"));
    }
};

ROTASCOPE_SUITE(TestImportFaults)
#include "test_import_faults.moc"
