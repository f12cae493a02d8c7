#include "core/store/market_store.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;

class TestAgreement : public QObject {
    Q_OBJECT

private slots:
    void valuesAgreeWithinAMillionthOrHalfADecimal_data() {
        QTest::addColumn<double>("a");
        QTest::addColumn<int>("decimalsOfA");
        QTest::addColumn<double>("b");
        QTest::addColumn<int>("decimalsOfB");
        QTest::addColumn<bool>("agree");
        QTest::newRow("equal values") << 2392.92 << 2 << 2392.92 << 2 << true;
        QTest::newRow("a millionth of a large value") << 5'929'040.0 << 2 << 5'929'045.0 << 2 << true;
        QTest::newRow("two millionths of a large value") << 5'929'040.0 << 2 << 5'929'052.0 << 2 << false;
        QTest::newRow("one cent on an index in cents") << 1149.22 << 2 << 1149.23 << 2 << false;
        QTest::newRow("one cent where a millionth is more than that")
            << 20'000.01 << 2 << 20'000.02 << 2 << true;
        QTest::newRow("just half a cent") << 1.25 << 2 << 1.255 << 3 << true;
        QTest::newRow("a little more than half a cent") << 1.25 << 2 << 1.2551 << 4 << false;
        QTest::newRow("the coarser column decides, whichever side") << 1.2549 << 4 << 1.25 << 2 << true;
        QTest::newRow("float noise of ten decimals against cents")
            << 1149.2199707031 << 10 << 1149.22 << 2 << true;
        QTest::newRow("zero and nearly zero in cents") << 0.0 << 2 << 0.004 << 3 << true;
        QTest::newRow("zero and a cent") << 0.0 << 2 << 0.01 << 2 << false;
        QTest::newRow("opposite signs never agree by ratio") << 1e-7 << 9 << -1e-7 << 9 << false;
        QTest::newRow("negative values agree like positive ones") << -1.25 << 2 << -1.2549 << 4 << true;
    }
    void valuesAgreeWithinAMillionthOrHalfADecimal() {
        QFETCH(double, a);
        QFETCH(int, decimalsOfA);
        QFETCH(double, b);
        QFETCH(int, decimalsOfB);
        QFETCH(bool, agree);
        QCOMPARE(valuesAgree(a, decimalsOfA, b, decimalsOfB), agree);
        QCOMPARE(valuesAgree(b, decimalsOfB, a, decimalsOfA), agree);
    }
};

ROTASCOPE_SUITE(TestAgreement)
#include "test_agreement.moc"
