// Volume balances, channels, drawdowns, capture, z, volatility, and what every row of the catalogue promises.
#include "core/indicators/capture.h"
#include "core/indicators/channel.h"
#include "core/indicators/drawdown.h"
#include "core/indicators/indicator_catalogue.h"
#include "core/indicators/realised_volatility.h"
#include "core/indicators/returns.h"
#include "core/indicators/standardised.h"
#include "core/indicators/volume_balance.h"
#include "tests/core/indicators/columns.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Every column that any indicator needs.
struct InventedColumns {
    std::vector<double> values, high, low, volume, other;

    explicit InventedColumns(std::size_t count)
        : values(walk(count))
        , high(values)
        , low(values)
        , volume(invented(count, 1e6, 4e5, 11))
        , other(values) {
        const std::vector<double> shocks = invented(count, 0, 0.02, 8);
        double level = 90;
        for (std::size_t i = 0; i < count; ++i) {
            high[i] *= 1.01 + std::abs(shocks[i]);
            low[i] *= 0.99;
            other[i] = level *= 1 + shocks[i];
        }
    }
    IndicatorColumns first(std::size_t count) const {
        const auto part = [count](const std::vector<double>& column) {
            return std::span(column).first(count);
        };
        return {part(values), part(high), part(low), part(volume), part(other)};
    }
    IndicatorColumns all() const { return first(values.size()); }
};

std::size_t firstResult(const std::vector<double>& column) {
    return static_cast<std::size_t>(
        std::find_if(column.begin(), column.end(), [](double x) { return !std::isnan(x); }) - column.begin());
}

std::size_t windowOf(const IndicatorInfo& info) {
    return info.usualWindow == 0 ? 1 : info.usualWindow;
}

void addIndicatorRows() {
    QTest::addColumn<QString>("id");
    for (const IndicatorInfo& info : indicators())
        QTest::newRow(std::string(info.name).c_str())
            << QString::fromUtf8(info.id.data(), static_cast<qsizetype>(info.id.size()));
}

} // namespace

class IndicatorsTest : public QObject {
    Q_OBJECT

private slots:
    void everyRowWarmsUpAsItSays_data() { addIndicatorRows(); }
    void everyRowWarmsUpAsItSays() {
        QFETCH(const QString, id);
        const IndicatorInfo& info = *indicatorNamed(id.toStdString());
        const InventedColumns columns(700);
        for (const std::size_t window : {windowOf(info), windowOf(info) + 5}) {
            const std::vector<double> column = info.column(columns.all(), window);
            QCOMPARE(column.size(), std::size_t{700});
            QCOMPARE(firstResult(column), info.lookback.of(window));
        }
    }

    void everyRowKeepsItsPast_data() { addIndicatorRows(); }
    void everyRowKeepsItsPast() {
        QFETCH(const QString, id);
        const IndicatorInfo& info = *indicatorNamed(id.toStdString());
        const InventedColumns columns(700);
        const std::vector<double> whole = info.column(columns.all(), windowOf(info));
        for (const std::size_t count : {0UL, 1UL, 2UL, 260UL, 261UL, 301UL, 699UL}) {
            const std::vector<double> part = info.column(columns.first(count), windowOf(info));
            const std::vector<double> wanted(whole.begin(),
                                             whole.begin() + static_cast<std::ptrdiff_t>(count));
            EXPECT_COLUMN(part, wanted, 0);
        }
    }

    void everyRowRecoversFromAHole_data() { addIndicatorRows(); }
    void everyRowRecoversFromAHole() {
        QFETCH(const QString, id);
        const IndicatorInfo& info = *indicatorNamed(id.toStdString());
        InventedColumns columns(1200);
        for (std::vector<double>* column :
             {&columns.values, &columns.high, &columns.low, &columns.volume, &columns.other})
            (*column)[600] = kNaN;
        const std::vector<double> column = info.column(columns.all(), windowOf(info));
        QVERIFY(!std::isnan(column[599]));
        QVERIFY(!std::isnan(column.back()));
    }

    void everyRowTakesAnySeries_data() {
        QTest::addColumn<std::vector<double>>("values");
        const std::vector<double> small = walk(700);
        const std::vector<double> large = InventedColumns(700).other;
        std::vector<double> ratio = small, spread = small, flow = invented(700, 0, 3e8, 5);
        for (std::size_t i = 0; i < ratio.size(); ++i) {
            ratio[i] /= large[i];
            spread[i] -= large[i];
            flow[i] = i % 7 == 0 ? 0 : flow[i];
        }
        QTest::newRow("an instrument's closes") << small;
        QTest::newRow("a ratio") << ratio;
        QTest::newRow("a spread, which crosses zero") << spread;
        QTest::newRow("flows in dollars, with days of none") << flow;
        QTest::newRow("a level of millions") << withValueAt(walk(700), 3, 11588474.0);
    }
    void everyRowTakesAnySeries() {
        QFETCH(const std::vector<double>, values);
        InventedColumns columns(values.size());
        columns.values = values;
        IndicatorColumns bare{values, {}, {}, {}, columns.other};
        for (const IndicatorInfo& info : indicators()) {
            const std::vector<double> column = info.column(columns.all(), windowOf(info));
            QCOMPARE(column.size(), values.size());
            for (const double value : column)
                QVERIFY2(!std::isinf(value), std::string(info.id).c_str());
            if (info.needs == IndicatorNeeds::ValuesAlone)
                EXPECT_COLUMN(info.column(bare, windowOf(info)), column, 0);
        }
        for (const char* id : {"sma", "ema", "rsi", "macd", "highest", "lowest"}) {
            const IndicatorInfo* info = indicatorNamed(id);
            QVERIFY2(info, id);
            QVERIFY2(!std::isnan(info->column(bare, windowOf(*info)).back()), id);
        }
    }

