#include "core/analysis/divergence.h"
#include "tests/core/analysis/divergence_columns.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

#include <bit>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Divergence analysed(std::vector<InstrumentData> instruments, const DivergenceParams& params = {}) {
    return *analyseDivergence(MarketView::latest(marketOf(std::move(instruments))), params);
}

std::vector<InstrumentData> scaled(std::vector<InstrumentData> instruments, double factor) {
    for (InstrumentData& data : instruments)
        for (double& close : data.daily.columns[indexOf(Field::Close)])
            close *= factor;
    return instruments;
}

std::vector<InstrumentData> legs(const std::vector<double>& small, const std::vector<double>& large) {
    const std::vector<Date> dates = weekdays(*makeDate(2000, 1, 3), small.size());
    return {instrumentOf("RUT", dates, small), instrumentOf("SPX", dates, large)};
}

/// Every figure and every column to the last bit.
void requireSame(const Divergence& actual, const Divergence& expected) {
    const auto bits = [](double value) { return std::bit_cast<std::uint64_t>(value); };
    const NamedNumbers figures = figuresOf(actual);
    const NamedNumbers wanted = figuresOf(expected);
    QCOMPARE(figures.size(), wanted.size());
    for (std::size_t i = 0; i < figures.size(); ++i)
        QVERIFY2(bits(figures[i].second) == bits(wanted[i].second), figures[i].first.c_str());
    const NamedColumns columns = columnsOf(actual.history, true);
    const NamedColumns wantedColumns = columnsOf(expected.history, true);
    for (std::size_t i = 0; i < columns.size(); ++i)
        QVERIFY2(std::equal(columns[i].second->begin(), columns[i].second->end(),
                            wantedColumns[i].second->begin(), wantedColumns[i].second->end(),
                            [&bits](double a, double b) { return bits(a) == bits(b); }),
                 columns[i].first.c_str());
}

} // namespace

class DivergenceTest : public QObject {
    Q_OBJECT

private slots:
    void theLastSessionIsTheEndOfTheHistory() {
        const Divergence d = analysed(inventedPair(1200));
        const DivergenceHistory& h = d.history;
        for (const auto& [name, column] : columnsOf(h, true))
            QVERIFY2(column->size() == d.pair.size(), name.c_str());
        QVERIFY(d.asOf == d.pair.dates.back());
        QCOMPARE(d.spread, d.returnSmall - d.returnLarge);
        QCOMPARE(d.spread, h.spread.back());
        QCOMPARE(d.percentile, naiveShare(observations(h.spread), d.spread));
        QCOMPARE(d.beta.beta, h.beta.back());
        QCOMPARE(d.beta.spread, d.returnSmall - d.beta.beta * d.returnLarge);
        for (std::size_t i = 0; i < kSigmaModeCount; ++i) {
            const std::vector<double> seen = observations(h.zSpread[i]);
            QCOMPARE(d.zSpread[i].z, seen.back());
            QCOMPARE(d.zSpread[i].percentile, naiveShare(seen, seen.back()));
        }
        QCOMPARE(d.zSpread[indexOf(SigmaMode::InSample)].percentile, d.percentile);
    }

    void everyColumnStartsWhenItsWarmUpIsOver() {
        const DivergenceHistory h = analysed(inventedPair(1200)).history;
        const auto warmUp = [](const std::vector<double>& column) {
            return std::find_if(column.begin(), column.end(), [](double x) { return !std::isnan(x); }) -
                   column.begin();
        };
        QCOMPARE(warmUp(h.spread), 5);
        const std::array<std::ptrdiff_t, kSigmaModeCount> wanted{5 + 251, 5,       5 + 251,
                                                                 5 + 755, 5 + 251, 5 + 252};
        for (std::size_t i = 0; i < kSigmaModeCount; ++i) {
            QCOMPARE(warmUp(h.zSpread[i]), wanted[i]);
            QCOMPARE(warmUp(h.zSmall[i]), wanted[i]);
        }
        QCOMPARE(warmUp(h.beta), 252);
        QCOMPARE(warmUp(h.zBetaAdjusted), 252 + 251);
    }

    void scalingBothPricesChangesNothing_data() {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("by a power of two, to the last bit") << 1024.0 << 0.0;
        QTest::newRow("by three, to rounding") << 3.0 << 1e-9;
        QTest::newRow("to prices of eleven million") << 68171.0 << 1e-9;
    }
    void scalingBothPricesChangesNothing() {
        QFETCH(const double, factor);
        QFETCH(const double, tolerance);
        const auto pair = inventedPair(1200);
        const NamedNumbers before = figuresOf(analysed(pair));
        const NamedNumbers after = figuresOf(analysed(scaled(pair, factor)));
        for (std::size_t i = 0; i < before.size(); ++i) {
            const double allowed = tolerance * std::max(1.0, std::abs(before[i].second));
            const bool equal = same(before[i].second, after[i].second);
            QVERIFY2(equal || std::abs(before[i].second - after[i].second) <= allowed,
                     before[i].first.c_str());
        }
    }

    void swappingTheLegsTurnsTheSpreadAround() {
        const auto pair = inventedPair(900);
        const Divergence one = analysed(pair);
        const Divergence other = analysed(pair, {"SPX", "RUT", 5, false});
        QCOMPARE(other.spread, -one.spread);
        QVERIFY(close(other.zSpread[indexOf(SigmaMode::Expanding)].z,
                      -one.zSpread[indexOf(SigmaMode::Expanding)].z, 1e-12));
    }

