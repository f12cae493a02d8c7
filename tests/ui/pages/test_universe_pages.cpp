// The pages beyond the pair: trend, leverage, seasons, yields.
#include "core/analysis/leverage/leverage.h"
#include "core/analysis/relative/pair_board.h"
#include "core/analysis/seasons/calendar_returns.h"
#include "core/analysis/trend/trend.h"
#include "tests/support/suites.h"
#include "tests/ui/pages/universe_fixture.h"
#include "ui/convert/convert.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/quadrant_view.h"
#include "ui/widgets/value_field.h"

#include <QComboBox>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>

#include <cmath>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const QSize kLarge(1600, 1000);
const QString kLight = QStringLiteral("light");

MarketView viewOf(const WindowFixture& fixture, std::optional<Date> asOf = std::nullopt) {
    const auto market = marketOf(fixture.desk->instruments);
    return asOf ? MarketView::asOf(market, *asOf) : MarketView::latest(market);
}

void open(WindowFixture& fixture, const char* page, const char* section = "", QSize size = kLarge) {
    fixture.show(QString::fromLatin1(page), size, kLight);
    fixture.window->openPage(QString::fromLatin1(page), {{}, {}, QString::fromLatin1(section)});
    fixture.settle();
    QCoreApplication::processEvents();
}

/// Every figure and sentence of the page: tables cell by cell, prose, the last date of each chart.
QStringList textsOf(const WindowFixture& fixture) {
    const QWidget* page = fixture.shown<HeadlineLabel>()->parentWidget();
    QStringList out;
    for (const DataTable* table : page->findChildren<DataTable*>())
        if (table->isVisible())
            for (const auto& row : table->snapshot().rows)
                for (const TableCell& cell : row)
                    out << cell.text;
    for (const ProseLabel* label : page->findChildren<ProseLabel*>())
        if (label->isVisible())
            out << label->text();
    for (const HeatMap* map : page->findChildren<HeatMap*>())
        for (const HeatRow& row : map->rows())
            for (const HeatCell& cell : row.cells)
                out << cell.text;
    for (const FigureView* view : page->findChildren<FigureView*>())
        if (view->isVisible() && view->figure() && view->figure()->dates)
            out << qtext(isoText(view->figure()->dates->back()));
    return out;
}

/// Every page beyond the pair, with each of its sections but one.
void addSections(std::string_view without = {}) {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("section");
    for (const char* id : {"trend", "leverage", "pair", "seasons", "yields", "playbook"}) {
        const PageInfo& page = pageCatalogue()[static_cast<std::size_t>(pageIndex(QLatin1String(id)))];
        if (sectionsOf(page).empty())
            QTest::newRow(id) << QString::fromLatin1(id) << QString();
        for (const PageInfo& section : sectionsOf(page))
            if (section.id != without)
                QTest::addRow("%s, %s", id, section.id)
                    << QString::fromLatin1(id) << QString::fromLatin1(section.id);
    }
}

} // namespace

class UniversePagesTest : public QObject {
    Q_OBJECT

private slots:
    void everySectionSaysWhatItShows_data() { addSections(); }
    void everySectionSaysWhatItShows() {
        QFETCH(const QString, page);
        QFETCH(const QString, section);
        const auto fixture = universeWindow();
        open(*fixture, page.toLatin1().constData(), section.toLatin1().constData());
        QVERIFY2(headlineOf(*fixture).size() > 10 && headlineOf(*fixture).endsWith(QLatin1Char('.')),
                 qPrintable(headlineOf(*fixture)));
        static const QRegularExpression noNumber(QStringLiteral("\\b(nan|inf)\\b"));
        QVERIFY2(!headlineOf(*fixture).contains(noNumber), qPrintable(headlineOf(*fixture)));
    }

