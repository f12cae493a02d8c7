#include "core/analysis/flows/flow_headline.h"
#include "core/analysis/flows/flow_wording.h"
#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/overview_tiles.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/session/flow_session.h"
#include "ui/session/rule_session.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/tile_strip.h"

#include <QJsonObject>
#include <QLabel>

#include <algorithm>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const QString kOverview = QStringLiteral("overview");

/// The invented pair with a fund whose weeks end with it, or `before` weeks earlier.
std::unique_ptr<WindowFixture> overviewWithFlows(int before = 0) {
    auto fixture = std::make_unique<WindowFixture>(900);
    const Date first = day("1990-07-06");
    const Date last = fixture->core().asOf;
    const auto weeks = static_cast<int>((last - first).count() / 7) + 1 - before;
    InventedShocks shocks(4);
    std::vector<double> usd;
    for (int i = 0; i < weeks; ++i)
        usd.push_back(1e9 * shocks.next());
    fixture->desk->instruments.push_back(weeklyFund("IWM", first, usd));
    fixture->open();
    fixture->show(kOverview, {1600, 1000}, QStringLiteral("light"));
    return fixture;
}

const LeagueRow* leadOf(WindowFixture& fixture) {
    const auto view = FlowSession::of(fixture.window->session()).view();
    return view && view->flows ? leadRow(*view->flows) : nullptr;
}

TileText moneyTile(const WindowFixture& fixture) {
    return fixture.shown<TileStrip>()->tiles()[static_cast<std::size_t>(OverviewTile::Week)]->text();
}

std::size_t panes(const WindowFixture& fixture) {
    return fixture.shown<FigureView>()->figure()->panes.size();
}

} // namespace

class OverviewPageTest : public QObject {
    Q_OBJECT

private slots:
    void withoutFlowsTheYearStandsInTheirPlace() {
        WindowFixture fixture(900);
        fixture.open();
        QCOMPARE(moneyTile(fixture).caption, QStringLiteral("Spread, this year"));
        QCOMPARE(panes(fixture), std::size_t{2});
        QVERIFY(!fixture.shown<HeadlineLabel>()->accessibleName().contains(QLatin1String("In the week to")));
    }

    void theWeeksMoneyIsInHeadlineTileAndChart() {
        const auto fixture = overviewWithFlows();
        const LeagueRow* lead = leadOf(*fixture);
        QVERIFY(lead);
        QVERIFY2(fixture->shown<HeadlineLabel>()->accessibleName().contains(qtext(plainText(
                     flowClause(*FlowSession::of(fixture->window->session()).view()->flows, *lead)))),
                 qPrintable(fixture->shown<HeadlineLabel>()->accessibleName()));
        QCOMPARE(moneyTile(*fixture).value, qtext(usdText(lead->week.usd)));
        QCOMPARE(panes(*fixture), std::size_t{3});
    }

    void aStepBackShowsTheMoneyKnownThen() {
        const auto fixture = overviewWithFlows();
        const Date asOf = day("1992-06-10");
        fixture->window->session().setAsOf(asOf);
        fixture->settle();
        QCOMPARE(moneyTile(*fixture).caption, QStringLiteral("IWM, week to 5 Jun"));
        const auto figure = fixture->shown<FigureView>()->figure();
        QCOMPARE(figure->dates->back(), asOf);
        QCOMPARE(figure->panes.size(), std::size_t{3});
    }

    void anOldWeekIsNoNews() {
        const auto fixture = overviewWithFlows(8);
        QCOMPARE(moneyTile(*fixture).caption, QStringLiteral("Spread, this year"));
        QCOMPARE(panes(*fixture), std::size_t{3}); // its history still stands below the pair's
    }

    void theTileOpensTheFundsPage() {
        const auto fixture = overviewWithFlows();
        emit fixture->shown<TileStrip>()->activated(static_cast<int>(OverviewTile::Week));
        fixture->settle();
        QCOMPARE(fixture->window->pages().currentPage(), pageIndex(QStringLiteral("flows")));
    }

    void theRulesTileCountsWhatFiresAndOpensThePlaybook() {
        const auto fixture = overviewWithFlows();
        for (const std::optional<Date>& asOf :
             {std::optional<Date>(), std::optional<Date>(day("1992-06-10"))}) {
            fixture->window->session().setAsOf(asOf);
            fixture->settle();
            const auto rules = RuleSession::of(fixture->window->session()).view();
            QVERIFY(rules && rules->reading && rules->state.asOf == asOf);
            const auto firing = std::ranges::count_if(rules->reading->rules, [](const RuleReading& rule) {
                return rule.state() == RuleState::Firing;
            });
            const TileText tile =
                fixture->shown<TileStrip>()->tiles()[static_cast<std::size_t>(OverviewTile::Rules)]->text();
            QCOMPARE(tile.value,
                     firing > 0 ? QStringLiteral("%1 firing").arg(firing) : QStringLiteral("none firing"));
            QVERIFY2(tile.note.contains(QStringLiteral("of %1").arg(rules->reading->rules.size())),
                     qPrintable(tile.note));
        }
        emit fixture->shown<TileStrip>()->activated(static_cast<int>(OverviewTile::Rules));
        fixture->settle();
        QCOMPARE(fixture->window->pages().currentPage(), pageIndex(QStringLiteral("playbook")));
    }

    void whatIsNewSinceTheVisitBeforeIsToldOnceItWasLookedAt() {
        const QString part = QStringLiteral("visits");
        WindowFixture before(860);
        before.open();
        before.window->close();
        const QJsonObject visits = before.settings.memory(part);
        QVERIFY(visits.value(QStringLiteral("invented.rota")).toObject().contains(QStringLiteral("series")));
        WindowFixture now(900);
        now.settings.remember(part, visits);
        now.open();
        const auto told = [&now] {
            for (const QLabel* label : now.window->findChildren<QLabel*>())
                if (label->text().contains(QLatin1String("The spread moved from")))
                    return label->isVisible() ? label->text() : QStringLiteral("hidden");
            return QString();
        };
        QTRY_VERIFY(told().contains(QLatin1String("Newer values of RUT and SPX"))); // of the whole look
        QVERIFY(told().contains(QLatin1String("new sessions, to")));
        // A look at the past has nothing new.
        now.window->session().stepAsOf(-1);
        now.settle();
        QCOMPARE(told(), QStringLiteral("hidden"));
    }

    void aStepMovesNothingBelowTheFigures() {
        const auto fixture = overviewWithFlows();
        const FigureView* chart = fixture->shown<FigureView>();
        int highest = chart->mapTo(fixture->window.get(), QPoint()).y();
        for (int step = 0; step < 25; ++step) {
            fixture->press("[");
            const int top = chart->mapTo(fixture->window.get(), QPoint()).y();
            QVERIFY2(top >= highest, "the chart moves down at most");
            highest = top;
        }
    }
};

ROTASCOPE_SUITE(OverviewPageTest)
#include "test_overview_page.moc"
