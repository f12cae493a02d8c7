// What stands where in the window: facts, not pixels.
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "tests/ui/plots/chart_facts.h"
#include "ui/main_window/top_bar.h"
#include "ui/pages/page_catalogue.h"
#include "ui/theme/typography.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/page_body.h"
#include "ui/widgets/page_rail.h"
#include "ui/widgets/page_scroller.h"
#include "ui/widgets/pair_picker.h"
#include "ui/widgets/side_column.h"
#include "ui/widgets/tile_strip.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace rotascope;

namespace {

constexpr int kSlack = 1;

bool isCut(const QLabel& label) {
    if (const auto* elided = qobject_cast<const ElidedLabel*>(&label))
        return elided->isCut();
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + kSlack;
    return label.sizeHint().width() > label.width() + kSlack;
}

QString cutCell(const DataTable& table) {
    const QAbstractItemModel& model = *table.model();
    for (int column = 0; column < model.columnCount(); ++column)
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, column);
            const bool strong = index.data(TableModel::StrongRole).toBool();
            const QFontMetrics metrics(textFont(TextSize::Table, strong ? QFont::DemiBold : QFont::Normal));
            if (metrics.horizontalAdvance(index.data().toString()) > table.columnWidth(column))
                return index.data().toString();
        }
    const int columns = table.horizontalHeader()->length();
    return columns > table.viewport()->width() + kSlack ? table.accessibleName() : QString();
}

/// The first text that has less room than it needs; empty when all have enough.
QString cutText(const QWidget& root) {
    for (const QLabel* label : root.findChildren<QLabel*>())
        if (label->isVisible() && isCut(*label))
            return label->text();
    for (const QAbstractButton* button : root.findChildren<QAbstractButton*>())
        if (button->isVisible() &&
            QFontMetrics(button->font()).horizontalAdvance(button->text()) > button->width())
            return button->text();
    // A line edit keeps a few pixels free on each side.
    for (const QLineEdit* field : root.findChildren<QLineEdit*>())
        if (field->isVisible() &&
            QFontMetrics(field->font()).horizontalAdvance(field->text()) + 16 > field->width())
            return field->text();
    for (const DataTable* table : root.findChildren<DataTable*>())
        if (const QString cell = table->isVisible() ? cutCell(*table) : QString(); !cell.isEmpty())
            return cell;
    return {};
}

bool arrangesItself(const QWidget& parent) {
    return qobject_cast<const QAbstractScrollArea*>(&parent) || qobject_cast<const FigureView*>(&parent) ||
           parent.findChild<FigureView*>(QString(), Qt::FindDirectChildrenOnly);
}

QString nameOf(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    return QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') +
           (label ? label->text() : widget.accessibleName());
}

/// The first two neighbours that share a point; empty when none do.
QString overlap(const QWidget& root) {
    QList<const QWidget*> parents{&root};
    for (const QWidget* parent : root.findChildren<QWidget*>())
        parents << parent;
    for (const QWidget* parent : parents) {
        if (!parent->isVisible() || arrangesItself(*parent))
            continue;
        const QWidgetList children = parent->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget* a : children)
            for (const QWidget* b : children)
                if (a < b && a->isVisible() && b->isVisible() && !a->isWindow() && !b->isWindow() &&
                    a->geometry().intersects(b->geometry()))
                    return nameOf(*a) + QStringLiteral(" and ") + nameOf(*b);
    }
    return {};
}

void sizesAndThemes() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("theme");
    for (const char* page : {"overview", "divergence"})
        for (const QSize size : {QSize(1600, 1000), QSize(1280, 800)})
            for (const char* theme : {"light", "dark", "contrast"})
                QTest::addRow("%s at %dx%d, %s", page, size.width(), size.height(), theme)
                    << QString::fromLatin1(page) << size << QString::fromLatin1(theme);
}

} // namespace

class TestPageLayout : public QObject {
    Q_OBJECT

private:
    static void verifyCharts(const QWidget& window) {
        for (const FigureView* view : window.findChildren<FigureView*>()) {
            if (!view->isVisible())
                continue;
            test::verifyLayout(*view);
            const auto* corner =
                view->parentWidget()->findChild<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
            QVERIFY2(corner && corner->isVisible(), "the switch of the time axis");
            for (const TextBox& label : test::timeLabels(view->scene()))
                QVERIFY2(!QRectF(corner->geometry()).intersects(label.rect), qPrintable(label.text));
        }
    }

private slots:
    void nothingIsCutAndNothingOverlaps_data() { sizesAndThemes(); }
    void nothingIsCutAndNothingOverlaps() {
        QFETCH(QString, page);
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        test::WindowFixture fixture(2600);
        fixture.open();
        fixture.show(page, size, theme);
        QCOMPARE(fixture.window->size(), size);
        QVERIFY2(cutText(*fixture.window).isEmpty(), qPrintable(cutText(*fixture.window)));
        QVERIFY2(overlap(*fixture.window).isEmpty(), qPrintable(overlap(*fixture.window)));
        verifyCharts(*fixture.window);
    }

