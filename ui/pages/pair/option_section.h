// Strikes and expiries: how often the price ended beyond them, and what a structure pays for a typed premium.
#pragma once

#include "core/analysis/pair_trade/option_odds.h"
#include "ui/pages/universe_page.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;

namespace rotascope {

class DataTable;
class FigureView;
class HeadlineLabel;
class NumberField;
class Panel;
class ProseLabel;
class RuleChoice;
class SideColumn;

class OptionSection : public UniversePage {
    Q_OBJECT

public:
    explicit OptionSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Wish {
        Symbol underlying; ///< empty: the small leg
        OptionStructure structure;
        std::array<std::size_t, 2> sessions{};
        std::string rule;
        std::vector<Date> days;
        double budget = 0;
        double shock = 0; ///< 0: not stated

        bool operator==(const Wish&) const = default;
    };
    struct Shown {
        Wish wish;
        std::vector<StrikeOdds> odds;
        std::shared_ptr<const Figure> figure;
        std::string refusal;
        double price = 0;
        Date priced;
        std::optional<double> units;
        std::string unitsRefusal;
    };
    static Shown shownOf(const UniverseView& view, const Wish& wish);
    QWidget* makeLeft();
    SideColumn* makeSide();
    void connectParts();
    void recall();
    void remember();
    /// Strikes and expiries of a preset; they may be changed.
    void take(const OptionPreset& preset);
    const OptionPreset& preset() const;
    void showLists(const UniverseView& view);
    Wish wish() const;
    void show();
    void showStructure();

    std::shared_ptr<const Shown> m_shown;
    QString m_wantedUnderlying;
    HeadlineLabel* m_headline;
    Panel* m_payoffPanel = nullptr;
    QComboBox* m_presets = nullptr;
    QComboBox* m_underlying = nullptr;
    NumberField* m_low = nullptr;
    NumberField* m_high = nullptr;
    NumberField* m_near = nullptr;
    NumberField* m_far = nullptr;
    NumberField* m_premium = nullptr;
    NumberField* m_budget = nullptr;
    NumberField* m_shock = nullptr;
    RuleChoice* m_rule = nullptr;
    FigureView* m_payoff = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_oddsPanel = nullptr;
    DataTable* m_odds = nullptr;
    ProseLabel* m_structure = nullptr;
};

} // namespace rotascope
