// The Pair trade page shows what core computes, and takes nothing that core refuses.
#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "core/analysis/pair_trade/pair_trade.h"
#include "core/analysis/pair_trade/sizing.h"
#include "core/base/text.h"
#include "tests/support/suites.h"
#include "tests/ui/pages/universe_fixture.h"
#include "ui/convert/convert.h"
#include "ui/pages/pair/rule_choice.h"
#include "ui/session/rule_session.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/number_field.h"

#include <QComboBox>
#include <QLineEdit>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

std::unique_ptr<WindowFixture> pairWindow(const char* section) {
    auto fixture = universeWindow();
    fixture->show(QStringLiteral("pair"), {1600, 1000}, QStringLiteral("light"));
    fixture->window->openPage(QStringLiteral("pair"), {{}, {}, QString::fromLatin1(section)});
    fixture->settle();
    return fixture;
}

/// The visible one of that accessible name.
template <class T>
T* named(const WindowFixture& fixture, const char* name) {
    for (T* each : fixture.window->findChildren<T*>())
        if (each->isVisible() && each->accessibleName() == QString::fromUtf8(name))
            return each;
    return nullptr;
}

void typeInto(WindowFixture& fixture, QLineEdit* field, const char* text) {
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, QString::fromUtf8(text));
    QTest::keyClick(field, Qt::Key_Return);
    fixture.settle();
}

void pick(WindowFixture& fixture, QComboBox* list, const QString& text) {
    list->setCurrentText(text);
    QCOMPARE(list->currentText(), text);
    emit list->activated(list->currentIndex());
    fixture.settle();
}

PairSeries pairOf(const WindowFixture& fixture, const char* small = "RUT", const char* large = "SPX") {
    return *alignPair(MarketView::latest(marketOf(fixture.desk->instruments)), small, large);
}

QString cell(const DataTable* table, int row, int column) {
    return table->snapshot().rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].text;
}

} // namespace

class PairPageTest : public QObject {
    Q_OBJECT

private slots:
    void theTradeIsCores() {
        const auto fixture = pairWindow("trade");
        const PairSeries pair = pairOf(*fixture);
        PairTradeParams params;
        for (const char* text : {"rolling 5 3%", "entry 3%", "trailing 3%"})
            params.stops.push_back(*parseStopRule(text));
        const auto trade = measurePairTrade(pair, params);
        const DataTable* ways = fixture->table("Three accountings");
        QVERIFY(ways);
        QCOMPARE(cell(ways, 0, 1), percentNumber(trade->path.neverRebalanced.back(), 2));
        QCOMPARE(cell(ways, 1, 1), percentNumber(trade->path.daily.back(), 2));
        QCOMPARE(cell(ways, 2, 1), percentNumber(trade->path.betaNeutral.back(), 2));
        const DataTable* stops = fixture->table("Stops");
        QCOMPARE(stops->snapshot().rows.size(), std::size_t(3));
        for (int i = 0; i < 3; ++i) {
            const StopReading& stop = trade->stops[static_cast<std::size_t>(i)];
            QCOMPARE(cell(stops, i, 1), stop.hit ? dateText(stop.hit->date) : QStringLiteral("not hit"));
        }
    }

    void anEntryPartsAndCarryAreTaken() {
        const auto fixture = pairWindow("trade");
        const PairSeries pair = pairOf(*fixture);
        PairTradeParams params;
        params.entry = pair.dates[pair.size() - 200];
        params.parts = 3;
        params.carryPerYear = -0.015;
        auto* entry = named<DateField>(*fixture, "Entry");
        typeInto(*fixture, entry, isoText(*params.entry).c_str());
        choose(*fixture, "Equal parts, one a session", 2);
        typeInto(*fixture, named<NumberField>(*fixture, "Carry, % of one leg a year"), "-1.5");
        const auto trade = measurePairTrade(pair, params);
        const DataTable* ways = fixture->table("Three accountings");
        QCOMPARE(cell(ways, 0, 1), percentNumber(trade->path.neverRebalanced.back(), 2));
        QCOMPARE(cell(ways, 3, 1), percentNumber(trade->lump, 2));
        QTest::keyClick(entry, Qt::Key_Up); // a session later
        fixture->settle();
        QCOMPARE(entry->date(), qdate(pair.dates[pair.size() - 199]));
    }