    void nothingIsWiderThanItsFrame_data() { addSections(); }
    void nothingIsWiderThanItsFrame() {
        QFETCH(const QString, page);
        QFETCH(const QString, section);
        const auto fixture = universeWindow();
        for (const QSize size : {kLarge, QSize(1280, 800)}) {
            open(*fixture, page.toLatin1().constData(), section.toLatin1().constData(), size);
            for (const QScrollArea* area : fixture->window->findChildren<QScrollArea*>())
                if (area->isVisible())
                    QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                             qPrintable(QStringLiteral("%1 at %2: %3 in %4")
                                            .arg(QLatin1String(area->metaObject()->className()))
                                            .arg(size.width())
                                            .arg(area->widget()->width())
                                            .arg(area->viewport()->width())));
        }
    }

    void aDeskOfThePairAloneIsToldWhatIsMissing_data() { addSections(); }
    void aDeskOfThePairAloneIsToldWhatIsMissing() {
        QFETCH(const QString, page);
        QFETCH(const QString, section);
        WindowFixture fixture(400);
        fixture.open();
        open(fixture, page.toLatin1().constData(), section.toLatin1().constData());
        QVERIFY2(headlineOf(fixture).size() > 10, qPrintable(headlineOf(fixture)));
    }

    void theMatrixShowsWhatCoreComputes() {
        const auto fixture = universeWindow();
        open(*fixture, "trend", "states");
        const DataTable* table = fixture->table("Trend states");
        QVERIFY(table);
        const TrendStates states = *analyseTrend(viewOf(*fixture), {});
        int compared = 0;
        for (const auto& cells : table->snapshot().rows) {
            const TrendRow* row = states.row(utf8(cells[0].text));
            QVERIFY2(row, qPrintable(cells[0].text));
            for (std::size_t i = 0; i < kTrendAverages.size(); ++i) {
                const auto& above = row->averages[i].side.above;
                const QString shape = !above   ? QStringLiteral("–")
                                      : *above ? QStringLiteral("▲")
                                               : QStringLiteral("▼");
                QVERIFY2(cells[2 + i].text.startsWith(shape), qPrintable(cells[0].text));
                if (above)
                    QCOMPARE(cells[2 + i].sortValue.toDouble(), row->averages[i].distance);
                ++compared;
            }
        }
        QVERIFY(compared >= 30);
    }

    void aShortHistorySaysWhatItNeeds() {
        const auto fixture = universeWindow();
        open(*fixture, "trend", "states");
        for (const auto& cells : fixture->table("Trend states")->snapshot().rows)
            if (cells[0].text == QLatin1String("XLP")) {
                QCOMPARE(cells[4].text, QStringLiteral("–"));
                QCOMPARE(cells[4].explanation, QStringLiteral("SMA200 needs 200 sessions; has 143."));
                return;
            }
        QFAIL("XLP is in the coverage list");
    }

    void aRowOpensItsInstrument() {
        const auto fixture = universeWindow();
        open(*fixture, "trend", "states");
        DataTable* table = fixture->table("Trend states");
        emit table->rowActivated(2); // after the pair
        fixture->settle();
        const QString symbol = table->snapshot().rows[2][0].text;
        QCOMPARE(fixture->shown<QComboBox>()->currentText(), symbol);
        QVERIFY2(headlineOf(*fixture).startsWith(symbol), qPrintable(headlineOf(*fixture)));
    }

    // The pages' own proof that nothing later is used: everything that stands on them, not the charts alone.
    // The calendar counts from today, wherever the data end.
    void aPastDateShowsWhatADeskThatEndsThereShows_data() { addSections("calendar"); }
    void aPastDateShowsWhatADeskThatEndsThereShows() {
        QFETCH(const QString, page);
        QFETCH(const QString, section);
        const Date asOf = *makeDate(1995, 3, 15);
        const auto whole = universeWindow();
        open(*whole, page.toLatin1().constData(), section.toLatin1().constData());
        whole->window->session().setAsOf(asOf);
        whole->settle();
        const auto ended = universeWindow(asOf);
        open(*ended, page.toLatin1().constData(), section.toLatin1().constData());
        if (section ==
            QLatin1String("calendar")) { // what is coming is told from the day that it is looked at
            ended->window->session().setAsOf(asOf);
            ended->settle();
        }
        QCOMPARE(headlineOf(*whole), headlineOf(*ended));
        QCOMPARE(textsOf(*whole), textsOf(*ended));
        QVERIFY(textsOf(*whole).size() > 1);
    }

    void aPairOfTheBoardBecomesTheWindows() {
        const auto fixture = universeWindow();
        open(*fixture, "trend", "made");
        DataTable* board = fixture->table("Pair board");
        QVERIFY(board);
        QCOMPARE(board->snapshot().rows.size(), shippedPairs().size());
        emit board->rowActivated(1);
        fixture->settle();
        QCOMPARE(fixture->window->session().state().small, Symbol("IWM"));
        QCOMPARE(fixture->window->session().state().large, Symbol("SPY"));
    }

    void theSliderLooksBackOnTheMap() {
        const auto fixture = universeWindow();
        open(*fixture, "trend", "rotation");
        const auto* map = fixture->shown<QuadrantView>();
        QVERIFY(map && !map->points().empty());
        for (const QuadrantPoint& point : map->points())
            QVERIFY(point.label != QLatin1String("SPY")); // the benchmark against itself says nothing
        const std::vector<QuadrantPoint> now = map->points();
        for (QSlider* slider : fixture->window->findChildren<QSlider*>())
            if (slider->isVisible() && slider->accessibleName() == QLatin1String("Step shown"))
                slider->setValue(-5);
        QVERIFY(!map->points().empty());
        QCOMPARE(map->points()[0].value, now[0].tail.front());
    }

    void leverageShowsWhatCoreComputes() {
        const auto fixture = universeWindow();
        open(*fixture, "leverage");
        LeverageParams params;
        params.fund = "TNA";
        params.index = "RUT";
        params.times = 3;
        const Leverage expected = *analyseLeverage(viewOf(*fixture), params);
        const auto& rows = fixture->table("Parts of the return")->snapshot().rows;
        QCOMPARE(rows[1][1].sortValue.toDouble(), expected.stretch.theory.naive);
        QCOMPARE(rows[2][1].sortValue.toDouble(), expected.stretch.theory.exact);
        QCOMPARE(rows[4][1].sortValue.toDouble(), expected.stretch.actual);
    }

    void aLeverageOfNothingIsGivenBack() {
        const auto fixture = universeWindow();
        open(*fixture, "leverage");
        auto* times = fixture->shown<ValueField>();
        QVERIFY(times);
        for (const char* wrong : {"0", "three", "11"}) {
            emit times->typed(QLatin1String(wrong));
            fixture->settle();
            QCOMPARE(times->text(), QStringLiteral("3"));
        }
        emit times->typed(QStringLiteral("-3"));
        fixture->settle();
        QCOMPARE(times->text(), QStringLiteral("−3"));
    }

    void theHeatMapHoldsEveryMonth() {
        const auto fixture = universeWindow();
        open(*fixture, "seasons", "months");
        const auto* map = fixture->shown<HeatMap>();
        QVERIFY(map);
        const std::vector<CalendarReturn> months = monthlyReturns(fixture->core().pair);
        std::size_t shown = 0;
        for (const HeatRow& row : map->rows())
            if (row.name.toInt() > 0)
                for (std::size_t month = 0; month < 12; ++month)
                    shown += std::isnan(row.cells[month].value) ? 0 : 1;
        QCOMPARE(shown, months.size());
    }

    void aSectionIsRememberedAcrossWindows() {
        const auto fixture = universeWindow();
        open(*fixture, "seasons", "longrun");
        const QJsonObject memory = fixture->settings.memory(QStringLiteral("sections"));
        QCOMPARE(memory.value(QStringLiteral("seasons")).toString(), QStringLiteral("longrun"));
    }

    void notesStandOnTheChartAndInTheList() {
        const auto fixture = universeWindow();
        fixture->desk->texts[DeskText::Annotations] =
            "IWM 1994-03-15 a note of mine\nIWM 1995-01-02 another\n";
        fixture->window->session().reload();
        fixture->settle();
        fixture->show(QStringLiteral("trend"), kLarge, kLight);
        fixture->window->openPage(QStringLiteral("trend"), {{}, "IWM", {}});
        fixture->settle();
        QCOMPARE(fixture->table("Notes")->snapshot().rows.size(), std::size_t{2});
        std::size_t marks = 0;
        for (const Layer& layer : fixture->shown<FigureView>()->figure()->panes[0].layers)
            if (const auto* notes = std::get_if<MarkerLayer>(&layer); notes && notes->name == "note")
                marks = notes->marks.size();
        QCOMPARE(marks, std::size_t{2});
        for (QToolButton* button : fixture->window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QLatin1String("Remove"))
                button->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Annotations], std::string("IWM 1995-01-02 another\n"));
        for (QToolButton* button : fixture->window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QLatin1String("Undo"))
                button->click();
        fixture->settle();
        QCOMPARE(fixture->desk->texts[DeskText::Annotations],
                 std::string("IWM 1994-03-15 a note of mine\nIWM 1995-01-02 another\n"));
    }
};

ROTASCOPE_SUITE(UniversePagesTest)
#include "test_universe_pages.moc"
