// Files on their way into the desk: states, decisions, import, undo, paste, watched folder.
#include "tests/support/suites.h"
#include "tests/ui/import_wizard/wizard_fixture.h"
#include "ui/session/folder_watch.h"

#include <QSignalSpy>

using namespace rotascope;
using namespace rotascope::test;

class TestImportReview : public QObject {
    Q_OBJECT

private slots:
    void everyFileHasItsState() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain), fixture.write("SPX.csv", kAmbiguous),
                     fixture.write("IWM.csv", "Date,Close\n2025-01-02,5\n2025-01-03,5x\n"),
                     fixture.write("none.csv", ""),
                     fixture.write("prices.csv", "Date,Close\n2025-01-02,5\n")});
        const auto& files = fixture.review().files();
        QCOMPARE(stateOf(files[0]), ReviewState::Ready);
        QCOMPARE(stateOf(files[1]), ReviewState::Question);
        QCOMPARE(stateOf(files[2]), ReviewState::LookAt);
        QCOMPARE(stateOf(files[3]), ReviewState::Refused);
        QCOMPARE(stateOf(files[4]), ReviewState::Question);
        QVERIFY(needsSymbol(files[4]));
        QCOMPARE(fixture.review().importable(), std::size_t(2));
        QVERIFY((*fixture.store())->imports()->empty());
    }

    void anAnswerIsReadAgainAndImported() {
        WizardFixture fixture;
        fixture.add({fixture.write("SPX.csv", kAmbiguous)});
        ImportReview& review = fixture.review();
        review.answer(0, 1);
        fixture.settle();
        QCOMPARE(stateOf(review.files()[0]), ReviewState::Ready);
        review.startImport();
        fixture.settle();
        QVERIFY(review.isFinished());
        QCOMPARE(stateOf(review.files()[0]), ReviewState::Imported);
        const auto origin = (*fixture.store())->origin("SPX", *parseIsoDate("2025-04-03"), Field::Close);
        QVERIFY(origin.has_value());
        QCOMPARE(origin->value, 10.5);
    }

    void whatIsShownIsWhatHappens() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        fixture.review().startImport();
        fixture.settle();
        QByteArray changed = kPlain;
        changed.replace("11.25,11.25", "11.75,11.25")
            .append("2025-01-07,11,12,10,bad,11,5\n2025-01-08,11,12,10,11,11,5\n");
        fixture.add({fixture.write("RUT.csv", changed)});
        ImportReview& review = fixture.review();
        const RowCounts shown = review.files()[0].preview->outcome.counts;
        QCOMPARE(shown.conflicts, std::uint64_t(1));
        QCOMPARE(shown.rejected, std::uint64_t(1));
        QCOMPARE(shown.stored, std::uint64_t(1));
        review.startImport();
        fixture.settle();
        QVERIFY(review.files()[0].outcome->counts == shown);
    }

    void conflictsCanBeReplacedAndTakenBack() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        fixture.review().startImport();
        fixture.settle();
        QByteArray changed = kPlain;
        fixture.add({fixture.write("RUT.csv", changed.replace("11.25,11.25", "11.75,11.25"))});
        fixture.review().setPolicy(0, ConflictPolicy::Replace);
        fixture.settle();
        QCOMPARE(fixture.review().files()[0].preview->outcome.counts.replaced, std::uint64_t(1));
        fixture.review().startImport();
        fixture.settle();
        QSignalSpy undone(&fixture.window->work(), &DeskWork::undone);
        fixture.window->work().undoImport(*fixture.review().files()[0].outcome->importId);
        fixture.settle();
        QCOMPARE(undone.size(), 1);
        QCOMPARE((*fixture.store())->origin("RUT", *parseIsoDate("2025-01-03"), Field::Close)->value, 11.25);
    }

    void aProfileIsSavedSuggestedAndUsedForAllFilesOfItsHeader() {
        WizardFixture fixture;
        fixture.add({fixture.write("SPX.csv", kAmbiguous)});
        ImportReview& review = fixture.review();
        review.answer(0, 0);
        fixture.settle();
        review.saveProfile(0, QStringLiteral("Vendor"));
        fixture.settle();
        QCOMPARE(review.profiles().known.size(), std::size_t(1));
        review.clear();
        fixture.add({fixture.write("SPX.csv", kAmbiguous), fixture.write("RUT.csv", kAmbiguous)});
        QCOMPARE(stateOf(review.files()[1]), ReviewState::Question);
        const KnownProfile* fitting = profileFor(review.profiles().known, review.files()[0].preview->header);
        QVERIFY(fitting != nullptr);
        review.useProfile(0, fitting->profile);
        fixture.settle();
        QCOMPARE(stateOf(review.files()[0]), ReviewState::Ready);
        QCOMPARE(stateOf(review.files()[1]), ReviewState::Ready);
        review.exportProfile(0, fixture.path("vendor.json"));
        review.removeProfile(QStringLiteral("Vendor"));
        fixture.settle();
        QVERIFY(review.profiles().known.empty());
        review.takeProfile(fixture.path("vendor.json"));
        fixture.settle();
        QCOMPARE(review.profiles().known.size(), std::size_t(1));
    }

    void aProfilesSymbolIsOneFilesAlone() {
        WizardFixture fixture;
        fixture.add({fixture.write("prices.csv", "Date,Close\n2025-01-02,5\n"),
                     fixture.write("SPX.csv", "Date,Close\n2025-01-02,6\n")});
        Profile profile;
        profile.name = "Vendor";
        profile.choices.symbol = "RUT";
        fixture.review().useProfile(0, profile);
        fixture.settle();
        const auto& files = fixture.review().files();
        QCOMPARE(files[0].preview->outcome.symbols, std::vector<Symbol>{"RUT"});
        QCOMPARE(files[1].preview->outcome.symbols, std::vector<Symbol>{"SPX"});
    }

    void filesThatWaitAreComparedWithTheDeskAsItIsNow() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain)});
        QCOMPARE(fixture.review().files()[0].preview->outcome.counts.stored, std::uint64_t(3));
        auto store = fixture.store();
        ImportOptions options;
        options.reading.today = *parseIsoDate("2026-01-02");
        options.importedAt = "2026-01-02T12:00:00Z";
        struct : ProgressSink {
            void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
            bool cancelled() const override { return false; }
        } silent;
        QVERIFY(!importFile(**store, fixture.path("RUT.csv").toStdString(), options, silent).error);
        fixture.window->session().reload();
        fixture.settle();
        QCOMPARE(fixture.review().files()[0].preview->outcome.counts.unchanged, std::uint64_t(3));
    }

    void aPastedTableIsAFileLikeAnother() {
        WizardFixture fixture;
        ImportReview& review = fixture.review();
        QVERIFY(!review.addPasted(QStringLiteral(" \n"), ConflictPolicy::Keep));
        QVERIFY(review.addPasted(QStringLiteral("Date\tIWM\tSPY\n2025-01-02\t5\t6\n"), ConflictPolicy::Keep));
        fixture.settle();
        QCOMPARE(stateOf(review.files()[0]), ReviewState::Ready);
        review.startImport();
        fixture.settle();
        const auto origin = (*fixture.store())->origin("SPY", *parseIsoDate("2025-01-02"), Field::Close);
        QVERIFY(origin.has_value());
        QCOMPARE(origin->header.path, std::string("pasted table"));
    }

    void aFileIsLeftOutAndTakenOut() {
        WizardFixture fixture;
        fixture.add({fixture.write("RUT.csv", kPlain), fixture.write("SPX.csv", kPlain)});
        ImportReview& review = fixture.review();
        review.setLeftOut(0, true);
        QCOMPARE(review.importable(), std::size_t(1));
        review.setLeftOut(0, false);
        fixture.settle();
        QCOMPARE(review.importable(), std::size_t(2));
        review.remove(0);
        QCOMPARE(review.files().size(), std::size_t(1));
        QCOMPARE(review.files()[0].name, QStringLiteral("SPX.csv"));
    }

    void aFileThatIsGoneIsRefusedWhenItComesToIt() {
        WizardFixture fixture;
        const QString path = fixture.write("RUT.csv", kPlain);
        fixture.add({path});
        QVERIFY(QFile::remove(path));
        fixture.review().startImport();
        fixture.settle();
        QCOMPARE(stateOf(fixture.review().files()[0]), ReviewState::Failed);
        QVERIFY((*fixture.store())->imports()->empty());
    }

    void newFilesInAWatchedFolderAreShownNotImported() {
        WizardFixture fixture;
        QTemporaryDir watched;
        QFile old(watched.filePath(QStringLiteral("old.csv")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(kPlain);
        old.close();
        FolderWatch watch;
        QSignalSpy appeared(&watch, &FolderWatch::appeared);
        watch.watch(watched.path());
        QFile fresh(watched.filePath(QStringLiteral("RUT.csv")));
        QVERIFY(fresh.open(QIODevice::WriteOnly));
        fresh.write(kPlain);
        fresh.close();
        QTRY_COMPARE_WITH_TIMEOUT(appeared.size(), 1, 10000);
        QCOMPARE(appeared[0][0].toStringList(), QStringList{fresh.fileName()});
        QTest::qWait(900);
        QCOMPARE(appeared.size(), 1);
    }
};

ROTASCOPE_SUITE(TestImportReview)

#include "test_import_review.moc"
