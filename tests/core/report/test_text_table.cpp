#include "core/report/json.h"
#include "core/report/text_table.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;

class TextTableTest : public QObject {
    Q_OBJECT

private slots:
    void alignsByCharactersNotBytes() {
        const TextTable table{{"σ", "spread"}, {{"EWMA λ", "−1.0"}, {"x", "+10.25"}, {"short"}}};
        QCOMPARE(QString::fromStdString(alignedText(table)), QStringLiteral("σ       spread\n"
                                                                            "EWMA λ    −1.0\n"
                                                                            "x       +10.25\n"
                                                                            "short\n"));
    }

    void alignsNamedColumnsLeft() {
        const TextTable table{{"a", "b", "c"}, {{"1", "xx", "3"}, {"22", "y", "44"}}};
        QCOMPARE(QString::fromStdString(alignedText(table, {1})), QStringLiteral("a   b    c\n"
                                                                                 "1   xx   3\n"
                                                                                 "22  y   44\n"));
    }

    void jsonHasNoNaN() {
        QVERIFY(jsonNumber(std::nan("")).is_null());
        QVERIFY(jsonNumber(INFINITY).is_null());
        QVERIFY(jsonNumber(-INFINITY).is_null());
        QCOMPARE(jsonText(jsonNumber(0.1)), std::string("0.1"));
        QCOMPARE(jsonText(jsonNumber(0.05175283550047527)), std::string("0.05175283550047527"));
        QVERIFY(jsonDate(std::nullopt).is_null());
        QCOMPARE(jsonText(jsonDate(makeDate(2024, 11, 6))), std::string("\"2024-11-06\""));
    }

    void jsonSurvivesNamesThatAreNotUtf8() { QVERIFY(!jsonText(Json(std::string("a\xFF"))).empty()); }
};

ROTASCOPE_SUITE(TextTableTest)
#include "test_text_table.moc"
