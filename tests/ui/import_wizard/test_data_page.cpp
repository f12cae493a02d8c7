// The Data page and "Where from?".
#include "core/market/trading_calendar.h"
#include "core/quality/freshness.h"
#include "core/workflow/examine_desk.h"
#include "tests/support/suites.h"
#include "tests/ui/import_wizard/wizard_fixture.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/splits_dialog.h"
#include "ui/dialogs/where_from_dialog.h"
#include "ui/pages/data_page.h"
#include "ui/pages/findings_panel.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/two_line_list.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimer>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Bars with a hole, a Saturday and a spike, so that there is something to find.
QByteArray oddBars() {
    QByteArray text = "Date,Close\n";
    for (Date day = *parseIsoDate("2024-01-02"); day <= *parseIsoDate("2024-12-31");
         day += std::chrono::days{1}) {
        const bool hole = monthOf(day) == 5 && dayOfMonth(day) > 10 && dayOfMonth(day) < 20;
        if (isWeekend(day) ? isoText(day) != "2024-06-15" : hole)
            continue;
        text +=
            QByteArray::fromStdString(isoText(day)) + ",100." + QByteArray::number(dayNumber(day) % 7) + '\n';
    }
    return text;
}

/// Bars of a year with three sessions missing, far apart.
QByteArray barsWithHoles() {
    QByteArray text = "Date,Close\n";
    int session = 0;
    for (Date day = *parseIsoDate("2023-01-03"); day <= *parseIsoDate("2023-12-29");
         day += std::chrono::days{1})
        if (isNyseSession(day) && ++session % 80 != 0)
            text +=
                QByteArray::fromStdString(isoText(day)) + ",100." + QByteArray::number(session % 9) + '\n';
    return text;
}

QPushButton* button(const QWidget& in, const QString& words) {
    for (QPushButton* each : in.findChildren<QPushButton*>())
        if (each->text().contains(words))
            return each;
    qFatal("no button %s", qPrintable(words));
}

/// Types into the dialog that asks next.
void answerWith(const QString& text) {
    QTimer::singleShot(0, qApp, [text] {
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(text);
        dialog->accept();
    });
}

DataTable* tableNamed(const WizardFixture& fixture, const QString& name) {
    for (DataTable* table : fixture.window->findChildren<DataTable*>())
        if (table->isVisible() && table->accessibleName() == name)
            return table;
    return nullptr;
}

void importAndOpen(const WizardFixture& fixture) {
    fixture.window->importAtOnce({fixture.write("RUT.csv", oddBars()), fixture.write("SPX.csv", kPlain)});
    fixture.settle();
    QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
    fixture.review().clear();
    fixture.window->openPage(QStringLiteral("data"));
    fixture.settle();
}

} // namespace

class TestDataPage : public QObject {
    Q_OBJECT

private slots:
    void theTablesHoldWhatTheDeskHolds() {
        WizardFixture fixture;
        importAndOpen(fixture);
        auto store = fixture.store();
        const auto held = (*store)->instruments();
        const DataTable* series = tableNamed(fixture, QStringLiteral("Series of the desk"));
        QVERIFY(series != nullptr);
        QCOMPARE(series->snapshot().rows.size(), held->size());
        QCOMPARE(series->snapshot().rows[0][7].sortValue.toDouble(),
                 static_cast<double>((*held)[0].series[0].observations));
        const auto findings = examineDesk(**store, {}, std::nullopt);
        const auto about = std::count_if(findings->begin(), findings->end(),
                                         [](const Finding& finding) { return finding.symbol == "RUT"; });
        QVERIFY(about > 0);
        QCOMPARE(series->snapshot().rows[0][6].sortValue.toDouble(), static_cast<double>(about));
        const DataTable* imports = tableNamed(fixture, QStringLiteral("Imports"));
        QCOMPARE(imports->snapshot().rows.size(), (*store)->imports()->size());
    }