    void aDayWithoutASessionIsRefusedWithItsNeighbours() {
        const auto fixture = pairWindow("trade");
        auto* entry = named<DateField>(*fixture, "Entry");
        typeInto(*fixture, entry, "1995-03-18"); // a Saturday
        QVERIFY2(headlineOf(*fixture).contains(QStringLiteral("neighbours")),
                 qPrintable(headlineOf(*fixture)));
        QVERIFY(!fixture->table("Three accountings"));
        const PairSeries pair = pairOf(*fixture);
        typeInto(*fixture, entry, isoText(pair.dates[pair.size() - 50]).c_str());
        QVERIFY(fixture->table("Three accountings"));
    }

    void aStopWithoutAReferenceIsGivenBack() {
        const auto fixture = pairWindow("trade");
        auto* stops = named<ValueField>(*fixture, "Stops");
        const QString before = stops->text();
        typeInto(*fixture, stops, "3%");
        QCOMPARE(stops->text(), before);
        typeInto(*fixture, stops, "trailing 2%; entry 1.5%");
        QCOMPARE(fixture->table("Stops")->snapshot().rows.size(), std::size_t(2));
        typeInto(*fixture, stops, "");
        QCOMPARE(fixture->table("Stops")->snapshot().rows.size(), std::size_t(0));
    }

    void whatIsTypedIsThereAgainInTheNextWindow() {
        const auto fixture = pairWindow("trade");
        typeInto(*fixture, named<ValueField>(*fixture, "Stops"), "trailing 2%");
        const QJsonObject memory = fixture->settings.memory(QStringLiteral("pair_trade"));
        const auto next = universeWindow();
        next->settings.remember(QStringLiteral("pair_trade"), memory);
        next->window->openPage(QStringLiteral("pair"), {{}, {}, QStringLiteral("trade")});
        next->settle();
        QCOMPARE(next->table("Stops")->snapshot().rows.size(), std::size_t(1));
    }

    void bracketsAreCores() {
        const auto fixture = pairWindow("brackets");
        const PairSeries pair = pairOf(*fixture);
        const auto test = testBracket({pair.small, pair.large, {}, {}, {}}, {0.03, 0.06, 63, false});
        const DataTable* table = fixture->table("Brackets");
        QVERIFY(table);
        QCOMPARE(cell(table, 0, 1), qtext(groupedCount(static_cast<long long>(test->summary.n))));
        QCOMPARE(cell(table, 2, 1), percentNumber(test->summary.result.mean, 2));
        typeInto(*fixture, named<NumberField>(*fixture, "Stop, %; 0 is none"), "0");
        typeInto(*fixture, named<NumberField>(*fixture, "Target, %; 0 is none"), "0");
        QVERIFY2(headlineOf(*fixture).contains(QStringLiteral("needs a stop or a target")),
                 qPrintable(headlineOf(*fixture)));
    }

    void aRulesBracketsAreEnteredTheSessionAfter() {
        const auto fixture = pairWindow("brackets");
        const QString rule = QStringLiteral("RUT 20-session breakout");
        pick(*fixture, named<RuleChoice>(*fixture, "Entered the session after this rule fired"), rule);
        const PairSeries pair = pairOf(*fixture);
        const auto view = RuleSession::of(fixture->window->session()).view();
        const auto days = firingDates(*view->reading->named(utf8(rule)), Firing::First);
        QVERIFY(days.size() > 20);
        const auto test = testBracket({pair.small, pair.large, {}, {}, {}}, {0.03, 0.06, 63, false},
                                      entriesAfter(days, pair.dates));
        const DataTable* table = fixture->table("Brackets");
        QCOMPARE(cell(table, 2, 1), percentNumber(test->summary.result.mean, 2));
        QCOMPARE(cell(table, 2, 2), percentNumber(test->summary.baselineMean, 2));
    }

