#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/report/desk/report_blocks.h"
#include "core/report/desk/report_csv.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "core/workflow/desk_report/section_catalogue.h"
#include "tests/core/workflow/report_fixture.h"
#include "tests/support/golden.h"
#include "tests/support/suites.h"

#include <QRegularExpression>

#include <fmt/format.h>

#include <cstdio>
#include <set>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::vector<std::string> idsOf(const DeskReport& report) {
    std::vector<std::string> ids;
    for (const ReportSection& section : report.sections)
        ids.push_back(section.id);
    return ids;
}

bool isMissing(const DeskReport& report, std::string_view id) {
    const auto section = std::ranges::find(report.sections, id, &ReportSection::id);
    return section != report.sections.end() && section->results.contains("missing");
}

/// Of the analysis alone: how a page about an invented desk differs from another.
std::string analysisOf(const DeskReport& report) {
    const std::string page = reportHtml(report);
    return std::string(analysisPart(page)) + compactText(analysisAsJson(report));
}

} // namespace

class DeskReportTest : public QObject {
    Q_OBJECT

private slots:
    void everySectionHasSomethingToSay() {
        const DeskReport report = reportOf(deskOf(inventedDesk()), {});
        QCOMPARE(idsOf(report).size(), reportSections().size());
        for (const ReportSectionRow& row : reportSections())
            QVERIFY2(!isMissing(report, row.id), row.id.data());
        for (const ReportSection& section : report.sections)
            QVERIFY2(!section.blocks.empty() && !section.results.empty(), section.id.c_str());
    }

    void everyFigureOfASectionSaysWhereItIsFrom() {
        const DeskReport report = reportOf(deskOf(inventedDesk()), {});
        const ReportProvenance& from = report.provenance;
        std::set<std::string> explained;
        for (const ReportFormula& formula : from.formulas) {
            explained.insert(formula.section);
            QVERIFY2(!formula.figure.empty() && !formula.inWords.empty(), formula.figure.c_str());
            QVERIFY2(!formula.observations.empty(), formula.figure.c_str());
            for (const std::size_t at : formula.observations)
                QVERIFY(at < from.observations.size());
        }
        for (const char* section : {"divergence", "events", "flows", "trend", "rules", "pair"})
            QVERIFY2(explained.contains(section), section);
        const std::string page = reportHtml(report);
        QVERIFY(page.find("Divergence: how each figure came about") != std::string::npos);
        QVERIFY(page.size() < 1'000'000);
    }

    void aReturnsFormulaGivesTheReturn() {
        const DeskReport report = reportOf(deskOf(inventedDesk()), {});
        const auto& formulas = report.provenance.formulas;
        const auto five = std::ranges::find_if(formulas, [](const ReportFormula& formula) {
            return formula.figure.ends_with(", RUT") && formula.figure.starts_with("5");
        });
        QVERIFY(five != formulas.end());
        double base = 0;
        double last = 0;
        // "LAST / BASE − 1", each in full precision.
        QCOMPARE(std::sscanf(five->withValues.c_str(), "%lf / %lf", &last, &base), 2);
        QCOMPARE(QString::fromStdString(five->value),
                 QString::fromStdString(signedNumber((last / base - 1) * 100, 2) + " %"));
    }

