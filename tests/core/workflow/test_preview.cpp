// A file before its import: what the wizard and the dry run tell.
#include "core/workflow/preview_import.h"
#include "core/workflow/profiles.h"
#include "db/open_desk.h"
#include "tests/core/workflow/import_fixture.h"
#include "tests/support/suites.h"

#include <QTest>

#include <algorithm>

using namespace rotascope;
using namespace rotascope::test;

namespace {

const QByteArray kAmbiguous = "Date,Price\n03/04/2025,10.5\n03/05/2025,10.75\n03/06/2025,11\n";

ImportPreview previewOf(MarketStore& store, const char* name, const QByteArray& text,
                        const ImportOptions& options = quietOptions()) {
    const ImportFolder folder;
    QuietProgress progress;
    return previewImport(store, folder.write(name, text), options, progress);
}

UnderstoodSetting settingIn(const ImportPreview& preview, SettingOf setting) {
    const auto found = std::find_if(preview.settings.begin(), preview.settings.end(),
                                    [&](const UnderstoodSetting& each) { return each.setting == setting; });
    return found == preview.settings.end() ? UnderstoodSetting{} : *found;
}

} // namespace

class TestPreview : public QObject {
    Q_OBJECT

private slots:
    void nothingIsKept() {
        MemoryStore store;
        const ImportPreview preview = previewOf(store, "IWM.csv", "Date,Close\n2025-01-02,5\n");
        QCOMPARE(countsText(preview.outcome.counts), QStringLiteral("rows 1 stored 1"));
        QVERIFY(!preview.outcome.importId);
        QVERIFY(store.desk().values.empty());
    }

    void columnsAndRowsStandAsInTheFile() {
        MemoryStore store;
        const ImportPreview preview = previewOf(
            store, "IWM.csv", "Notes\n\nDate;Close;Comment\n2025-01-02;5,5;first\n2025-01-03;6,5;\n");
        QVERIFY2(!preview.outcome.error, preview.outcome.error ? preview.outcome.error->message.c_str() : "");
        QCOMPARE(preview.columns.size(), std::size_t(3));
        QCOMPARE(preview.columns[1].holds, std::string("close of IWM"));
        QVERIFY(preview.columns[1].stored);
        QCOMPARE(preview.columns[2].holds, std::string("not stored"));
        QCOMPARE(preview.rows.size(), std::size_t(2));
        QCOMPARE(preview.rows[0].line, 4U);
        QCOMPARE(preview.rows[0].cells, (std::vector<std::string>{"2025-01-02", "5,5", "first"}));
        QCOMPARE(settingIn(preview, SettingOf::Decimal).value, std::string("comma"));
        QVERIFY(settingIn(preview, SettingOf::Decimal).certainty == Certainty::Certain);
        QCOMPARE(settingIn(preview, SettingOf::Delimiter).value, std::string("semicolon"));
        QCOMPARE(settingIn(preview, SettingOf::Header).value, std::string("line 3"));
        QCOMPARE(settingIn(preview, SettingOf::Instrument).value, std::string("IWM"));
    }

    void orderAndDigitsOfTheRowsAreTold() {
        MemoryStore store;
        const auto toldOf = [&](const char* text) {
            const ImportPreview preview = previewOf(store, "IWM.csv", text);
            return settingIn(preview, SettingOf::Order).value + ", " +
                   settingIn(preview, SettingOf::Digits).value;
        };
        QCOMPARE(toldOf("Date,Close\n2025-01-02,5\n2025-01-03,6\n"),
                 std::string("oldest first, whole numbers"));
        QCOMPARE(toldOf("Date,Close\n2025-01-03,5.25\n2025-01-02,6.5\n"),
                 std::string("newest first, up to 2 decimals"));
        QCOMPARE(toldOf("Date,Close\n2025-01-03,5\n2025-01-02,6.5\n2025-01-06,7\n"),
                 std::string("in no order, up to 1 decimal"));
        const ImportPreview noisy =
            previewOf(store, "IWM.csv", "Date,Close\n2025-01-02,168.97000122070312\n2025-01-03,6.5\n");
        QCOMPARE(settingIn(noisy, SettingOf::Digits).value, std::string("up to 14 decimals"));
        QVERIFY(settingIn(noisy, SettingOf::Digits).evidence.starts_with("more than anything is quoted in"));
    }