    void aNarrowPageIsNotScrolledSideways() {
        WizardFixture fixture;
        fixture.window->importAtOnce(
            {fixture.write("what the desk wrote down.csv",
                           "Date,Debit balances in the margin accounts of customers\n2024-01-02,5\n")});
        fixture.settle();
        importAndOpen(fixture);
        for (const int width : {1600, 1280, 1100}) {
            fixture.window->resize(width, 800);
            fixture.settle();
            for (const QString& name : {QStringLiteral("Series of the desk"), QStringLiteral("Imports")}) {
                const DataTable* table = tableNamed(fixture, name);
                QVERIFY(table != nullptr);
                QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
                QVERIFY2(table->columnWidth(kImportsFileColumn) >= 80,
                         QByteArray::number(table->columnWidth(kImportsFileColumn)));
            }
        }
        const DataTable* series = tableNamed(fixture, QStringLiteral("Series of the desk"));
        QVERIFY(series->isColumnHidden(kSeriesLesserColumns.front()));
        fixture.window->resize(1900, 1000);
        fixture.settle();
        QVERIFY(!series->isColumnHidden(kSeriesLesserColumns.front()));
    }

    void findingsFollowTheSelectedSeries() {
        WizardFixture fixture;
        importAndOpen(fixture);
        DataTable* series = tableNamed(fixture, QStringLiteral("Series of the desk"));
        auto* list = fixture.shown<DataPage>()->findChild<TwoLineList*>();
        const int all = list->model()->rowCount();
        QTest::keyClick(series, Qt::Key_Down);
        QCOMPARE(list->model()->rowCount(), all);
        PagePoint point;
        point.symbol = "SPX";
        fixture.shown<DataPage>()->openAt(point);
        QVERIFY(list->model()->rowCount() < all);
    }

    void findingsAreAcceptedWithAReasonAndOpenedAgain() {
        WizardFixture fixture;
        importAndOpen(fixture);
        auto* panel = fixture.shown<FindingsPanel>();
        panel->list()->setCurrent(0);
        const FindingKey key = panel->current().front().key();
        answerWith(QStringLiteral(" checked by hand "));
        button(*panel, QStringLiteral("ccept"))->click();
        fixture.settle();
        auto accepted = (*fixture.store())->acceptedFindings();
        QCOMPARE(accepted->size(), std::size_t{1});
        QCOMPARE(accepted->front().finding, key);
        QCOMPARE(accepted->front().reason, std::string("checked by hand"));
        QVERIFY(panel->note().contains(QStringLiteral("1 accepted")));
        panel->list()->setCurrent(panel->list()->model()->rowCount() - 1);
        QVERIFY(panel->current().front().accepted.has_value());
        button(*panel, QStringLiteral("eopen"))->click();
        fixture.settle();
        QVERIFY((*fixture.store())->acceptedFindings()->empty());
    }

    void aGroupOpensAndIsAcceptedWhole() {
        WizardFixture fixture;
        fixture.window->importAtOnce({fixture.write("RUT.csv", barsWithHoles())});
        fixture.settle();
        fixture.window->openPage(QStringLiteral("data"));
        fixture.settle();
        auto* panel = fixture.shown<FindingsPanel>();
        const int closed = panel->list()->model()->rowCount();
        panel->list()->setCurrent(0);
        QCOMPARE(panel->current().size(), std::size_t{3});
        QTest::keyClick(panel->list(), Qt::Key_Return);
        QCOMPARE(panel->list()->model()->rowCount(), closed + 3);
        panel->list()->setCurrent(2);
        QCOMPARE(panel->current().size(), std::size_t{1});
        panel->list()->setCurrent(0);
        answerWith(QStringLiteral("not published"));
        button(*panel, QStringLiteral("ccept"))->click();
        fixture.settle();
        QCOMPARE((*fixture.store())->acceptedFindings()->size(), std::size_t{3});
    }

