#include "core/analysis/measurement.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace rotascope;

namespace {

PairSeries pairOf(std::vector<double> small, std::vector<double> large) {
    PairSeries pair;
    pair.dates = test::weekdays(*makeDate(2024, 1, 1), small.size());
    pair.small = std::move(small);
    pair.large = std::move(large);
    return pair;
}

/// The small leg moves twice as much as the large one every day.
PairSeries doubledPair(std::size_t sessions) {
    test::InventedShocks shocks(3);
    std::vector<double> small{100};
    std::vector<double> large{100};
    for (std::size_t i = 1; i < sessions; ++i) {
        const double move = 0.01 * shocks.next();
        small.push_back(small.back() * (1 + 2 * move));
        large.push_back(large.back() * (1 + move));
    }
    return pairOf(small, large);
}

} // namespace

class TestMeasurement : public QObject {
    Q_OBJECT

private slots:
    void returnsSpreadAndDrawdownOfAFewSessions() {
        const auto pair = pairOf({90, 100, 120, 60, 110}, {50, 100, 90, 95, 105});
        const Measurement m = measurePair(pair, 1, 4);
        QCOMPARE(m.sessions, std::size_t(3));
        QVERIFY(std::abs(m.returnSmall - 0.10) < 1e-12);
        QVERIFY(std::abs(m.returnLarge - 0.05) < 1e-12);
        QVERIFY(std::abs(m.spread - 0.05) < 1e-12);
        QCOMPARE(m.drawdownSmall, -0.5);
        QVERIFY(std::abs(m.drawdownLarge + 0.1) < 1e-12);
        QVERIFY2(!m.beta && !m.upCapture, "three sessions say nothing about beta");
    }

    void draggingBackwardsMeasuresTheSame() {
        const auto pair = doubledPair(60);
        QCOMPARE(measurePair(pair, 10, 50).spread, measurePair(pair, 50, 10).spread);
    }

    void betaAndCaptureAppearFromTwentySessionsOn_data() {
        QTest::addColumn<int>("last");
        QTest::addColumn<bool>("known");
        QTest::newRow("19 sessions") << 19 << false;
        QTest::newRow("20 sessions") << 20 << true;
    }
    void betaAndCaptureAppearFromTwentySessionsOn() {
        QFETCH(int, last);
        QFETCH(bool, known);
        const Measurement m = measurePair(doubledPair(60), 0, static_cast<std::size_t>(last));
        QCOMPARE(m.beta.has_value(), known);
        if (!known)
            return;
        QVERIFY(std::abs(*m.beta - 2) < 1e-9);
        QVERIFY(std::abs(*m.upCapture - 2) < 1e-9);
        QVERIFY(std::abs(*m.downCapture - 2) < 1e-9);
    }

    void aLargeLegThatStandsStillHasNoBeta() {
        const Measurement m =
            measurePair(pairOf(std::vector<double>(30, 5.0), std::vector<double>(30, 7.0)), 0, 29);
        QVERIFY(!m.beta && !m.upCapture && !m.downCapture);
    }

    void aRangeBeyondTheEndStopsAtTheLastSession() {
        const auto pair = doubledPair(60);
        QCOMPARE(measurePair(pair, 10, 5000).sessions, std::size_t(49));
        QCOMPARE(measurePair(pair, 5000, 6000).sessions, std::size_t(0));
    }

    void valuesAtOrBelowZeroHaveNoReturn() {
        auto pair = doubledPair(60);
        pair.small.front() = -1;
        const Measurement m = measurePair(pair, 0, 59);
        QVERIFY(std::isnan(m.returnSmall) && std::isnan(m.spread) && std::isnan(m.drawdownSmall));
        QVERIFY(!std::isnan(m.returnLarge));
        QVERIFY2(!m.beta, "one day without a return spoils the beta rather than being guessed");
    }

    void theRealRunOfJuly2024() {
        const auto instruments = test::realPair();
        if (instruments.empty())
            QSKIP(
                "ROTASCOPE_SHARED holds no real price files; the measure tool was not checked on real days.");
        const auto pair = *alignPair(MarketView::latest(test::marketOf(instruments)), "RUT", "SPX");
        const auto at = [&pair](Date date) {
            const auto found = std::find(pair.dates.begin(), pair.dates.end(), date);
            return static_cast<std::size_t>(found - pair.dates.begin());
        };
        const Measurement m = measurePair(pair, at(*makeDate(2024, 7, 9)), at(*makeDate(2024, 7, 16)));
        QCOMPARE(m.sessions, std::size_t(5));
        QCOMPARE(QString::number(m.returnSmall * 100, 'f', 1), QStringLiteral("11.5"));
        QCOMPARE(QString::number(m.returnLarge * 100, 'f', 1), QStringLiteral("1.6"));
        QCOMPARE(QString::number(m.spread * 100, 'f', 1), QStringLiteral("9.9"));
    }
};

ROTASCOPE_SUITE(TestMeasurement)
#include "test_measurement.moc"
