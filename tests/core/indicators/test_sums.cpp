#include "core/indicators/sums.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

class SumsTest : public QObject {
    Q_OBJECT

private slots:
    void theyAgreeWithAddingOneByOne_data() {
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << 0;
        QTest::newRow("fewer than lanes") << 3;
        QTest::newRow("one for each lane") << 4;
        QTest::newRow("some left over") << 11;
        QTest::newRow("a long column") << 10'001;
    }
    void theyAgreeWithAddingOneByOne() {
        QFETCH(const int, count);
        const std::vector<double> a = invented(static_cast<std::size_t>(count), 0.0003, 0.02);
        const std::vector<double> b = invented(static_cast<std::size_t>(count), 1, 0.5, 8);
        long double sum = 0, products = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            sum += a[i];
            products += static_cast<long double>(a[i]) * b[i];
        }
        QVERIFY(std::abs(sumOf(a) - static_cast<double>(sum)) < 1e-12);
        QVERIFY(std::abs(sumOfProducts(a, b) - static_cast<double>(products)) < 1e-12);
    }

    void theMeanOfNothingIsNotANumber() {
        QVERIFY(std::isnan(meanOf({})));
        QCOMPARE(meanOf(std::vector<double>{1, 2, 6}), 3.0);
    }

    void aHoleIsNotSkipped() { QVERIFY(std::isnan(sumOf(withValueAt(invented(9, 0, 1), 4, kNaN)))); }
};

ROTASCOPE_SUITE(SumsTest)
#include "test_sums.moc"
