#include "core/market/trading_calendar.h"
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/suites.h"

#include <bit>
#include <set>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// FNV-1a over every date and the bits of every value.
class Checksum {
public:
    void add(std::uint64_t word) {
        for (int byte = 0; byte < 8; ++byte)
            m_hash = (m_hash ^ ((word >> (8 * byte)) & 0xFF)) * 0x100000001b3U;
    }
    void add(const std::vector<Date>& dates, const std::vector<double>& values) {
        for (const Date day : dates)
            add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(dayNumber(day))));
        for (const double value : values)
            add(std::bit_cast<std::uint64_t>(value));
    }
    std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325U;
};

std::uint64_t checksumOf(const std::vector<InstrumentData>& market) {
    Checksum sum;
    for (const InstrumentData& data : market) {
        for (const char c : data.instrument.symbol)
            sum.add(static_cast<unsigned char>(c));
        for (const std::vector<double>& column : data.daily.columns)
            sum.add(data.daily.dates, column);
        for (const Series& one : data.series)
            sum.add(one.dates, one.values);
    }
    return sum.value();
}

bool hasDecimals(double value, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::abs(value * scale - std::round(value * scale)) <
           1e-6 * std::max(1.0, std::abs(value) * scale * 1e-6);
}

} // namespace

class DemoMarketTest : public QObject {
    Q_OBJECT

private slots:
    void everyMachineMakesTheSameValues() {
        QCOMPARE(checksumOf(demo()), checksumOf(demoMarket()));
        QCOMPARE(checksumOf(demo()), std::uint64_t{5621636970121962335U});
    }

    void holdsTheCoverageList_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("first");
        const auto row = [](const char* symbol, const char* first) {
            QTest::newRow(symbol) << QString::fromLatin1(symbol) << QString::fromLatin1(first);
        };
        row("RUT", "1987-09-10");
        row("SPX", "1987-09-10");
        row("DJI", "1987-09-10");
        row("IXIC", "1987-09-10");
        row("SPY", "1993-01-29");
        row("XLF", "1998-12-22");
        row("XLI", "1998-12-22");
        row("XLB", "1998-12-22");
        row("XLP", "1998-12-22");
        row("QQQ", "1999-03-10");
        row("IWM", "2000-05-26");
        row("IJR", "2000-05-26");
        row("RSP", "2003-05-01");
        row("VB", "2004-01-30");
        row("VGT", "2004-01-30");
        row("KRE", "2006-06-22");
        row("TNA", "2008-11-19");
        row("TZA", "2008-11-19");
        row("VOO", "2010-09-09");
        row("ARKK", "2014-10-31");
        row("AVUV", "2019-09-26");
    }

    void holdsTheCoverageList() {
        QFETCH(QString, symbol);
        QFETCH(QString, first);
        const InstrumentData& data = instrument(symbol.toStdString());
        const std::vector<Date> sessions = nyseSessions(date(first.toStdString()), date("2025-11-28"));
        QVERIFY2(data.daily.dates == sessions, "a bar for each session of the exchange, and no other");
        const bool isFund = data.instrument.kind != InstrumentKind::Index;
        QCOMPARE(data.daily.column(Field::AdjClose).empty(), !isFund);
        QCOMPARE(series(symbol.toStdString(), Field::Flow) != nullptr, isFund);
        QVERIFY(data.instrument.kind != InstrumentKind::Other);
    }

    void singleSeriesKeepTheirOwnCalendars_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<bool>("bonds");
        QTest::newRow("ten years") << QStringLiteral("DGS10") << QStringLiteral("1987-09-10")
                                   << QStringLiteral("2025-11-26") << true;
        QTest::newRow("two years") << QStringLiteral("DGS2") << QStringLiteral("1987-09-10")
                                   << QStringLiteral("2025-11-26") << true;
        QTest::newRow("high yield") << QStringLiteral("HYOAS") << QStringLiteral("1996-12-31")
                                    << QStringLiteral("2025-11-26") << true;
        QTest::newRow("volatility") << QStringLiteral("VIX") << QStringLiteral("1990-01-02")
                                    << QStringLiteral("2025-11-28") << false;
        QTest::newRow("put/call") << QStringLiteral("PUTCALL") << QStringLiteral("2006-11-01")
                                  << QStringLiteral("2025-11-28") << false;
    }

    void singleSeriesKeepTheirOwnCalendars() {
        QFETCH(QString, symbol);
        QFETCH(QString, first);
        QFETCH(QString, last);
        QFETCH(bool, bonds);
        const Series* values = series(symbol.toStdString(), Field::Value);
        QVERIFY(values && values->cadence == Cadence::Daily && values->availability == Availability::SameDay);
        std::vector<Date> expected;
        for (Date day = date(first.toStdString()); day <= date(last.toStdString());
             day += std::chrono::days{1})
            if (bonds ? isBondSession(day) : isNyseSession(day))
                expected.push_back(day);
        QVERIFY(values->dates == expected);
        QVERIFY(std::all_of(values->values.begin(), values->values.end(),
                            [](double v) { return v > 0 && hasDecimals(v, 2); }));
    }

    void barsAreInOrder() {
        for (const InstrumentData& data : demo()) {
            const PriceBars& bars = data.daily;
            for (std::size_t i = 0; i < bars.dates.size(); ++i) {
                const double open = bars.column(Field::Open)[i], high = bars.column(Field::High)[i];
                const double low = bars.column(Field::Low)[i], close = bars.column(Field::Close)[i];
                const QByteArray where =
                    QByteArray::fromStdString(data.instrument.symbol + " " + isoText(bars.dates[i]));
                QVERIFY2(low > 0 && low <= std::min(open, close) && high >= std::max(open, close),
                         where.constData());
                QVERIFY2(hasDecimals(open, 2) && hasDecimals(high, 2) && hasDecimals(low, 2) &&
                             hasDecimals(close, 2),
                         where.constData());
                const double volume = bars.column(Field::Volume)[i];
                QVERIFY2(volume >= 1 && volume == std::floor(volume), where.constData());
            }
        }
    }

    void symbolsAreUnique() {
        std::set<Symbol> symbols;
        for (const InstrumentData& data : demo())
            symbols.insert(data.instrument.symbol);
        QCOMPARE(symbols.size(), demo().size());
        QCOMPARE(symbols.size(), std::size_t{26});
    }

    void adjustedClosesEndAtTheCloseAndOnlyPayOut() {
        for (const InstrumentData& data : demo()) {
            const std::vector<double>& adjusted = data.daily.column(Field::AdjClose);
            if (adjusted.empty())
                continue;
            const std::vector<double>& close = data.daily.column(Field::Close);
            QCOMPARE(adjusted.back(), close.back());
            for (std::size_t i = 0; i < close.size(); ++i)
                QVERIFY(adjusted[i] > 0 && adjusted[i] <= close[i]);
        }
        const InstrumentData& spy = instrument("SPY");
        const double years = static_cast<double>(spy.daily.dates.size()) / 252;
        const double kept =
            spy.daily.column(Field::AdjClose).front() / spy.daily.column(Field::Close).front();
        const double yield = -std::log(kept) / years;
        QVERIFY2(yield > 0.015 && yield < 0.019, qPrintable(QString::number(yield)));
    }
};

ROTASCOPE_SUITE(DemoMarketTest)
#include "test_demo_market.moc"
