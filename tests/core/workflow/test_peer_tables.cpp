// Tables of peers, summed up as they are imported.
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// 29 invented funds on one day: FUNDA and FUNDC gain, FUNDH loses most, 27 lose.
QByteArray week(const char* unit = "%") {
    QByteArray text = "Date,Fund,Ticker,1W Return\n";
    for (int i = 0; i < 29; ++i) {
        const char* value = i == 0 ? "0.4" : i == 2 ? "1.1" : i == 7 ? "-15.0" : "-4.0";
        const char letter = static_cast<char>('A' + i % 26);
        text += QByteArray("2031-01-10,A fund,FUND") + (i < 26 ? QByteArray() : QByteArray("X")) + letter +
                "," + value + unit + "\n";
    }
    return text;
}

FileImport imported(const QByteArray& text, ImportOptions options = quietOptions()) {
    MemoryStore store;
    options.reading.today = day("2031-02-01");
    return importText(store, "peers.csv", text, options);
}

} // namespace

class TestPeerTables : public QObject {
    Q_OBJECT

private slots:
    void isSummedUp() {
        const FileImport file = imported(week());
        QVERIFY2(!file.error, file.error ? file.error->message.c_str() : "");
        QCOMPARE(file.counts.stored, std::uint64_t{29});
        QCOMPARE(file.peers.size(), std::size_t{1});
        const PeerSummary& peers = file.peers.front();
        QCOMPARE(peers.peers, std::size_t{29});
        QCOMPARE(peers.lost, std::size_t{27});
        QCOMPARE(peers.worstName, Symbol("FUNDH"));
        QCOMPARE(peers.bestName, Symbol("FUNDC"));
        QCOMPARE(peers.heading, std::string("1W Return"));
        QCOMPARE(isoText(peers.date), std::string("2031-01-10"));
        // 26 times −4, once −15, +0.4 and +1.1: −117.5 over 29.
        QCOMPARE(peerSummaryText(peers), std::string("27 of 29 lost, mean −4.1 %, worst −15.0 % (FUNDH)"));
    }

    void aDryRunSaysTheSame() {
        ImportOptions options = quietOptions();
        options.dryRun = true;
        QCOMPARE(imported(week(), options).peers, imported(week()).peers);
    }

    void withoutAPercentSignTheUnitIsNotClaimed() {
        const FileImport file = imported(week(""));
        QCOMPARE(file.peers.size(), std::size_t{1});
        QVERIFY(!file.peers.front().isPercent);
        QVERIFY(peerSummaryText(file.peers.front()).find('%') == std::string::npos);
    }

    void aDayThatTheUserNamesIsADay() {
        ImportOptions options = quietOptions();
        options.reading.date = day("2031-01-10");
        const FileImport file =
            imported("Ticker,YTD Return\nAAAAX,1.25%\nBBBBX,2.50%\nCCCCX,0.25%\n", options);
        QVERIFY2(!file.error, file.error ? file.error->message.c_str() : "");
        QCOMPARE(file.peers.size(), std::size_t{1});
        QCOMPARE(peerSummaryText(file.peers.front()),
                 std::string("none of 3 lost, mean +1.33 %, best +2.50 % (BBBBX)"));
    }

    void whatIsNoTableOfPeersHasNoSummary_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("two funds") << QByteArray(
            "Date,Ticker,1W Return\n2031-01-10,AAAAX,-1%\n2031-01-10,BBBBX,-2%\n");
        QTest::newRow("a history") << QByteArray(
            "Date,Ticker,1W Return\n2031-01-10,AAAAX,-1%\n2031-01-10,BBBBX,-2%\n"
            "2031-01-10,CCCCX,-1%\n2031-01-17,AAAAX,3%\n");
        QTest::newRow("closes") << QByteArray("Date,Ticker,Close\n2031-01-10,AAA,1.5\n2031-01-10,BBB,2.5\n"
                                              "2031-01-10,CCC,3.5\n");
        QTest::newRow("flows") << QByteArray("Date,Ticker,Flow\n2031-01-10,AAA,-1.5\n2031-01-10,BBB,2.5\n"
                                             "2031-01-10,CCC,3.5\n");
        QTest::newRow("a figure that is no gain") << QByteArray(
            "Date,Ticker,Forward PE\n2031-01-10,AAA,15.1\n2031-01-10,BBB,25.2\n2031-01-10,CCC,-3.5\n");
        QTest::newRow("no tickers") << QByteArray(
            "Date,1W Return\n2031-01-10,-1%\n2031-01-17,-2%\n2031-01-24,1%\n");
    }
    void whatIsNoTableOfPeersHasNoSummary() {
        QFETCH(const QByteArray, text);
        ImportOptions options = quietOptions();
        const FileImport file = imported(text, options);
        QVERIFY2(!file.error, file.error ? file.error->message.c_str() : "");
        QVERIFY(file.peers.empty());
    }
};

ROTASCOPE_SUITE(TestPeerTables)
#include "test_peer_tables.moc"