    void everyRowSaysHowItIsMade() {
        for (const IndicatorInfo& info : indicators()) {
            QVERIFY(!info.label.empty() && !info.name.empty() && !info.unit.empty());
            QVERIFY(!info.formula.empty() && !info.seed.empty());
            QCOMPARE(indicatorNamed(info.id), &info);
        }
        QVERIFY(indicatorNamed("nonsense") == nullptr);
    }

    void warmUpIsASentence() {
        const IndicatorInfo& sma = *indicatorNamed("sma");
        QCOMPARE(warmUpSentence(sma, 200, 143), std::string("SMA200 needs 200 sessions; has 143."));
        QCOMPARE(warmUpSentence(sma, 200, 200), std::string());
        QCOMPARE(warmUpSentence(*indicatorNamed("rsi"), 14, 14),
                 std::string("RSI14 needs 15 sessions; has 14."));
        QCOMPARE(indicatorLabel(*indicatorNamed("obv"), 0), std::string("OBV"));
    }

    void balanceOfVolumeByHand() {
        const std::vector<double> close{10, 11, 11, kNaN, 9, 12}, volume{100, 50, 70, 30, 20, kNaN};
        EXPECT_COLUMN(onBalanceVolume(close, volume), (std::vector<double>{100, 150, 150, kNaN, 130, kNaN}),
                      0);
        const std::vector<double> high{10, 12, 8, 9}, low{6, 12, 4, 5}, closes{9, 12, 4, kNaN},
            volumes{100, 500, 10, 10};
        EXPECT_COLUMN(accumulationDistribution({high, low, closes, volumes}),
                      (std::vector<double>{50, 50, 40, kNaN}), 0);
    }

    void channelsAgreeWithASearch_data() { addShapeRows(); }
    void channelsAgreeWithASearch() {
        QFETCH(const std::vector<double>, values);
        for (const std::size_t window : {1UL, 7UL, 55UL}) {
            const Channel channel = channelBefore(values, window);
            for (std::size_t i = 0; i < values.size(); ++i) {
                double high = kNaN, low = kNaN;
                if (i >= window) {
                    const std::span<const double> part(values.data() + i - window, window);
                    if (observations(part).size() == window) {
                        high = *std::max_element(part.begin(), part.end());
                        low = *std::min_element(part.begin(), part.end());
                    }
                }
                QVERIFY(same(channel.highest[i], high) && same(channel.lowest[i], low));
            }
        }
    }

    void drawdownsHaveDepthLengthAndRecovery() {
        const std::vector<double> values{10, 12, 9, 6, 12, 11, kNaN, 13, 13, 12};
        EXPECT_COLUMN(drawdowns(values),
                      (std::vector<double>{0, 0, -0.25, -0.5, 0, 11.0 / 12 - 1, kNaN, 0, 0, 12.0 / 13 - 1}),
                      1e-15);
        const std::vector<Drawdown> episodes = drawdownEpisodes(values);
        QCOMPARE(episodes.size(), std::size_t{3});
        QVERIFY((episodes[0] == Drawdown{1, 3, 4, -0.5}));
        QVERIFY((episodes[1] == Drawdown{4, 5, 7, 11.0 / 12 - 1}));
        QVERIFY((episodes[2] == Drawdown{8, 9, std::nullopt, 12.0 / 13 - 1}));
        QVERIFY(deepestDrawdown(episodes) == episodes[0]);
        QVERIFY(longestDrawdown(episodes, 10) == episodes[0]);
        QVERIFY(longestDrawdown(episodes, 20) == episodes[2]);
        QVERIFY(!deepestDrawdown(drawdownEpisodes(std::vector<double>{1, 2, 3})));
    }

    void captureComparesTheSameDays() {
        const std::vector<double> y{0.02, -0.01, 0.03, 0.01}, x{0.01, -0.02, 0.02, 0};
        const Capture capture = rollingCapture(y, x, 3);
        QCOMPARE(capture.up[2], 0.05 / 0.03);
        QCOMPARE(capture.down[2], 0.5);
        QCOMPARE(capture.up[3], 0.03 / 0.02);
        const Capture rising = rollingCapture(y, std::vector<double>(4, 0.01), 2);
        QVERIFY(std::isnan(rising.down.back()) && !std::isnan(rising.up.back()));
    }

    void volatilityIsOfDailyReturns() {
        const std::vector<double> prices = walk(60);
        const std::vector<double> returns = simpleReturns(prices, 1);
        const double wanted = naiveSd(std::span(returns).last(21)) * std::sqrt(252.0);
        QVERIFY(close(realisedVolatility(prices, 21).back(), wanted, 1e-12));
    }

    void aBadTickIsGoneWhenItLeavesTheWindow() {
        const std::vector<double> clean = invented(400, 100, 1);
        const std::vector<double> spoiled = withValueAt(clean, 100, 1e4);
        QVERIFY(close(rollingZ(spoiled, 60)[160], rollingZ(clean, 60)[160], 1e-10));
        QVERIFY(!close(rollingZ(spoiled, 60)[159], rollingZ(clean, 60)[159], 0.1));
        QVERIFY(std::isnan(rollingZ(std::vector<double>(90, 3.5), 60).back()));
    }
};

ROTASCOPE_SUITE(IndicatorsTest)
#include "test_indicators.moc"
