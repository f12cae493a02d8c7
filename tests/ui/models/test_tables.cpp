#include "core/base/text.h"
#include "core/figure/divergence_figure.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/models/divergence_tables.h"
#include "ui/models/sorted_table.h"
#include "ui/models/table_csv.h"
#include "ui/settings/appearance.h"
#include "ui/settings/settings.h"
#include "ui/widgets/data_table.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rotascope;

namespace {

Divergence inventedDivergence(std::size_t sessions) {
    return *analyseDivergence(MarketView::latest(test::marketOf(test::inventedPair(sessions))), {});
}

TableSnapshot mixedTable() {
    TableSnapshot table;
    table.columns = {{QStringLiteral("Name"), {}, true, std::nullopt},
                     {QStringLiteral("Value"), {}, false, std::nullopt}};
    const auto row = [](const char* name, double value) {
        return std::vector<TableCell>{textCell(QString::fromLatin1(name)),
                                      figureCell(QString::number(value), value)};
    };
    table.rows = {row("b", 10), row("missing", std::nan("")), row("a", -2), row("c", 9)};
    return table;
}

QStringList namesOf(const QAbstractItemModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data().toString();
    return names;
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

private slots:
    void theModelsKeepQtsContract_data() {
        QTest::addColumn<int>("sessions");
        QTest::newRow("a long history") << 600;
        QTest::newRow("ten sessions, most estimates without a value") << 10;
    }
    void theModelsKeepQtsContract() {
        QFETCH(int, sessions);
        const Divergence divergence = inventedDivergence(static_cast<std::size_t>(sessions));
        TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SortedTable sorted;
        sorted.setSourceModel(&model);
        const QAbstractItemModelTester sortedTester(&sorted,
                                                    QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(performanceTableOf(divergence, divergence.table));
        QCOMPARE(model.rowCount(), int(divergence.table.size()));
        model.reset(sigmaTableOf(divergence, 3));
        QCOMPARE(model.rowCount(), int(kSigmaModeCount) + 1);
        sorted.sort(1, Qt::DescendingOrder);
        model.reset(TableSnapshot{});
        QCOMPARE(sorted.rowCount(), 0);
    }

    void missingValuesSortLastInBothDirections() {
        TableModel model;
        model.reset(mixedTable());
        SortedTable sorted;
        sorted.setSourceModel(&model);
        sorted.sort(1, Qt::AscendingOrder);
        QCOMPARE(namesOf(sorted), QStringList({QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b"),
                                               QStringLiteral("missing")}));
        sorted.sort(1, Qt::DescendingOrder);
        QCOMPARE(namesOf(sorted), QStringList({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a"),
                                               QStringLiteral("missing")}));
    }

    void figuresAreCoresWithTheirSign() {
        const Divergence divergence = inventedDivergence(600);
        TableModel model;
        model.reset(performanceTableOf(divergence, divergence.table));
        const PerformanceRow& row = divergence.table[1];
        QCOMPARE(model.index(1, 1).data().toString(),
                 QString::fromStdString(signedNumber(row.small * 100, 1)));
        QCOMPARE(model.index(1, 3).data(TableModel::SortRole).toDouble(), row.spread);
        const auto ink = static_cast<ColourRole>(model.index(1, 3).data(TableModel::InkRole).toInt());
        QCOMPARE(ink, row.spread > 0 ? ColourRole::Positive : ColourRole::Negative);
    }

    void figuresStandAtTheTrailingSideAndWordsAtTheLeading() {
        TableModel model;
        model.reset(mixedTable());
        QVERIFY(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeading);
        QVERIFY(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignTrailing);
    }

    void anEventIsMarkedAndAMissingZIsNot() {
        const Divergence divergence = inventedDivergence(600);
        const double z = divergence.zSpread[indexOf(SigmaMode::Expanding)].z;
        TableModel model;
        model.reset(sigmaTableOf(divergence, z));
        QVERIFY(model.index(0, 1).data(TableModel::StrongRole).toBool());
        model.reset(sigmaTableOf(divergence, z + 0.001));
        QVERIFY(!model.index(0, 1).data(TableModel::StrongRole).toBool());
        model.reset(sigmaTableOf(inventedDivergence(10), 3));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("–"));
        QVERIFY(!model.index(0, 1).data(TableModel::SortRole).isValid());
    }

    void theDataOfAChartIsNewestFirst() {
        const Divergence divergence = inventedDivergence(300);
        const Figure figure = divergenceFigure(divergence);
        const TableSnapshot table = figureDataOf(figure, 10, 14);
        QCOMPARE(table.rows.size(), std::size_t(5));
        QCOMPARE(table.rows.front().front().text, QString::fromStdString(isoText(divergence.pair.dates[14])));
        QCOMPARE(table.rows.back().front().text, QString::fromStdString(isoText(divergence.pair.dates[10])));
        QCOMPARE(figureDataOf(figure, 290, 100000).rows.size(), divergence.pair.size() - 290);
    }

    void anAmountIsNeverBrokenOverLines_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("joined");
        QTest::newRow("billions") << QStringLiteral("QQQ −$1.88 bn, VB +$271 m and $4 m.")
                                  << QStringLiteral(
                                         "QQQ −\u2060$1.88\u00a0bn, VB +\u2060$271\u00a0m and $4\u00a0m.");
        QTest::newRow("a z") << QStringLiteral("z +2.02 over 52 weeks")
                             << QStringLiteral("z\u00a0+2.02 over 52 weeks");
        QTest::newRow("per cent") << QStringLiteral("4.2 % of assets")
                                  << QStringLiteral("4.2\u00a0% of assets");
        QTest::newRow("no unit") << QStringLiteral("2 more, 3 months") << QStringLiteral("2 more, 3 months");
    }
    void anAmountIsNeverBrokenOverLines() {
        QFETCH(const QString, words);
        QTEST(unbroken(words), "joined");
    }