    void theDecimalSignIsToldWhileTheDatesAreOpen() {
        MemoryStore store;
        const ImportPreview preview =
            previewOf(store, "RUT.csv", "Date;Price\n03/04/2025;2.410,5\n2025-03-05;2.411,75\n");
        QCOMPARE(preview.outcome.error->code, std::string("undecidable_date_order"));
        QCOMPARE(settingIn(preview, SettingOf::Decimal).value, std::string("comma"));
        QCOMPARE(settingIn(preview, SettingOf::Thousands).value, std::string("point"));
        QVERIFY(preview.question->evidence.starts_with("The one date of this kind has"));
    }

    void onlyTheFirstRowsAreShown() {
        QByteArray text = "Date,Close\n";
        for (int day = 0; day < 300; ++day)
            text += QByteArray::fromStdString(isoText(dateFromDayNumber(15000 + day))) + ",1\n";
        MemoryStore store;
        const ImportPreview preview = previewOf(store, "IWM.csv", text);
        QCOMPARE(preview.rows.size(), kPreviewRows);
        QCOMPARE(preview.outcome.counts.rowsRead, std::uint64_t(300));
    }

    void aQuestionShowsRowsUnderBothReadings() {
        MemoryStore store;
        const ImportPreview preview = previewOf(store, "RUT.csv", kAmbiguous);
        QCOMPARE(preview.outcome.error->code, std::string("undecidable_date_order"));
        QVERIFY(preview.question.has_value());
        const ImportQuestion& question = *preview.question;
        QCOMPARE(question.rows.size(), std::size_t(3));
        QCOMPARE(question.rows[1].text, std::string("03/05/2025"));
        QCOMPARE(question.rows[1].readings[0], std::string("Wed 5 Mar 2025"));
        QCOMPARE(question.rows[1].readings[1], std::string("Sat 3 May 2025"));
        QVERIFY(!question.rows[1].odd[0]);
        QVERIFY(question.rows[1].odd[1]);
        QCOMPARE(question.suggested, std::optional<std::size_t>(0));
        QVERIFY(settingIn(preview, SettingOf::DateOrder).certainty == Certainty::Open);
    }

    void evidenceThatIsEvenSuggestsNothing() {
        MemoryStore store;
        const ImportPreview preview = previewOf(store, "RUT.csv", "Date,Price\n03/04/2025,10.5\n");
        QVERIFY(preview.question.has_value());
        QVERIFY(!preview.question->suggested);
    }

