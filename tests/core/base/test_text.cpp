#include "core/base/text.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace rotascope;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void blanksAreTrimmedAtBothEnds() {
        QCOMPARE(trimmed(" \t RUT \r\n"), std::string_view("RUT"));
        QCOMPARE(trimmed("S&P 500"), std::string_view("S&P 500"));
        QVERIFY(trimmed(" \t\r\n").empty());
        QVERIFY(trimmed("").empty());
    }

    void caseChangesAsciiOnly() {
        QCOMPARE(toUpper("brk.b"), std::string("BRK.B"));
        QCOMPARE(toLower("Adj Close"), std::string("adj close"));
        QCOMPARE(toUpper("März"), std::string("MäRZ"));
    }

    void onlyAWholeFiniteNumberIsRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const double none = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("a price") << "2392.92" << 2392.92;
        QTest::newRow("a negative flow") << "-1.5" << -1.5;
        QTest::newRow("an exponent") << "2e3" << 2000.0;
        QTest::newRow("no digit before the point") << ".5" << 0.5;
        QTest::newRow("two points") << "1.2.3" << none;
        QTest::newRow("letters after it") << "10.7abc" << none;
        QTest::newRow("a blank inside") << "10 .9" << none;
        QTest::newRow("a blank before it") << " 1" << none;
        QTest::newRow("a blank after it") << "1 " << none;
        QTest::newRow("a decimal comma") << "1,5" << none;
        QTest::newRow("hexadecimal") << "0x10" << none;
        QTest::newRow("not a number") << "nan" << none;
        QTest::newRow("infinity") << "inf" << none;
        QTest::newRow("too large") << "1e999" << none;
        QTest::newRow("a lone sign") << "-" << none;
        QTest::newRow("nothing") << "" << none;
    }
    void onlyAWholeFiniteNumberIsRead() {
        QFETCH(QString, text);
        QFETCH(double, value);
        const auto read = parseNumber(text.toStdString());
        QCOMPARE(read.has_value(), !std::isnan(value));
        if (read)
            QCOMPARE(*read, value);
    }

    void theShortestTextReadsBackExactly() {
        std::mt19937_64 random(3);
        for (int i = 0; i < 20000; ++i) {
            const auto bits = random();
            double value = 0;
            std::memcpy(&value, &bits, sizeof value);
            if (!std::isfinite(value))
                continue;
            const auto read = parseNumber(shortestNumber(value));
            QVERIFY(read && *read == value);
        }
    }

    void theShortestTextIsPlain_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("a tenth") << 0.1 << "0.1";
        QTest::newRow("a whole number has no point") << 20033.0 << "20033";
        QTest::newRow("billions are written out") << 4.32e9 << "4320000000";
        QTest::newRow("huge numbers have an exponent") << 1e22 << "1e+22";
        QTest::newRow("minus zero is zero") << -0.0 << "0";
        QTest::newRow("missing is nothing") << std::numeric_limits<double>::quiet_NaN() << "";
    }
    void theShortestTextIsPlain() {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(shortestNumber(value)), text);
    }

    void numbersForPeople_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("withSign");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("thousands are grouped") << 1234567.891 << 2 << "1,234,567.89"
                                               << "+1,234,567.89";
        QTest::newRow("three digits need no comma") << 999.0 << 0 << "999"
                                                    << "+999";
        QTest::newRow("rounding may bring the comma") << 999.6 << 0 << "1,000"
                                                      << "+1,000";
        QTest::newRow("minus is a real minus sign") << -5.25 << 2 << "\u22125.25"
                                                    << "\u22125.25";
        QTest::newRow("what rounds to zero has no sign") << -0.001 << 2 << "0.00"
                                                         << "0.00";
        QTest::newRow("a small gain that rounds to zero has no sign") << 0.001 << 2 << "0.00"
                                                                      << "0.00";
        QTest::newRow("zero") << 0.0 << 1 << "0.0"
                              << "0.0";
        QTest::newRow("missing is a dash") << nan << 2 << "\u2013"
                                           << "\u2013";
        QTest::newRow("infinity is a dash") << std::numeric_limits<double>::infinity() << 2 << "\u2013"
                                            << "\u2013";
    }
    void numbersForPeople() {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(QString, plain);
        QFETCH(QString, withSign);
        QCOMPARE(QString::fromStdString(groupedNumber(value, decimals)), plain);
        QCOMPARE(QString::fromStdString(signedNumber(value, decimals)), withSign);
    }

    void countsAreGrouped() { QCOMPARE(groupedCount(1234), std::string("1,234")); }

    void theNearestNameIsASlipAwayOrNone() {
        const std::vector<std::string> names{"DGS10", "DGS2", "IWM", "RUT", "SPX"};
        QCOMPARE(nearestName("IWN", names), std::optional<std::string>("IWM"));
        QCOMPARE(nearestName("dgs1o", names), std::optional<std::string>("DGS10"));
        QCOMPARE(nearestName("RUTT", names), std::optional<std::string>("RUT"));
        QVERIFY(!nearestName("NIKKEI225", names));
        QVERIFY(!nearestName("IWM", std::vector<std::string>{}));
    }
};

ROTASCOPE_SUITE(TestText)
#include "test_text.moc"
