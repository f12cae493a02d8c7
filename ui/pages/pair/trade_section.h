// One trade on its way: three accountings, scale-in, stops with their reference, fall and β.
#pragma once

#include "core/analysis/pair_trade/pair_trade.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

class DataTable;
class DateField;
class HeadlineLabel;
class LinkedChart;
class NumberField;
class Panel;
class SegmentBar;
class SideColumn;
class ValueField;

class TradeSection : public UniversePage {
    Q_OBJECT

public:
    explicit TradeSection(const PageContext& context);

    /// The date is the entry.
    void openAt(const PagePoint& point) override;

    std::string command() const override;

protected:
    void analyse() override;

private:
    struct Shown {
        std::optional<PairTrade> trade;
        std::string refusal;
        PairSeries pair;
        Symbol small;
        Symbol large;
    };
    static Shown shownOf(const UniverseView& view, const PairTradeParams& params);
    QWidget* makeChart(const PageContext& context);
    SideColumn* makeSide();
    void connectParts();
    void recall();
    void remember();
    void enterAt(std::optional<Date> entry);
    void takeStops(const QString& text);
    void showStops();
    void show();

    PairTradeParams m_params;
    std::shared_ptr<const Shown> m_shown;
    HeadlineLabel* m_headline;
    Panel* m_chartPanel = nullptr;
    DateField* m_entry = nullptr;
    SegmentBar* m_parts = nullptr;
    NumberField* m_carry = nullptr;
    ValueField* m_stopsField = nullptr;
    LinkedChart* m_chart = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_waysPanel = nullptr;
    DataTable* m_ways = nullptr;
    DataTable* m_stops = nullptr;
    DataTable* m_facts = nullptr;
};

} // namespace rotascope
