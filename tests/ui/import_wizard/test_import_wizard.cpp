// The wizard in the window: figures, keys, questions.
#include "tests/support/invented_market.h"
#include "tests/support/suites.h"
#include "tests/ui/import_wizard/wizard_fixture.h"
#include "ui/import_wizard/finished_view.h"
#include "ui/import_wizard/preview_view.h"
#include "ui/import_wizard/profile_bar.h"
#include "ui/import_wizard/question_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/fact_rows.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/page_rail.h"
#include "ui/widgets/status_line.h"
#include "ui/widgets/two_line_list.h"
#include "ui/widgets/wrapped_tips.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace rotascope;
using namespace rotascope::test;

namespace {

QString factIn(const WizardFixture& fixture, const QString& label) {
    for (const FactRows* rows : fixture.window->wizard().findChildren<FactRows*>())
        for (const Fact& fact : rows->facts())
            if (fact.label == label)
                return fact.value;
    return {};
}

TwoLineList* listNamed(const WizardFixture& fixture, const QString& name) {
    for (TwoLineList* list : fixture.window->wizard().findChildren<TwoLineList*>())
        if (list->accessibleName() == name)
            return list;
    return nullptr;
}

QPushButton* buttonWith(const WizardFixture& fixture, const QString& words) {
    for (QPushButton* button : fixture.window->wizard().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().remove(QLatin1Char('&')).startsWith(words))
            return button;
    return nullptr;
}

} // namespace

