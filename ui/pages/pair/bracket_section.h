// Stops and targets tried on history, from every session or from those of a rule; and what a hedge did when
// its rule fired.
#pragma once

#include "core/analysis/pair_trade/bracket.h"
#include "core/analysis/pair_trade/hedge_study.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QStackedWidget;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class NumberField;
class Panel;
class ProseLabel;
class RuleChoice;
class SegmentBar;
class SideColumn;

class BracketSection : public UniversePage {
    Q_OBJECT

public:
    explicit BracketSection(const PageContext& context);

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    /// What is asked.
    struct Wish {
        BracketParams bracket;
        Symbol on; ///< empty: the pair
        std::string rule;
        std::vector<Date> days;
        Symbol hedge;
        HedgeParams hedging;
        std::string hedgeRule;
        std::vector<Date> hedgeDays;

        bool operator==(const Wish&) const = default;
    };
    struct Shown {
        Wish wish;
        std::optional<BracketTest> test;
        std::string refusal;
        std::vector<Date> dates; ///< that the brackets' positions mean
        std::optional<HedgeStudy> hedge;
        std::string hedgeRefusal;
        Symbol held;
    };
    static Shown shownOf(const UniverseView& view, const Wish& wish);
    QWidget* makeLeft(const PageContext& context);
    QWidget* makeHedge();
    SideColumn* makeSide();
    void connectParts();
    void recall();
    void remember();
    void showLists(const UniverseView& view);
    Wish wish() const;
    void show();
    void showHedge();

    std::shared_ptr<const Shown> m_shown;
    QString m_wantedOn;
    QString m_wantedHedge;
    HeadlineLabel* m_headline;
    Panel* m_chartPanel = nullptr;
    NumberField* m_stop = nullptr;
    NumberField* m_target = nullptr;
    NumberField* m_longest = nullptr;
    QComboBox* m_on = nullptr;
    QCheckBox* m_intraday = nullptr;
    RuleChoice* m_rule = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_hedgePanel = nullptr;
    QComboBox* m_hedge = nullptr;
    NumberField* m_weight = nullptr;
    RuleChoice* m_hedgeRule = nullptr;
    SegmentBar* m_kind = nullptr;
    QStackedWidget* m_hedgeTables = nullptr;
    DataTable* m_horizons = nullptr;
    DataTable* m_cases = nullptr;
    ProseLabel* m_hedgeWords = nullptr;
    SideColumn* m_side = nullptr;
    DataTable* m_summary = nullptr;
    Panel* m_tradesPanel = nullptr;
    DataTable* m_trades = nullptr;
};

} // namespace rotascope
