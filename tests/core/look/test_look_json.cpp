// A look that is kept and read back.
#include "core/report/look_json.h"
#include "tests/core/look/look_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

class LookJsonTest : public QObject {
    Q_OBJECT

private slots:
    void aLookComesBackWhole() {
        DeskLook look = wholeLook();
        look.pair.z = std::nan("");
        const auto back = lookFromText(lookText(look));
        QVERIFY(back);
        QVERIFY(std::isnan(back->pair.z));
        QCOMPARE(lookText(*back), lookText(look));
        QVERIFY(changesSince(wholeLook(), {*back, {}, {}, 0, {}, {}}).empty());
        look.series.reset();
        QVERIFY(!lookFromText(lookText(look))->series);
    }

    void whatAnOlderProgramKeptIsThePair() {
        const auto look = lookFromText(R"({"at":"2025-11-21T21:05:00Z","import":4,"small":"RUT","large":"SPX",
            "session":"2025-11-21","spread":0.012,"z":null,"percentile":0.71})");
        QVERIFY(look);
        QCOMPARE(look->importId, std::int64_t(4));
        QCOMPARE(look->pair.session, on(11, 21));
        QVERIFY(!look->trend && !look->flows && !look->rules && !look->findings && !look->claims &&
                !look->series);
    }

    void aDamagedPartIsLeftOut_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        QTest::addRow("a text for a list") << QByteArray("trend") << QByteArray(R"("all")");
        QTest::addRow("rows too short") << QByteArray("flows") << QByteArray(R"([["IWM"]])");
        QTest::addRow("no date") << QByteArray("series") << QByteArray(R"([["RUT","2025-02-30"]])");
        QTest::addRow("negative count") << QByteArray("rules") << QByteArray(R"([["a","b","c",null,null]])");
        QTest::addRow("objects") << QByteArray("findings") << QByteArray(R"([{"symbol":"RUT"}])");
        QTest::addRow("numbers") << QByteArray("claims") << QByteArray("[1,2]");
    }
    void aDamagedPartIsLeftOut() {
        QFETCH(const QByteArray, key);
        QFETCH(const QByteArray, value);
        Json json = lookAsJson(wholeLook());
        json[key.toStdString()] = Json::parse(value.toStdString());
        const auto look = lookFromJson(json);
        QVERIFY(look);
        const Json back = lookAsJson(*look);
        for (const auto& [name, part] : json.items())
            QCOMPARE(back[name].is_null(), name == key.toStdString());
    }

    void whatIsNoLookIsNone_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "{}", "[]", "null", "{\"at\":1}", "{\"at\":\"x\",\"import\":\"y\"}", "\xff\xfe"})
            QTest::addRow("%s", text) << QByteArray(text);
    }
    void whatIsNoLookIsNone() {
        QFETCH(const QByteArray, text);
        QVERIFY(!lookFromText(text.toStdString()));
    }
};

ROTASCOPE_SUITE(LookJsonTest)
#include "test_look_json.moc"
