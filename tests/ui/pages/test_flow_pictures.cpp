#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"
#include "ui/models/flow_tables.h"
#include "ui/pages/flow_pictures.h"
#include "ui/settings/settings.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Fifteen funds with 60 weeks each; prices for every one but `unpriced`.
Flows invented(const Symbol& unpriced = {}) {
    InventedShocks shocks(2);
    std::vector<InstrumentData> funds;
    for (const Symbol& symbol : shippedBaskets().back().funds) {
        std::vector<double> usd, closes, aum;
        const std::vector<Date> sessions = nyseSessions(day("2024-10-07"), day("2025-11-28"));
        double price = 100;
        for (std::size_t i = 0; i < sessions.size(); ++i) {
            closes.push_back(price *= 1 + 0.01 * shocks.next());
            usd.push_back(1e9 * shocks.next());
            aum.push_back(5e10);
        }
        InstrumentData data = fundOf(symbol, {seriesOf(Field::Flow, Cadence::Daily, sessions, usd),
                                              seriesOf(Field::Aum, Cadence::Daily, sessions, aum)});
        if (symbol != unpriced)
            data.daily = instrumentOf(symbol, sessions, closes).daily;
        funds.push_back(std::move(data));
    }
    return flowsOf(std::move(funds));
}

} // namespace

class FlowPicturesTest : public QObject {
    Q_OBJECT

private slots:
    void barsRunFromSourceToDestination() {
        const std::vector<RotationBar> bars = rotationBars(invented());
        QCOMPARE(bars.size(), std::size_t{6}); // the coverage list is no part of the rotation
        for (std::size_t i = 1; i < bars.size(); ++i)
            QVERIFY(std::isnan(bars[i].usd) || bars[i - 1].usd <= bars[i].usd);
        QVERIFY(std::isnan(bars.back().usd));
        QCOMPARE(bars.back().amount, QStringLiteral("no figure"));
        QVERIFY(bars.front().unusual.startsWith(QLatin1String("z ")));
    }

    void labelsOfTheQuadrantCoverNothing_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(460, 340);
        QTest::newRow("small") << QSize(240, 200);
    }

    void labelsOfTheQuadrantCoverNothing() {
        QFETCH(QSize, size);
        Settings settings{QString()};
        const Appearance appearance(settings, QStringLiteral("light"));
        QuadrantView view(appearance);
        view.resize(size);
        const Flows flows = invented();
        const FlowQuadrant quadrant = flowQuadrant(flows, 3);
        // RSP stands in the coverage list alone, which is no part of the rotation; TNA and TZA have no flows.
        QCOMPARE(quadrant.points.size(), std::size_t{14});
        QVERIFY(quadrant.leftOut.empty());
        QVERIFY(std::none_of(quadrant.points.begin(), quadrant.points.end(),
                             [](const FlowPoint& point) { return point.symbol == "RSP"; }));
        view.setPoints(quadrantPoints(quadrant, flows), quadrantTexts(quadrant));
        const std::vector<QRectF> places = view.labelPlaces();
        std::size_t shown = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i].isEmpty())
                continue;
            ++shown;
            QVERIFY(QRectF(view.rect()).contains(places[i]));
            for (std::size_t k = 0; k < i; ++k)
                QVERIFY2(places[k].isEmpty() || !places[i].intersects(places[k]),
                         qPrintable(view.points()[i].label + view.points()[k].label));
        }
        QVERIFY2(shown * 3 >= places.size() * 2, "most labels find room");
    }

    void aFundWithoutAPriceIsNamedAsLeftOut() {
        const FlowQuadrant quadrant = flowQuadrant(invented("XLP"), 3);
        QCOMPARE(quadrant.points.size(), std::size_t{13});
        QCOMPARE(quadrant.leftOut, std::vector<Symbol>{"XLP"});
        QVERIFY2(quadrantNote(quadrant).contains(QLatin1String("XLP")), qPrintable(quadrantNote(quadrant)));
    }

    void leagueCellsAgreeWithTheResult() {
        const Flows flows = invented();
        TableModel model;
        const QAbstractItemModelTester tester(&model);
        model.reset(leagueTableOf(flows));
        QCOMPARE(model.rowCount(), static_cast<int>(flows.league.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const LeagueRow& league = flows.league[static_cast<std::size_t>(row)];
            QVERIFY(model.index(row, 0).data().toString().startsWith(QString::fromStdString(league.symbol)));
            QCOMPARE(model.index(row, 2).data(TableModel::SortRole).toDouble(), league.week.usd);
            const double bar = model.index(row, 1).data(TableModel::BarRole).toDouble();
            QVERIFY(std::abs(bar) <= 1 && bar * league.week.usd >= 0);
        }
    }

    void theShortLeagueShowsBothEnds() {
        const Flows flows = invented();
        const std::vector<std::size_t> rows = shortLeague(flows, 8);
        QCOMPARE(rows, (std::vector<std::size_t>{0, 1, 2, 3, 11, 12, 13, 14}));
        QCOMPARE(shortLeagueTableOf(flows, 8).rows.size(), rows.size());
        QCOMPARE(shortLeague(flows, 50).size(), flows.league.size());
    }
};

ROTASCOPE_SUITE(FlowPicturesTest)
#include "test_flow_pictures.moc"
