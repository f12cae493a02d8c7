// Workspaces: a view under a name comes back whole, and damage in the settings hurts nothing.
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/main_window/page_stack.h"
#include "ui/main_window/palette_entries.h"
#include "ui/main_window/workspaces.h"
#include "ui/pages/page_catalogue.h"
#include "ui/session/universe_session.h"

#include <QApplication>
#include <QInputDialog>
#include <QTimer>

using namespace rotascope;
using namespace rotascope::test;

namespace {

void answer(const std::function<void(QInputDialog&)>& with) {
    QTimer::singleShot(0, qApp, [with] {
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        with(*dialog);
        dialog->accept();
    });
}

void save(WindowFixture& fixture, const QString& name) {
    answer([name](QInputDialog& dialog) { dialog.setTextValue(name); });
    fixture.window->saveWorkspace();
    fixture.settle();
}

} // namespace

class WorkspacesTest : public QObject {
    Q_OBJECT

private slots:
    void aViewComesBackUnderItsName() {
        WindowFixture fixture;
        fixture.open();
        Session& session = fixture.window->session();
        PageStack& pages = fixture.window->pages();
        const int events = pageIndex(QStringLiteral("events"));
        fixture.window->openPage(QStringLiteral("divergence"));
        session.setRange(RangeId::Year5);
        session.setScale(ScaleMode::Logarithmic);
        pages.detach(events);
        UniverseSession& universe = UniverseSession::of(session);
        universe.setCoverageList("Sectors");
        save(fixture, QStringLiteral("Morning"));
        universe.setCoverageList({});
        pages.bringBack(events);
        session.setRange(RangeId::Month1);
        session.setScale(ScaleMode::Indexed);
        fixture.window->openPage(QStringLiteral("overview"));
        save(fixture, QStringLiteral("Evening"));

        fixture.window->openWorkspace(QStringLiteral("Morning"));
        fixture.settle();
        QCOMPARE(session.state().range, RangeId::Year5);
        QCOMPARE(universe.coverageList(), std::string("Sectors"));
        QCOMPARE(session.state().scale, ScaleMode::Logarithmic);
        QCOMPARE(pages.currentPage(), pageIndex(QStringLiteral("divergence")));
        QCOMPARE(pages.detachedPages(), std::vector<int>{events});

        answer([](QInputDialog& dialog) { dialog.setTextValue(QStringLiteral("Evening")); });
        fixture.window->chooseWorkspace();
        fixture.settle();
        QCOMPARE(session.state().range, RangeId::Month1);
        QCOMPARE(universe.coverageList(), std::string(kCoverageList));
        QVERIFY(pages.detachedPages().empty());
        QCOMPARE(pages.currentPage(), pageIndex(QStringLiteral("overview")));
    }

    void thePaletteKnowsItByName() {
        WindowFixture fixture;
        fixture.open();
        save(fixture, QStringLiteral("Morning"));
        const auto entries = paletteEntries(*fixture.window);
        QVERIFY(std::any_of(entries.begin(), entries.end(), [](const PaletteEntry& entry) {
            return entry.title == QStringLiteral("Workspace: Morning");
        }));
        answer([](QInputDialog&) {});
        fixture.window->forgetWorkspace();
        QVERIFY(workspaceNames(fixture.settings).isEmpty());
    }

    void damageStaysAsItIs() {
        WindowFixture fixture;
        fixture.open();
        fixture.window->openPage(QStringLiteral("divergence"));
        const ViewState before = fixture.window->session().state();
        fixture.settings.remember(QStringLiteral("workspaces"),
                                  {{QStringLiteral("Bad"), QJsonObject{{QStringLiteral("window"), 7}}},
                                   {QStringLiteral("Worse"), QStringLiteral("words")}});
        for (const char* name : {"Bad", "Worse", "None"})
            fixture.window->openWorkspace(QString::fromLatin1(name));
        fixture.settle();
        QCOMPARE(fixture.window->session().state().range, before.range);
        QCOMPARE(fixture.window->session().state().small, before.small);
    }
};

ROTASCOPE_SUITE(WorkspacesTest)
#include "test_workspaces.moc"
