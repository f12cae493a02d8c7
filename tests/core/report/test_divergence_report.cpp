#include "core/base/text.h"
#include "core/report/divergence_json.h"
#include "core/report/divergence_text.h"
#include "core/report/json.h"
#include "tests/support/golden.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"

#include <fmt/format.h>

#include <limits>

using namespace rotascope;
using namespace rotascope::test;

namespace {

Divergence analysed(std::size_t sessions, const DivergenceParams& params = {}) {
    return *analyseDivergence(MarketView::latest(marketOf(inventedPair(sessions))), params);
}

/// Every floating number with nine digits, as text.
Json withFixedDigits(Json value) {
    if (value.is_structured())
        for (Json& part : value)
            part = withFixedDigits(part);
    return value.is_number_float() ? Json(fmt::format("{:.9f}", value.get<double>())) : value;
}

std::vector<std::string> keysOf(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items())
        keys.push_back(key);
    return keys;
}

} // namespace

class DivergenceReportTest : public QObject {
    Q_OBJECT

private slots:
    void jsonOfAnInventedPair() {
        compareWithGolden(jsonText(withFixedDigits(divergenceAsJson(analysed(1500)))) + '\n',
                          "divergence.json");
    }

    void textOfAnInventedPair() { compareWithGolden(divergenceText(analysed(1500), true), "divergence.txt"); }

    void textByTheCalendarBeforeAnySigma() {
        compareWithGolden(divergenceText(analysed(120, {"RUT", "SPX", 1, true}), false),
                          "divergence_short.txt");
    }

    void historyOfAnInventedPair() {
        const Divergence d = analysed(300);
        const HistoryRange range{d.pair.dates[250], d.pair.dates[262]};
        compareWithGolden(jsonText(withFixedDigits(zscoreAsJson(d, SigmaMode::Expanding, range))) + '\n',
                          "zscore.json");
    }

    void keysAreThoseOfTheContract() {
        const Json json = divergenceAsJson(analysed(900));
        const std::vector<std::string> modes{"in_sample",   "expanding", "rolling_252",
                                             "rolling_756", "mad",       "ewma_94"};
        for (const char* key :
             {"as_of", "small", "large", "sessions", "days", "return_small", "return_large", "spread",
              "percentile", "percentile_small", "first", "last", "dropped", "calendar"})
            QVERIFY2(json.contains(key), key);
        for (const char* key : {"z", "z_small", "percentiles", "percentiles_small"})
            QCOMPARE(keysOf(json.at(key)), modes);
        QCOMPARE(keysOf(json.at("beta")), (std::vector<std::string>{"beta", "spread", "z", "percentile"}));
        std::vector<std::string> horizons;
        for (const Json& row : json.at("table")) {
            QCOMPARE(keysOf(row), (std::vector<std::string>{"horizon", "base", "small", "large", "spread"}));
            horizons.push_back(row.at("horizon"));
        }
        QCOMPARE(horizons, (std::vector<std::string>{"1d", "5d", "10d", "21d", "63d", "126d", "252d", "mtd",
                                                     "qtd", "ytd"}));
    }

    void numbersReadBackAsTheSameDoubles() {
        const Divergence d = analysed(900);
        const Json json = Json::parse(divergenceJson(d));
        QVERIFY(json.at("spread").get<double>() == d.spread);
        QVERIFY(json.at("z").at("mad").get<double>() == d.zSpread[indexOf(SigmaMode::Mad)].z);
        QVERIFY(json.at("sessions").is_number_integer());
        const Json history = Json::parse(zscoreJson(d, SigmaMode::Ewma94));
        QCOMPARE(history.at("rows").size(), d.pair.size());
        for (std::size_t i = 0; i < d.pair.size(); ++i) {
            const Json& z = history.at("rows")[i].at("z");
            const double wanted = d.history.zSpread[indexOf(SigmaMode::Ewma94)][i];
            QVERIFY(std::isnan(wanted) ? z.is_null() : z.get<double>() == wanted);
        }
    }

    void missingIsNullAndNeverNaN() {
        const std::string text = divergenceJson(analysed(20));
        QVERIFY(text.find("nan") == std::string::npos && text.find("inf") == std::string::npos);
        QVERIFY(Json::parse(text).at("z").at("expanding").is_null());
        QVERIFY(Json::parse(text).at("beta").at("beta").is_null());
        QVERIFY(Json::parse(text).at("table")[5].at("base").is_null());
    }

    void historyIsCutToTheRange_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("rows");
        QTest::newRow("open at both ends") << ""
                                           << "" << 20;
        QTest::newRow("from a session on, that session inside") << "1990-01-24"
                                                                << "" << 3;
        QTest::newRow("to a weekend, up to the Friday") << ""
                                                        << "1990-01-07" << 5;
        QTest::newRow("one day") << "1990-01-10"
                                 << "1990-01-10" << 1;
        QTest::newRow("the wrong way round is empty") << "1990-01-20"
                                                      << "1990-01-10" << 0;
        QTest::newRow("after the data") << "1999-01-01"
                                        << "" << 0;
    }
    void historyIsCutToTheRange() {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const int, rows);
        const HistoryRange range{parseIsoDate(from.toStdString()), parseIsoDate(to.toStdString())};
        const Divergence d = analysed(20);
        QCOMPARE(zscoreAsJson(d, SigmaMode::Expanding, range).at("rows").size(),
                 static_cast<std::size_t>(rows));
        const std::string csv = zscoreCsv(d, SigmaMode::Expanding, range);
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), rows + 1);
    }

    void csvLeavesMissingCellsEmpty() {
        const Divergence d = analysed(20);
        const std::string csv = zscoreCsv(d, SigmaMode::Expanding, {{}, d.pair.dates[5]});
        const QStringList lines = QString::fromStdString(csv).split('\n');
        QCOMPARE(lines[0], QStringLiteral("date,return_small,return_large,spread,z"));
        QCOMPARE(lines[1], QStringLiteral("1990-01-01,,,,"));
        const QStringList cells = lines[6].split(',');
        QCOMPARE(cells[0], QStringLiteral("1990-01-08"));
        QVERIFY(parseNumber(cells[1].toStdString()) == d.history.returnSmall[5]);
        QVERIFY(parseNumber(cells[3].toStdString()) == d.history.spread[5]);
        QVERIFY(cells[4].isEmpty());
    }

    void theDemoMarketIsCalledThat() {
        const Divergence d = analysed(300);
        QVERIFY(divergenceText(d, true).find("DEMO") != std::string::npos);
        QVERIFY(divergenceText(d, false).find("DEMO") == std::string::npos);
        QVERIFY(divergenceText(d, false).ends_with(conventionsLine(d) + "\n"));
    }
};

ROTASCOPE_SUITE(DivergenceReportTest)
#include "test_divergence_report.moc"