    void degenerateInputGivesNoFigureAndNeverAnInfinity_data() {
        QTest::addColumn<std::vector<double>>("small");
        QTest::addColumn<std::vector<double>>("large");
        QTest::addColumn<bool>("spreadKnown");
        const std::vector<double> flat(900, 100.0);
        const std::vector<double> moving = walk(900);
        QTest::newRow("both legs flat") << flat << flat << true;
        QTest::newRow("the same prices twice") << moving << moving << true;
        QTest::newRow("the large leg flat") << moving << flat << true;
        QTest::newRow("the small leg flat") << flat << moving << true;
        QTest::newRow("flat after years of moving") << [&] {
            std::vector<double> halted = moving;
            std::fill(halted.begin() + 300, halted.end(), halted[299]);
            return halted;
        }() << flat << true;
        QTest::newRow("yields below zero") << invented(900, 0, 1) << invented(900, 0, 1, 9) << false;
        QTest::newRow("prices at both ends of what a number holds")
            << inSteps(std::vector<double>(900, 1e300), 1e299) << std::vector<double>(900, 1e-300) << true;
        QTest::newRow("ten sessions") << std::vector<double>(moving.begin(), moving.begin() + 10)
                                      << std::vector<double>(10, 5.0) << true;
        QTest::newRow("as few as there can be")
            << std::vector<double>(moving.begin(), moving.begin() + 6) << std::vector<double>(6, 5.0) << true;
    }
    void degenerateInputGivesNoFigureAndNeverAnInfinity() {
        QFETCH(const std::vector<double>, small);
        QFETCH(const std::vector<double>, large);
        QFETCH(const bool, spreadKnown);
        const Divergence d = analysed(legs(small, large));
        for (const auto& [name, value] : figuresOf(d))
            QVERIFY2(!std::isinf(value), name.c_str());
        for (const auto& [name, column] : columnsOf(d.history, true))
            for (const double value : *column)
                QVERIFY2(!std::isinf(value), name.c_str());
        QVERIFY(!spreadKnown || std::isfinite(d.spread));
        const bool neverMoved = std::all_of(d.history.spread.begin(), d.history.spread.end(),
                                            [](double x) { return std::isnan(x) || x == 0; });
        for (const ZReading& reading : d.zSpread) {
            QCOMPARE(std::isnan(reading.z), std::isnan(reading.percentile));
            QVERIFY(!neverMoved || std::isnan(reading.z));
        }
    }

    void refusesWhatItCannotAnswer_data() {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("sessions");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("a move over no session") << 0 << 300 << "bad_days"
                                                << "1 to 252";
        QTest::newRow("a move over more than a year") << 253 << 300 << "bad_days"
                                                      << "not 253";
        QTest::newRow("five sessions for a move over five") << 5 << 5 << "too_short"
                                                            << "needs 6";
        QTest::newRow("one session") << 5 << 1 << "too_short"
                                     << "share 1 session up to";
    }
    void refusesWhatItCannotAnswer() {
        QFETCH(const int, days);
        QFETCH(const int, sessions);
        QFETCH(const QString, code);
        QFETCH(const QString, says);
        const std::vector<double> prices = walk(static_cast<std::size_t>(sessions));
        const auto view = MarketView::latest(marketOf(legs(prices, prices)));
        const auto result = analyseDivergence(view, {"RUT", "SPX", days, false});
        QVERIFY(!result.has_value());
        QCOMPARE(QString::fromStdString(result.error().code), code);
        QVERIFY2(QString::fromStdString(result.error().message).contains(says),
                 result.error().message.c_str());
        QCOMPARE(result.error().kind, code == "bad_days" ? ErrorKind::Usage : ErrorKind::Refused);
    }

    void anAsOfBetweenSessionsMeansTheSessionBefore() {
        const auto market = marketOf(inventedPair(600));
        const Date saturday = *makeDate(1992, 2, 1);
        const auto d = analyseDivergence(MarketView::asOf(market, saturday), {});
        QVERIFY(d.has_value());
        QCOMPARE(QString::fromStdString(isoText(d->asOf)), QStringLiteral("1992-01-31"));
    }

    void whatALaterDateKnowsGivesTheSameBits_data() {
        QTest::addColumn<std::size_t>("session");
        for (const std::size_t session : {5, 6, 251, 257, 504, 800, 1198, 1199})
            QTest::addRow("as of session %zu", session) << session;
    }
    void whatALaterDateKnowsGivesTheSameBits() {
        QFETCH(const std::size_t, session);
        const auto market = marketOf(inventedPair(1200));
        const Divergence whole = *analyseDivergence(MarketView::latest(market), {});
        const MarketView view = MarketView::asOf(market, whole.pair.dates[session]);
        requireSame(*analyseDivergence(view, {}, &whole), *analyseDivergence(view, {}));
    }

    void ofOtherDataOrOtherDaysNothingIsTaken() {
        const auto market = marketOf(inventedPair(600));
        const MarketView view = MarketView::asOf(market, *makeDate(1992, 2, 1));
        const Divergence wanted = *analyseDivergence(view, {});
        const Divergence otherDays =
            *analyseDivergence(MarketView::latest(market), {"RUT", "SPX", 20, false});
        requireSame(*analyseDivergence(view, {}, &otherDays), wanted);
        auto instruments = inventedPair(600);
        instruments.front().daily.columns[indexOf(Field::Close)][3] *= 1.5;
        const Divergence otherData = analysed(std::move(instruments));
        requireSame(*analyseDivergence(view, {}, &otherData), wanted);
        const Divergence shorter =
            *analyseDivergence(MarketView::asOf(market, *makeDate(1991, 6, 3)), DivergenceParams{});
        requireSame(*analyseDivergence(view, {}, &shorter), wanted);
    }
};

ROTASCOPE_SUITE(DivergenceTest)
#include "test_divergence.moc"