    void theHedgeIsCores() {
        const auto fixture = pairWindow("brackets");
        const QString rule = QStringLiteral("RUT 20-session breakout");
        pick(*fixture, named<RuleChoice>(*fixture, "Bought the session after this rule fired"), rule);
        const auto view = RuleSession::of(fixture->window->session()).view();
        const auto days = firingDates(*view->reading->named(utf8(rule)), Firing::First);
        const PairSeries both = pairOf(*fixture, "RUT", "TZA");
        const auto study = studyHedge(both, {0.1}, entriesAfter(days, both.dates));
        const DataTable* table = fixture->table("The hedge by horizon");
        QVERIFY(table);
        for (int i = 0; i < static_cast<int>(study->rows.size()); ++i)
            QCOMPARE(cell(table, i, 2),
                     percentNumber(study->rows[static_cast<std::size_t>(i)].hedge.mean, 2));
        pick(*fixture, named<RuleChoice>(*fixture, "Bought the session after this rule fired"),
             QStringLiteral("no rule"));
        QVERIFY(says(*fixture, QStringLiteral("choose one")));
        QVERIFY(!fixture->table("The hedge by horizon"));
    }

    void theTicketIsCores() {
        const auto fixture = pairWindow("size");
        const PairSeries legs = pairOf(*fixture, "IWM", "SPY");
        TicketParams params{"IWM", "SPY", 100'000, 0.03, legs.small.back(), legs.large.back()};
        const auto ticket = ticketOf(params);
        const DataTable* table = fixture->table("Ticket");
        QVERIFY(table);
        QCOMPARE(cell(table, 0, 2), qtext(groupedCount(ticket->sharesLong)));
        QCOMPARE(cell(table, 1, 2), qtext(groupedCount(ticket->sharesShort)));
        choose(*fixture, "Size of the short leg", 1);
        params.beta = rollingBetas(legs, kTradeBetaWindow).back();
        if (const auto neutral = ticketOf(params))
            QCOMPARE(cell(fixture->table("Ticket"), 1, 2), qtext(groupedCount(neutral->sharesShort)));
        else
            QVERIFY(!fixture->table("Ticket")); // β at or below zero: said, not traded
    }

    void unfundedPointsAreSaid() {
        const auto fixture = pairWindow("size");
        auto* tilts = named<QLineEdit>(*fixture, "Tilts in points");
        tilts->selectAll();
        QTest::keyClicks(tilts, QStringLiteral("IWM +7, QQQ -3"));
        fixture->settle();
        QVERIFY2(headlineOf(*fixture).contains(QStringLiteral("4.0 points are not funded")),
                 qPrintable(headlineOf(*fixture)));
        tilts->selectAll();
        QTest::keyClicks(tilts, QStringLiteral("IWM"));
        fixture->settle();
        QVERIFY(says(*fixture, QStringLiteral("is no tilt")));
        QVERIFY(!fixture->table("Tilts"));
        tilts->selectAll();
        QTest::keyClicks(tilts, QStringLiteral("NOSUCH +3"));
        fixture->settle();
        QVERIFY(says(*fixture, QStringLiteral("NOSUCH")));
    }

    void noOptionPriceIsInvented() {
        const auto fixture = pairWindow("options");
        QVERIFY(says(*fixture, QStringLiteral("no option price is invented")));
        typeInto(*fixture, named<NumberField>(*fixture, "Premium, % of today's price; 0 is not known"),
                 "1.2");
        QVERIFY(says(*fixture, QStringLiteral("Breakeven at")));
        QVERIFY(says(*fixture, QStringLiteral("+9.2")));
        pick(*fixture, named<QComboBox>(*fixture, "Structure to begin with"),
             QStringLiteral("Short strangle, 30 to 45 days"));
        QVERIFY(says(*fixture, QStringLiteral("state the move")));
        QCOMPARE(fixture->table("Strikes")->snapshot().rows.size(), std::size_t(4));
        pick(*fixture, named<QComboBox>(*fixture, "Structure to begin with"),
             QStringLiteral("Calendar spread, 30 against 60 days"));
        QVERIFY(says(*fixture, QStringLiteral("no payoff of its own")));
    }

    void aNumberOutsideItsLimitsIsGivenBack() {
        const auto fixture = pairWindow("brackets");
        auto* longest = named<NumberField>(*fixture, "Longest time, sessions");
        for (const char* text : {"0", "12.5", "much", "-4"}) {
            typeInto(*fixture, longest, text);
            QCOMPARE(longest->number(), 63.0);
            QCOMPARE(longest->text(), QStringLiteral("63"));
        }
        typeInto(*fixture, longest, "21");
        QCOMPARE(longest->number(), 21.0);
        QTest::keyClick(longest, Qt::Key_Up);
        QCOMPARE(longest->number(), 22.0);
    }
};

ROTASCOPE_SUITE(PairPageTest)
#include "test_pair_page.moc"
