// What comes back out of a desk, and where it came from.
#include "db/sqlite/connection.h"
#include "db/sqlite/failure.h"
#include "db/tables/value_tables.h"
#include "tests/db/desk_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// IWM: daily bars with a hole, weekly bars, shares; DGS10: yields.
InventedFile mixedFile() {
    InventedFile file;
    file.targets = {barTarget("IWM"), barTarget("IWM", 2, Cadence::Weekly), valueTarget("IWM", Field::Shares),
                    valueTarget("DGS10")};
    file.targets[2].availability = Availability::NextSession;
    file.rows = {
        {2, 0, day("2025-11-25"), {{Field::Open, 243.0}, {Field::Close, 244.5}}},
        {3, 0, day("2025-11-26"), {{Field::Close, 246.4}}},
        {4, 0, day("2025-11-28"), {{Field::Open, 247.1}, {Field::Close, 248.8}}},
        {5, 1, day("2025-11-28"), {{Field::Close, 248.8}}},
        {6, 2, day("2025-11-26"), {{Field::Shares, 0.0}}},
        {7, 2, day("2025-11-28"), {{Field::Shares, 295.3e6}}},
        {8, 3, day("1969-12-31"), {{Field::Value, 7.88}}},
        {9, 3, day("2025-11-28"), {{Field::Value, -0.25}}},
    };
    return file;
}

class MixedDesk {
public:
    MixedDesk()
        : store(folder.open()) {
        if (!importInto(*store, mixedFile()))
            qFatal("the mixed file could not be imported");
    }
    DeskFolder folder;
    std::unique_ptr<MarketStore> store;
};

} // namespace

class TestDeskReading : public QObject {
    Q_OBJECT

private slots:
    void aNewDeskIsEmpty() {
        const DeskFolder folder;
        const auto store = folder.open();
        QVERIFY(store->instruments()->empty());
        QVERIFY(store->imports()->empty());
        const auto info = store->info();
        QCOMPARE(info->path, folder.path());
        QVERIFY(!info->demo);
        QVERIFY(!info->readOnly);
    }

    void barsComeBackInColumnsWithNaNWhereAValueIsMissing() {
        const MixedDesk desk;
        const auto data = desk.store->read("IWM");
        const PriceBars& bars = data->daily;
        QCOMPARE(bars.dates, (std::vector<Date>{day("2025-11-25"), day("2025-11-26"), day("2025-11-28")}));
        QCOMPARE(bars.column(Field::Close), (std::vector<double>{244.5, 246.4, 248.8}));
        QCOMPARE(bars.column(Field::Open)[0], 243.0);
        QVERIFY(std::isnan(bars.column(Field::Open)[1]));
        QVERIFY2(bars.column(Field::Volume).empty(), "a column without any value is empty");
    }

    void singleValueSeriesComeBackWithTheirAvailability() {
        const MixedDesk desk;
        const auto data = desk.store->read("IWM");
        QCOMPARE(data->series.size(), std::size_t{1});
        const Series& shares = data->series.front();
        QCOMPARE(shares.field, Field::Shares);
        QCOMPARE(shares.availability, Availability::NextSession);
        QCOMPARE(shares.values, (std::vector<double>{0.0, 295.3e6}));
    }

    void datesBefore1970AndNegativeValuesSurvive() {
        const MixedDesk desk;
        const auto data = desk.store->read("DGS10");
        QCOMPARE(data->instrument, describeSymbol("DGS10"));
        QCOMPARE(data->series.front().dates.front(), day("1969-12-31"));
        QCOMPARE(data->series.front().values.back(), -0.25);
    }