    void whenValuesAreKnownIsEdited() {
        WizardFixture fixture;
        fixture.window->importAtOnce(
            {fixture.write("IWM.csv", "Date,Ticker,Shares\n2025-01-02,IWM,5\n2025-01-03,IWM,6\n")});
        fixture.settle();
        fixture.window->openPage(QStringLiteral("data"));
        fixture.settle();
        auto* page = fixture.shown<DataPage>();
        tableNamed(fixture, QStringLiteral("Series of the desk"))->selectSourceRow(0);
        auto* known = page->findChild<ChoiceButton*>();
        QVERIFY(known && known->isEnabled());
        QCOMPARE(known->current(), static_cast<int>(Availability::NextSession));
        known->menu()->actions().front()->trigger();
        fixture.settle();
        QCOMPARE(known->current(), static_cast<int>(Availability::SameDay));
        QCOMPARE((*fixture.store())->instruments()->front().series.front().availability,
                 Availability::SameDay);
    }

    void aSplitIsNotedAndTakenBack() {
        WizardFixture fixture;
        fixture.window->importAtOnce(
            {fixture.write("IWM.csv", "Date,Close\n2025-01-02,400\n2025-01-03,200\n"),
             fixture.write("SPX.csv", kPlain)});
        fixture.settle();
        SplitsDialog dialog("IWM", fixture.window->session(), fixture.window->work(), fixture.appearance);
        dialog.show();
        fixture.settle();
        const auto fields = dialog.findChildren<QLineEdit*>();
        const auto say = [&](const char* date, const char* ratio) {
            fields[0]->setText(QString::fromLatin1(date));
            fields[1]->setText(QString::fromLatin1(ratio));
            button(dialog, QStringLiteral("Add"))->click();
            fixture.settle();
        };
        say("2025-01-03", "2-for-2");
        QVERIFY((*fixture.store())->splits("IWM")->empty());
        say("2025-01-03", "2:1");
        QCOMPARE((*fixture.store())->splits("IWM")->size(), std::size_t{1});
        auto* table = dialog.findChild<DataTable*>();
        QCOMPARE(table->snapshot().rows.size(), std::size_t{1});
        QCOMPARE(table->snapshot().rows[0][1].text, QStringLiteral("2:1"));
        dialog.exportCsv(fixture.path("out.csv"));
        fixture.settle();
        table->selectSourceRow(0);
        button(dialog, QStringLiteral("ake back"))->click();
        fixture.settle();
        QVERIFY((*fixture.store())->splits("IWM")->empty());
        dialog.importCsv(fixture.path("out.csv"));
        fixture.settle();
        QCOMPARE((*fixture.store())->splits("IWM")->size(), std::size_t{1});
    }

    void thePageFollowsTheAsOfDate() {
        WizardFixture fixture;
        importAndOpen(fixture);
        fixture.window->session().setAsOf(parseIsoDate("2024-05-08"));
        fixture.settle();
        const DataTable* series = tableNamed(fixture, QStringLiteral("Series of the desk"));
        QCOMPARE(series->snapshot().rows.size(), std::size_t{1}); // SPX begins later
        QCOMPARE(series->snapshot().rows[0][4].text, QStringLiteral("8 May 2024"));
        QCOMPARE(series->snapshot().rows[0][5].text, QStringLiteral("current"));
        const auto findings = examineDesk(**fixture.store(), {}, parseIsoDate("2024-05-08"));
        QCOMPARE(series->snapshot().rows[0][6].sortValue.toDouble(), static_cast<double>(findings->size()));
    }

    void howTheDeskIsKeptIsASettingOfTheWindow() {
        WizardFixture fixture;
        importAndOpen(fixture);
        QTimer::singleShot(0, this, [] {
            auto* dialog = qobject_cast<SettingsDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->searchField()->setText(QStringLiteral("between automatic backups"));
            QCOMPARE(dialog->visibleRows(), 1);
            for (QSpinBox* box : dialog->findChildren<QSpinBox*>())
                if (box->isVisible())
                    box->setValue(23);
            dialog->reject();
        });
        fixture.window->showSettings();
        fixture.settle();
        QCOMPARE(*(*fixture.store())->setting(DeskSetting::BackupEvery), std::int64_t{23});
        QCOMPARE(*(*fixture.store())->setting(DeskSetting::BackupKeep),
                 infoOf(DeskSetting::BackupKeep).usual);
    }

