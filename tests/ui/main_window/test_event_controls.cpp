// The controls of the page of events: what reaches the study, and what is refused with a sentence.
#include "tests/support/suites.h"
#include "tests/ui/main_window/event_page_fixture.h"

using namespace rotascope;
using namespace rotascope::test;

class TestEventControls : public QObject {
    Q_OBJECT

private slots:
    void knobsTurnTheStudy() {
        EventPageFixture fixture;
        const auto* strip = fixture.shown<KnobStrip>();
        const auto& gaps = strip->rows().front().cells;
        const auto wanted = std::find_if(gaps.begin(), gaps.end(), [](const KnobCell& cell) {
            return cell.caption == QLatin1String("126");
        });
        QVERIFY(wanted != gaps.end());
        QVERIFY(!wanted->inForce);
        strip->findChildren<KnobButton*>().at(wanted - gaps.begin())->click();
        fixture.settle();
        QCOMPARE(fixture.session().state().eventGap, 126);
        QCOMPARE(fixture.settings.number(SettingId::EventGap), 126.0);
        QCOMPARE(fixture.events()->snapshot().rows.size(), fixture.board().study.rows.size());
    }

    void controlsReachTheStudy() {
        EventPageFixture fixture;
        fixture.choose(QStringLiteral("Enter at"), 1);
        fixture.choose(QStringLiteral("Event day"), 1);
        fixture.choose(QStringLiteral("Against"), 1);
        fixture.choose(QStringLiteral("Horizons"), 1);
        fixture.type(QStringLiteral("Only if"), QStringLiteral("small > 0"));
        fixture.type(QStringLiteral("Since"), QStringLiteral("1992"));
        const EventStudyParams params =
            *eventStudyParams(fixture.session().state(), viewOf(*fixture.session().desk(), {}));
        QCOMPARE(params.outcomes.entry, EntryRule::EventClose);
        QCOMPARE(params.outcomes.baseline, BaselineRule::SameVolatility);
        QVERIFY(params.outcomes.calendar && params.definition.peak);
        QCOMPARE(params.definition.onlyIf, std::string("small > 0"));
        QCOMPARE(params.definition.start, makeDate(1992, 1, 1));
        QVERIFY(fixture.board().study.params == params);
        QCOMPARE(fixture.table("What followed")->snapshot().rows[4][0].text, QStringLiteral("6M"));
    }

    void anEventOfTheDeskIsASeries() {
        EventPageFixture fixture;
        QVERIFY(!fixture.seriesAction(QStringLiteral("FOMC")));
        InstrumentData fomc;
        fomc.instrument = {"FOMC", "FOMC", InstrumentKind::Event, Unit::Count};
        const std::vector<Date> sessions = fixture.desk->instruments[0].daily.dates;
        fomc.series.push_back({Field::Value,
                               Cadence::Daily,
                               Availability::SameDay,
                               {sessions[400], sessions[900], sessions[2500]},
                               {1, 1, 1}});
        fixture.desk->instruments.push_back(fomc);
        ++fixture.desk->version;
        fixture.session().reload();
        fixture.settle();
        QAction* chosen = fixture.seriesAction(QStringLiteral("FOMC"));
        QVERIFY(chosen);
        chosen->trigger();
        fixture.settle();
        QCOMPARE(fixture.events()->snapshot().rows.size(), 3);
        QVERIFY(!fixture.eventRow(sessions[900]).empty());
        fixture.session().setAsOf(sessions[1000]);
        fixture.settle();
        QCOMPARE(fixture.events()->snapshot().rows.size(), 2);
        QVERIFY(eventChoiceOf(toJson(fixture.session().state().events)).event == "FOMC");

        // A desk without it says so, and the others can still be chosen.
        fixture.desk->instruments.pop_back();
        ++fixture.desk->version;
        fixture.session().reload();
        fixture.settle();
        QVERIFY2(fixture.notice().contains(QStringLiteral("FOMC")), qPrintable(fixture.notice()));
        fixture.seriesAction(QStringLiteral("RUT alone"))->trigger();
        fixture.settle();
        QVERIFY(fixture.board().hasStudy());
    }

    void badInputIsASentenceAndChangesNothing_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a threshold of zero") << "Threshold, σ"
                                             << "0"
                                             << "lies between";
        QTest::newRow("a gap below zero") << "Gap, sessions"
                                          << "-1"
                                          << "lies between";
        QTest::newRow("a condition that is none") << "Only if"
                                                  << "price > 3"
                                                  << "price";
        QTest::newRow("a start that is no date") << "Since"
                                                 << "soon"
                                                 << "is no date";
    }
    void badInputIsASentenceAndChangesNothing() {
        QFETCH(const QString, field);
        QFETCH(const QString, text);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        const ViewState before = fixture.session().state();
        fixture.type(field, text);
        QVERIFY(fixture.session().state() == before);
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
    }

    void thereIsASentenceWhereThereIsNoStudy_data() {
        QTest::addColumn<int>("session");
        QTest::addColumn<double>("threshold");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a sample shorter than 252 sessions") << 100 << 1.5 << "an event study needs 252";
        QTest::newRow("before the first z") << 254 << 1.5 << "no value";
        QTest::newRow("no event") << 2000 << 9.0 << "No event: ";
        QTest::newRow("as of before the first event") << 520 << 2.9 << "No event: ";
    }
    void thereIsASentenceWhereThereIsNoStudy() {
        QFETCH(const int, session);
        QFETCH(const double, threshold);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        fixture.settings.setNumber(SettingId::EventThreshold, threshold);
        fixture.session().setAsOfIndex(static_cast<std::size_t>(session));
        fixture.settle();
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
        QVERIFY(fixture.allCells().filter(QStringLiteral("nan"), Qt::CaseInsensitive).isEmpty());
    }

    void aHandfulIsListedWithoutAverages_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("one event") << 1 << "One event: it is listed, and nothing is averaged over it.";
        QTest::newRow("one fewer than averages need")
            << 4 << "Only four events: they are listed, and nothing is averaged over them.";
    }
    void aHandfulIsListedWithoutAverages() {
        QFETCH(const int, count);
        QFETCH(const QString, sentence);
        EventPageFixture fixture;
        // Without a gap every session at or above the threshold is an event: as many as there are values of z
        // above a threshold between two of them.
        const Divergence divergence = fixture.core();
        const auto days = strongestDays(divergence.history.zSpread[indexOf(SigmaMode::Expanding)]);
        const auto at = static_cast<std::size_t>(count);
        fixture.settings.setNumber(SettingId::EventGap, 0);
        fixture.settings.setNumber(SettingId::EventThreshold, (days[at - 1].first + days[at].first) / 2);
        fixture.settle();
        std::vector<Date> expected;
        for (std::size_t i = 0; i < at; ++i)
            expected.push_back(divergence.pair.dates[days[i].second]);
        std::sort(expected.rbegin(), expected.rend());
        QStringList dates;
        for (const Date date : expected)
            dates << dateText(date);
        QStringList listed;
        for (const auto& row : fixture.events()->snapshot().rows)
            listed << row[0].text;
        QCOMPARE(listed, dates);
        QVERIFY2(fixture.notice().contains(sentence), qPrintable(fixture.notice()));
        for (const auto& row : fixture.table("What followed")->snapshot().rows)
            QCOMPARE(row[3].text, QStringLiteral("–"));
        QVERIFY(fixture.allCells().filter(QStringLiteral("nan"), Qt::CaseInsensitive).isEmpty());
    }
};

ROTASCOPE_SUITE(TestEventControls)
#include "test_event_controls.moc"
