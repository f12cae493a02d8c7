// "Where from?" on the figures of every page.
#include "tests/support/suites.h"
#include "tests/ui/pages/universe_fixture.h"
#include "ui/dialogs/where_from_dialog.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/widgets/tile_strip.h"
#include "ui/widgets/where_from.h"

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Takes what figures ask, in place of the window.
class Ear : public QObject {
public:
    explicit Ear(QWidget& window) {
        for (Page* page : window.findChildren<Page*>()) {
            disconnect(page, &Page::whereFromRequested, &window, nullptr);
            connect(page, &Page::whereFromRequested, this, [this](const Derivation& derivation) {
                if (heard.empty() || heard.back() != derivation) // a section's page passes on what it heard
                    heard.push_back(derivation);
            });
        }
    }
    std::vector<Derivation> heard;
};

/// A fund with share counts and NAV, from which its flows are derived.
std::unique_ptr<WindowFixture> windowWithFlows() {
    auto fixture = std::make_unique<WindowFixture>(kUniverseSessions);
    InstrumentData fund = walkOf("IWM", 21, kUniverseSessions, 0.012);
    std::vector<double> shares;
    for (std::size_t i = 0; i < kUniverseSessions; ++i)
        shares.push_back(1e8 + 1e5 * static_cast<double>(i * 37 % 101));
    const std::vector<Date> dates = fund.daily.dates;
    fund.series.push_back({Field::Shares, Cadence::Daily, Availability::SameDay, dates, shares});
    fund.series.push_back(
        {Field::Nav, Cadence::Daily, Availability::SameDay, dates, fund.daily.column(Field::Close)});
    fixture->desk->instruments.push_back(std::move(fund));
    fixture->open();
    return fixture;
}

bool askAt(QWidget* widget) {
    FigureAtCursorEvent event;
    return sendUpwards(widget, event);
}

} // namespace

class TestWhereFrom : public QObject {
    Q_OBJECT

private slots:
    void everyFigureOfEveryTableHasInputs_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("section");
        for (const PageInfo& page : pageCatalogue()) {
            if (QLatin1String(page.id) == QLatin1String("data"))
                continue; // its figures count what stands there; each row has its own button
            if (sectionsOf(page).empty())
                QTest::newRow(page.id) << QString::fromLatin1(page.id) << QString();
            for (const PageInfo& section : sectionsOf(page))
                QTest::addRow("%s:%s", page.id, section.id)
                    << QString::fromLatin1(page.id) << QString::fromLatin1(section.id);
        }
    }

    void everyFigureOfEveryTableHasInputs() {
        QFETCH(const QString, page);
        QFETCH(const QString, section);
        const auto fixture = page == QLatin1String("flows") ? windowWithFlows() : universeWindow();
        fixture->window->openPage(page, {{}, {}, section});
        fixture->settle();
        Ear ear(*fixture->window);
        QVERIFY(askAt(fixture->shown<HeadlineLabel>())); // the page's words
        QVERIFY(!ear.heard.back().figure.empty());
        std::size_t asked = 0;
        for (DataTable* table : fixture->window->findChildren<DataTable*>()) {
            if (!table->isVisible())
                continue;
            const TableSnapshot& snapshot = table->snapshot();
            for (int row = 0; row < table->model()->rowCount(); ++row)
                for (std::size_t column = 0; column < snapshot.columns.size(); ++column) {
                    if (snapshot.columns[column].isText)
                        continue;
                    const QModelIndex index = table->model()->index(row, static_cast<int>(column));
                    if (index.data().toString().isEmpty())
                        continue;
                    table->setCurrentIndex(index);
                    ear.heard.clear();
                    QVERIFY(askAt(table));
                    QCOMPARE(ear.heard.size(), std::size_t{1});
                    const Derivation& derivation = ear.heard.front();
                    const std::string name = table->accessibleName().toStdString() + ": " + derivation.figure;
                    QVERIFY2(!derivation.figure.empty(), name.c_str());
                    if (page != QLatin1String("playbook") || section == QLatin1String("rules"))
                        QVERIFY2(!derivation.inputs.empty(), name.c_str());
                    ++asked;
                }
        }
        if (page != QLatin1String("playbook") && section != QLatin1String("longrun") &&
            section != QLatin1String("made"))
            QVERIFY(asked > 0);
    }

    void aReturnNamesItsTwoCloses() {
        const auto fixture = universeWindow();
        fixture->window->openPage(QStringLiteral("divergence"));
        fixture->settle();
        Ear ear(*fixture->window);
        DataTable* table = fixture->table("Performance");
        QVERIFY(table != nullptr);
        table->setCurrentIndex(table->model()->index(1, 1));
        QVERIFY(askAt(table));
        QCOMPARE(ear.heard.back().formula, std::string("{1} / {0} − 1"));
        const Divergence core = fixture->core();
        QCOMPARE(ear.heard.back().inputs[0].last, *core.table[1].base);
        QCOMPARE(ear.heard.back().inputs[1].last, core.asOf);
    }

    void aTileAndAChartAnswer() {
        const auto fixture = universeWindow();
        fixture->window->openPage(QStringLiteral("overview"));
        fixture->settle();
        Ear ear(*fixture->window);
        QVERIFY(askAt(fixture->shown<TileStrip>()->tiles()[0]));
        QCOMPARE(ear.heard.back().inputs.size(), std::size_t{2});
        QVERIFY(askAt(fixture->shown<FigureView>()));
        QCOMPARE(ear.heard.size(), std::size_t{2});
        QCOMPARE(ear.heard.back().day, std::optional(fixture->core().asOf));
        QVERIFY(!ear.heard.back().value.empty());
    }

    void aPageAnswersForItsWords() {
        const auto fixture = universeWindow();
        fixture->window->openPage(QStringLiteral("leverage"));
        fixture->settle();
        Ear ear(*fixture->window);
        QVERIFY(askAt(fixture->shown<HeadlineLabel>()));
        QCOMPARE(ear.heard.back().figure, headlineOf(*fixture).toStdString());
        QVERIFY(!ear.heard.back().inputs.empty());
    }

    void theKeyOpensTheDialogWithTheFormula() {
        const auto fixture = universeWindow();
        fixture->window->openPage(QStringLiteral("trend"), {{}, {}, QStringLiteral("states")});
        fixture->settle();
        DataTable* matrix = fixture->table("Trend states");
        matrix->setFocus();
        matrix->setCurrentIndex(matrix->model()->index(0, 9)); // the five-session move
        fixture->window->askWhereFrom();
        fixture->settle();
        auto* dialog = fixture->window->findChild<WhereFromDialog*>();
        QVERIFY(dialog != nullptr);
        QString said;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            said += label->text() + QLatin1Char('\n');
        QVERIFY2(said.contains(QStringLiteral(" close ")), qPrintable(said));
        QVERIFY(fixture->table("Values it was computed from") != nullptr);
    }

    void asOfADayNothingLaterIsNamed() {
        const auto fixture = universeWindow();
        fixture->window->openPage(QStringLiteral("overview"));
        fixture->window->session().setAsOf(*makeDate(1994, 6, 1));
        fixture->settle();
        Ear ear(*fixture->window);
        QVERIFY(askAt(fixture->shown<HeadlineLabel>()));
        QCOMPARE(ear.heard.back().asOf, makeDate(1994, 6, 1));
        for (const DerivationInput& input : ear.heard.back().inputs)
            QVERIFY(input.last <= *makeDate(1994, 6, 1));
    }
};

ROTASCOPE_SUITE(TestWhereFrom)
#include "test_where_from.moc"