    void everyDoubleComesBackBitForBit() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file;
        file.targets = {valueTarget("X")};
        const std::vector<double> values{
            0.1, 1.0 / 3.0, 1e-300, 1.7976931348623157e308, -0.0, 9007199254740993.0, 123456789012345.67};
        std::uint32_t line = 1;
        for (const double value : values)
            file.rows.push_back(
                {++line, 0, day("2025-01-01") + std::chrono::days(line), {{Field::Value, value}}});
        QVERIFY(importInto(*store, file));
        QCOMPARE(store->read("X")->series.front().values, values);
    }

    void rowsThatComeOutOfOrderAreTakenForDamage() {
        const MixedDesk desk;
        const sqlite::Connection file(desk.folder.path(), sqlite::Access::Write);
        const auto daily = seriesOf(file, findInstrument(file, "IWM")->id).front();
        QCOMPARE(readBarValues(file, daily).dates.size(), std::size_t{3});
        file.execute("PRAGMA reverse_unordered_selects = ON"); // as a damaged tree would hand them out
        try {
            readBarValues(file, daily);
            QFAIL("the rows were taken");
        } catch (const sqlite::StoreFailure& failure) {
            QCOMPARE(QString::fromStdString(failure.error().code), QStringLiteral("corrupt_desk"));
        }
    }

    void aNumberThatIsBoundToNoColumnsIsRefused() {
        const DeskFolder folder;
        const auto store = folder.open();
        const sqlite::Connection file(folder.path(), sqlite::Access::Write);
        for (const char* sql : {"SELECT into_columns(1, 2, 3)", "SELECT into_columns()"})
            QVERIFY_EXCEPTION_THROWN(file.integer(sql), sqlite::StoreFailure);
    }

    void weeklyBarsNeverMixWithDailyOnes() {
        const MixedDesk desk;
        QCOMPARE(desk.store->readBars("IWM", Cadence::Weekly)->dates, std::vector<Date>{day("2025-11-28")});
        QCOMPARE(desk.store->readBars("IWM", Cadence::Daily)->dates.size(), std::size_t{3});
        QVERIFY(desk.store->readBars("IWM", Cadence::Monthly)->dates.empty());
    }

    void theListSumsUpEverySeries() {
        const MixedDesk desk;
        const auto held = desk.store->instruments();
        QCOMPARE(held->size(), std::size_t{2});
        QCOMPARE((*held)[0].instrument.symbol, std::string("DGS10"));
        const InstrumentSummary& iwm = (*held)[1];
        QCOMPARE(iwm.series.size(), std::size_t{3});
        QVERIFY(!iwm.series[0].field);
        QCOMPARE(iwm.series[0].cadence, Cadence::Daily);
        QCOMPARE(iwm.series[0].fields, (std::vector<Field>{Field::Open, Field::Close}));
        QCOMPARE(iwm.series[0].range, (DateRange{day("2025-11-25"), day("2025-11-28")}));
        QCOMPARE(iwm.series[0].observations, std::uint64_t{3});
        QCOMPARE(iwm.series[1].cadence, Cadence::Weekly);
        QCOMPARE(iwm.series[2].field, std::optional(Field::Shares));
        QCOMPARE(iwm.series[2].fields, std::vector<Field>{Field::Shares});
    }

    void theListGrowsWithLaterImports() {
        const MixedDesk desk;
        InventedFile more;
        more.targets = {barTarget("IWM")};
        more.rows = {{2, 0, day("2025-11-24"), {{Field::Close, 240.0}}},
                     {3, 0, day("2025-11-26"), {{Field::Volume, 1e6}}}};
        QVERIFY(importInto(*desk.store, more));
        const SeriesSummary daily = desk.store->instruments()->at(1).series.at(0);
        QCOMPARE(daily.fields, (std::vector<Field>{Field::Open, Field::Close, Field::Volume}));
        QCOMPARE(daily.range.first, day("2025-11-24"));
        QCOMPARE(daily.observations, std::uint64_t{4});
    }

    void aValueKnowsItsImportAndLine() {
        const MixedDesk desk;
        const auto origin = desk.store->origin("IWM", day("2025-11-28"), Field::Close);
        QCOMPARE(origin->symbol, std::string("IWM"));
        QCOMPARE(origin->value, 248.8);
        QCOMPARE(origin->line, 4u);
        QCOMPARE(origin->header.path, mixedFile().path);
        QCOMPARE(origin->header.sha256, mixedFile().sha256);
        QCOMPARE(desk.store->origin("IWM", day("2025-11-26"), Field::Shares)->value, 0.0);
    }

    void whatIsNotThereIsRefusedWithWhatIsNear_data() {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("near");
        const auto row = [](const char* name, const char* symbol, const char* date, Field field,
                            const char* code, const char* near) {
            QTest::newRow(name) << symbol << date << int(indexOf(field)) << code << near;
        };
        row("an unknown symbol names the nearest", "IWN", "2025-11-28", Field::Close, "unknown_symbol",
            "nearest name is IWM");
        row("a date between two names both", "IWM", "2025-11-27", Field::Close, "no_value",
            "2025-11-26 and 2025-11-28");
        row("a date before the first names it", "IWM", "2020-01-02", Field::Close, "no_value",
            "the first is 2025-11-25");
        row("a date after the last names it", "IWM", "2026-01-02", Field::Close, "no_value",
            "the last is 2025-11-28");
        row("a hole names the field's own dates", "IWM", "2025-11-26", Field::Open, "no_value",
            "2025-11-25 and 2025-11-28");
        row("a field that is missing names those there are", "IWM", "2025-11-28", Field::Volume, "no_data",
            "daily open, daily close");
        row("a yield has no close", "DGS10", "2025-11-28", Field::Close, "no_data", "daily value");
    }
    void whatIsNotThereIsRefusedWithWhatIsNear() {
        QFETCH(QString, symbol);
        QFETCH(QString, date);
        QFETCH(int, field);
        QFETCH(QString, code);
        QFETCH(QString, near);
        const MixedDesk desk;
        const auto origin =
            desk.store->origin(symbol.toStdString(), day(date.toUtf8()), static_cast<Field>(field));
        QVERIFY(!origin);
        QCOMPARE(origin.error().kind, ErrorKind::Refused);
        QCOMPARE(QString::fromStdString(origin.error().code), code);
        QVERIFY2(QString::fromStdString(origin.error().message).contains(near),
                 origin.error().message.c_str());
    }

    void aSeriesOfAnotherCadenceIsFoundToo() {
        const DeskFolder folder;
        const auto store = folder.open();
        InventedFile file;
        file.targets = {valueTarget("IWM", Field::Flow, 0, Cadence::Weekly)};
        file.rows = {{2, 0, day("2025-11-28"), {{Field::Flow, 2.78e9}}}};
        QVERIFY(importInto(*store, file));
        QCOMPARE(store->origin("IWM", day("2025-11-28"), Field::Flow)->value, 2.78e9);
    }

    void readingAnUnknownSymbolNamesTheNearest() {
        const MixedDesk desk;
        QVERIFY(QString::fromStdString(desk.store->read("DGS1O").error().message)
                    .contains("nearest name is DGS10"));
        QCOMPARE(desk.store->readBars("ZZZZZZ", Cadence::Daily).error().code, std::string("unknown_symbol"));
    }

    void anotherImportLeavesNameAndKindAsTheyAre() {
        const MixedDesk desk;
        InventedFile file = closesFile("IWM", {{"2025-12-01", 250.0}});
        file.targets[0].instrument.name = "Something else";
        QVERIFY(importInto(*desk.store, file));
        QCOMPARE(desk.store->read("IWM")->instrument, describeSymbol("IWM"));
    }
};

ROTASCOPE_SUITE(TestDeskReading)
#include "test_desk_reading.moc"