    void freshnessShowsThePairThenTheOldest() {
        std::vector<InstrumentSummary> instruments(6);
        const std::array<const char*, 6> symbols{"AGG", "IWM", "NEW", "RUT", "SPX", "FOMC"};
        for (std::size_t i = 0; i < instruments.size(); ++i)
            instruments[i].instrument.symbol = symbols[i];
        instruments.back().instrument.kind = InstrumentKind::Event; // never late, so never shown
        const std::vector<std::optional<Date>> last{
            *parseIsoDate("2025-11-26"), *parseIsoDate("2025-11-21"), std::nullopt,
            *parseIsoDate("2025-11-28"), *parseIsoDate("2025-11-28"), *parseIsoDate("2024-11-07")};
        const auto order = freshnessOrder(instruments, last, "RUT", "SPX");
        QCOMPARE(order, (std::vector<std::size_t>{3, 4, 1, 0, 2}));
        const TableSnapshot table = freshnessTableOf(instruments, last, *parseIsoDate("2025-11-28"), order);
        const std::array<const char*, 5> ages{"current", "current", "4", "1", "no values"};
        for (std::size_t row = 0; row < ages.size(); ++row)
            QCOMPARE(table.rows[row][2].text, QLatin1String(ages[row]));
    }

    void ageCountsNyseSessions_data() {
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("newest");
        QTest::addColumn<int>("sessions");
        QTest::newRow("the newest itself") << "2025-11-28"
                                           << "2025-11-28" << 0;
        QTest::newRow("over Thanksgiving") << "2025-11-26"
                                           << "2025-11-28" << 1;
        QTest::newRow("over a weekend") << "2025-11-21"
                                        << "2025-11-24" << 1;
        QTest::newRow("ahead of the newest of the others") << "2025-11-28"
                                                           << "2025-11-26" << 0;
    }
    void ageCountsNyseSessions() {
        QFETCH(QString, last);
        QFETCH(QString, newest);
        QTEST(sessionsBehind(*parseIsoDate(last.toStdString()), *parseIsoDate(newest.toStdString())),
              "sessions");
    }

