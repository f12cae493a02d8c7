// The view through which every analysis looks: nothing later than its date can be reached.
#include "core/market/known.h"
#include "core/market/market.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace rotascope;

namespace {

constexpr double kHole = std::numeric_limits<double>::quiet_NaN();

Date day(const char* iso) {
    return *parseIsoDate(iso);
}

Series seriesOf(Field field, Cadence cadence, Availability availability, std::vector<const char*> dates) {
    Series series{field, cadence, availability, {}, {}};
    for (const char* date : dates) {
        series.dates.push_back(day(date));
        series.values.push_back(static_cast<double>(series.dates.size()));
    }
    return series;
}

InstrumentData fundOf(std::vector<const char*> dates, std::vector<double> closes) {
    InstrumentData fund{describeSymbol("IWM"), {}, {}};
    for (const char* date : dates)
        fund.daily.dates.push_back(day(date));
    fund.daily.columns[indexOf(Field::Close)] = std::move(closes);
    return fund;
}

/// IWM: four closes with a hole, volumes only from the third day; shares. DGS10: yields. WALCL, PAYEMS, GDP:
/// slow series.
std::vector<InstrumentData> everything() {
    InstrumentData fund =
        fundOf({"2025-11-24", "2025-11-25", "2025-11-26", "2025-11-28"}, {240.0, kHole, 246.4, 248.8});
    fund.daily.columns[indexOf(Field::Volume)] = {kHole, kHole, 30e6, 21e6};
    fund.series.push_back(
        seriesOf(Field::Shares, Cadence::Daily, Availability::NextSession, {"2025-11-26", "2025-11-28"}));
    InstrumentData yields{describeSymbol("DGS10"), {}, {}};
    yields.series.push_back(
        seriesOf(Field::Value, Cadence::Daily, Availability::SameDay, {"2025-11-26", "2025-11-28"}));
    InstrumentData payrolls{describeSymbol("PAYEMS"), {}, {}};
    payrolls.series.push_back(
        seriesOf(Field::Value, Cadence::Monthly, Availability::AfterPeriod, {"2025-09-01", "2025-10-31"}));
    InstrumentData banks{describeSymbol("DRTSCILM"), {}, {}};
    banks.series.push_back(seriesOf(Field::Value, Cadence::Quarterly, Availability::AfterPeriod,
                                    {"2025-04-01", "2025-09-30", "2025-10-01"}));
    InstrumentData weeks{describeSymbol("XWEEK"), {}, {}};
    weeks.series.push_back(seriesOf(Field::Value, Cadence::Weekly, Availability::AfterPeriod,
                                    {"2025-11-10", "2025-11-17", "2025-11-23"}));
    return {fund, yields, payrolls, banks, weeks};
}

std::shared_ptr<const Market> marketOf(std::vector<InstrumentData> data) {
    return std::make_shared<const Market>(std::move(data));
}

/// What was in the market up to a date, made by cutting the data itself.
std::vector<InstrumentData> cutAt(std::vector<InstrumentData> data, Date last) {
    for (InstrumentData& instrument : data) {
        const auto count = static_cast<std::size_t>(std::count_if(
            instrument.daily.dates.begin(), instrument.daily.dates.end(), [&](Date d) { return d <= last; }));
        instrument.daily.dates.resize(count);
        for (auto& column : instrument.daily.columns)
            column.resize(std::min(column.size(), count));
    }
    return data;
}

} // namespace

class TestMarketView : public QObject {
    Q_OBJECT

private slots:
    void theLatestViewShowsEverythingWithoutHoles() {
        const MarketView view = MarketView::latest(marketOf(everything()));
        QVERIFY(!view.asOfDate());
        const auto closes = view.values("IWM", Field::Close);
        QCOMPARE(closes->size(), std::size_t{3});
        QCOMPARE(closes->dates.back(), day("2025-11-28"));
        QCOMPARE(closes->values[1], 246.4);
        QCOMPARE(view.values("IWM", Field::Shares)->size(), std::size_t{2});
    }