    void anImportIsTakenBackAfterAQuestion() {
        WizardFixture fixture;
        importAndOpen(fixture);
        DataTable* imports = tableNamed(fixture, QStringLiteral("Imports"));
        imports->selectSourceRow(0);
        QTimer::singleShot(0, this, [] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box != nullptr);
            box->button(QMessageBox::Yes)->click();
        });
        for (QPushButton* button : fixture.shown<DataPage>()->findChildren<QPushButton*>())
            if (button->text().contains(QLatin1String("ndo import")))
                button->click();
        fixture.settle();
        QVERIFY((*fixture.store())->imports()->back().undone);
        QCOMPARE(tableNamed(fixture, QStringLiteral("Imports"))->snapshot().rows[0][4].text,
                 QStringLiteral("taken back"));
    }

    void aValueTellsWhereItIsFrom() {
        WizardFixture fixture;
        importAndOpen(fixture);
        fixture.window->showWhereFrom("SPX", *parseIsoDate("2025-01-03"));
        fixture.settle();
        const auto* dialog = fixture.window->findChild<WhereFromDialog*>();
        QStringList said;
        for (const Fact& fact : dialog->findChild<FactRows*>()->facts())
            said << fact.value;
        QVERIFY(said.join(QLatin1Char('\n')).contains(QStringLiteral("SPX close of 3 Jan 2025 = 11.25")));
        QVERIFY(said.contains(QStringLiteral("3")));
        bool raw = false;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            raw = raw || label->text() == QLatin1String("2025-01-03,10.5,12,10,11.25,11.25,1500");
        QVERIFY(raw);
    }

    void agesAreCountedByTheSeriesOwnCalendar_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("cadence");
        QTest::addColumn<int>("availability");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<int>("missing");
        const auto row = [](const char* name, InstrumentKind kind, Cadence cadence, Availability availability,
                            const char* last, const char* asOf, int missing) {
            QTest::newRow(name) << int(kind) << int(cadence) << int(availability) << last << asOf << missing;
        };
        using A = Availability;
        row("prices over Thanksgiving", InstrumentKind::Index, Cadence::Daily, A::SameDay, "2025-11-26",
            "2025-11-28", 1);
        row("prices over a weekend", InstrumentKind::Index, Cadence::Daily, A::SameDay, "2025-11-21",
            "2025-11-23", 0);
        row("yields on Veterans Day", InstrumentKind::Yield, Cadence::Daily, A::SameDay, "2025-11-10",
            "2025-11-11", 0);
        row("prices on Veterans Day", InstrumentKind::Index, Cadence::Daily, A::SameDay, "2025-11-10",
            "2025-11-11", 1);
        row("shares, known a session later", InstrumentKind::Fund, Cadence::Daily, A::NextSession,
            "2025-11-26", "2025-11-28", 0);
        row("weekly bars", InstrumentKind::Index, Cadence::Weekly, A::SameDay, "2025-11-14", "2025-11-28", 2);
        row("last month's figure", InstrumentKind::Economic, Cadence::Monthly, A::AfterPeriod, "2025-10-01",
            "2025-11-28", 0);
        row("an older month's figure", InstrumentKind::Economic, Cadence::Monthly, A::AfterPeriod,
            "2025-08-01", "2025-11-28", 2);
        row("an event of last year", InstrumentKind::Event, Cadence::Daily, A::SameDay, "2024-11-07",
            "2025-11-28", 0);
    }
    void agesAreCountedByTheSeriesOwnCalendar() {
        QFETCH(int, kind);
        QFETCH(int, cadence);
        QFETCH(int, availability);
        QFETCH(QString, last);
        QFETCH(QString, asOf);
        Instrument instrument;
        instrument.kind = static_cast<InstrumentKind>(kind);
        SeriesSummary series;
        series.cadence = static_cast<Cadence>(cadence);
        series.availability = static_cast<Availability>(availability);
        series.range = {*parseIsoDate("2020-01-02"), *parseIsoDate(last.toStdString())};
        QTEST(periodsMissing(instrument, series, *parseIsoDate(asOf.toStdString())), "missing");
    }
};

ROTASCOPE_SUITE(TestDataPage)

#include "test_data_page.moc"
