// Desks and data at the edge of sense, as the window shows them.
#include "tests/support/suites.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/main_window/page_stack.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/start_view.h"
#include "ui/widgets/tile_strip.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

namespace {

std::vector<double>& closes(test::WindowFixture& fixture, std::size_t leg) {
    return fixture.desk->instruments[leg].daily.columns[indexOf(Field::Close)];
}

QString headline(const test::WindowFixture& fixture) {
    return fixture.shown<HeadlineLabel>()->accessibleName();
}

} // namespace

class TestWindowEdges : public QObject {
    Q_OBJECT

private:
    static void verifyBothPagesPaint(test::WindowFixture& fixture) {
        for (const char* page : {"overview", "divergence"}) {
            fixture.show(QLatin1String(page), {1280, 800}, QStringLiteral("light"));
            QVERIFY(!fixture.window->grab().isNull());
            QVERIFY(!headline(fixture).isEmpty());
        }
    }

private slots:
    void oneLegOnlySaysWhichIsMissing() {
        test::WindowFixture fixture;
        fixture.desk->instruments.pop_back();
        fixture.open();
        verifyBothPagesPaint(fixture);
        QVERIFY2(headline(fixture).contains(QStringLiteral("SPX")), qPrintable(headline(fixture)));
    }

    void anAsOfBeforeTheDataIsSaidAndLeftByLatest() {
        test::WindowFixture fixture;
        fixture.open();
        fixture.window->session().setAsOf(*makeDate(1950, 1, 3));
        fixture.settle();
        QVERIFY2(headline(fixture).contains(QStringLiteral("1950")), qPrintable(headline(fixture)));
        verifyBothPagesPaint(fixture);
        fixture.press("Ctrl+L");
        QVERIFY(fixture.window->session().analysis()->divergence);
        QVERIFY(!headline(fixture).contains(QStringLiteral("1950")));
    }

    void noFigureOfAnotherDateStandsBelowARefusal_data() {
        QTest::addColumn<QString>("page");
        QTest::newRow("on the Overview") << "overview";
        QTest::newRow("on the Divergence page") << "divergence";
    }
    void noFigureOfAnotherDateStandsBelowARefusal() {
        QFETCH(QString, page);
        test::WindowFixture fixture;
        fixture.open();
        fixture.window->openPage(page);
        fixture.settle();
        QVERIFY(fixture.table("Performance"));
        fixture.window->session().setAsOf(*makeDate(1950, 1, 3));
        fixture.settle();
        QVERIFY(!fixture.table("Performance") && !fixture.shown<TileStrip>());
        const auto figure = fixture.shown<FigureView>()->figure();
        QVERIFY(figure && figure->panes.empty());
        QVERIFY2(figure->summary.find("1950") != std::string::npos, figure->summary.c_str());
        fixture.press("Ctrl+L");
        QVERIFY(fixture.table("Performance"));
        QTRY_VERIFY(!fixture.shown<FigureView>()->figure()->panes.empty());
    }

    void aRangeLongerThanTheDataShowsAllOfIt() {
        test::WindowFixture fixture(100);
        fixture.open();
        fixture.window->session().setRange(RangeId::Year10);
        fixture.settle();
        QCOMPARE(fixture.shown<FigureView>()->sessionsInSight().first, 0);
        verifyBothPagesPaint(fixture);
    }

    void anInstrumentOfElevenMillionsIsWrittenOut() {
        test::WindowFixture fixture;
        for (double& close : closes(fixture, 0))
            close = 11588474;
        fixture.open();
        verifyBothPagesPaint(fixture);
        fixture.show(QStringLiteral("overview"), {1280, 800}, QStringLiteral("light"));
        const QString note = fixture.shown<TileStrip>()->tiles()[0]->text().note;
        QVERIFY2(note.contains(QStringLiteral("11,588,474")), qPrintable(note));
    }

    void aPriceThatJumpsToElevenMillionsCutsNoWordOfATile() {
        test::WindowFixture fixture;
        closes(fixture, 0).back() = 11588474;
        fixture.open();
        fixture.show(QStringLiteral("overview"), {1280, 800}, QStringLiteral("light"));
        for (const Tile* tile : fixture.shown<TileStrip>()->tiles())
            for (const ElidedLabel* label : tile->findChildren<ElidedLabel*>())
                QVERIFY2(!label->isCut(), qPrintable(label->text()));
    }

