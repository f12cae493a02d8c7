// The story: what the divergence of the demo market must show, seen through the analysis itself.
#include "core/analysis/divergence.h"
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::size_t kExpanding = static_cast<std::size_t>(SigmaMode::Expanding);

Divergence divergenceOn(std::string_view iso) {
    static const auto market = std::make_shared<const Market>(demo());
    return *analyseDivergence(MarketView::asOf(market, date(iso)), DivergenceParams{});
}

const std::vector<double>& zHistory() {
    static const Divergence latest = divergenceOn("2025-11-28");
    return latest.history.zSpread[kExpanding];
}

double toPercent(double fraction) {
    return std::round(fraction * 1e4) / 100;
}

} // namespace

class DemoDivergenceTest : public QObject {
    Q_OBJECT

private slots:
    void electionWeekIsBeyondThreeSigma() {
        const Divergence d = divergenceOn("2024-11-06");
        QCOMPARE(isoText(d.asOf), std::string("2024-11-06"));
        QCOMPARE(toPercent(d.returnSmall), 7.20);
        QCOMPARE(toPercent(d.returnLarge), 2.00);
        QCOMPARE(toPercent(d.spread), 5.20);
        const double z = d.zSpread[kExpanding].z;
        QVERIFY2(z > 3.1 && z < 3.6, qPrintable(QString::number(z)));
        QVERIFY(d.percentile > 0.99);
    }

    void electionWeekIsTheFirstInLongTime() {
        const std::vector<Date>& dates = instrument("RUT").daily.dates;
        const std::size_t event = at(dates, date("2024-11-06"));
        for (std::size_t i = event - 252; i < event; ++i)
            QVERIFY2(zHistory()[i] < 3, isoText(dates[i]).c_str());
        for (std::size_t i = event + 3; i < dates.size(); ++i)
            QVERIFY2(zHistory()[i] < 3, isoText(dates[i]).c_str());
    }

    void thanksgivingWeekIsRareButNotBeyondThreeSigma() {
        const Divergence d = divergenceOn("2025-11-28");
        QCOMPARE(toPercent(d.returnSmall), 8.47);
        QCOMPARE(toPercent(d.returnLarge), 4.75);
        const double z = d.zSpread[kExpanding].z;
        QVERIFY2(z > 2 && z < 3, qPrintable(QString::number(z)));
        QCOMPARE(closes("RUT").back(), 2500.0);
        QCOMPARE(closes("SPX").back(), 6850.0);
    }

    void yearToDate() {
        const Divergence d = divergenceOn("2025-11-28");
        const auto row = std::find_if(d.table.begin(), d.table.end(),
                                      [](const PerformanceRow& r) { return r.horizon == "ytd"; });
        QVERIFY(row != d.table.end());
        QCOMPARE(toPercent(row->small), 12.0);
        QCOMPARE(toPercent(row->large), 16.0);
    }

    void threeSigmaDaysAreRare() {
        std::size_t defined = 0, beyond = 0, events = 0;
        std::ptrdiff_t last = -1000;
        for (std::size_t i = 0; i < zHistory().size(); ++i) {
            if (std::isnan(zHistory()[i]))
                continue;
            ++defined;
            if (zHistory()[i] < 3)
                continue;
            ++beyond;
            if (static_cast<std::ptrdiff_t>(i) - last > 63) {
                ++events;
                last = static_cast<std::ptrdiff_t>(i);
            }
        }
        const double share = static_cast<double>(beyond) / static_cast<double>(defined);
        QVERIFY2(share > 0.004 && share < 0.012, qPrintable(QString::number(share)));
        QVERIFY2(events >= 12 && events <= 25, qPrintable(QString::number(events)));
    }

    void crashesAreThere_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<double>("atMost");
        const auto row = [](const char* name, const char* from, const char* to, double atMost) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << atMost;
        };
        row("one day in 1987", "1987-10-16", "1987-10-19", -0.15);
        row("2000 to 2002", "2000-03-10", "2002-10-09", -0.35);
        row("2007 to 2009", "2007-07-13", "2009-03-09", -0.45);
        row("2020", "2020-02-19", "2020-03-23", -0.30);
        row("2022", "2021-12-31", "2022-10-12", -0.15);
    }

    void crashesAreThere() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(double, atMost);
        const std::vector<Date>& dates = instrument("SPX").daily.dates;
        const double start = closes("SPX")[at(dates, date(from.toStdString()))];
        const double end = closes("SPX")[at(dates, date(to.toStdString()))];
        QVERIFY2(end / start - 1 <= atMost, qPrintable(QString::number(end / start - 1)));
    }
};

ROTASCOPE_SUITE(DemoDivergenceTest)
#include "test_demo_divergence.moc"
