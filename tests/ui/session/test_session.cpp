#include "tests/support/fixed_store.h"
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"
#include "ui/session/flow_session.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace rotascope;

namespace {

constexpr std::size_t kSessions = 600;

std::shared_ptr<test::FixedDesk> inventedDesk() {
    auto desk = std::make_shared<test::FixedDesk>();
    desk->instruments = test::inventedPair(kSessions);
    return desk;
}

DeskOpener openerOf(std::shared_ptr<const test::FixedDesk> desk) {
    return [desk](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
        return std::make_unique<test::FixedStore>(desk);
    };
}

std::atomic<int> g_asked = 0;

std::size_t sessionsTimes(const std::shared_ptr<const PairAnalysis>& analysis, const std::size_t& factor) {
    ++g_asked;
    return analysis->divergence->pair.size() * factor;
}

/// A page that shows its session's count of sessions, times a number.
class Reader : public QObject {
public:
    explicit Reader(Session& session)
        : m_session(session) {
        connect(&session, &Session::analysisChanged, this, [this] {
            m_session.ask<std::size_t>(
                QStringLiteral("reader"), factor, sessionsTimes,
                [this](const std::shared_ptr<const std::size_t>& answer) { shown = *answer; });
        });
    }

    std::size_t factor = 1;
    std::size_t shown = 0;

private:
    Session& m_session;
};

/// How often it was asked until everything, also what is made ahead, was done.
int askedBy(Session& session, const std::function<void()>& step) {
    g_asked = 0;
    step();
    const auto isDone = [&session] { return session.tasks().isIdle() && !session.isLookingAhead(); };
    return QTest::qWaitFor(isDone) ? g_asked.load() : -1;
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private:
    static void openAndWait(Session& session) {
        session.openDesk(QStringLiteral("fixed.rota"), DeskAccess::Existing);
        QTRY_VERIFY(session.analysis() && session.analysis()->divergence);
    }

private slots:
    void theAnalysisIsCores() {
        const auto desk = inventedDesk();
        Session session(openerOf(desk));
        openAndWait(session);
        const auto core = analyseDivergence(MarketView::latest(test::marketOf(desk->instruments)), {});
        QVERIFY(core.has_value());
        QCOMPARE(session.analysis()->divergence->spread, core->spread);
        QCOMPARE(session.analysis()->divergence->zSpread[indexOf(SigmaMode::Expanding)].z,
                 core->zSpread[indexOf(SigmaMode::Expanding)].z);
        QCOMPARE(session.analysis()->sessions->size(), core->pair.size());
        QVERIFY(!session.analysis()->isPast());
    }

    void steppingMovesTheAsOfBySessions() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        const std::size_t last = session.analysis()->sessions->size() - 1;
        session.stepAsOf(-1);
        QTRY_COMPARE(session.analysis()->asOfIndex(), last - 1);
        QVERIFY(session.analysis()->isPast());
        session.stepAsOf(-5);
        QTRY_COMPARE(session.analysis()->asOfIndex(), last - 6);
        session.stepAsOf(100);
        QTRY_COMPARE(session.analysis()->asOfIndex(), last);
        QVERIFY2(!session.state().asOf, "the last session is \"latest\"");
    }

    void theNextStepIsMadeAheadAndTheOneThatWasLeftIsKept() {
        Session session(openerOf(inventedDesk()));
        Reader reader(session);
        QCOMPARE(askedBy(session, [&] { openAndWait(session); }), 2);
        const std::size_t all = session.analysis()->sessions->size();
        QCOMPARE(reader.shown, all);
        QCOMPARE(askedBy(session, [&] { session.stepAsOf(-1); }), 1);
        QCOMPARE(reader.shown, all - 1);
        QCOMPARE(askedBy(session, [&] { session.stepAsOf(-1); }), 1);
        QCOMPARE(reader.shown, all - 2);
        const auto anew = analyseDivergence(
            MarketView::asOf(session.desk()->market, session.analysis()->divergence->asOf), {});
        QCOMPARE(session.analysis()->divergence->spread, anew->spread);
        QCOMPARE(session.analysis()->divergence->zSpread[indexOf(SigmaMode::InSample)].z,
                 anew->zSpread[indexOf(SigmaMode::InSample)].z);
        QCOMPARE(askedBy(session, [&] { session.setDays(20); }), 2);
        QCOMPARE(askedBy(session, [&] { session.setDays(5); }), 1);
        QCOMPARE(reader.shown, all - 2);
        QCOMPARE(session.analysis()->divergence->spread, anew->spread);
    }

    void whatWasMadeAheadWithOtherInputsIsNotShown() {
        Session session(openerOf(inventedDesk()));
        Reader reader(session);
        openAndWait(session);
        const std::size_t all = session.analysis()->sessions->size();
        askedBy(session, [&] { session.stepAsOf(-1); });
        reader.factor = 2;
        QCOMPARE(askedBy(session, [&] { session.stepAsOf(-1); }), 2);
        QCOMPARE(reader.shown, 2 * (all - 2));
        QCOMPARE(askedBy(session, [&] { session.stepAsOf(1); }), 2);
        QCOMPARE(reader.shown, 2 * (all - 1));
        QCOMPARE(askedBy(session, [&] { session.setAsOfIndex(300); }), 2);
        QCOMPARE(reader.shown, std::size_t(2 * 301));
        QCOMPARE(askedBy(session, [&] { session.setDays(20); }), 2);
        QCOMPARE(session.analysis()->divergence->params.days, 20);
    }

