#include "core/base/sha256.h"
#include "core/report/desk/packed_results.h"
#include "core/report/desk/report_html.h"
#include "core/report/desk/report_json.h"
#include "core/workflow/desk_report/verify_report.h"
#include "tests/core/workflow/report_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

ReportVerdict verdictOn(const std::string& page, const std::shared_ptr<FixedDesk>& desk) {
    const auto report = readReport(page);
    if (!report)
        throw std::runtime_error(report.error().message);
    FixedStore store(desk);
    const auto verdict = verifyReport(store, *report, *questionOf(report->data), kWriter.program);
    if (!verdict)
        throw std::runtime_error(verdict.error().message);
    return *verdict;
}

std::string pageOf(const std::shared_ptr<FixedDesk>& desk, const ReportAsk& ask = {}) {
    return reportHtml(reportOf(desk, ask));
}

std::string with(std::string page, const std::string& before, const std::string& after) {
    const std::size_t at = page.find(before);
    if (at == std::string::npos)
        throw std::runtime_error("not in the page: " + before);
    return page.replace(at, before.size(), after);
}

/// As somebody would who knows how pages are sealed.
std::string sealedAgain(const std::string& page) {
    const std::string body = page.substr(0, page.rfind(report_mark::kSeal));
    Sha256 sum;
    sum.add(body);
    return body + std::string(report_mark::kSeal) + sum.hex() + std::string(report_mark::kSealEnd);
}

const std::string kFormatMark = "{\"report\":" + std::to_string(kReportFormat) + ",";

/// The page as a Rotascope wrote it that packed nothing.
std::string unpackedPage(const std::string& page) {
    const std::size_t begin = page.find(report_mark::kData) + report_mark::kData.size();
    const std::size_t end = page.find(report_mark::kDataEnd, begin);
    Json data = Json::parse(page.substr(begin, end - begin));
    data["report"] = 1;
    if (!unpackLarge(data["analysis"]["results"]))
        throw std::runtime_error("damaged");
    return sealedAgain(page.substr(0, begin) + compactText(data) + page.substr(end));
}

const ChangedValue* at(const ReportVerdict& verdict, std::string_view path) {
    for (const ChangedValue& changed : verdict.changed)
        if (changed.difference.path == path)
            return &changed;
    return nullptr;
}

} // namespace

class VerifyReportTest : public QObject {
    Q_OBJECT

private slots:
    void anUntouchedReportIsIdentical_data() {
        QTest::addColumn<int>("session");
        QTest::newRow("of everything the desk holds") << -1;
        QTest::newRow("of a past date") << 1'000;
    }
    void anUntouchedReportIsIdentical() {
        QFETCH(const int, session);
        const auto desk = deskOf(inventedDesk());
        ReportAsk ask;
        if (session >= 0)
            ask.asOf = weekdays(*makeDate(1990, 1, 1), 1'400)[static_cast<std::size_t>(session)];
        const ReportVerdict verdict = verdictOn(pageOf(desk, ask), desk);
        QVERIFY2(verdict.isIdentical(), verdict.sentence().c_str());
        QVERIFY(verdict.values > 500);
    }

    void laterSessionsDoNotMatter() {
        const std::string page = pageOf(deskOf(endingAt(inventedDesk(), *makeDate(1994, 6, 1))));
        const ReportVerdict verdict = verdictOn(page, deskOf(inventedDesk()));
        QVERIFY2(verdict.isIdentical(), verdict.sentence().c_str());
    }

    void aRestatedCloseIsTraced() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        desk->instruments[0].daily.columns[indexOf(Field::Close)].back() *= 1.02;
        ImportRecord restated = importOf(3, "folder/new pair.csv", std::string(64, 'c'), {"RUT"},
                                         {*makeDate(1995, 1, 2), *makeDate(1995, 5, 12)});
        desk->imports.push_back(restated);
        const ReportVerdict verdict = verdictOn(page, desk);
        QVERIFY(!verdict.isIdentical());
        QVERIFY(verdict.state == ReportState::AsWritten);
        const ChangedValue* changed = at(verdict, "divergence.return_small");
        QVERIFY(changed);
        QVERIFY(changed->difference.then.get<double>() < changed->difference.now.get<double>());
        QCOMPARE(changed->causes.size(), std::size_t{1});
        QCOMPARE(changed->causes.front().importId, std::int64_t{3});
        QCOMPARE(changed->causes.front().file, std::string("new pair.csv"));
        QVERIFY(!at(verdict, "divergence.return_large"));
    }

