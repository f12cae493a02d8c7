// Thousands of damaged fixtures: each is refused with a code, or read with every row accounted for. Never a
// crash.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QDir>
#include <QFile>
#include <QtTest>

#include <random>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr int kMutants = 4000;

QByteArray mutated(QByteArray text, std::mt19937& random) {
    static const QList<QByteArray> scraps{"\"",
                                          ",",
                                          ";",
                                          "\n",
                                          "\r",
                                          "\t",
                                          ".",
                                          "-",
                                          "(",
                                          "1.2.3",
                                          "NaN",
                                          "\xFF",
                                          "\xE4",
                                          QByteArray(1, '\0'),
                                          "2025-02-30",
                                          "04/05/2025",
                                          "99999999999999999999",
                                          "e",
                                          "$",
                                          "%",
                                          "\xEF\xBB\xBF",
                                          "1e400"};
    const int edits = 1 + static_cast<int>(random() % 6);
    for (int edit = 0; edit < edits && !text.isEmpty(); ++edit) {
        const auto at = static_cast<int>(random() % static_cast<unsigned>(text.size()));
        const auto length = static_cast<int>(random() % 40);
        switch (random() % 6) {
        case 0:
            text[at] = static_cast<char>(random());
            break;
        case 1:
            text.insert(at, scraps[static_cast<int>(random() % static_cast<unsigned>(scraps.size()))]);
            break;
        case 2:
            text.remove(at, length);
            break;
        case 3:
            text.insert(at, text.mid(at, length));
            break;
        case 4:
            text.truncate(at + 1);
            break;
        default:
            text.replace(at, 1, scraps[static_cast<int>(random() % static_cast<unsigned>(scraps.size()))]);
        }
    }
    return text;
}

} // namespace

class TestImportMutations : public QObject {
    Q_OBJECT

private slots:
    void damagedFilesAreRefusedOrAccountedFor() {
        const QDir folder(QStringLiteral(ROTASCOPE_TEST_DATA) + "/import");
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY(!names.isEmpty());
        std::mt19937 random(42);
        const ImportFolder scratch;
        int readable = 0;
        for (int i = 0; i < kMutants; ++i) {
            const QString name = names[i % names.size()];
            QFile fixture(folder.filePath(name));
            QVERIFY(fixture.open(QIODevice::ReadOnly));
            const QByteArray text = mutated(fixture.readAll(), random);
            MemoryStore store;
            QuietProgress progress;
            const FileImport file =
                importFile(store, scratch.write("IWM.csv", text), quietOptions(), progress);
            QVERIFY2(file.counts.balanced(), text);
            QVERIFY2(file.error ? !file.error->code.empty() && store.desk().values.empty()
                                : file.importId.has_value(),
                     text);
            QVERIFY2(codeOf(file) != "import_failed" && codeOf(file) != "changed_while_read", text);
            readable += file.error ? 0 : 1;
        }
        // Most damage leaves a file that is still understood; a mutator that breaks all would test nothing.
        QVERIFY(readable > kMutants / 4 && readable < kMutants);
    }
};

ROTASCOPE_SUITE(TestImportMutations)
#include "test_import_mutations.moc"
