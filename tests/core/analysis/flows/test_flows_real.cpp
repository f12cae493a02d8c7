// IWM's share counts and NAV of the issuer's sheet against figures computed independently.
#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// `"Nov 28, 2025",248.6,--,304650000`
void addRow(const std::string& line, std::map<Date, std::pair<double, double>>& rows) {
    if (line.size() < 16 || line.front() != '"')
        return;
    const auto month = std::find(kMonths.begin(), kMonths.end(), line.substr(1, 3)) - kMonths.begin();
    const auto date = makeDate(std::stoi(line.substr(9, 4)), static_cast<unsigned>(month) + 1,
                               static_cast<unsigned>(std::stoi(line.substr(5, 2))));
    const std::string rest = line.substr(line.find("\",") + 2);
    const std::string count = rest.substr(rest.rfind(',') + 1);
    if (date && count.find_first_of("0123456789") == 0)
        rows[*date] = {std::stod(rest), std::stod(count)};
}

std::vector<InstrumentData> realFund() {
    std::map<Date, std::pair<double, double>> rows;
    const std::string folder = std::string(ROTASCOPE_SHARED) + "/data/real/derived/IWM_ishares_historical_";
    for (const char* file : {"2000-05-22_to_2025-02-04.csv", "2025-02-03_to_2025-12-24.csv"}) {
        std::ifstream in(folder + file);
        for (std::string line; std::getline(in, line);)
            addRow(line, rows);
    }
    if (rows.empty())
        return {};
    std::vector<Date> dates;
    std::vector<double> navs, counts;
    for (const auto& [date, values] : rows) {
        dates.push_back(date);
        navs.push_back(values.first);
        counts.push_back(values.second);
    }
    return {fundOf("IWM", {seriesOf(Field::Nav, Cadence::Daily, dates, navs),
                           seriesOf(Field::Shares, Cadence::Daily, dates, counts)})};
}

} // namespace

class FlowsRealTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_fund = realFund();
        if (m_fund.empty())
            QSKIP("No real data; set ROTASCOPE_SHARED to the folder that holds golden/ and data/.");
    }

    void weeksAgreeWithTheGoldenOnes() {
        std::ifstream file(std::string(ROTASCOPE_SHARED) + "/golden/pair_rut_spx.json");
        const auto golden = nlohmann::json::parse(file).at("iwm_weekly_flow_usd");
        const Flows flows = flowsOf(m_fund);
        int compared = 0;
        for (const auto& [friday, usd] : golden.items()) {
            const FlowWeek* week = flows.funds.front().week(day(friday));
            QVERIFY(week);
            QVERIFY2(std::abs(week->usd - usd.get<double>()) < 1e-6, friday.c_str());
            compared += week->isComplete() ? 1 : 0;
        }
        QCOMPARE(compared, 64); // the last one is cut by the file's end
    }

    void thanksgivingWeek() {
        const Flows flows = flowsOf(m_fund, weekOf("2025-11-28"));
        const LeagueRow& row = flows.league.front();
        QVERIFY(std::abs(row.week.usd - 2775369643.8) < 1e-6);
        QCOMPARE(row.week.sessions, std::uint8_t{4});
        QCOMPARE(row.rank(FlowMeasure::Usd, RankWindow::Year).rank, std::size_t{1});
        QCOMPARE(row.rank(FlowMeasure::Usd, RankWindow::Year).of, std::size_t{48});
        QVERIFY(std::abs(row.month.usd - 3674316961.6) < 1e-5);
        QVERIFY(std::abs(row.year.usd + 6722137170.05) < 1e-4);
        QVERIFY(std::abs(row.week.percent() - 0.0420714) < 1e-7);
        QVERIFY(std::abs(row.z(FlowMeasure::Percent).z - 2.0151) < 1e-4);
        QCOMPARE(row.rank(FlowMeasure::Percent, RankWindow::All).rank, std::size_t{222}); // nothing left out
        QVERIFY(std::abs(row.before->usd + 2060495252.4) < 1e-5 &&
                std::abs(row.after->usd + 1165865070.5) < 1e-5);
    }

    void largeWeeks_data() {
        QTest::addColumn<QString>("friday");
        QTest::addColumn<double>("usd");
        QTest::newRow("election") << QStringLiteral("2024-11-08") << 4132213878.9;
        QTest::newRow("the week after") << QStringLiteral("2024-11-15") << 2838836380.4;
        QTest::newRow("1 August 2025") << QStringLiteral("2025-08-01") << -3577913972.7;
    }

    void largeWeeks() {
        QFETCH(QString, friday);
        QFETCH(double, usd);
        const Flows flows = flowsOf(m_fund, weekOf(friday.toStdString()));
        QVERIFY(std::abs(flows.league.front().week.usd - usd) < 0.1);
    }

private:
    std::vector<InstrumentData> m_fund;
};

ROTASCOPE_SUITE(FlowsRealTest)
#include "test_flows_real.moc"
