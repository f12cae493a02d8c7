// Claims and sentiments that cannot both be right.
#include "core/notes/contradictions.h"
#include "tests/core/notes/note_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

class ContradictionsTest : public QObject {
    Q_OBJECT

private slots:
    void claimsBothHoldOrNot_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("contradict");
        const auto row = [](const char* what, const char* first, const char* second, bool contradict) {
            QTest::newRow(what) << first << second << contradict;
        };
        row("two figures", "RUT +8.5% 5 sessions 2025-11-28", "RUT +5.5% 5 sessions 2025-11-28", true);
        row("one figure, two roundings", "RUT +8.47% 5 sessions 2025-11-28",
            "RUT +8.5% 5 sessions 2025-11-28", false);
        row("both ends of a rounding", "RUT +8% 5 sessions 2025-11-28", "RUT +8.5% 5 sessions 2025-11-28",
            false);
        row("a figure above a bound", "RUT +8.47% 5 sessions 2025-11-28", "RUT >8% 5 sessions 2025-11-28",
            false);
        row("a figure below a bound", "RUT +7.47% 5 sessions 2025-11-28", "RUT >8% 5 sessions 2025-11-28",
            true);
        row("a figure whose rounding reaches the bound", "RUT +8% 5 sessions 2025-11-28",
            "RUT >8.4% 5 sessions 2025-11-28", false);
        row("bounds that leave nothing", "RUT <2% 5 sessions 2025-11-28", "RUT >2% 5 sessions 2025-11-28",
            true);
        row("bounds that leave room", "RUT >2% 5 sessions 2025-11-28", "RUT <3% 5 sessions 2025-11-28",
            false);
        row("the same bound twice", "RUT >2% 5 sessions 2025-11-28", "RUT >3% 5 sessions 2025-11-28", false);
        row("basis points and points", "DGS10 +26bp 2 sessions 2025-11-28",
            "DGS10 +0.26pp 2 sessions 2025-11-28", false);
        row("unlike basis points and points", "DGS10 +26bp 2 sessions 2025-11-28",
            "DGS10 +0.40pp 2 sessions 2025-11-28", true);
        row("a Saturday speaks of Friday", "RUT +10.85% MTD 2024-11-09", "RUT +4% MTD 2024-11-08", true);
        row("another day", "RUT +8% 5 sessions 2025-11-28", "RUT +2% 5 sessions 2025-11-26", false);
        row("another length", "RUT +8% 5 sessions 2025-11-28", "RUT +2% 10 sessions 2025-11-28", false);
        row("another measure", "RUT +8% 5 sessions 2025-11-28", "RUT +2% week 2025-11-28", false);
        row("another symbol", "RUT +8% 5 sessions 2025-11-28", "SPX +2% 5 sessions 2025-11-28", false);
    }
    void claimsBothHoldOrNot() {
        QFETCH(const QString, first);
        QFETCH(const QString, second);
        QFETCH(const bool, contradict);
        const auto a = *parseMarketClaim(first.toStdString());
        const auto b = *parseMarketClaim(second.toStdString());
        QCOMPARE(cannotBothHold(a, b), contradict);
        QCOMPARE(cannotBothHold(b, a), contradict);
        QCOMPARE(
            contradictionsIn(std::vector{noteOn(a.made, "one", {a.text}), noteOn(b.made, "two", {b.text})})
                .empty(),
            !contradict);
    }

    void oneNoteMayContradictItself() {
        const std::vector notes{noteOn(
            *makeDate(2025, 11, 28), "Both at once.",
            {"SPX +1% 1 session 2025-11-28", "RUT >2500 level 2025-11-28", "RUT <2400 level 2025-11-28"})};
        const auto found = contradictionsIn(notes);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY((found[0].first == NoteStatement{0, 1}) && (found[0].second == NoteStatement{0, 2}));
        QVERIFY(found[0].sentence.find("\"RUT >2500 level 2025-11-28\"") != std::string::npos);
    }

    void viewsOppose_data() {
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        QTest::addColumn<int>("daysApart");
        QTest::addColumn<bool>("oppose");
        QTest::newRow("opposite on one day") << 0.5 << -0.5 << 0 << true;
        QTest::newRow("just strong enough, just near enough") << 0.3 << -0.3 << 10 << true;
        QTest::newRow("one of them weak") << 0.5 << -0.29 << 0 << false;
        QTest::newRow("too far apart") << 0.5 << -0.5 << 11 << false;
        QTest::newRow("of one mind") << 0.5 << 0.9 << 0 << false;
    }
    void viewsOppose() {
        QFETCH(const double, first);
        QFETCH(const double, second);
        QFETCH(const int, daysApart);
        QFETCH(const bool, oppose);
        const Date day = *makeDate(2025, 11, 28);
        // The later note stands first: order in the list and in time need not agree.
        const std::vector notes{viewOn(day, first, "RUT"),
                                viewOn(day - std::chrono::days{daysApart}, second, "RUT")};
        const auto found = contradictionsIn(notes);
        QCOMPARE(found.size(), std::size_t{oppose ? 1U : 0U});
        if (oppose) {
            QVERIFY((found[0].first == NoteStatement{0, {}}) && (found[0].second == NoteStatement{1, {}}));
            QVERIFY(found[0].sentence.find("RUT") != std::string::npos);
        }
    }

    void aViewNeedsAShareInTheSubject() {
        const Date day = *makeDate(2025, 11, 28);
        QVERIFY(contradictionsIn(std::vector{viewOn(day, 0.5, "RUT"), viewOn(day, -0.5, "SPX")}).empty());
        QVERIFY(contradictionsIn(std::vector{viewOn(day, 0.5, ""), viewOn(day, -0.5, "")}).empty());
        // Without a subject of its own, a note is about the symbols of its claims.
        Note bear = viewOn(day, -0.5, "");
        bear.claims = {"SPX -2% 5 sessions 2025-11-28", "RUT -3% 5 sessions 2025-11-28"};
        QCOMPARE(contradictionsIn(std::vector{viewOn(day, 0.5, "^RUT"), bear}).size(), std::size_t{1});
    }

    void theListEnds() {
        std::vector<Note> notes;
        const Date day = *makeDate(2025, 11, 28);
        for (int i = 0; i < 100; ++i)
            notes.push_back(viewOn(day, i % 2 == 0 ? 1 : -1, "RUT"));
        QCOMPARE(contradictionsIn(notes).size(), kMostContradictions);
    }
};

ROTASCOPE_SUITE(ContradictionsTest)
#include "test_contradictions.moc"
