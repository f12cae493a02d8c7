#include "core/report/desk/packed_results.h"
#include "tests/support/suites.h"

#include <QTest>

#include <limits>

using namespace rotascope;

namespace {

Json rowsOf(int count) {
    Json out = Json::array();
    for (int i = 0; i < count; ++i)
        out.push_back({{"row", i}, {"words", "a < b, \"ž\" 株"}, {"value", i / 7.0}, {"missing", nullptr}});
    return out;
}

} // namespace

class PackedResultsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsShortStandsAsItIs() {
        Json results{{"pair", {{"rows", rowsOf(3)}}}, {"rules", Json::array()}};
        const Json before = results;
        packLarge(results);
        QVERIFY(results == before);
    }

    void whatIsLongComesBackAsItWas_data() {
        QTest::addColumn<int>("rows");
        for (const int rows : {400, 401, 402, 5'000}) // texts of every length modulo three
            QTest::addRow("%d rows", rows) << rows;
    }
    void whatIsLongComesBackAsItWas() {
        QFETCH(const int, rows);
        Json results{{"trend", {{"instruments", rowsOf(rows)}}}, {"pair", {{"sessions", 3}}}};
        const Json before = results;
        packLarge(results);
        QVERIFY(results["trend"].contains("packed"));
        QVERIFY(results["pair"] == before["pair"]);
        QVERIFY(results.dump().size() * 4 < before.dump().size());
        QVERIFY(unpackLarge(results));
        QVERIFY(results == before);
    }

    void whatIsDamagedIsNotRead_data() {
        QTest::addColumn<QString>("packed");
        QTest::addColumn<quint64>("bytes");
        QTest::newRow("no base64") << "eJyrVspMUbIy1FFKzE0tVrKKNqwFADs#" << quint64{10};
        QTest::newRow("cut") << "eJyrVspMUbIy" << quint64{10};
        QTest::newRow("not of four letters each") << "eJyrV" << quint64{10};
        QTest::newRow("no zlib stream") << "AAAAAAAA" << quint64{10};
        QTest::newRow("nothing") << "" << quint64{10};
        QTest::newRow("claims more than there is memory")
            << "eJyrVspMUbIy" << std::numeric_limits<quint64>::max();
    }
    void whatIsDamagedIsNotRead() {
        QFETCH(const QString, packed);
        QFETCH(const quint64, bytes);
        Json results{{"trend", {{"packed", packed.toStdString()}, {"bytes", bytes}}}};
        QVERIFY(!unpackLarge(results));
    }

    void anotherLengthThanItSaysIsNotRead() {
        Json results{{"trend", rowsOf(1'000)}};
        packLarge(results);
        results["trend"]["bytes"] = results["trend"]["bytes"].get<std::size_t>() + 1;
        QVERIFY(!unpackLarge(results));
    }

    void nestingWithoutEndIsNotFollowed() {
        QVERIFY(parsedShallow(std::string(1'000'000, '[')).is_discarded());
        QVERIFY(!parsedShallow("\"" + std::string(1'000, '[') + "\"").is_discarded());
    }
};

ROTASCOPE_SUITE(PackedResultsTest)
#include "test_packed_results.moc"
