#include "tests/core/analysis/flows/flow_fixture.h"
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/pages/flow_chart.h"
#include "ui/pages/flows_page.h"
#include "ui/session/flow_session.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/rotation_view.h"
#include "ui/widgets/segment_bar.h"

#include <QComboBox>
#include <QScrollArea>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const QString kFlows = QStringLiteral("flows");

/// The invented pair with two funds whose weeks end with it.
WindowFixture* windowWithFlows() {
    auto* fixture = new WindowFixture(900);
    InventedShocks shocks(4);
    for (const char* symbol : {"IWM", "QQQ"}) {
        std::vector<double> usd;
        for (int i = 0; i < 150; ++i)
            usd.push_back(1e9 * shocks.next());
        fixture->desk->instruments.push_back(weeklyFund(symbol, day("1990-07-06"), usd));
    }
    fixture->open();
    fixture->show(kFlows, {1600, 1000}, QStringLiteral("light"));
    return fixture;
}

QString headline(const WindowFixture& fixture) {
    return fixture.shown<HeadlineLabel>()->accessibleName();
}

void choose(WindowFixture& fixture, const QString& bar, int segment) {
    for (SegmentBar* found : fixture.shown<FlowsPage>()->findChildren<SegmentBar*>())
        if (found->accessibleName() == bar) {
            found->setCurrent(segment);
            emit found->chosen(segment);
        }
    fixture.settle();
}

} // namespace

class FlowsPageTest : public QObject {
    Q_OBJECT

private slots:
    void withoutFlowsThePageSaysWhatToImport() {
        WindowFixture fixture(400);
        fixture.open();
        fixture.show(kFlows, {1280, 800}, QStringLiteral("light"));
        QVERIFY2(headline(fixture).contains(QLatin1String("Import shares outstanding")),
                 qPrintable(headline(fixture)));
        QVERIFY(!fixture.shown<FlowChart>());
    }

    void nothingIsWiderThanItsFrame_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1600x1000") << QSize(1600, 1000);
        QTest::newRow("1280x800") << QSize(1280, 800);
    }
    void nothingIsWiderThanItsFrame() {
        QFETCH(const QSize, size);
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        fixture->show(kFlows, size, QStringLiteral("light"));
        int seen = 0;
        for (const QScrollArea* area : fixture->window->findChildren<QScrollArea*>())
            if (area->isVisible() && ++seen)
                QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                         qPrintable(QStringLiteral("%1: %2 in %3")
                                        .arg(QLatin1String(area->metaObject()->className()))
                                        .arg(area->widget()->width())
                                        .arg(area->viewport()->width())));
        QVERIFY(seen > 0);
    }

    void theHeadlineIsAboutTheChosenFund() {
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        QVERIFY2(headline(*fixture).startsWith(QLatin1String("IWM ")), qPrintable(headline(*fixture)));
        fixture->shown<FlowsPage>()->openAt({{}, "QQQ"});
        fixture->settle();
        QVERIFY2(headline(*fixture).startsWith(QLatin1String("QQQ ")), qPrintable(headline(*fixture)));
        QCOMPARE(fixture->shown<QComboBox>()->currentText(), QStringLiteral("QQQ"));
    }

    void theChartShowsNothingLaterThanTheAsOf() {
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        const Date asOf = day("1992-06-10");
        fixture->window->session().setAsOf(asOf);
        fixture->settle();
        const auto figure = fixture->shown<FlowChart>()->view().figure();
        QCOMPARE(isoText(figure->dates->back()), std::string("1992-06-05"));
        QVERIFY2(headline(*fixture).contains(QLatin1String("5 Jun 1992")), qPrintable(headline(*fixture)));
        QVERIFY(!headline(*fixture).contains(QLatin1String("week after")));
    }

    void basketsAreShownInBarsOfAnyPeriod() {
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        FigureView& chart = fixture->shown<FlowChart>()->view();
        QCOMPARE(chart.figure()->panes.size(), std::size_t{2}); // bars, and what they add up to
        choose(*fixture, QStringLiteral("Of"), 1);
        QVERIFY(chart.figure()->title.find("Small caps") != std::string::npos);
        QVERIFY2(headline(*fixture).startsWith(QLatin1String("Small caps ")), qPrintable(headline(*fixture)));
    }

    void fundsAreComparedWhereThatIsSeen() {
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        const FlowSession& flows = FlowSession::of(fixture->window->session());
        QVERIFY(!flows.view()->comparison);
        choose(*fixture, QStringLiteral("Show"), 1);
        QVERIFY(flows.view()->comparison);
        fixture->window->session().setAsOf(day("1992-06-10"));
        fixture->settle();
        QVERIFY(flows.view()->comparison);
        QCOMPARE(isoText(flows.view()->comparison->dates.back()), std::string("1992-06-10"));
        choose(*fixture, QStringLiteral("Show"), 0);
        fixture->window->session().stepAsOf(-1);
        fixture->settle();
        QVERIFY(!flows.view()->comparison);
    }

    void zoomingKeepsTheRangeOfTheOtherPages() {
        const std::unique_ptr<WindowFixture> fixture(windowWithFlows());
        Session& session = fixture->window->session();
        session.zoomTo({500, 700});
        fixture->settle();
        const FigureView& chart = fixture->shown<FlowChart>()->view();
        const auto [first, last] = chart.sessionsInSight();
        const auto& sessions = *session.analysis()->sessions;
        const auto& weeks = *chart.figure()->dates;
        QVERIFY(std::abs((weeks[static_cast<std::size_t>(first)] - sessions[500]).count()) <= 7);
        QVERIFY(std::abs((weeks[static_cast<std::size_t>(last)] - sessions[700]).count()) <= 7);
        FigureView& view = fixture->shown<FlowChart>()->view();
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.rect().center());
        QVERIFY(!session.isZoomed());
    }
};

ROTASCOPE_SUITE(FlowsPageTest)
#include "test_flows_page.moc"