    void lastDigitsDoNotChangeThePage() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        desk->instruments[0].daily.columns[indexOf(Field::Close)].back() *= 1 + 1e-12;
        const ReportVerdict verdict = verdictOn(page, desk);
        QVERIFY(!verdict.isIdentical() && !verdict.changed.empty());
        QVERIFY(verdict.isShownTheSame);
        QVERIFY(verdict.sentence().find("below the digits that the page shows") != std::string::npos);
        desk->instruments[0].daily.columns[indexOf(Field::Close)].back() *= 1.05;
        QVERIFY(!verdictOn(page, desk).isShownTheSame);
    }

    void whatStandsAboveTheSectionsHasCausesToo() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        desk->instruments[0].daily.columns[indexOf(Field::Close)].back() *= 1.05;
        desk->imports.push_back(importOf(3, "more.csv", std::string(64, 'c'), {"RUT"},
                                         {*makeDate(1995, 1, 2), *makeDate(1995, 5, 12)}));
        const ReportVerdict verdict = verdictOn(page, desk);
        const ChangedValue* headline = at(verdict, "headline");
        QVERIFY(headline && headline->causes.size() == 1);
    }

    void anImportTakenBackIsNamed() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        desk->imports[1].undone = true;
        desk->imports[1].undoneAt = "2025-03-01T00:00:00Z";
        desk->instruments.erase(desk->instruments.begin() + 2);
        const ReportVerdict verdict = verdictOn(page, desk);
        const auto flows = std::ranges::find_if(verdict.changed, [](const ChangedValue& changed) {
            return changed.difference.path.starts_with("flows.league[IWM]");
        });
        QVERIFY(flows != verdict.changed.end());
        QCOMPARE(flows->causes.size(), std::size_t{1});
        QCOMPARE(flows->causes.front().undoneAt, std::string("2025-03-01T00:00:00Z"));
    }

    void editsAreKnown_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("in the page") << "<h1>RUT vs SPX</h1>"
                                     << "<h1>RUT vs everything</h1>";
        QTest::newRow("in the data") << "\"percentile\":"
                                     << "\"percentile\":1";
        QTest::newRow("one blank more at the end") << "</html>\n"
                                                   << "</html> \n";
    }
    void editsAreKnown() {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const auto desk = deskOf(inventedDesk());
        const std::string page = with(pageOf(desk), before.toStdString(), after.toStdString());
        const ReportVerdict verdict = verdictOn(page, desk);
        QVERIFY(verdict.state == ReportState::Edited);
        QVERIFY(!verdict.isIdentical());
        QVERIFY(verdict.sentence().starts_with("Edited"));
    }

    void aForgedSealDoesNotHideAnEdit() {
        const auto desk = deskOf(inventedDesk());
        const ReportVerdict shown =
            verdictOn(sealedAgain(with(pageOf(desk), "<h1>RUT vs SPX</h1>", "<h1>RUT leads SPX</h1>")), desk);
        QVERIFY(shown.isShownOtherwise && !shown.isIdentical());
        const ReportVerdict data =
            verdictOn(sealedAgain(with(pageOf(desk), "\"percentile\":", "\"percentile\":1")), desk);
        QVERIFY(data.state == ReportState::Edited); // the analysis has a digest of its own
        QVERIFY(at(data, "divergence.percentile"));
    }

    void aTruncatedReportIsKnown_data() {
        QTest::addColumn<double>("kept");
        QTest::newRow("half of it") << 0.5;
        QTest::newRow("all but the end") << 0.999;
    }
    void aTruncatedReportIsKnown() {
        QFETCH(const double, kept);
        const std::string page = pageOf(deskOf(inventedDesk()));
        const auto report =
            readReport(page.substr(0, static_cast<std::size_t>(kept * static_cast<double>(page.size()))));
        QVERIFY(report && report->state == ReportState::Truncated);
    }

    void theVeryEndCutOffIsKnown_data() {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {1, 3, 10, 60, 110})
            QTest::addRow("%d bytes", bytes) << bytes;
    }
    void theVeryEndCutOffIsKnown() {
        QFETCH(const int, bytes);
        const std::string page = pageOf(deskOf(inventedDesk()));
        const auto report = readReport(page.substr(0, page.size() - static_cast<std::size_t>(bytes)));
        QVERIFY(report && report->state == ReportState::Truncated);
    }

    void otherLineEndsAreNoEdit() {
        const auto desk = deskOf(inventedDesk());
        std::string page;
        for (const char c : pageOf(desk))
            page += c == '\n' ? std::string("\r\n") : std::string(1, c);
        QVERIFY(verdictOn(page, desk).isIdentical());
    }

    void anImportOfOtherSymbolsIsNotBlamed() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        desk->instruments[0].daily.columns[indexOf(Field::Close)].back() *= 1.05; // nobody's import
        desk->imports.push_back(importOf(3, "other.csv", std::string(64, 'c'), {"OTHER"},
                                         {*makeDate(1995, 1, 2), *makeDate(1995, 5, 12)}));
        const ReportVerdict verdict = verdictOn(page, desk);
        QVERIFY(!verdict.changed.empty());
        for (const ChangedValue& changed : verdict.changed)
            QVERIFY2(changed.causes.empty(), changed.difference.path.c_str());
    }

    void anImportOfANewSymbolIsNamed() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        InstrumentData added = desk->instruments[0];
        added.instrument.symbol = "ZZZ";
        desk->instruments.push_back(added);
        desk->imports.push_back(importOf(3, "ZZZ.csv", std::string(64, 'c'), {"ZZZ"},
                                         {*makeDate(1995, 1, 2), *makeDate(1995, 5, 12)}));
        const ReportVerdict verdict = verdictOn(page, desk);
        QVERIFY(!verdict.changed.empty());
        for (const ChangedValue& changed : verdict.changed)
            QVERIFY2(changed.causes.size() == 1 && changed.causes.front().importId == 3,
                     changed.difference.path.c_str());
    }

    void whatIsNoReportIsRefused() {
        const auto report = readReport("<!DOCTYPE html><title>news</title>");
        QVERIFY(!report && report.error().code == "not_a_report");
        QVERIFY(report.error().kind == ErrorKind::Refused);
    }

    void aNewerReportIsRefused() {
        const std::string page = with(pageOf(deskOf(inventedDesk())), kFormatMark, "{\"report\":99,");
        const auto report = readReport(sealedAgain(page));
        QVERIFY(!report && report.error().code == "newer_report");
        QVERIFY(report.error().message.find("Update") != std::string::npos);
    }

    void aReportFromBeforeResultsWerePackedIsIdentical() {
        const auto desk = deskOf(inventedDesk());
        const std::string page = pageOf(desk);
        const std::string old = unpackedPage(page);
        QVERIFY(old.size() > page.size() + 10'000);
        const ReportVerdict verdict = verdictOn(old, desk);
        QVERIFY2(verdict.isIdentical(), verdict.sentence().c_str());
    }

    void packedResultsThatAreDamagedCannotBeRead() {
        const std::string page = pageOf(deskOf(inventedDesk()));
        const auto report = readReport(sealedAgain(with(page, "{\"packed\":\"e", "{\"packed\":\"f")));
        QVERIFY(report && report->data.is_null());
    }

    void theWrongDeskIsRefused() {
        const auto report = readReport(pageOf(deskOf(inventedDesk())));
        const auto other = deskOf(inventedDesk());
        for (ImportRecord& record : other->imports)
            record.header.sha256 = std::string(64, 'f');
        FixedStore store(other);
        const auto verdict = verifyReport(store, *report, *questionOf(report->data), kWriter.program);
        QVERIFY(!verdict && verdict.error().code == "wrong_desk");
    }

    void damagedDataAreRefused_data() {
        QTest::addColumn<QString>("data");
        QTest::newRow("nothing") << "null";
        QTest::newRow("a list") << "[]";
        QTest::newRow("no provenance") << R"({"analysis":{"small":"A","large":"B","results":{}}})";
        QTest::newRow("no date")
            << R"({"analysis":{"small":"A","large":"B","results":{},"as_of":null},"provenance":{}})";
        QTest::newRow("a date that is none")
            << R"({"analysis":{"small":"A","large":"B","results":{},"as_of":"soon"},"provenance":{}})";
        QTest::newRow("results that are none")
            << R"({"analysis":{"small":"A","large":"B","results":3,"as_of":"2025-01-02"},"provenance":{}})";
    }
    void damagedDataAreRefused() {
        QFETCH(const QString, data);
        const auto question = questionOf(Json::parse(data.toStdString()));
        QVERIFY(!question && question.error().code == "damaged_report");
    }

    void dataWithoutEndAreNotFollowed() {
        const std::string page = pageOf(deskOf(inventedDesk()));
        const std::string deep(1'000'000, '[');
        const auto report = readReport(with(page, kFormatMark, kFormatMark + "\"more\":" + deep + ","));
        QVERIFY(report && report->data.is_null());
        QVERIFY(report->state == ReportState::Edited);
        QVERIFY(verdictWithoutData(report->state).sentence().find("can no longer be read") !=
                std::string::npos);
    }

    void aSectionOfANewerProgramIsRefused() {
        const auto report = readReport(
            with(pageOf(deskOf(inventedDesk())), "\"results\":{", "\"results\":{\"weather\":{\"rain\":1},"));
        FixedStore store(deskOf(inventedDesk()));
        const auto verdict = verifyReport(store, *report, *questionOf(report->data), kWriter.program);
        QVERIFY(!verdict && verdict.error().kind == ErrorKind::Refused);
        QVERIFY(verdict.error().message.find("weather") != std::string::npos);
    }

    void differencesAreNamed_data() {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("paths");
        QTest::newRow("nothing") << R"({"a":1,"b":[1,2]})"
                                 << R"({"a":1.0,"b":[1,2]})"
                                 << "";
        QTest::newRow("a value") << R"({"a":{"b":1}})"
                                 << R"({"a":{"b":2}})"
                                 << "a.b";
        QTest::newRow("a value that came") << R"({"a":{}})"
                                           << R"({"a":{"b":2}})"
                                           << "a.b";
        QTest::newRow("missing and null are one") << R"({"a":{}})"
                                                  << R"({"a":{"b":null}})"
                                                  << "";
        QTest::newRow("a row that moved") << R"({"l":[{"symbol":"A","x":1},{"symbol":"B","x":2}]})"
                                          << R"({"l":[{"symbol":"B","x":2},{"symbol":"A","x":3}]})"
                                          << "l[A].x";
        QTest::newRow("a row that went") << R"({"l":[{"symbol":"A","x":1}]})"
                                         << R"({"l":[]})"
                                         << "l[A].symbol l[A].x";
        QTest::newRow("rows without names") << R"([1,2,3])"
                                            << R"([1,5])"
                                            << "[1] [2]";
        QTest::newRow("a row in between")
            << R"([{"symbol":"A","rule":"r","field":"close","first":"1"}])"
            << R"([{"symbol":"A","rule":"r","field":"close","first":"0","n":2},)"
               R"({"symbol":"A","rule":"r","field":"close","first":"1"}])"
            << "[A r close 0].symbol [A r close 0].rule [A r close 0].field [A r close 0].first [A r close "
               "0].n";
        QTest::newRow("two names together")
            << R"([{"symbol":"A","month":"1","x":1},{"symbol":"A","month":"2","x":1}])"
            << R"([{"symbol":"A","month":"2","x":4},{"symbol":"A","month":"1","x":1}])"
            << "[A 2].x";
    }
    void differencesAreNamed() {
        QFETCH(const QString, then);
        QFETCH(const QString, now);
        QFETCH(const QString, paths);
        QStringList found;
        for (const ValueDifference& difference :
             differencesOf(Json::parse(then.toStdString()), Json::parse(now.toStdString())))
            found << QString::fromStdString(difference.path);
        QCOMPARE(found.join(' '), paths);
    }
};

ROTASCOPE_SUITE(VerifyReportTest)
#include "test_verify_report.moc"