    void aTableAsCsvHasAllDigitsInTheUnitThatIsShown() {
        TableSnapshot table{QStringLiteral("Moves"),
                            {textColumn(QStringLiteral("fund")), figureColumn(QStringLiteral("day")),
                             figureColumn(QStringLiteral("%")), figureColumn(QStringLiteral("$ bn")),
                             figureColumn(QStringLiteral("z")), figureColumn(QStringLiteral("rank"))},
                            {}};
        const Date day = *makeDate(2025, 11, 28);
        table.rows.push_back(
            {textCell(QStringLiteral("=IWM, \"small\"")), figureCell(dateText(day), dayNumber(day)),
             figureCell(QStringLiteral("⚑ −5.5"), -0.055234),
             figureCell(QStringLiteral("+2.78"), 2775369643.8), figureCell(QStringLiteral("–"), std::nan("")),
             figureCell(QStringLiteral("1 of 48"), 1)});
        table.rows.push_back({textCell(QStringLiteral("VB")), figureCell({}, std::nan("")),
                              figureCell(QStringLiteral("+0.0"), 0.0), figureCell(QStringLiteral("7"), 7),
                              figureCell(QStringLiteral("+2.02"), 2.0151), figureCell({}, std::nan(""))});
        const std::string csv = tableCsv(table, std::vector{1, 0}, {"Moves", "rota trend"});
        QCOMPARE(QString::fromStdString(csv),
                 QStringLiteral("# Moves\n# rota trend\nfund,day,%,$ bn,z,rank\nVB,,0,7,2.0151,\n"
                                "\"'=IWM, \"\"small\"\"\",2025-11-28,-5.5234,2.7753696438,,1\n"));
    }

    void whatLooksTheSameStaysAndTellsWhereItIsFromNow() {
        Settings settings{QString()};
        const Appearance appearance(settings, QStringLiteral("light"));
        DataTable table(appearance, DataTable::Height::Scrolls);
        const auto from = [](const char* formula) {
            auto derivation = std::make_shared<Derivation>();
            derivation->formula = formula;
            return derivation;
        };
        TableSnapshot snapshot = mixedTable();
        snapshot.from = from("as of Monday");
        table.setSnapshot(snapshot);
        const QSignalSpy laidOut(table.model(), &QAbstractItemModel::modelReset);
        snapshot.from = from("as of Tuesday");
        table.setSnapshot(snapshot);
        QCOMPARE(laidOut.count(), 0);
        QCOMPARE(derivationOf(table.snapshot(), 0, 1)->formula, std::string("as of Tuesday"));
        const auto isLaidOut = [&](const std::function<void(TableSnapshot&)>& change) {
            const auto before = laidOut.count();
            change(snapshot);
            table.setSnapshot(snapshot);
            return laidOut.count() == before + 1;
        };
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.rows[0][1].text = QStringLiteral("8.5"); }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.rows[0][1].sortValue = 8.51; }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.rows[0][1].ink = ColourRole::Event; }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.rows[0][1].explanation = QStringLiteral("why"); }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.columns[1].heading = QStringLiteral("Worth"); }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.rows.pop_back(); }));
        QVERIFY(isLaidOut([](TableSnapshot& t) { t.name = QStringLiteral("Another"); }));
    }

    void aFigureAtTheEdgeIsNeverCutToAnotherOne() {
        Settings settings{QString()};
        const Appearance appearance(settings, QStringLiteral("light"));
        DataTable table(appearance, DataTable::Height::Scrolls);
        TableSnapshot snapshot{QStringLiteral("Figures"), {}, {{}}};
        for (int column = 0; column < 8; ++column) {
            snapshot.columns.push_back(figureColumn(QString::number(column)));
            snapshot.rows.front().push_back(figureCell(QStringLiteral("1234567.89"), 1234567.89));
        }
        table.setSnapshot(snapshot);
        table.resize(2000, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const QImage whole = table.grab().toImage();
        constexpr int kColumn = 5;
        const int left = table.columnViewportPosition(kColumn);
        const int cut = left + table.columnWidth(kColumn) - 30; // within the digits
        table.resize(cut, 200);
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
        const int top = table.viewport()->mapTo(&table, QPoint()).y() + table.rowViewportPosition(0);
        const QRect seen(left, top, cut - left, table.rowHeight(0) - 1);
        const QImage narrow = table.grab().toImage();
        const QRect before = seen.translated(-table.columnWidth(kColumn - 1), 0);
        QVERIFY(narrow.copy(before) == whole.copy(before));
        QVERIFY2(narrow.copy(seen) != whole.copy(seen), "it ends in an ellipsis, not between two digits");
    }
};

ROTASCOPE_SUITE(TestTables)
#include "test_tables.moc"
