#include "core/analysis/wording.h"
#include "core/workflow/last_look.h"
#include "tests/support/invented_market.h"

#include <QTest>

using namespace rotascope;

namespace {

Divergence analysed(const std::vector<InstrumentData>& pair) {
    return *analyseDivergence(MarketView::latest(test::marketOf(pair)), {});
}

ImportRecord importOf(std::int64_t id, std::uint64_t stored, std::uint64_t replaced) {
    ImportRecord record;
    record.id = id;
    record.symbols = {"RUT"};
    record.counts.stored = stored;
    record.counts.replaced = replaced;
    return record;
}

} // namespace

class TestLastLook : public QObject {
    Q_OBJECT

private slots:
    void nothingNewIsNothingSaid() {
        const Divergence now = analysed(test::inventedPair(600));
        const std::vector<ImportRecord> imports{importOf(4, 10, 0)};
        QVERIFY(changesSince(lookNow(now, imports, "2025-11-28T21:05:00Z"), now, imports).empty());
    }

    void newSessionsAndTheMoveOfZAreTold() {
        const auto pair = test::inventedPair(600);
        const Divergence now = analysed(pair);
        const Divergence then = analysed(test::endingAt(pair, now.pair.dates[now.pair.size() - 4]));
        const auto changes = changesSince(lookNow(then, {}, ""), now, {});
        QCOMPARE(changes.size(), std::size_t(2));
        QVERIFY(changes[0].starts_with("3 new sessions, to "));
        QVERIFY(changes[1].find(zText(then.zSpread[indexOf(SigmaMode::Expanding)].z)) != std::string::npos);
        QVERIFY(changes[1].find(zText(now.zSpread[indexOf(SigmaMode::Expanding)].z)) != std::string::npos);
    }

    void aRestatedSpreadIsTold() {
        auto pair = test::inventedPair(600);
        const Divergence then = analysed(pair);
        pair[0].daily.columns[indexOf(Field::Close)].back() *= 1.05;
        const auto changes = changesSince(lookNow(then, {}, ""), analysed(pair), {});
        QCOMPARE(changes.size(), std::size_t(1));
        QVERIFY(changes[0].starts_with("Restated: the spread of "));
    }

    void importsAreSummedUp() {
        const Divergence now = analysed(test::inventedPair(600));
        const std::vector<ImportRecord> before{importOf(1, 600, 0)};
        std::vector<ImportRecord> imports{importOf(1, 600, 0), importOf(2, 5, 0), importOf(3, 1, 2)};
        imports.push_back(importOf(4, 99, 0));
        imports.back().undone = true;
        const auto changes = changesSince(lookNow(now, before, ""), now, imports);
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(changes[0]),
                 QStringLiteral("2 imports for RUT: 6 rows stored, 2 restated."));
    }

    void anotherPairIsNotCompared() {
        const Divergence now = analysed(test::inventedPair(600));
        LastLook before = lookNow(now, {}, "");
        before.small = "IWM";
        before.lastSession = now.pair.dates[100];
        QVERIFY(changesSince(before, now, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestLastLook)
#include "test_last_look.moc"
