// Leverage: a fund against what its index owes it, over time, by horizon, in bad days.
#pragma once

#include "core/analysis/leverage/leverage.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>

class QComboBox;

namespace rotascope {

class DataTable;
class DateField;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;
class ValueField;

class LeveragePage : public UniversePage {
    Q_OBJECT

public:
    explicit LeveragePage(const PageContext& context);

    void openAt(const PagePoint& point) override;

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    /// What the page shows; the closes are those that the analysis saw.
    struct Shown {
        std::optional<Leverage> leverage;
        std::string refusal;
        std::shared_ptr<const Market> market; ///< holds the closes
        SeriesView index;
        SeriesView fund;
    };
    static Shown shownOf(const UniverseView& view, const LeverageParams& params);
    QWidget* makeChart(const PageContext& context);
    QWidget* makeTables();
    SideColumn* makeSide();
    void connectParts();
    void showChoicesOf(const UniverseView& view);
    void takeTimes(const QString& text);
    void setTimes(double times);
    LeverageParams params(const UniverseView& view) const;
    void show();
    void draw();

    std::shared_ptr<const Shown> m_shown;
    QString m_wanted; ///< a fund asked for before there was a list
    double m_times = 3;
    std::optional<Date> m_from;
    HeadlineLabel* m_headline;
    QWidget* m_content = nullptr;
    Panel* m_chartPanel = nullptr;
    QComboBox* m_fund = nullptr;
    QComboBox* m_index = nullptr;
    ValueField* m_timesField = nullptr;
    DateField* m_fromField = nullptr;
    SegmentBar* m_prices = nullptr;
    SegmentBar* m_horizon = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_holdingPanel = nullptr;
    DataTable* m_holding = nullptr;
    Panel* m_shocksPanel = nullptr;
    DataTable* m_shocks = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_partsPanel = nullptr;
    DataTable* m_parts = nullptr;
    Panel* m_curvePanel = nullptr;
    DataTable* m_curve = nullptr;
    Panel* m_wordsPanel = nullptr;
    ProseLabel* m_words = nullptr;
};

} // namespace rotascope