    void aDeskThatEndsThereGivesTheSameBytes_data() {
        QTest::addColumn<int>("session");
        for (const int session : {300, 520, 777, 1049, 1200, 1333})
            QTest::addRow("session %d", session) << session;
    }
    void aDeskThatEndsThereGivesTheSameBytes() {
        QFETCH(const int, session);
        const std::vector<Date> dates = weekdays(*makeDate(1990, 1, 1), 1'400);
        const Date date = dates[static_cast<std::size_t>(session)];
        ReportAsk ask;
        ask.asOf = date;
        std::vector<InstrumentData> shorter = endingAt(inventedDesk(), date);
        std::erase_if(shorter, [](const InstrumentData& data) {
            return data.daily.dates.empty() && (data.series.empty() || data.series.front().dates.empty());
        });
        const std::string whole = analysisOf(reportOf(deskOf(inventedDesk()), ask));
        const std::string ended = analysisOf(reportOf(deskOf(shorter), ask));
        const std::string difference = firstDifferentLine(whole, ended);
        QVERIFY2(difference.empty(), difference.substr(0, 2'000).c_str());
        QCOMPARE(whole, ended);
    }

    void withoutAnAsOfTheLastSessionIsTheEnd() {
        std::vector<InstrumentData> desk = inventedDesk();
        const DeskReport before = reportOf(deskOf(desk), {});
        // The yields go on for a week after the pair.
        Series& yields = desk[3].series.front();
        for (int day = 1; day <= 7; ++day) {
            yields.dates.push_back(yields.dates.back() + std::chrono::days{1});
            yields.values.push_back(yields.values.back() + 0.1);
        }
        QCOMPARE(analysisOf(reportOf(deskOf(desk), {})), analysisOf(before));
    }

    void aLaterCloseChangesTheReportOfItsOwnDateAlone() {
        std::vector<InstrumentData> desk = inventedDesk();
        ReportAsk past;
        past.asOf = desk[0].daily.dates[900];
        const std::string pastBefore = analysisOf(reportOf(deskOf(desk), past));
        const std::string latestBefore = analysisOf(reportOf(deskOf(desk), {}));
        desk[0].daily.columns[indexOf(Field::Close)].back() *= 1.01;
        QCOMPARE(analysisOf(reportOf(deskOf(desk), past)), pastBefore);
        QVERIFY(analysisOf(reportOf(deskOf(desk), {})) != latestBefore);
    }

    void sectionsAreChosenInTheirOrder() {
        const DeskReport report =
            reportOf(deskOf(inventedDesk()), {"RUT", "SPX", {}, {}, {"pair", "divergence"}});
        QCOMPARE(idsOf(report), (std::vector<std::string>{"divergence", "pair"}));
        FixedStore store(deskOf(inventedDesk()));
        const auto unknown = makeReport(store, {"RUT", "SPX", {}, {}, {"weather"}}, kWriter);
        QVERIFY(!unknown && unknown.error().code == "unknown_section");
        QVERIFY(unknown.error().message.find("catalysts") != std::string::npos);
    }

    void aDeskWithoutFlowsSaysWhatItNeeds() {
        const DeskReport report = reportOf(deskOf(inventedPair(600)), {});
        QVERIFY(isMissing(report, "flows"));
        QVERIFY(reportHtml(report).find("It needs flows of funds") != std::string::npos);
    }

    void withoutThePairThereIsNoReport() {
        FixedStore store(deskOf({inventedPair(600).front()}));
        const auto report = makeReport(store, {}, kWriter);
        QVERIFY(!report && report.error().message.find("SPX") != std::string::npos);
    }

    void thePageStandsAlone() {
        const std::string page = reportHtml(reportOf(deskOf(inventedDesk()), {}));
        const QString text = QString::fromStdString(page);
        QVERIFY2(page.size() < 1'000'000, std::to_string(page.size()).c_str());
        for (const char* outside : {"<link", "<img", "<iframe", "@import", "url(", "javascript:", " onclick"})
            QVERIFY2(!text.contains(outside), outside);
        QCOMPARE(text.count("<script"), 1);
        QVERIFY(text.contains("<script type=\"application/json\""));
        // The one address in it names the SVG language, and is never fetched.
        static const QRegularExpression kAddress("https?://[^\"' <]*");
        auto matches = kAddress.globalMatch(text);
        while (matches.hasNext())
            QCOMPARE(matches.next().captured(), QString("http://www.w3.org/2000/svg"));
    }

    void thePageIsReadableWithoutSight() {
        const QString text = QString::fromStdString(reportHtml(reportOf(deskOf(inventedDesk()), {})));
        QVERIFY(text.contains("<html lang=\"en\">"));
        QCOMPARE(text.count("<h1>"), 1);
        QCOMPARE(text.count("<table"), text.count("<table aria-labelledby="));
        QVERIFY(text.count("<table") > 10);
        QCOMPARE(text.count("role=\"img\""), text.count("<desc id="));
        QCOMPARE(text.count("<th>"), 0); // every heading has its scope
        static const QRegularExpression kId(" id=\"([^\"]+)\"");
        std::set<QString> ids;
        auto matches = kId.globalMatch(text);
        while (matches.hasNext()) {
            const QString id = matches.next().captured(1);
            QVERIFY2(ids.insert(id).second, qPrintable("twice: " + id));
        }
        static const QRegularExpression kLink("href=\"#([^\"]+)\"");
        auto links = kLink.globalMatch(text);
        while (links.hasNext())
            QVERIFY(ids.contains(links.next().captured(1)));
    }

    void provenanceStandsApart() {
        const DeskReport report = reportOf(deskOf(inventedDesk()), {});
        const Json data = reportAsJson(report);
        QCOMPARE(data["provenance"]["files"].size(), std::size_t{2});
        QCOMPARE(data["provenance"]["files"][0]["file"].get<std::string>(), std::string("pair.csv"));
        QCOMPARE(data["analysis_sha256"].get<std::string>(), analysisDigest(data["analysis"]));
        const std::string analysis = analysisOf(report);
        for (const std::string& word : {std::string(64, 'a'), std::string("pair.csv"), kWriter.writtenAt})
            QVERIFY2(analysis.find(word) == std::string::npos, word.c_str());
        const std::string page = reportHtml(report);
        QVERIFY(page.find("folder/") == std::string::npos);
    }

    void aDemoDeskSaysSo() {
        const auto desk = deskOf(inventedDesk());
        desk->demo = true;
        const DeskReport report = reportOf(desk, {});
        QVERIFY(reportHtml(report).find("DEMO: an invented market") != std::string::npos);
        QVERIFY(reportCsv(report).find("DEMO") != std::string::npos);
        QVERIFY(analysisAsJson(report)["demo"].get<bool>());
    }

    void tablesAreCsvThatASpreadsheetReads() {
        const std::string csv = reportCsv(reportOf(deskOf(inventedDesk()), {}));
        QVERIFY(csv.find("# Divergence: Performance\n") != std::string::npos);
        QVERIFY(csv.find("sessions,from,RUT,SPX,spread [pp]\n") != std::string::npos);
        const QStringList lines = QString::fromStdString(csv).split('\n');
        for (const QString& line : lines)
            if (!line.startsWith('#'))
                QVERIFY2(!line.contains(QString::fromUtf8(",−")) && !line.contains(",="), qPrintable(line));
    }

    void aUnitStaysWithItsNumber() {
        QCOMPARE(QString::fromStdString(headlineHtml(
                     {{"43 % of 2 m sessions, z +3 σ; ", Emphasis::Normal}, {"$2 bn.", Emphasis::Strong}})),
                 QStringLiteral("43\u00A0% of 2\u00A0m sessions, z\u00A0+3\u00A0σ; <span "
                                "class=\"strong\">$2\u00A0bn.</span>"));
        QCOMPARE(headlineHtml({{"12 more by 5 points", Emphasis::Normal}}),
                 std::string("12 more by 5 points"));
        const QString page = QString::fromStdString(reportHtml(reportOf(deskOf(inventedDesk()), {})));
        const QRegularExpression torn(QStringLiteral("<(p|li)>[^<]*\\d %"));
        QVERIFY2(!page.contains(torn), qPrintable(torn.match(page).captured()));
    }

    void namesAreNeverMarkup() {
        auto desk = deskOf(inventedDesk());
        desk->imports.front().header.path = "</script><b>x</b>.csv";
        const std::string page = reportHtml(reportOf(desk, {}));
        QVERIFY(page.find("<b>x") == std::string::npos);
        QCOMPARE(QString::fromStdString(page).count("</script>"), 1);
    }
};

ROTASCOPE_SUITE(DeskReportTest)
#include "test_desk_report.moc"