    void anAnswerLiftsTheQuestion() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        answerQuestion(options.reading, SettingOf::DateOrder, 1);
        const ImportPreview preview = previewOf(store, "RUT.csv", kAmbiguous, options);
        QVERIFY(!preview.outcome.error);
        QVERIFY(!preview.question);
        QCOMPARE(preview.outcome.range->first, day("2025-04-03"));
        QVERIFY(settingIn(preview, SettingOf::DateOrder).certainty == Certainty::Chosen);
    }

    void numbersAreAskedForTheSameWay() {
        MemoryStore store;
        const ImportPreview preview =
            previewOf(store, "SPY.csv", "Date;Close\n2025-01-02;1.234\n2025-01-03;2.345\n");
        QVERIFY(preview.question.has_value());
        QVERIFY(preview.question->about == SettingOf::Decimal);
        QCOMPARE(preview.question->rows[0].readings[0], std::string("1.234"));
        QCOMPARE(preview.question->rows[0].readings[1], std::string("1,234"));
        ImportOptions options = quietOptions();
        answerQuestion(options.reading, SettingOf::Decimal, 1);
        QVERIFY(!previewOf(store, "SPY.csv", "Date;Close\n2025-01-02;1.234\n", options).outcome.error);
    }

    void aFileThatIsNoneHasNoQuestion() {
        MemoryStore store;
        const ImportPreview preview = previewOf(store, "x.csv", "");
        QVERIFY(preview.outcome.error.has_value());
        QVERIFY(!preview.question);
        QVERIFY(preview.columns.empty());
    }

    void rolesFollowTheUser() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        options.reading.roles = {{"settle", ColumnRole::Close}, {"close", ColumnRole::Ignored}};
        importText(store, "IWM.csv", "Date,Close,Settle\n2025-01-02,5,6\n", options);
        QCOMPARE(store.value("IWM", Field::Close, day("2025-01-02")), 6.0);
    }

    void aRoleIsHeldByOneColumn() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        options.reading.roles = {{"settle", ColumnRole::Close}};
        const ImportPreview preview =
            previewOf(store, "IWM.csv", "Date,Close,Settle\n2025-01-02,5,6\n", options);
        QVERIFY(!preview.columns[1].stored);
        QVERIFY(preview.columns[2].stored);
    }

    void anotherDateColumnCanBeNamed() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        options.reading.roles = {{"paid", ColumnRole::Day}, {"paid", ColumnRole::Close}};
        importText(store, "IWM.csv", "Date,Paid,Close\n2025-01-02,2025-01-08,5\n", options);
        QCOMPARE(store.value("IWM", Field::Close, day("2025-01-08")), 5.0);
    }

    void delimiterEncodingAndCadenceFollowTheUser() {
        MemoryStore store;
        ImportOptions options = quietOptions();
        options.reading.delimiter = '|';
        options.reading.encoding = Encoding::Windows1252;
        options.reading.cadence = Cadence::Weekly;
        const ImportPreview preview =
            previewOf(store, "IWM.csv", "Date|Close\n2025-01-03|5\n2025-01-10|6\n", options);
        QVERIFY(!preview.outcome.error);
        QCOMPARE(settingIn(preview, SettingOf::Encoding).value, std::string("windows-1252"));
        QCOMPARE(settingIn(preview, SettingOf::Kind).value, std::string("weekly bars"));
    }

    void aProfileReadsWhatItWasMadeFor() {
        QTemporaryDir folder;
        auto store = openDesk(folder.filePath(QStringLiteral("d.rota")).toStdString(), DeskMode::Create);
        QVERIFY(store);
        Profile profile{
            "Vendor", previewOf(**store, "RUT.csv", kAmbiguous).header, {}, ConflictPolicy::Replace};
        answerQuestion(profile.choices, SettingOf::DateOrder, 0);
        QVERIFY(keepProfile(**store, profile));
        const ImportOptions options = under(*profileNamed(**store, "Vendor"), quietOptions());
        QVERIFY(!importText(**store, "RUT.csv", kAmbiguous, options).error);
        const auto known = profilesOf(**store);
        QCOMPARE(known->known.size(), std::size_t(1));
        QVERIFY(known->known[0].profile == profile);
        QCOMPARE(known->known[0].used, std::uint64_t(1));
        QVERIFY(profileFor(known->known, "date,price") != nullptr);
        QVERIFY(profileFor(known->known, "date,close") == nullptr);
        QVERIFY((*store)->undo(1, "2026-06-30T13:00:00Z"));
        QCOMPARE(profilesOf(**store)->known[0].used, std::uint64_t(0));
        QVERIFY((*store)->removeProfile("Vendor"));
        QCOMPARE(profileNamed(**store, "Vendor").error().code, std::string("unknown_profile"));
    }
};

ROTASCOPE_SUITE(TestPreview)

#include "test_preview.moc"
