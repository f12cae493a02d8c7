#include "core/demo/elementary.h"
#include "core/demo/random.h"
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

class DemoArithmeticTest : public QObject {
    Q_OBJECT

private slots:
    void logarithmAgreesWithTheLibrary() {
        for (double x = 1e-9; x < 1e9; x *= 1.37)
            QVERIFY2(std::abs(portableLog(x) - std::log(x)) <= 1e-15 * std::max(1.0, std::abs(std::log(x))),
                     qPrintable(QString::number(x)));
        QCOMPARE(portableLog(1), 0.0);
    }

    void exponentialAgreesWithTheLibrary() {
        for (double x = -30; x < 30; x += 0.173)
            QVERIFY2(std::abs(portableExp(x) / std::exp(x) - 1) <= 2e-15, qPrintable(QString::number(x)));
        QCOMPARE(portableExp(0), 1.0);
    }

    void roundingGivesTheNearestDecimalNumber_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<double>("rounded");
        QTest::newRow("down") << 2304.7949 << 2 << 2304.79;
        QTest::newRow("half up") << 0.125 << 2 << 0.13;
        QTest::newRow("negative half up") << -2.5 << 0 << -2.0;
        QTest::newRow("to whole") << 7.6 << 0 << 8.0;
        QTest::newRow("four decimals") << 33.96154 << 4 << 33.9615;
    }

    void roundingGivesTheNearestDecimalNumber() {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QFETCH(double, rounded);
        QVERIFY(roundedTo(value, decimals) == rounded);
    }

    void streamsRepeatAndDiffer() {
        Random one("RUT"), same("RUT"), other("SPX");
        for (int i = 0; i < 100; ++i) {
            const double a = one.uniform();
            QVERIFY(a > 0 && a < 1);
            QVERIFY(a == same.uniform());
            QVERIFY(a != other.uniform());
        }
    }

    void innovationsHaveUnitVariance_data() {
        QTest::addColumn<bool>("fat");
        QTest::addColumn<double>("leastKurtosis");
        QTest::addColumn<double>("mostKurtosis");
        QTest::newRow("normal") << false << 2.9 << 3.1;
        QTest::newRow("Student's t with six degrees of freedom") << true << 4.5 << 8.0;
    }

    void innovationsHaveUnitVariance() {
        QFETCH(bool, fat);
        QFETCH(double, leastKurtosis);
        QFETCH(double, mostKurtosis);
        Random random("variance");
        std::vector<double> x(200'000), squares;
        for (double& value : x)
            value = fat ? random.fatTails() : random.normal();
        const double variance = covariance(x, x);
        for (const double value : x)
            squares.push_back(value * value * value * value);
        QVERIFY(std::abs(mean(x)) < 0.01);
        QVERIFY(std::abs(variance - 1) < 0.02);
        const double kurtosis = mean(squares) / (variance * variance);
        QVERIFY2(kurtosis > leastKurtosis && kurtosis < mostKurtosis, qPrintable(QString::number(kurtosis)));
    }

    void clusteredNoiseIsCalmOnAverage() {
        ClusteredNoise noise("calm");
        double sum = 0;
        constexpr int kSteps = 100'000;
        for (int i = 0; i < kSteps; ++i) {
            const ClusteredNoise::Step step = noise.next();
            QVERIFY(step.variance > 0);
            sum += step.value * step.value;
        }
        QVERIFY2(std::abs(sum / kSteps - 1) < 0.15, qPrintable(QString::number(sum / kSteps)));
    }
};

ROTASCOPE_SUITE(DemoArithmeticTest)
#include "test_arithmetic.moc"
