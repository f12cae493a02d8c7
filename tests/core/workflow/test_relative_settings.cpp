// Chain and pairs: their texts, and what a desk keeps of them.
#include "core/analysis/relative/chain.h"
#include "core/workflow/relative_settings.h"
#include "db/open_desk.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

template <class Value>
QString codeOf(const Result<Value>& result) {
    return result ? QStringLiteral("none") : QString::fromStdString(result.error().code);
}

QString messageOf(const Result<std::vector<BoardPair>>& result) {
    return result ? QString() : QString::fromStdString(result.error().message);
}

} // namespace

class TestRelativeSettings : public QObject {
    Q_OBJECT

private slots:
    void chainsAreReadBack() {
        const std::vector<Symbol> links{"IWM", "IJR", "SPY"};
        QCOMPARE(chainText(links), std::string("IWM IJR SPY\n"));
        QCOMPARE(*parseChain(chainText(links)), links);
        QCOMPARE(*parseChain("iwm; ijr,\n spy"), links);
        QCOMPARE(codeOf(parseChain("IWM")), QStringLiteral("bad_chain"));
        QCOMPARE(codeOf(parseChain("IWM SPY IWM")), QStringLiteral("bad_chain"));
        QCOMPARE(codeOf(parseChain("")), QStringLiteral("bad_chain"));
    }

    void pairsAreReadBack() {
        const std::vector<BoardPair> pairs{{"RUT", "SPX"}, {"IWM", "SPY"}};
        QCOMPARE(pairsText(pairs), std::string("RUT/SPX\nIWM/SPY\n"));
        QCOMPARE(*parsePairs(pairsText(pairs)), pairs);
        QCOMPARE(*parsePairs("rut spx\n\nIWM , SPY\nRUT/SPX"), pairs);
        QCOMPARE(*parsePairs(pairsText(shippedPairs())), shippedPairs());
    }

    void pairsThatAreRefusedNameTheirLine() {
        QVERIFY(messageOf(parsePairs("IWM/SPY\nQQQ")).startsWith(QStringLiteral("Line 2: \"QQQ\" is not")));
        QVERIFY(messageOf(parsePairs("IWM/SPY/QQQ")).startsWith(QStringLiteral("Line 1:")));
        QVERIFY(messageOf(parsePairs("IWM/iwm")).contains(QStringLiteral("compared with itself")));
        QCOMPARE(codeOf(parsePairs(" \n")), QStringLiteral("bad_pair"));
    }

    void aDeskKeepsItsOwnUntilItIsReset() {
        const ImportFolder folder;
        const auto store = std::move(*openDesk(folder.path("desk.rota"), DeskMode::Create));
        QCOMPARE(*loadChain(*store), ChainParams().links);
        QCOMPARE(*loadPairs(*store), shippedPairs());
        QCOMPARE(*saveChain(*store, "iwm, spy"), (std::vector<Symbol>{"IWM", "SPY"}));
        QCOMPARE(*savePairs(*store, "vb voo"), (std::vector<BoardPair>{{"VB", "VOO"}}));
        QCOMPARE(codeOf(saveChain(*store, "IWM")), QStringLiteral("bad_chain"));
        QCOMPARE(codeOf(savePairs(*store, "IWM")), QStringLiteral("bad_pair"));
        QCOMPARE(*loadChain(*store), (std::vector<Symbol>{"IWM", "SPY"}));
        QCOMPARE(*loadPairs(*store), (std::vector<BoardPair>{{"VB", "VOO"}}));
        QCOMPARE(*saveChain(*store, " "), ChainParams().links);
        QCOMPARE(*savePairs(*store, ""), shippedPairs());
    }
};

ROTASCOPE_SUITE(TestRelativeSettings)
#include "test_relative_settings.moc"
