#include "core/market/field.h"
#include "core/market/instrument.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <set>

using namespace rotascope;

class TestInstruments : public QObject {
    Q_OBJECT

private slots:
    void everySpellingBecomesTheDesksOwnSymbol_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("symbol");
        QTest::newRow("as it is") << "RUT"
                                  << "RUT";
        QTest::newRow("lower case") << "iwm"
                                    << "IWM";
        QTest::newRow("Yahoo's caret") << "^RUT"
                                       << "RUT";
        QTest::newRow("Yahoo's name of the S&P 500") << "^GSPC"
                                                     << "SPX";
        QTest::newRow("MSN's name of the S&P 500") << ".INX"
                                                   << "SPX";
        QTest::newRow("in words") << "S&P 500"
                                  << "SPX";
        QTest::newRow("in words, lower case, with blanks around") << "  s&p 500 "
                                                                  << "SPX";
        QTest::newRow("Russell in words") << "Russell 2000"
                                          << "RUT";
        QTest::newRow("only one sign is dropped") << "^^RUT"
                                                  << "^RUT";
        QTest::newRow("signs inside stay") << "BRK.B"
                                           << "BRK.B";
        QTest::newRow("an unknown one is kept") << "xyz1"
                                                << "XYZ1";
        QTest::newRow("a dollar of chart services") << "$SPXA200R"
                                                    << "S5TH";
        QTest::newRow("a lone caret is nothing") << "^"
                                                 << "";
        QTest::newRow("blanks are nothing") << "  "
                                            << "";
    }
    void everySpellingBecomesTheDesksOwnSymbol() {
        QFETCH(QString, text);
        QFETCH(QString, symbol);
        QCOMPARE(QString::fromStdString(canonicalSymbol(text.toStdString())), symbol);
    }

    void theCatalogueNamesEachSymbolOnceInItsOwnSpelling() {
        std::set<Symbol> seen;
        for (const Instrument& row : knownInstruments()) {
            QVERIFY2(seen.insert(row.symbol).second, row.symbol.c_str());
            QCOMPARE(canonicalSymbol(row.symbol), row.symbol);
            QCOMPARE(*knownInstrument(row.symbol), row);
            QVERIFY(!row.name.empty());
        }
    }

    void anUnknownSymbolIsDescribedByItself() {
        QVERIFY(!knownInstrument("ZZZ"));
        QCOMPARE(describeSymbol("ZZZ"), (Instrument{"ZZZ", "ZZZ", InstrumentKind::Other, Unit::Price}));
        QCOMPARE(describeSymbol("DGS10").unit, Unit::Percent);
    }

    void everyNameReadsBack() {
        for (int i = 0; i <= int(InstrumentKind::Other); ++i)
            QCOMPARE(instrumentKindNamed(nameOf(InstrumentKind(i))), std::optional(InstrumentKind(i)));
        for (int i = 0; i <= int(Unit::Ratio); ++i)
            QCOMPARE(unitNamed(nameOf(Unit(i))), std::optional(Unit(i)));
        for (int i = 0; i <= int(Cadence::Quarterly); ++i)
            QCOMPARE(cadenceNamed(nameOf(Cadence(i))), std::optional(Cadence(i)));
        for (int i = 0; i <= int(Availability::AfterPeriod); ++i)
            QCOMPARE(availabilityNamed(nameOf(Availability(i))), std::optional(Availability(i)));
        QVERIFY(!instrumentKindNamed("etf"));
        QVERIFY(!unitNamed(""));
        QVERIFY(!cadenceNamed("hourly"));
        QVERIFY(!availabilityNamed("never"));
    }

    void theFieldCatalogueStandsInTheOrderOfTheEnum() {
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < kFieldCount; ++i) {
            const Field field = static_cast<Field>(i);
            QCOMPARE(infoOf(field).field, field);
            QCOMPARE(fieldNamed(nameOf(field)), std::optional(field));
            QCOMPARE(isBarField(field), i < kBarFieldCount);
            QVERIFY(names.insert(nameOf(field)).second);
        }
        QVERIFY(!fieldNamed("Close"));
    }
};

ROTASCOPE_SUITE(TestInstruments)
#include "test_instruments.moc"