class TestImportWizard : public QObject {
    Q_OBJECT

private slots:
    void figuresAreCores() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain + "2025-01-07,1,1,1,x,1,1\n")});
        const RowCounts& counts = fixture.review().files()[0].preview->outcome.counts;
        QCOMPARE(factIn(fixture, QStringLiteral("Rows read")), QString::number(counts.rowsRead));
        QCOMPARE(factIn(fixture, QStringLiteral("New")), QString::number(counts.stored));
        QCOMPARE(factIn(fixture, QStringLiteral("Rejected")), QStringLiteral("1"));
        QVERIFY(factIn(fixture, QStringLiteral("Instrument")).startsWith(QStringLiteral("RUT")));
        QCOMPARE(fixture.shown<PreviewView>()->model()->rowCount(), 4);
        QCOMPARE(listNamed(fixture, QStringLiteral("Problems"))->model()->rowCount(), 1);
    }

    void aProblemLeadsToItsLine() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain + "2025-01-07,1,1,1,x,1,1\n")});
        TwoLineList* problems = listNamed(fixture, QStringLiteral("Problems"));
        problems->setFocus();
        problems->setCurrent(0);
        QTest::keyClick(problems, Qt::Key_Return);
        QCOMPARE(fixture.shown<PreviewView>()->currentIndex().row(), 3);
    }

    void aQuestionIsAnsweredWithAKey() {
        WizardFixture fixture;
        fixture.add({fixture.write("SPX.csv", kAmbiguous)});
        auto* panel = fixture.shown<QuestionPanel>();
        QVERIFY(panel != nullptr);
        const auto* table = panel->findChild<DataTable*>();
        QCOMPARE(table->snapshot().rows.size(), std::size_t(3));
        QCOMPARE(table->snapshot().rows[1][2].ink, std::optional(ColourRole::Negative));
        QVERIFY(panel->answerButton(0)->text().contains(QStringLiteral("suggested")));
        QVERIFY(!buttonWith(fixture, QStringLiteral("Import"))->isEnabled());
        panel->answerButton(0)->setFocus();
        QTest::keyClick(panel->answerButton(0), Qt::Key_Space);
        fixture.settle();
        QVERIFY(!panel->isVisible());
        QVERIFY(buttonWith(fixture, QStringLiteral("Import"))->isEnabled());
        QCOMPARE(factIn(fixture, QStringLiteral("Date order")), QStringLiteral("month first, chosen"));
    }

    void aSymbolIsNamedWhereTheFileHasNone() {
        WizardFixture fixture;
        fixture.add({fixture.write("prices.csv", "Date,Close\n2025-01-02,5\n")});
        auto* panel = fixture.shown<QuestionPanel>();
        QTest::keyClicks(panel->nameField(), QStringLiteral("^rut"));
        QTest::keyClick(panel->nameField(), Qt::Key_Return);
        fixture.settle();
        QVERIFY(factIn(fixture, QStringLiteral("Instrument")).startsWith(QStringLiteral("RUT")));
        QCOMPARE(stateOf(fixture.review().files()[0]), ReviewState::Ready);
    }

    void aSettingIsOverriddenFromItsMenu() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        for (FactRows* rows : fixture.window->wizard().findChildren<FactRows*>())
            for (int row = 0; row < static_cast<int>(rows->facts().size()); ++row)
                if (rows->facts()[static_cast<std::size_t>(row)].label == QLatin1String("Kind"))
                    rows->button(row)->menu()->actions()[2]->trigger();
        fixture.settle();
        QVERIFY(factIn(fixture, QStringLiteral("Kind")).startsWith(QStringLiteral("weekly bars")));
    }

    void aSettingsMenuOpensByReturn() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        MenuButton* button = fixture.window->wizard().findChild<FactRows*>()->button(1);
        bool opened = false;
        QTimer::singleShot(0, button, [&] {
            opened = button->menu()->isVisible();
            button->menu()->close();
        });
        QTest::keyClick(button, Qt::Key_Return); // comes back when the menu is closed
        QVERIFY(opened);
    }

    void whatWasImportedSaysItsNumberAndItsProblems() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain + "2025-01-07,1,1,1,x,1,1\n"),
                     fixture.write("SPX.csv", kPlain)});
        QTest::keyClick(buttonWith(fixture, QStringLiteral("Import 2 files")), Qt::Key_Space);
        fixture.settle();
        auto* finished = fixture.shown<FinishedView>();
        auto* table = finished->findChild<DataTable*>();
        const auto* problems = finished->findChild<TwoLineList*>();
        QVERIFY(problems->isVisible());
        QCOMPARE(problems->model()->rowCount(), 1);
        QVERIFY(problems->model()->index(0, 0).data().toString().startsWith(QStringLiteral("line 5")));
        const auto imports = (*fixture.store())->imports();
        QCOMPARE(table->snapshot().rows[1][1].text, QString::number(imports->back().id));
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY(!problems->isVisible());
    }

    void aLongTipWraps() {
        const QString text = QString(30, QLatin1Char('x')) + QStringLiteral(" < 1 ");
        QCOMPARE(WrappedTips::wrapped(text), text);
        const QString rich = WrappedTips::wrapped(text.repeated(4));
        QVERIFY(Qt::mightBeRichText(rich) && rich.contains(QStringLiteral("&lt; 1")));
        QCOMPARE(WrappedTips::wrapped(rich), rich);
    }

    /// A page must not move when work begins.
    void theStatusLineKeepsItsHeight() {
        StatusLine line;
        line.setConventions(QStringLiteral("Closes"));
        const int idle = line.sizeHint().height();
        line.setJobs({JobProgress{QStringLiteral("work"), QStringLiteral("Importing"), 1, 2, 1}}, {});
        QCOMPARE(line.sizeHint().height(), idle);
    }

    void aColumnsRoleIsChosenFromItsMenu() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        auto* view = fixture.shown<PreviewView>();
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 6));
        QTest::keyClick(view, Qt::Key_F4);
        auto* menu = view->findChild<QMenu*>();
        QVERIFY(menu != nullptr && menu->isVisible());
        menu->actions().last()->trigger();
        menu->close();
        fixture.settle();
        QVERIFY(!fixture.review().files()[0].preview->columns[6].stored);
    }

    void theWholeWayGoesByKeyboard() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain), fixture.write("SPX.csv", kPlain)});
        QPushButton* import = buttonWith(fixture, QStringLiteral("Import 2 files"));
        QVERIFY(import != nullptr);
        // The tab order reaches the button from the list of files.
        QWidget* at = listNamed(fixture, QStringLiteral("Files"));
        int steps = 0;
        while (at != import && ++steps < 200)
            at = at->nextInFocusChain();
        QCOMPARE(at, static_cast<QWidget*>(import));
        QTest::keyClick(import, Qt::Key_Space);
        fixture.settle();
        QVERIFY(fixture.review().isFinished());
        auto* finished = fixture.shown<FinishedView>();
        QVERIFY(finished != nullptr);
        QTest::keyClick(finished->undoButton(), Qt::Key_Space);
        fixture.settle();
        QVERIFY((*fixture.store())->imports()->front().undone);
        QVERIFY(!finished->undoButton()->isEnabled());
        QTest::keyClick(buttonWith(fixture, QStringLiteral("Done")), Qt::Key_Space);
        QVERIFY(!fixture.window->wizard().isVisible());
    }

    void aTableOfPeersIsSummedUpWhenItIsImported() {
        WizardFixture fixture;
        fixture.add({fixture.write("peers.csv", "Date,Ticker,1W Return\n2025-11-21,AAAAX,-2.5%\n"
                                                "2025-11-21,BBBBX,-15.0%\n2025-11-21,CCCCX,1.0%\n")});
        QTest::keyClick(buttonWith(fixture, QStringLiteral("Import")), Qt::Key_Space);
        fixture.settle();
        bool isTold = false;
        for (const QLabel* label : fixture.shown<FinishedView>()->findChildren<QLabel*>())
            isTold = isTold || label->text().contains(
                                   QStringLiteral("2 of 3 lost, mean −5.5 %, worst −15.0 % (BBBBX)"));
        QVERIFY(isTold);
    }

    void everyControlCanBeReachedByTab() {
        WizardFixture fixture;
        fixture.add({fixture.write("SPX.csv", kAmbiguous)});
        for (const QWidget* widget : fixture.window->wizard().findChildren<QWidget*>()) {
            const bool control = qobject_cast<const QAbstractButton*>(widget) ||
                                 qobject_cast<const QAbstractItemView*>(widget);
            if (!control || !widget->isVisible() || !widget->isEnabled())
                continue;
            if (qobject_cast<const QToolButton*>(widget) &&
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2((widget->focusPolicy() & Qt::TabFocus) != 0 ||
                         widget->parentWidget()->inherits("QTableView"),
                     qPrintable(widget->accessibleName() + QLatin1String(widget->metaObject()->className())));
        }
    }

    void escapeLeavesAndTheFilesWait() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        QTest::keyClick(listNamed(fixture, QStringLiteral("Files")), Qt::Key_Escape);
        QVERIFY(!fixture.window->wizard().isVisible());
        QCOMPARE(fixture.review().files().size(), std::size_t(1));
        fixture.window->chooseImport();
        QVERIFY(fixture.window->wizard().isVisible());
    }

    void whatIsDroppedIsShown() {
        WizardFixture fixture;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fixture.write("RUT.csv", kPlain))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(fixture.window.get(), &drop);
        fixture.settle();
        QVERIFY(fixture.window->wizard().isVisible());
        QCOMPARE(fixture.review().files().size(), std::size_t(1));
        QVERIFY((*fixture.store())->imports()->empty());
    }

    void cellsOfASpreadsheetArePasted() {
        WizardFixture fixture;
        QGuiApplication::clipboard()->setText(QStringLiteral("Date\tIWM\n2025-01-02\t5\n"));
        fixture.window->pasteTable();
        fixture.settle();
        QCOMPARE(stateOf(fixture.review().files()[0]), ReviewState::Ready);
    }

    void aPastedTableIsShownWithItsQuestion() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        QGuiApplication::clipboard()->setText(
            QStringLiteral("Ticker\tDate\tClose\nIWM\t03/04/2025\t5\nIWM\t04/04/2025\t6\n"));
        QTest::keyClick(&fixture.window->wizard(), Qt::Key_V, Qt::ControlModifier);
        fixture.settle();
        QCOMPARE(fixture.review().files().size(), std::size_t(2));
        QCOMPARE(listNamed(fixture, QStringLiteral("Files"))->current(), 1);
        QPushButton* dayFirst = buttonWith(fixture, QStringLiteral("Day first"));
        QVERIFY(dayFirst);
        QTest::mouseClick(dayFirst, Qt::LeftButton);
        fixture.settle();
        QCOMPARE(stateOf(fixture.review().files()[1]), ReviewState::Ready);
        QCOMPARE(factIn(fixture, QStringLiteral("Date order")), QStringLiteral("day first, chosen"));
    }

    void aCopiedFileIsPastedAsAFile() {
        WizardFixture fixture;
        auto* held = new QMimeData;
        held->setUrls({QUrl::fromLocalFile(fixture.write("RUT.csv", kPlain))});
        QGuiApplication::clipboard()->setMimeData(held);
        fixture.window->pasteTable();
        fixture.settle();
        QCOMPARE(stateOf(fixture.review().files()[0]), ReviewState::Ready);
        QVERIFY(fixture.review().files()[0].path.endsWith(QStringLiteral("RUT.csv")));
    }

    void anotherDeskEndsTheImport() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        QVERIFY(openDesk(fixture.path("other.rota").toStdString(), DeskMode::Create));
        fixture.window->session().openDesk(fixture.path("other.rota"), DeskAccess::Existing);
        fixture.settle();
        QVERIFY(!fixture.window->wizard().isVisible());
        QVERIFY(fixture.review().files().empty());
    }

    void anImportThatIsStoppedSaysSo() {
        WizardFixture fixture;
        QByteArray many("Symbol,Date,Open,High,Low,Close,Volume\n");
        for (int symbol = 0; symbol < 60; ++symbol)
            for (const Date date : weekdays(*makeDate(2015, 1, 1), 2000))
                many +=
                    "S" + QByteArray::number(100 + symbol) + ',' + isoText(date).c_str() + ",1,2,1,2,10\n";
        fixture.add({fixture.write("many.csv", many)});
        const QSignalSpy stopped(&fixture.review(), &ImportReview::stopped);
        fixture.review().startImport();
        QPushButton* stop = buttonWith(fixture, QStringLiteral("Stop"));
        QVERIFY(stop && !buttonWith(fixture, QStringLiteral("Cancel"))->isEnabled());
        // What would be dropped is not offered.
        const MenuButton* setting = fixture.window->wizard().findChild<FactRows*>()->button(1);
        QVERIFY(!setting->isEnabled() && !fixture.shown<ProfileBar>()->isEnabled());
        fixture.review().cancel();
        QTRY_VERIFY(!fixture.review().isImporting());
        QCOMPARE(stopped.size(), 1);
        const QString sentence = QStringLiteral("Stopped. Nothing of many.csv was stored.");
        QCOMPARE(stopped[0][0].toString(), sentence);
        fixture.settle(); // the desk is read again
        const auto* notice = fixture.window->findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->sentence(), sentence);
        QVERIFY(buttonWith(fixture, QStringLiteral("Cancel"))->isEnabled());
        QVERIFY(setting->isEnabled() && fixture.shown<ProfileBar>()->isEnabled());
        QCOMPARE(fixture.review().files().size(), std::size_t{1});
    }

    void theLastFileTakenAwayLeavesNothing() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain + "2025-01-07,1,1,1,x,1,1\n")});
        QVERIFY(!factIn(fixture, QStringLiteral("Instrument")).isEmpty());
        fixture.review().remove(0);
        fixture.settle();
        QVERIFY(factIn(fixture, QStringLiteral("Instrument")).isEmpty());
        QCOMPARE(fixture.shown<PreviewView>()->model()->rowCount(), 0);
        QCOMPARE(listNamed(fixture, QStringLiteral("Problems"))->model()->rowCount(), 0);
        QVERIFY(!buttonWith(fixture, QStringLiteral("Import"))->isEnabled());
    }

    void anotherFileKeepsTheSelection() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        fixture.add({fixture.write("SPX.csv", kPlain)});
        QCOMPARE(listNamed(fixture, QStringLiteral("Files"))->current(), 0);
    }

    void theKeyboardGoesAsTheEyeDoes() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain + "2025-01-07,1,1,1,x,1,1\n")});
        QList<const QWidget*> seen;
        const QWidget* first = listNamed(fixture, QStringLiteral("Files"));
        for (const QWidget* at = first; seen.isEmpty() || at != first; at = at->nextInFocusChain())
            if (at->isVisible() && (at->focusPolicy() & Qt::TabFocus) != 0)
                seen << at;
        const MenuButton* setting = fixture.window->wizard().findChild<FactRows*>()->button(0);
        const QList<const QWidget*> wanted{fixture.shown<PreviewView>(), setting,
                                           listNamed(fixture, QStringLiteral("Problems")),
                                           buttonWith(fixture, QStringLiteral("Add files"))};
        for (int i = 1; i < wanted.size(); ++i)
            QVERIFY2(seen.indexOf(wanted[i - 1]) < seen.indexOf(wanted[i]), qPrintable(QString::number(i)));
    }

    /// A list without a chosen page would choose its first one.
    void theKeyboardPassesTheRail() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        QListWidget* rail = fixture.window->findChild<PageRail*>()->list();
        QVERIFY(rail->currentRow() < 0);
        QFocusEvent passing(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(rail, &passing);
        fixture.settle();
        QVERIFY(rail->currentRow() < 0 && fixture.window->wizard().isVisible());
    }
};

ROTASCOPE_SUITE(TestImportWizard)

#include "test_import_wizard.moc"