    void columnsAreCopiedForTheirHolesOnly() {
        const std::vector<Date> dates{day("2025-11-25"), day("2025-11-26")};
        InstrumentData data{describeSymbol("IWM"), {dates, {}}, {}};
        data.daily.columns[indexOf(Field::Open)] = {240, 241};
        data.daily.columns[indexOf(Field::Close)] = {242, kHole};
        data.daily.columns[indexOf(Field::Volume)] = {kHole, kHole};
        const auto market = marketOf({data});
        const PriceBars& bars = market->find("IWM")->daily;
        const auto opens = market->field("IWM", Field::Open, Cadence::Daily);
        QCOMPARE(opens->values.values.data(), bars.column(Field::Open).data());
        QCOMPARE(opens->values.dates.data(), bars.dates.data());
        QCOMPARE(market->field("IWM", Field::Close, Cadence::Daily)->values.size(), std::size_t{1});
        QVERIFY(!market->field("IWM", Field::Volume, Cadence::Daily));
        QVERIFY(!market->field("IWM", Field::High, Cadence::Daily));
        QVERIFY(!market->field("IWM", Field::Open, Cadence::Weekly));
        QVERIFY(!market->field("SPY", Field::Open, Cadence::Daily));
    }

    void anAsOfViewShowsWhatWasAvailable_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("field");
        QTest::addColumn<int>("cadence");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<int>("seen");
        const auto row = [](const char* name, const char* symbol, Field field, Cadence cadence,
                            const char* asOf, int seen) {
            QTest::newRow(name) << symbol << int(indexOf(field)) << int(cadence) << asOf << seen;
        };
        const auto daily = Cadence::Daily;
        row("a close is known on its day", "IWM", Field::Close, daily, "2025-11-26", 2);
        row("a holiday shows the session before", "IWM", Field::Close, daily, "2025-11-27", 2);
        row("a date after the data shows all", "IWM", Field::Close, daily, "2030-01-01", 3);
        row("a yield is known on its day", "DGS10", Field::Value, daily, "2025-11-28", 2);
        row("shares are not known on their day", "IWM", Field::Shares, daily, "2025-11-28", 1);
        row("shares are not known over the weekend", "IWM", Field::Shares, daily, "2025-11-30", 1);
        row("shares are known on the next session", "IWM", Field::Shares, daily, "2025-12-01", 2);
        row("a holiday is no session to publish shares on", "IWM", Field::Shares, daily, "2025-11-27", 0);
        row("a month is not known on its last day", "PAYEMS", Field::Value, Cadence::Monthly, "2025-09-30",
            0);
        row("a month dated by its first day is known when it is over", "PAYEMS", Field::Value,
            Cadence::Monthly, "2025-10-01", 1);
        row("a month dated by its last day is known the day after", "PAYEMS", Field::Value, Cadence::Monthly,
            "2025-11-01", 2);
        row("a week is not known before it is over", "XWEEK", Field::Value, Cadence::Weekly, "2025-11-16", 0);
        row("a week dated by its Monday is known on the next one", "XWEEK", Field::Value, Cadence::Weekly,
            "2025-11-17", 1);
        row("a week dated by its Sunday is known after its Friday", "XWEEK", Field::Value, Cadence::Weekly,
            "2025-11-30", 2);
        row("on the Monday that follows", "XWEEK", Field::Value, Cadence::Weekly, "2025-12-01", 3);
        row("a quarter is not known before its end", "DRTSCILM", Field::Value, Cadence::Quarterly,
            "2025-06-30", 0);
        row("a quarter dated by its first day is known when it is over", "DRTSCILM", Field::Value,
            Cadence::Quarterly, "2025-07-01", 1);
        row("a quarter dated by its last day is known the day after", "DRTSCILM", Field::Value,
            Cadence::Quarterly, "2025-10-01", 2);
        row("the running quarter is not known", "DRTSCILM", Field::Value, Cadence::Quarterly, "2025-12-31",
            2);
    }
    void anAsOfViewShowsWhatWasAvailable() {
        QFETCH(QString, symbol);
        QFETCH(int, field);
        QFETCH(int, cadence);
        QFETCH(QString, asOf);
        QFETCH(int, seen);
        const MarketView view = MarketView::asOf(marketOf(everything()), day(asOf.toUtf8()));
        const auto values =
            view.values(symbol.toStdString(), static_cast<Field>(field), static_cast<Cadence>(cadence));
        if (seen == 0)
            QCOMPARE(values.error().code, std::string("before_data"));
        else
            QCOMPARE(static_cast<int>(values->size()), seen);
    }

    void aViewEqualsAMarketThatEndsThere() {
        for (Date last = day("2025-11-24"); last <= day("2025-11-29"); last += std::chrono::days{1}) {
            const MarketView cut = MarketView::latest(marketOf(cutAt(everything(), last)));
            const MarketView view = MarketView::asOf(marketOf(everything()), last);
            for (const Field field : {Field::Close, Field::Volume, Field::Open}) {
                const auto seen = view.values("IWM", field);
                const auto there = cut.values("IWM", field);
                QCOMPARE(seen.has_value(), there.has_value());
                if (seen)
                    QVERIFY(std::equal(seen->values.begin(), seen->values.end(), there->values.begin(),
                                       there->values.end()));
            }
            const auto bars = view.bars("IWM");
            QCOMPARE(bars->dates.size(), cut.bars("IWM")->dates.size());
            QCOMPARE(bars->column(Field::Volume).empty(), last < day("2025-11-26"));
            QCOMPARE(bars->column(Field::Close).size(), bars->dates.size());
        }
    }

    void beforeTheDataTheRangeIsSaid() {
        const MarketView view = MarketView::asOf(marketOf(everything()), day("2020-01-02"));
        for (const auto& error : {view.values("IWM", Field::Close).error(), view.bars("IWM").error()}) {
            QCOMPARE(error.code, std::string("before_data"));
            QCOMPARE(error.kind, ErrorKind::Refused);
            QVERIFY(error.message.find("2025-11-24 to 2025-11-28") != std::string::npos);
        }
    }

    void whatIsMissingIsRefused() {
        const MarketView view = MarketView::latest(marketOf(everything()));
        QCOMPARE(view.values("IWM", Field::Open).error().code, std::string("no_data"));
        QCOMPARE(view.values("IWM", Field::Close, Cadence::Weekly).error().code, std::string("no_data"));
        QCOMPARE(view.bars("DGS10").error().code, std::string("no_data"));
        const auto unknown = view.values("IWN", Field::Close);
        QCOMPARE(unknown.error().code, std::string("unknown_symbol"));
        QVERIFY(unknown.error().message.find("nearest name is IWM") != std::string::npos);
        QVERIFY(unknown.error().message.find("take what there is: ") != std::string::npos);
        QCOMPARE(view.bars("IWN").error(), unknown.error());
        QCOMPARE(view.instrument("IWN").error(), unknown.error());
    }

    void closesAreBarsWhereThereAreAnyAndElseTheSingleValue() {
        const MarketView view = MarketView::latest(marketOf(everything()));
        QCOMPARE(view.closes("IWM")->values.back(), 248.8);
        QCOMPARE(view.closes("DGS10")->values.back(), 2.0);
        QCOMPARE(view.closes("PAYEMS").error().code, std::string("no_data"));
    }

    /// Whoever looks at whole instruments sees what the view shows.
    void keepingWhatWasKnownEqualsTheView() {
        for (const char* date : {"2025-09-30", "2025-11-26", "2025-11-28", "2025-12-01"}) {
            const MarketView view = MarketView::asOf(marketOf(everything()), day(date));
            for (InstrumentData data : everything()) {
                keepKnown(data, day(date));
                const auto bars = view.bars(data.instrument.symbol);
                QCOMPARE(data.daily.dates.size(), bars ? bars->dates.size() : 0);
                for (std::size_t i = 0; bars && i < kBarFieldCount; ++i)
                    QCOMPARE(data.daily.columns[i].size(), bars->columns[i].size());
                for (const Series& series : data.series) {
                    const auto values = view.values(data.instrument.symbol, series.field, series.cadence);
                    QCOMPARE(series.values.size(), values ? values->size() : 0);
                }
            }
        }
    }

    void aColumnThatBeginsLaterIsNotThere() {
        InstrumentData data = everything().front();
        std::vector<double>& adjusted = data.daily.columns[indexOf(Field::AdjClose)];
        adjusted.assign(data.daily.dates.size(), std::numeric_limits<double>::quiet_NaN());
        adjusted.back() = 1;
        InstrumentData before = data;
        keepKnown(before, data.daily.dates[1]);
        QVERIFY(before.daily.column(Field::AdjClose).empty());
        QCOMPARE(before.daily.column(Field::Close).size(), std::size_t(2));
        keepKnown(data, data.daily.dates.back());
        QCOMPARE(data.daily.column(Field::AdjClose).size(), data.daily.dates.size());
    }

    void instrumentsAreFoundBySymbolInAnyOrder() {
        std::vector<InstrumentData> data = everything();
        std::reverse(data.begin(), data.end());
        const MarketView view = MarketView::latest(marketOf(std::move(data)));
        QCOMPARE(view.symbols(), (std::vector<Symbol>{"DGS10", "DRTSCILM", "IWM", "PAYEMS", "XWEEK"}));
        QCOMPARE(*view.instrument("IWM"), describeSymbol("IWM"));
    }

    void anEmptyMarketRefusesEverythingPolitely() {
        const MarketView view = MarketView::latest(marketOf({}));
        QVERIFY(view.symbols().empty());
        QCOMPARE(view.closes("RUT").error().code, std::string("unknown_symbol"));
    }
};

ROTASCOPE_SUITE(TestMarketView)
#include "test_market_view.moc"