    void aLookAtThePastComputesWhatIsWanted() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        FlowSession& flows = FlowSession::of(session);
        flows.want();
        QTRY_VERIFY(flows.view() && !flows.view()->asOf);
        session.stepAsOf(-1);
        QTRY_VERIFY(session.analysis()->isPast() && session.tasks().isIdle());
        QVERIFY2(!flows.view()->asOf, "no page in sight wants flows of that date");
        flows.want();
        QTRY_VERIFY(flows.view()->asOf == session.state().asOf);
        session.setAsOf(std::nullopt);
        QTRY_VERIFY2(!flows.view()->asOf, "the latest session is always followed");
    }

    void fastStepsCountFromTheDateAskedFor() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        const std::size_t last = session.analysis()->sessions->size() - 1;
        for (int i = 0; i < 20; ++i)
            session.stepAsOf(-1);
        QTRY_COMPARE(session.analysis()->asOfIndex(), last - 20);
    }

    void onlyTheLatestOfManyStepsIsDelivered() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        const QSignalSpy spy(&session, &Session::analysisChanged);
        for (std::size_t i = 300; i < 340; ++i)
            session.setAsOfIndex(i);
        QTRY_COMPARE(session.analysis()->asOfIndex(), std::size_t(339));
        QTRY_VERIFY(session.tasks().isIdle());
        QVERIFY2(spy.count() < 40, "requests that were overtaken are dropped");
    }

    void anAsOfBeforeTheDataIsSaidAndLeftAgain() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        session.setAsOf(*makeDate(1980, 1, 1));
        QTRY_VERIFY(session.analysis()->error.has_value());
        QVERIFY(!session.analysis()->sessions->empty());
        session.setAsOf(std::nullopt);
        QTRY_VERIFY(session.analysis()->divergence != nullptr);
    }

    void aZoomSurvivesAStepThatKeepsItInSight() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        const auto last = static_cast<double>(session.analysis()->asOfIndex());
        session.zoomTo({last - 50, last});
        session.stepAsOf(-3);
        QTRY_COMPARE(session.analysis()->asOfIndex(), static_cast<std::size_t>(last) - 3);
        QCOMPARE(session.visibleSpan(), (VisibleSpan{last - 50, last}));
        session.stepAsOf(-100);
        QTRY_COMPARE(session.analysis()->asOfIndex(), static_cast<std::size_t>(last) - 103);
        QCOMPARE(session.visibleSpan(), (VisibleSpan{last - 153, last - 103}));
        session.resetZoom();
        QCOMPARE(session.visibleSpan(), session.homeSpan());
    }

    void settingTheScaleKeepsTheZoom() {
        Session session(openerOf(inventedDesk()));
        openAndWait(session);
        session.zoomTo({100, 200});
        session.setScale(ScaleMode::Logarithmic);
        QCOMPARE(session.visibleSpan(), (VisibleSpan{100, 200}));
    }

    void aZoomKeepsItsDatesWhenEarlierDataArrive() {
        auto desk = inventedDesk();
        const auto whole = desk->instruments;
        for (InstrumentData& data : desk->instruments) {
            data.daily.dates.erase(data.daily.dates.begin(), data.daily.dates.begin() + 100);
            auto& closes = data.daily.columns[indexOf(Field::Close)];
            closes.erase(closes.begin(), closes.begin() + 100);
        }
        Session session(openerOf(desk));
        openAndWait(session);
        session.zoomTo({50, 90});
        const Date first = (*session.analysis()->sessions)[50];
        desk->instruments = whole;
        desk->version = 2;
        session.reload();
        QTRY_VERIFY(session.tasks().isIdle());
        QCOMPARE((*session.analysis()->sessions)[static_cast<std::size_t>(session.visibleSpan().first)],
                 first);
        QCOMPARE(session.visibleSpan().last - session.visibleSpan().first, 40.0);
    }

    void aDeskThatFailsSaysWhy() {
        Session session([](const std::string&, DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
            return deskError("not_a_desk", "This is not a desk.");
        });
        QSignalSpy changed(&session, &Session::deskChanged);
        session.openDesk(QStringLiteral("bad.rota"), DeskAccess::Existing);
        QVERIFY(changed.wait());
        QVERIFY(!session.desk());
        QCOMPARE(session.deskError()->code, std::string("not_a_desk"));
    }

    void aDeskWithoutTheUsualPairOpensOnOneItHolds() {
        auto desk = inventedDesk();
        desk->instruments[0].instrument = describeSymbol("IWM");
        desk->instruments[1].instrument = describeSymbol("SPY");
        Session session(openerOf(desk));
        openAndWait(session);
        QCOMPARE(session.state().small, Symbol("IWM"));
        QCOMPARE(session.state().large, Symbol("SPY"));
    }

    void aDeskWithOneLegSaysWhatIsMissing() {
        auto desk = inventedDesk();
        desk->instruments.pop_back();
        Session session(openerOf(desk));
        session.openDesk(QStringLiteral("fixed.rota"), DeskAccess::Existing);
        QTRY_VERIFY(session.analysis() && session.analysis()->error);
        QVERIFY(QString::fromStdString(session.analysis()->error->message).contains(QStringLiteral("SPX")));
    }

    void anotherProgramsChangeIsNoticed() {
        auto desk = inventedDesk();
        Session session(openerOf(desk));
        openAndWait(session);
        QSignalSpy outside(&session, &Session::changedOutside);
        session.checkForOutsideChange();
        QTRY_VERIFY(session.tasks().isIdle());
        QCOMPARE(outside.count(), 0);
        desk->version = 2;
        session.checkForOutsideChange();
        QTRY_COMPARE(outside.count(), 1);
        session.reload();
        QTRY_COMPARE(session.desk()->info.version, std::uint64_t(2));
    }
};

ROTASCOPE_SUITE(TestSession)
#include "test_session.moc"