    void negativeYieldsAreRefusedInWordsOrShownWithTheirSign() {
        test::WindowFixture fixture;
        std::vector<double>& yields = closes(fixture, 0);
        for (std::size_t i = 0; i < yields.size(); ++i)
            yields[i] = -0.5 + 0.001 * double(i % 300);
        fixture.open();
        verifyBothPagesPaint(fixture);
        const auto analysis = fixture.window->session().analysis();
        QVERIFY(analysis->divergence || analysis->error);
        for (const QString& never : {QStringLiteral("nan"), QStringLiteral("inf")})
            QVERIFY2(!headline(fixture).contains(never), qPrintable(headline(fixture)));
    }

    void equalPricesHaveNoZAndSaySo() {
        test::WindowFixture fixture(400);
        for (const std::size_t leg : {0u, 1u})
            for (double& close : closes(fixture, leg))
                close = 100;
        fixture.open();
        verifyBothPagesPaint(fixture);
        const DataTable* sigma = fixture.table("z under six estimates of σ");
        QCOMPARE(sigma->model()->index(1, 1).data().toString(), QStringLiteral("–"));
    }

    void aDeskReplacedWhileOpenIsOffered() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("desk.rota"));
        const auto write = [&path](const char* words) {
            QFile file(path + QStringLiteral(".new"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(words);
            file.close();
            QFile::remove(path);
            QVERIFY(QFile::rename(file.fileName(), path));
        };
        write("first");
        test::WindowFixture fixture;
        fixture.window->session().openDesk(path, DeskAccess::Existing);
        fixture.window->show();
        fixture.settle();
        fixture.desk->version = 7;
        fixture.desk->instruments = test::inventedPair(300, 11);
        write("second");
        auto* notice = fixture.window->findChild<NoticeBar*>();
        QTRY_VERIFY(notice->sentence().contains(QStringLiteral("Another program")));
        QCOMPARE(fixture.window->session().desk()->info.version, std::uint64_t(1));
        emit notice->actionChosen();
        QTRY_COMPARE(fixture.window->session().desk()->info.version, std::uint64_t(7));
        fixture.settle();
        QVERIFY(fixture.window->session().analysis()->sessions->size() < 300);
        QVERIFY(notice->sentence().isEmpty());
    }

    void aDeskThatVanishesIsSaidWhenReadAgain() {
        test::WindowFixture fixture;
        bool gone = false;
        MainWindow window(
            [&gone, desk = fixture.desk](const std::string&,
                                         DeskAccess) -> Result<std::unique_ptr<MarketStore>> {
                if (gone)
                    return deskError("missing", "The desk is gone. Open another one.");
                return std::make_unique<test::FixedStore>(desk);
            },
            fixture.settings, fixture.appearance);
        window.session().openDesk(QStringLiteral("gone.rota"), DeskAccess::Existing);
        window.show();
        QTRY_VERIFY(window.session().analysis());
        gone = true;
        window.session().reload();
        QTRY_COMPARE(window.startSentence(), QStringLiteral("The desk is gone. Open another one."));
    }

    void agesAreCountedToTheAsOfDate() {
        test::WindowFixture fixture;
        auto stopped = fixture.desk->instruments[0];
        stopped.instrument = describeSymbol("OLD");
        stopped.daily.dates.resize(500);
        stopped.daily.columns[indexOf(Field::Close)].resize(500);
        fixture.desk->instruments.push_back(stopped);
        fixture.open();
        const Date end = stopped.daily.dates.back();
        const auto age = [&fixture] {
            const QAbstractItemModel* table = fixture.table("Data")->model();
            for (int row = 0; row < table->rowCount(); ++row)
                if (table->index(row, 0).data().toString() == QLatin1String("OLD"))
                    return table->index(row, 2).data().toString();
            return QString();
        };
        QVERIFY2(age().toInt() > 100, qPrintable(age()));
        fixture.window->session().setAsOf(end);
        fixture.settle();
        QTRY_COMPARE(age(), QStringLiteral("current"));
        fixture.window->session().setAsOf(end - std::chrono::days{30});
        fixture.settle();
        QCOMPARE(age(), QStringLiteral("current"));
        fixture.press("Ctrl+L");
        QVERIFY2(age().toInt() > 100, "at Latest, ages are counted to the newest date of the desk");
    }
};

ROTASCOPE_SUITE(TestWindowEdges)
#include "test_window_edges.moc"
