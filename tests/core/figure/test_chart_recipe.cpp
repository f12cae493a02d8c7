// The command that draws a figure again, as text.
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;

class ChartRecipeTest : public QObject {
    Q_OBJECT

private slots:
    void optionsWordsAndSwitches() {
        QCOMPARE(chartRecipe("trend", {{"", "SPX"}, {"days", "5"}, {"raw", ""}}),
                 std::string("trend SPX --days 5 --raw"));
        QCOMPARE(chartRecipe("rule", {{"", "ret(RUT, 5) > 3%"}}), std::string("rule \"ret(RUT, 5) > 3%\""));
        QCOMPARE(chartRecipe("rule", {{"name", "a \"b\" $c `d\\"}}),
                 std::string("rule --name \"a \\\"b\\\" \\$c \\`d\\\\\""));
    }

    void aPercentageReadsBackAsTheFraction() {
        QCOMPARE(exactPercent(0.03), std::optional<std::string>("3%"));
        QCOMPARE(exactPercent(-0.005), std::optional<std::string>("-0.5%"));
        QCOMPARE(exactPercent(1.08), std::optional<std::string>("108%"));
        QCOMPARE(exactPercent(0), std::optional<std::string>("0%"));
        for (int cents = 1; cents < 20000; ++cents) {
            const double typed = cents / 100.0;
            const auto text = exactPercent(typed / 100);
            QVERIFY(text && text->ends_with('%'));
            QCOMPARE(*parseNumber(text->substr(0, text->size() - 1)) / 100, typed / 100);
        }
    }

    void pairAndDateComeFromWhereItIsShown() {
        QCOMPARE(chartCommand("chain", "IWM", "SPY", std::nullopt),
                 std::string("rota chart chain --small IWM --large SPY"));
        QCOMPARE(chartCommand("chain", "IWM", "SPY", makeDate(2024, 11, 6)),
                 std::string("rota chart chain --small IWM --large SPY --as-of 2024-11-06"));
        QCOMPARE(chartCommand("", "IWM", "SPY", std::nullopt), std::string());
    }

    void theRangeInSightIsOfDatesAlone() {
        Figure figure;
        figure.dates = std::make_shared<const std::vector<Date>>(
            std::vector<Date>{*makeDate(2024, 1, 2), *makeDate(2024, 1, 3), *makeDate(2024, 1, 4)});
        QCOMPARE(shownCommand(figure, 0, 2), std::string());
        figure.recipe = "rota chart chain";
        QCOMPARE(shownCommand(figure, 1, 9),
                 std::string("rota chart chain --from 2024-01-03 --to 2024-01-04"));
        figure.steps = StepAxis{0, 3, {}, "event"};
        QCOMPARE(shownCommand(figure, 1, 2), std::string("rota chart chain"));
    }
};

ROTASCOPE_SUITE(ChartRecipeTest)
#include "test_chart_recipe.moc"
