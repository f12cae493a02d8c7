#include "core/csv/csv_reader.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace rotascope;

namespace {

using Records = std::vector<std::vector<std::string>>;

struct Read {
    Records records;
    std::vector<std::uint32_t> lines;
    std::string error;
};

/// Gives bytes in small pieces, so that every boundary of the reader's buffer is met.
class SlowSource final : public ByteSource {
public:
    SlowSource(std::string bytes, std::size_t piece)
        : m_bytes(std::move(bytes))
        , m_piece(piece) {}
    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t count = std::min({into.size(), m_bytes.size() - m_at, m_piece});
        std::copy_n(m_bytes.data() + m_at, count, into.data());
        m_at += count;
        return count;
    }
    Result<void> rewind() override {
        m_at = 0;
        return {};
    }
    std::uint64_t size() const override { return m_bytes.size(); }
    bool unchanged() const override { return true; }

private:
    std::string m_bytes;
    std::size_t m_piece;
    std::size_t m_at = 0;
};

Read readAll(const std::string& text, const Dialect& dialect = {}, std::size_t piece = std::size_t{1} << 20) {
    SlowSource source(text, piece);
    TextSource decoded(source, dialect.encoding);
    CsvReader reader(decoded, dialect);
    Read read;
    CsvReader::Pull pull = reader.next();
    for (; pull == CsvReader::Pull::Record; pull = reader.next()) {
        auto& cells = read.records.emplace_back();
        for (const CsvCell& cell : reader.record().cells)
            cells.emplace_back(cell.text);
        read.lines.push_back(reader.record().line);
    }
    if (pull == CsvReader::Pull::Failed)
        read.error = reader.error().code;
    return read;
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void recordsAreCutIntoTrimmedCells() {
        QVERIFY((readAll("a, b ,c\r\n1,,3\n").records == Records{{"a", "b", "c"}, {"1", "", "3"}}));
        QVERIFY((readAll("a,b\n1,2").records == Records{{"a", "b"}, {"1", "2"}}));
        QVERIFY((readAll("a,b\n\n1,2\n").records == Records{{"a", "b"}, {""}, {"1", "2"}}));
        QVERIFY(readAll("").records.empty());
    }

    void quotesHoldDelimitersQuotesAndLineEnds() {
        QVERIFY((readAll("\"Nov 28, 2025\",5\n").records == Records{{"Nov 28, 2025", "5"}}));
        QVERIFY((readAll("\"he said \"\"buy\"\"\",5\n").records == Records{{"he said \"\"buy\"\"", "5"}}));
        const Read read = readAll("\"two\nlines\",5\n7,8\n");
        QVERIFY((read.records == Records{{"two\nlines", "5"}, {"7", "8"}}));
        QVERIFY((read.lines == std::vector<std::uint32_t>{1, 3}));
        QVERIFY((readAll("5\" pipe,1\n").records == Records{{"5\" pipe", "1"}}));
    }

    void aSpreadsheetsTextFormulaIsItsText() {
        QVERIFY((readAll("=\"11/10/2025\",5\n").records == Records{{"11/10/2025", "5"}}));
        QVERIFY((readAll("\"=\"\"11/10/2025\"\"\",5\n").records == Records{{"11/10/2025", "5"}}));
        QVERIFY((readAll("=\"Nov 28, 2025\",5\n").records == Records{{"Nov 28, 2025", "5"}}));
        QVERIFY((readAll("=\"a\"&\"b\",5\n").records == Records{{"=\"a\"&\"b\"", "5"}}));
        QVERIFY((readAll("=A1+B1,=\n").records == Records{{"=A1+B1", "="}}));
        QVERIFY((readAll("\"=\"\"\"\"\",5\n").records == Records{{"=\"\"\"\"", "5"}}));
    }

    void otherDelimitersAndLineEnds() {
        Dialect tabs;
        tabs.delimiter = '\t';
        QVERIFY((readAll("a\t b\t\"c\td\"\n", tabs).records == Records{{"a", "b", "c\td"}}));
        Dialect mac;
        mac.lineEnd = '\r';
        QVERIFY((readAll("a,b\r1,2\r", mac).records == Records{{"a", "b"}, {"1", "2"}}));
    }

    void brokenTextIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("a quote that never closes") << QByteArray("a,b\n1,\"2\n3,4\n") << "unbalanced_quote";
        QTest::newRow("a quote that closes lines later, inside a cell")
            << QByteArray("a,b\n\"1,2\n\"3\",4\n") << "unbalanced_quote";
        QTest::newRow("a NUL byte") << QByteArray("a,b\n1,\0\n", 8) << "nul_byte";
        QTest::newRow("a line over 1 MB") << QByteArray("a,b\n") + QByteArray(1100000, 'x') + "\n"
                                          << "line_too_long";
        QTest::newRow("a line over 1 MB without an end") << QByteArray(3000000, 'x') << "line_too_long";
        QTest::newRow("a quote open for over 1 MB")
            << QByteArray("a,b\n\"") + QByteArray("1,2\n").repeated(500000) << "unbalanced_quote";
    }

    void brokenTextIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(readAll(text.toStdString()).error), code);
        QCOMPARE(QString::fromStdString(readAll(text.toStdString(), {}, 4093).error), code);
    }

    void piecesOfAnySizeGiveTheSameRecords() {
        std::mt19937 random(9);
        constexpr std::string_view alphabet = "ab1,,\n\n\" ";
        for (int round = 0; round < 1000; ++round) {
            std::string text(random() % 60, '\0');
            for (char& c : text)
                c = alphabet[random() % alphabet.size()];
            const Read whole = readAll(text);
            const Read pieces = readAll(text, {}, 1 + random() % 7);
            QVERIFY2(whole.records == pieces.records && whole.lines == pieces.lines &&
                         whole.error == pieces.error,
                     text.c_str());
        }
    }

    void linesAreCountedAsTheyStand() {
        std::string text;
        for (int i = 1; i <= 30000; ++i)
            text += std::to_string(i) + (i % 3 == 0 ? ",\"x\"" : ",yyyyyyyyyyyyyyyyyyyyyy") + "\n";
        const Read read = readAll(text);
        QCOMPARE(read.records.size(), std::size_t(30000));
        for (std::size_t i = 0; i < read.records.size(); ++i) {
            QCOMPARE(read.lines[i], std::uint32_t(i + 1));
            QCOMPARE(read.records[i][0], std::to_string(i + 1));
        }
    }
};

ROTASCOPE_SUITE(TestCsvReader)
#include "test_csv_reader.moc"
