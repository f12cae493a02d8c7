// The Data page and "Where from?".
#include "core/quality/freshness.h"
#include "core/workflow/examine_desk.h"
#include "tests/support/suites.h"
#include "tests/ui/import_wizard/wizard_fixture.h"
#include "ui/dialogs/where_from_dialog.h"
#include "ui/pages/data_page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/two_line_list.h"

#include <QMessageBox>
#include <QPushButton>
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
        QCOMPARE(series->snapshot().rows[0][6].sortValue.toDouble(),
                 static_cast<double>((*held)[0].series[0].observations));
        const auto findings = examineDesk(**store, {}, std::nullopt);
        const auto about = std::count_if(findings->begin(), findings->end(),
                                         [](const Finding& finding) { return finding.symbol == "RUT"; });
        QVERIFY(about > 0);
        QCOMPARE(series->snapshot().rows[0][5].sortValue.toDouble(), static_cast<double>(about));
        const DataTable* imports = tableNamed(fixture, QStringLiteral("Imports"));
        QCOMPARE(imports->snapshot().rows.size(), (*store)->imports()->size());
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
