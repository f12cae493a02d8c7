#include "core/csv/number_text.h"
#include "tests/support/suites.h"

#include <QRegularExpression>
#include <QtTest>

#include <cmath>
#include <random>

using namespace rotascope;

namespace {

/// Cells have readable memory behind them.
NumberCell read(const std::string& text, char decimal = '.', bool blanks = false) {
    const std::string padded = text + std::string(16, '#');
    return readNumber(std::string_view(padded).substr(0, text.size()), NumberStyle{decimal, blanks});
}

/// The grammar of a bare number, said once more as regular expressions: digits in groups of three (or
/// India's) or none, one decimal sign, one minus in front or behind.
bool naivelyANumber(const std::string& text, char decimal) {
    static const QRegularExpression point(
        QStringLiteral(R"(\A-?(\d+|[1-9]\d{0,2}(,\d{3})+|[1-9]\d?(,\d\d)+,\d{3})?(\.\d*)?\z)"));
    static const QRegularExpression comma(QStringLiteral(R"(\A-?(\d+|[1-9]\d{0,2}(\.\d{3})+)?(,\d*)?\z)"));
    const bool trailing = text.size() > 1 && text.front() != '-' && text.back() == '-';
    const std::string plain = trailing ? text.substr(0, text.size() - 1) : text;
    return (decimal == '.' ? point : comma).match(QString::fromStdString(plain)).hasMatch() &&
           text.find_first_of("0123456789") != std::string::npos;
}

double naiveValue(const std::string& text, char decimal) {
    std::string plain;
    for (const char c : text)
        if (c == decimal)
            plain += '.';
        else if (c != '.' && c != ',')
            plain += c;
    return text.back() == '-' ? -std::stod(plain) : std::stod(plain);
}

} // namespace

