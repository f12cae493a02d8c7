// Does the synthetic market behave like one?
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

double kurtosis(const std::vector<double>& x) {
    const double m = mean(x);
    double second = 0, fourth = 0;
    for (const double value : x) {
        const double square = (value - m) * (value - m);
        second += square;
        fourth += square * square;
    }
    return fourth * static_cast<double>(x.size()) / (second * second);
}

std::vector<double> magnitudes(std::vector<double> x) {
    for (double& value : x)
        value = std::abs(value);
    return x;
}

double autocorrelation(const std::vector<double>& x, std::size_t lag) {
    return covariance(x, x, lag) / covariance(x, x);
}

std::vector<double> lastOf(const std::vector<double>& x, std::size_t count) {
    return {x.end() - static_cast<std::ptrdiff_t>(count), x.end()};
}

} // namespace

class DemoStatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void tailsAreFatAndVolatilityClusters_data() {
        QTest::addColumn<QString>("symbol");
        for (const char* symbol : {"RUT", "SPX", "DJI", "IXIC", "IWM", "QQQ", "XLP"})
            QTest::newRow(symbol) << QString::fromLatin1(symbol);
    }

    void tailsAreFatAndVolatilityClusters() {
        QFETCH(QString, symbol);
        const std::vector<double> returns = dailyReturns(symbol.toStdString());
        QVERIFY2(kurtosis(returns) > 4, qPrintable(QString::number(kurtosis(returns))));
        QVERIFY(autocorrelation(magnitudes(returns), 1) > 0.1);
        QVERIFY(autocorrelation(magnitudes(returns), 20) > 0.1);
        QVERIFY2(std::abs(autocorrelation(returns, 1)) < 0.06,
                 "today's return says next to nothing about tomorrow's");
        const double yearly = std::sqrt(252 * covariance(returns, returns));
        QVERIFY2(yearly > 0.11 && yearly < 0.27, qPrintable(QString::number(yearly)));
    }

    void smallCapsMoveWithLargeCapsButMore() {
        const std::vector<double> small = dailyReturns("RUT"), large = dailyReturns("SPX");
        const double together = correlation(small, large);
        QVERIFY2(together > 0.75 && together < 0.95, qPrintable(QString::number(together)));
        constexpr std::size_t kSince2003 = 22 * 252;
        const std::vector<double> s = lastOf(small, kSince2003), l = lastOf(large, kSince2003);
        const double beta = covariance(l, s) / covariance(l, l);
        QVERIFY2(beta > 1.1 && beta < 1.3, qPrintable(QString::number(beta)));
    }

    void fundsTrackTheirIndex_data() {
        QTest::addColumn<QString>("fund");
        QTest::addColumn<QString>("index");
        QTest::addColumn<double>("least");
        const auto row = [](const char* fund, const char* index, double least) {
            QTest::newRow(fund) << QString::fromLatin1(fund) << QString::fromLatin1(index) << least;
        };
        row("IWM", "RUT", 0.998);
        row("SPY", "SPX", 0.998);
        row("VOO", "SPX", 0.998);
        row("IJR", "RUT", 0.95);
        row("VB", "RUT", 0.95);
        row("RSP", "SPX", 0.95);
        row("KRE", "RUT", 0.70);
        row("XLP", "SPX", 0.70);
    }

    void fundsTrackTheirIndex() {
        QFETCH(QString, fund);
        QFETCH(QString, index);
        QFETCH(double, least);
        const std::vector<double> returns = dailyReturns(fund.toStdString());
        const double together =
            correlation(returns, lastOf(dailyReturns(index.toStdString()), returns.size()));
        QVERIFY2(together >= least, qPrintable(QString::number(together)));
    }

    void leveragedFundsCompoundDailyLessTheirCost_data() {
        QTest::addColumn<QString>("fund");
        QTest::addColumn<double>("multiple");
        QTest::addColumn<double>("yearlyCost");
        QTest::newRow("three times") << QStringLiteral("TNA") << 3.0 << 0.016;
        QTest::newRow("minus three times") << QStringLiteral("TZA") << -3.0 << 0.011;
    }

    void leveragedFundsCompoundDailyLessTheirCost() {
        QFETCH(QString, fund);
        QFETCH(double, multiple);
        QFETCH(double, yearlyCost);
        const std::vector<double>& path = closes(fund.toStdString());
        const std::vector<double> index = lastOf(dailyReturns("RUT"), path.size() - 1);
        double exact = path.front();
        for (std::size_t i = 1; i < path.size(); ++i) {
            exact *= 1 + multiple * index[i - 1];
            const double years = static_cast<double>(i) / 252;
            const double drag = std::log(exact / path[i]);
            // Half a cent at both ends; a cost that weighs more on days on which the fund has fallen.
            const double tolerance = 0.005 / path[i] + 0.005 / path.front() + 0.2 * yearlyCost * years;
            QVERIFY2(std::abs(drag - yearlyCost * years) <= tolerance + 1e-6,
                     qPrintable(QString::number(drag / years)));
        }
    }

    void volumeGrowsWithTheMove() {
        for (const char* symbol : {"SPX", "IWM", "QQQ"}) {
            const std::vector<double>& volume = instrument(symbol).daily.column(Field::Volume);
            std::vector<double> change;
            for (std::size_t i = 1; i < volume.size(); ++i)
                change.push_back(std::log(volume[i] / volume[i - 1]));
            std::vector<double> move = magnitudes(dailyReturns(symbol));
            QVERIFY(correlation(change, move) > 0.2);
        }
    }

    void fearRisesWhenPricesFall() {
        const Series* vix = series("VIX", Field::Value);
        std::vector<double> change;
        for (std::size_t i = 1; i < vix->values.size(); ++i)
            change.push_back(std::log(vix->values[i] / vix->values[i - 1]));
        QVERIFY(correlation(change, lastOf(dailyReturns("SPX"), change.size())) < -0.3);
        const auto [least, most] = std::minmax_element(vix->values.begin(), vix->values.end());
        QVERIFY(*least >= 8 && *most > 50 && *most < 100);
    }

    void yieldsArePlausible() {
        for (const char* symbol : {"DGS10", "DGS2", "HYOAS"}) {
            const Series* values = series(symbol, Field::Value);
            const auto [least, most] = std::minmax_element(values->values.begin(), values->values.end());
            QVERIFY(*least > 0 && *most < 25);
            for (std::size_t i = 1; i < values->values.size(); ++i)
                QVERIFY2(std::abs(values->values[i] - values->values[i - 1]) < 2, symbol);
        }
    }
};

ROTASCOPE_SUITE(DemoStatisticsTest)
#include "test_demo_statistics.moc"
