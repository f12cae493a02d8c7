// "Where from?" of a figure: the values behind it, with their files and lines.
#include "core/figure/derivations.h"
#include "core/workflow/explain_figure.h"
#include "db/open_desk.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

constexpr const char* kBars = "Date,Close\n2021-01-06,100\n2021-01-07,\n2021-01-08,104\n2021-01-09,110\n";

struct Desk {
    ImportFolder folder;
    std::unique_ptr<MarketStore> store = std::move(*openDesk(folder.path("desk.rota"), DeskMode::Create));

    Desk() {
        if (const FileImport file = importText(*store, "AAA.csv", kBars); file.error)
            qFatal("%s", file.error->message.c_str());
    }
};

Explanation explained(MarketStore& store, const Derivation& derivation) {
    const auto explanation = explainFigure(store, derivation);
    if (!explanation)
        qFatal("%s", explanation.error().message.c_str());
    return *explanation;
}

} // namespace

class TestExplainFigure : public QObject {
    Q_OBJECT

private slots:
    void aReturnShowsItsTwoCloses() {
        const Desk desk;
        const Explanation shown =
            explained(*desk.store, *returnFrom("AAA", day("2021-01-06"), day("2021-01-09")));
        QCOMPARE(shown.inputs.size(), std::size_t{2});
        QCOMPARE(shown.inputs[0].missing, std::string());
        QCOMPARE(shown.withValues, std::string("110 / 100 − 1"));
        QCOMPARE(shown.inWords, std::string("AAA close 9 Jan 2021 / AAA close 6 Jan 2021 − 1"));
        QCOMPARE(shown.inputs[1].last->origin.line, 5u);
        QVERIFY(shown.inputs[1].last->origin.header.path.ends_with("AAA.csv"));
    }

    void aDayWithoutAValueMeansTheOneBefore() {
        const Desk desk;
        const Explanation shown = explained(*desk.store, *valueFrom("AAA", day("2021-01-07")));
        QCOMPARE(shown.withValues, std::string("100"));
        QCOMPARE(isoText(shown.inputs[0].input.last), std::string("2021-01-06"));
    }

    void aRunHasItsEndsAndItsCount() {
        const Desk desk;
        const Explanation shown =
            explained(*desk.store, *historiesFrom("mean of the closes", {"AAA"}, day("2021-01-08")));
        QCOMPARE(shown.inputs[0].count, std::size_t{2});
        QCOMPARE(shown.inputs[0].first->origin.value, 100.0);
        QCOMPARE(shown.inputs[0].last->origin.value, 104.0);
        QCOMPARE(shown.inputs[0].files.size(), std::size_t{1});
    }

    void nothingLaterThanTheAsOfDateIsLookedAt() {
        const Desk desk;
        Derivation derivation = *historiesFrom({}, {"AAA"}, day("2021-12-31"));
        derivation.asOf = day("2021-01-08");
        QCOMPARE(explained(*desk.store, derivation).inputs[0].last->origin.value, 104.0);
    }

    void whatTheDeskLacksIsSaid() {
        const Desk desk;
        Derivation derivation = *valueFrom("AAA", day("2020-12-31"));
        derivation.inputs.push_back({"BBB", day("2021-01-06"), day("2021-01-06")});
        const Explanation shown = explained(*desk.store, derivation);
        QVERIFY(QString::fromStdString(shown.inputs[0].missing).contains(QStringLiteral("AAA")));
        QVERIFY(!shown.inputs[1].missing.empty());
        QCOMPARE(shown.withValues, std::string("?"));
    }

    void theTextHoldsFormulaValuesAndSources() {
        const Desk desk;
        Derivation derivation = *returnFrom("AAA", day("2021-01-06"), day("2021-01-09"));
        derivation.figure = "AAA, three sessions";
        derivation.value = "+10.0 %";
        const QString text = QString::fromStdString(explanationText(explained(*desk.store, derivation)));
        for (const char* part :
             {"AAA, three sessions: +10.0 %", "= 110 / 100 − 1", "line 5", "2021-01-09,110", "SHA-256 "})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
    }
};

ROTASCOPE_SUITE(TestExplainFigure)
#include "test_explain_figure.moc"