    void theSameHoldsWhileLookingBack_data() { sizesAndThemes(); }
    void theSameHoldsWhileLookingBack() {
        QFETCH(QString, page);
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        test::WindowFixture fixture(2600);
        fixture.open();
        fixture.window->session().setAsOfIndex(2000);
        fixture.window->session().setCalendarAxis(true);
        fixture.window->session().setRange(RangeId::Max);
        fixture.show(page, size, theme);
        QVERIFY2(cutText(*fixture.window).isEmpty(), qPrintable(cutText(*fixture.window)));
        verifyCharts(*fixture.window);
    }

    void fortyFiveYearsFitASmallWindow_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("Overview") << "overview";
        QTest::newRow("Divergence") << "divergence";
    }
    void fortyFiveYearsFitASmallWindow() {
        QFETCH(QString, page);
        test::WindowFixture fixture(11700);
        fixture.open();
        fixture.window->session().setRange(RangeId::Max);
        fixture.show(page, {1280, 800}, QStringLiteral("light"));
        QVERIFY2(cutText(*fixture.window).isEmpty(), qPrintable(cutText(*fixture.window)));
        verifyCharts(*fixture.window);
        const auto [first, last] = fixture.shown<FigureView>()->sessionsInSight();
        QCOMPARE(first, 0);
        QCOMPARE(last, int(fixture.window->session().analysis()->sessions->size()) - 1);
    }

    void namesStandBesideThePairWhereThereIsRoom() {
        test::WindowFixture fixture;
        fixture.open();
        fixture.show(QStringLiteral("overview"), {1600, 1000}, QStringLiteral("light"));
        QCOMPARE(fixture.shown<LegButton>()->nameShown(), QStringLiteral("Russell 2000"));
        fixture.show(QStringLiteral("overview"), {960, 600}, QStringLiteral("light"));
        QVERIFY(fixture.shown<LegButton>()->nameShown().isEmpty());
    }

    void tilesTakeTwoRowsInANarrowWindow() {
        test::WindowFixture fixture;
        fixture.open();
        fixture.show(QStringLiteral("overview"), {960, 600}, QStringLiteral("light"));
        const auto* strip = fixture.shown<TileStrip>();
        QVERIFY(strip->tiles().back()->y() > strip->tiles().front()->geometry().bottom());
        QVERIFY2(cutText(*strip).isEmpty(), qPrintable(cutText(*strip)));
        fixture.show(QStringLiteral("overview"), {1600, 1000}, QStringLiteral("light"));
        QCOMPARE(strip->tiles().back()->y(), strip->tiles().front()->y());
    }

    void longSymbolsLeaveEveryFigureWhole_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1280x800") << QSize(1280, 800);
        QTest::newRow("960x600: 1920x1200 at 200 %") << QSize(960, 600);
    }
    void longSymbolsLeaveEveryFigureWhole() {
        QFETCH(QSize, size);
        test::WindowFixture fixture;
        const Symbol small = "RUSSELL.2000.TOTAL.RETURN.USD.IX";
        const Symbol large = "STANDARD.AND.POORS.500.TOTAL.RET";
        fixture.desk->instruments[0].instrument = describeSymbol(small);
        fixture.desk->instruments[1].instrument = describeSymbol(large);
        fixture.window->session().setPair(small, large);
        fixture.open();
        for (const char* page : {"overview", "divergence"}) {
            fixture.show(QLatin1String(page), size, QStringLiteral("light"));
            QCOMPARE(fixture.window->width(), size.width());
            for (const DataTable* table : fixture.window->findChildren<DataTable*>())
                if (table->isVisible() && table->accessibleName() != QLatin1String("Data"))
                    QVERIFY2(cutCell(*table).isEmpty(), qPrintable(cutCell(*table)));
            verifyCharts(*fixture.window);
        }
    }

    void aSmallWindowStacksThePageAndScrollsIt_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("Overview") << "overview";
        QTest::newRow("Divergence") << "divergence";
    }
    void aSmallWindowStacksThePageAndScrollsIt() {
        QFETCH(QString, page);
        test::WindowFixture fixture(2600);
        fixture.open();
        fixture.show(page, {1280, 800}, QStringLiteral("light"));
        QVERIFY(!fixture.shown<PageBody>()->isStacked());
        QCOMPARE(fixture.shown<PageScroller>()->verticalScrollBar()->maximum(), 0);
        fixture.show(page, {800, 500}, QStringLiteral("light"));
        const auto* body = fixture.shown<PageBody>();
        QVERIFY(body->isStacked());
        const auto* chart = body->findChild<FigureView*>();
        const auto* side = body->findChild<SideColumn*>();
        QVERIFY(side->mapTo(body, QPoint()).y() > chart->mapTo(body, QPoint(0, chart->height())).y());
        QVERIFY2(chart->height() > 200, "a chart, not a stamp");
        QCOMPARE(side->verticalScrollBar()->maximum(), 0);
        const auto* scroller = fixture.shown<PageScroller>();
        QVERIFY(scroller->verticalScrollBar()->maximum() > 0);
        QCOMPARE(scroller->horizontalScrollBar()->maximum(), 0);
        QVERIFY2(cutText(*scroller).isEmpty(), qPrintable(cutText(*scroller)));
        QVERIFY2(overlap(*scroller).isEmpty(), qPrintable(overlap(*scroller)));
        verifyCharts(*fixture.window);
    }

    void rangesFoldIntoAButtonInANarrowWindow() {
        test::WindowFixture fixture;
        fixture.open();
        fixture.show(QStringLiteral("overview"), {1600, 1000}, QStringLiteral("light"));
        QVERIFY(!fixture.shown<ChoiceButton>());
        fixture.show(QStringLiteral("overview"), {800, 500}, QStringLiteral("light"));
        const auto* button = fixture.shown<ChoiceButton>();
        QVERIFY(button);
        QCOMPARE(button->text(), QStringLiteral("1Y"));
        QVERIFY2(cutText(*fixture.window->findChild<TopBar*>()).isEmpty(), "the bar has room for the rest");
        button->menu()->actions().constFirst()->trigger();
        fixture.settle();
        QCOMPARE(fixture.window->session().state().range, kRanges.front().id);
        QCOMPARE(button->text(), QString::fromLatin1(kRanges.front().name));
        fixture.window->session().zoomTo({400, 500});
        QCOMPARE(button->text(), QStringLiteral("Range"));
    }

    void aMissingFontLeavesTheLayoutWhole_data() { sizesAndThemes(); }
    void aMissingFontLeavesTheLayoutWhole() {
        QFETCH(QString, page);
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        const QFont before = QApplication::font();
        const auto reset = qScopeGuard([&before] { QApplication::setFont(before); });
        QApplication::setFont(QFont(QStringLiteral("A Family That No System Has")));
        test::WindowFixture fixture(2600);
        fixture.open();
        fixture.show(page, size, theme);
        QVERIFY(QFontDatabase::families().contains(
            QFontInfo(fixture.shown<FigureView>()->font()).family().section(QLatin1String(" ["), 0, 0)));
        QVERIFY2(cutText(*fixture.window).isEmpty(), qPrintable(cutText(*fixture.window)));
        QVERIFY2(overlap(*fixture.window).isEmpty(), qPrintable(overlap(*fixture.window)));
        verifyCharts(*fixture.window);
    }

    void aMirroredFrameKeepsChartsAndFiguresFromLeftToRight_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("Overview") << "overview";
        QTest::newRow("Divergence") << "divergence";
    }
    void aMirroredFrameKeepsChartsAndFiguresFromLeftToRight() {
        QFETCH(QString, page);
        const auto reset = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
        QApplication::setLayoutDirection(Qt::RightToLeft);
        test::WindowFixture fixture(2600);
        fixture.open();
        fixture.show(page, {1280, 800}, QStringLiteral("light"));
        const FigureView* chart = fixture.shown<FigureView>();
        const auto left = [&fixture](const QWidget& widget) {
            return widget.mapTo(fixture.window.get(), QPoint()).x();
        };
        QVERIFY2(left(*fixture.shown<SideColumn>()) < left(*chart), "the frame follows the system");
        QVERIFY2(left(*fixture.shown<PageRail>()) > left(*chart), "and so does the rail of pages");
        QVERIFY2(chart->scene().axis.x(2000) > chart->scene().axis.x(1000), "time runs from left to right");
        QVERIFY2(cutText(*fixture.window).isEmpty(), qPrintable(cutText(*fixture.window)));
        QVERIFY2(overlap(*fixture.window).isEmpty(), qPrintable(overlap(*fixture.window)));
        verifyCharts(*fixture.window);
    }
};

ROTASCOPE_SUITE(TestPageLayout)
#include "test_page_layout.moc"
