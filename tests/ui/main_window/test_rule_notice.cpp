// Rules that begin to fire on new data are told, once, and not while one looks at the past.
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/main_window/rule_notice.h"

#include <QSignalSpy>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// A rule that the next session of the desk makes fire.
constexpr const char* kPack = R"({"rotascope":"pack","version":1,"name":"test","rules":[
  {"name":"jump","expression":"ret(RUT, 1) > 20%"}],"flags":[],"theses":[]})";

struct Told {
    QStringList words;
};

void addSession(FixedDesk& desk, double factor) {
    for (InstrumentData& row : desk.instruments) {
        const double last = row.daily.columns[indexOf(Field::Close)].back();
        row.daily.dates.push_back(row.daily.dates.back() + std::chrono::days{3});
        row.daily.columns[indexOf(Field::Close)].push_back(row.instrument.symbol == "RUT" ? last * factor
                                                                                          : last);
    }
}

} // namespace

class RuleNoticeTest : public QObject {
    Q_OBJECT

private slots:
    void aRuleThatBeginsToFireIsTold() {
        WindowFixture fixture(400);
        fixture.desk->texts[DeskText::Playbook] = kPack;
        Told told;
        RuleNotice notice(
            fixture.window->session(), fixture.settings,
            [&told](const QString&, const QString& words) { told.words << words; }, nullptr);
        fixture.open();
        RuleSession::of(fixture.window->session()).want();
        fixture.settle();
        QVERIFY2(RuleSession::of(fixture.window->session()).view()->error.empty(),
                 RuleSession::of(fixture.window->session()).view()->error.c_str());
        QVERIFY(told.words.isEmpty()); // the first reading has nothing to compare with
        addSession(*fixture.desk, 1.5);
        fixture.window->session().reload();
        fixture.settle();
        QCOMPARE(told.words.size(), 1);
        QVERIFY(told.words[0].startsWith(QStringLiteral("jump fires since")));
        fixture.window->session().reload();
        fixture.settle();
        QCOMPARE(told.words.size(), 1); // once
    }

    void theWindowAloneOrNobodyIsTold() {
        for (const char* choice : {"window", "never"}) {
            WindowFixture fixture(400);
            fixture.desk->texts[DeskText::Playbook] = kPack;
            fixture.settings.setChoice(SettingId::RuleNotices, QString::fromLatin1(choice));
            Told told;
            RuleNotice notice(
                fixture.window->session(), fixture.settings,
                [&told](const QString&, const QString& words) { told.words << words; }, nullptr);
            QSignalSpy said(&notice, &RuleNotice::said);
            fixture.open();
            RuleSession::of(fixture.window->session()).want();
            fixture.settle();
            addSession(*fixture.desk, 1.5);
            fixture.window->session().reload();
            fixture.settle();
            QVERIFY(told.words.isEmpty());
            QCOMPARE(said.size(), std::string_view(choice) == "window" ? 1 : 0);
        }
    }

    void aLookAtThePastTellsNothing() {
        WindowFixture fixture(400);
        fixture.desk->texts[DeskText::Playbook] = kPack;
        Told told;
        addSession(*fixture.desk, 1.5);
        RuleNotice notice(
            fixture.window->session(), fixture.settings,
            [&told](const QString&, const QString& words) { told.words << words; }, nullptr);
        fixture.open();
        RuleSession::of(fixture.window->session()).want();
        fixture.settle();
        fixture.window->session().setAsOf(*makeDate(1991, 3, 15));
        fixture.settle();
        fixture.window->session().setAsOf(std::nullopt);
        fixture.settle();
        QVERIFY(told.words.isEmpty());
    }
};

ROTASCOPE_SUITE(RuleNoticeTest)
#include "test_rule_notice.moc"
