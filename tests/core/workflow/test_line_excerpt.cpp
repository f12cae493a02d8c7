#include "core/workflow/desk_report/line_excerpt.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;

namespace {

/// "2025-08-22,100.25,101.25,…", one cell a fund.
std::string wideLine(int cells) {
    std::string out = "2025-08-22";
    for (int i = 0; i < cells; ++i)
        out += ',' + std::to_string(100 + i) + ".25";
    return out;
}

} // namespace

class LineExcerptTest : public QObject {
    Q_OBJECT

private slots:
    void whatFitsIsWhole() {
        const std::string line = wideLine(12);
        QCOMPARE(excerptOf(line, "111.25"), line);
        QCOMPARE(excerptOf("", "1"), std::string());
    }

    void theValueIsInSightWhereverItStands_data() {
        QTest::addColumn<int>("cell");
        for (const int cell : {0, 20, 21, 22, 40, 98, 99})
            QTest::addRow("cell %d", cell) << cell;
    }
    void theValueIsInSightWhereverItStands() {
        QFETCH(const int, cell);
        const std::string value = std::to_string(100 + cell) + ".25";
        const std::string excerpt = excerptOf(wideLine(100), value);
        QVERIFY2(excerpt.find(value) != std::string::npos, excerpt.c_str());
        QVERIFY(excerpt.starts_with("2025-08-22,"));
        QVERIFY(excerpt.size() <= 170);
        QCOMPARE(excerpt.ends_with("…"), cell < 90);
    }

    void aValueThatIsWrittenOtherwiseLeavesTheBeginning() {
        const std::string excerpt = excerptOf(wideLine(100), "7");
        QCOMPARE(excerpt, wideLine(100).substr(0, 160) + "…");
    }

    void noLetterIsCut() {
        std::string line;
        for (int i = 0; i < 200; ++i)
            line += "ž株";
        for (std::size_t shift = 0; shift < 6; ++shift) {
            const std::string text = std::string(shift, 'x') + line + "1.5" + line;
            for (const char* value : {"1.5", "none"})
                QVERIFY(QString::fromStdString(excerptOf(text, value)).toStdString() ==
                        excerptOf(text, value));
        }
    }
};

ROTASCOPE_SUITE(LineExcerptTest)
#include "test_line_excerpt.moc"