class TestNumberText : public QObject {
    Q_OBJECT

private slots:
    void aCellIsWhollyANumber_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::newRow("a price") << "2392.92" << 2392.92 << 2;
        QTest::newRow("float noise") << "510.95999000000006" << 510.95999000000006 << 14;
        QTest::newRow("a volume as a float") << "931800000.0" << 931800000.0 << 1;
        QTest::newRow("negative") << "-7123456.999999999" << -7123456.999999999 << 9;
        QTest::newRow("no digit before the point") << ".5" << 0.5 << 1;
        QTest::newRow("no digit behind the point") << "5." << 5.0 << 0;
        QTest::newRow("thousands") << "283,600,000" << 283600000.0 << 0;
        QTest::newRow("thousands and a fraction") << "1,107.30" << 1107.3 << 2;
        QTest::newRow("lakhs") << "3,00,003" << 300003.0 << 0;
        QTest::newRow("crores and a fraction") << "-1,23,45,678.50" << -12345678.5 << 2;
        QTest::newRow("millions") << "75.55M" << 75550000.0 << -4;
        QTest::newRow("thousands as a letter") << "28.00K" << 28000.0 << -1;
        QTest::newRow("billions") << "1.2B" << 1.2e9 << -8;
        QTest::newRow("a blank before the letters") << "1.2 bn" << 1.2e9 << -8;
        QTest::newRow("dollars") << "$237.22" << 237.22 << 2;
        QTest::newRow("dollars and billions") << "$2.78B" << 2.78e9 << -7;
        QTest::newRow("minus before the dollar") << "-$1.88" << -1.88 << 2;
        QTest::newRow("minus behind the dollar") << "$-1.88" << -1.88 << 2;
        QTest::newRow("minus behind the number") << "1,234.50-" << -1234.5 << 2;
        QTest::newRow("minus before the percent") << "1.5-%" << -1.5 << 1;
        QTest::newRow("parentheses") << "(1.88)" << -1.88 << 2;
        QTest::newRow("dollar and parentheses") << "($1.88B)" << -1.88e9 << -7;
        QTest::newRow("percent") << "-0.13%" << -0.13 << 2;
        QTest::newRow("a plus") << "+5.79%" << 5.79 << 2;
        QTest::newRow("a real minus sign") << QString::fromUtf8("\u22125.79") << -5.79 << 2;
        QTest::newRow("an exponent") << "1.5e-3" << 0.0015 << 4;
        QTest::newRow("a large exponent") << "2E+10" << 2e10 << -10;
        QTest::newRow("an apostrophe between groups") << "1'234'567.5" << 1234567.5 << 1;
        QTest::newRow("more digits than a double holds")
            << "12345678901234567890.5" << 12345678901234567890.5 << 1;
        QTest::newRow("zero") << "0" << 0.0 << 0;
        QTest::newRow("a currency's letters") << "USD 100.5m" << 100.5e6 << -5;
        QTest::newRow("millions written out") << "100.5 million" << 100.5e6 << -5;
        QTest::newRow("thin blanks between groups") << QString::fromUtf8("2\u2009400.37") << 2400.37 << 2;
    }

    void aCellIsWhollyANumber() {
        QFETCH(QString, text);
        QFETCH(double, value);
        QFETCH(int, decimals);
        const NumberCell cell = read(text.toStdString());
        QVERIFY(cell.kind == NumberCell::Kind::Number);
        QCOMPARE(cell.value, value);
        QCOMPARE(int(cell.decimals), decimals);
    }

    void whatIsNotWhollyANumberIsNone_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"1.2.3", "10.7abc",  "10 .9", "10 9",     "abc",        "1,23",  "12,3456", "1,234,56", "0,123",
              "1e",    "e5",       "--5",   "(5",       "5)",         "$",     "%",       "$$5",      "1.5x",
              "inf",   "Infinity", "M",     "7ab",      "2024-11-06", "1/2",   "5--",     "-5-",      "(5-)",
              "5-3",   "(-5)",     "1M2",   "1.5e-3M2", "0x10",       "1e9999"})
            QTest::newRow(text) << text;
    }

    void whatIsNotWhollyANumberIsNone() {
        QFETCH(QString, text);
        QVERIFY(read(text.toStdString()).kind == NumberCell::Kind::Neither);
    }

    void missingIsNeitherZeroNorText_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", ".", "-", "--", "N/A", "n/a", "#N/A", "#N/A N/A", "null", "NULL", "NaN",
                                 "nan", "None", "NA", "ND", "#NV", "n.a.", "\u2013", "\u2014"})
            QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromUtf8(text);
    }

    void missingIsNeitherZeroNorText() {
        QFETCH(QString, text);
        QVERIFY(read(text.toStdString()).kind == NumberCell::Kind::Missing);
        QVERIFY(read(text.toStdString(), ',').kind == NumberCell::Kind::Missing);
    }

    void aDecimalCommaIsReadInItsOwnStyle_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("a price") << "1.234,56" << 1234.56;
        QTest::newRow("no groups") << "22600,5" << 22600.5;
        QTest::newRow("groups alone") << "2.345.678" << 2345678.0;
        QTest::newRow("blanks between groups") << "8 111,63" << 8111.63;
        QTest::newRow("no-break blanks") << QString::fromUtf8("8\u00a0111,63") << 8111.63;
        QTest::newRow("narrow no-break blanks") << QString::fromUtf8("8\u202f111,63") << 8111.63;
        QTest::newRow("euros behind") << QString::fromUtf8("1.234,50 \u20ac") << 1234.5;
        QTest::newRow("Mio. behind") << "1,5 Mio." << 1.5e6;
    }

    void aDecimalCommaIsReadInItsOwnStyle() {
        QFETCH(QString, text);
        QFETCH(double, value);
        const NumberCell cell = read(text.toStdString(), ',', true);
        QVERIFY(cell.kind == NumberCell::Kind::Number);
        QCOMPARE(cell.value, value);
    }

    void aCellTellsItsDecimalSignOrNot_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("use");
        const auto row = [](const char* text, SignUse use) { QTest::newRow(text) << text << int(use); };
        row("1.5", SignUse::Point);
        row("1,5", SignUse::Comma);
        row("1.234", SignUse::Either);
        row("1,234", SignUse::Either);
        row("-12.345", SignUse::Either);
        row("$123.456M", SignUse::Either);
        row("0.123", SignUse::Point);
        row("1234.567", SignUse::Point);
        row("1.234.567", SignUse::Comma);
        row("1,234,567", SignUse::Point);
        row("1.234,5", SignUse::Comma);
        row("1,234.5", SignUse::Point);
        row("1234", SignUse::None);
        row("1.2.3", SignUse::NotANumber);
        row("abc", SignUse::NotANumber);
    }

    void aCellTellsItsDecimalSignOrNot() {
        QFETCH(QString, text);
        QFETCH(int, use);
        const std::string padded = text.toStdString() + std::string(16, '#');
        QCOMPARE(int(signUseOf(std::string_view(padded).substr(0, padded.size() - 16))), use);
    }

    void randomDigitsAndSignsAgreeWithTheGrammar() {
        std::mt19937 random(5);
        constexpr std::string_view alphabet = "0123456789012345.,-";
        for (int round = 0; round < 20000; ++round) {
            std::string text(1 + random() % 10, '\0');
            for (char& c : text)
                c = alphabet[random() % alphabet.size()];
            if (text == "." || text == "-" || text == "--" || text == "---")
                continue;
            for (const char decimal : {'.', ','}) {
                const NumberCell cell = read(text, decimal);
                const bool number = naivelyANumber(text, decimal);
                QVERIFY2((cell.kind == NumberCell::Kind::Number) == number, text.c_str());
                if (number)
                    QVERIFY2(cell.value == naiveValue(text, decimal), text.c_str());
            }
        }
    }
};

ROTASCOPE_SUITE(TestNumberText)
#include "test_number_text.moc"
