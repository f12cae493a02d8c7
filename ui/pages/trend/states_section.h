// How every instrument stands against its averages; breadth of the coverage list; what changed lately.
#pragma once

#include "core/analysis/relative/breadth.h"
#include "core/analysis/relative/breadth_history.h"
#include "core/analysis/trend/trend.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class StatesSection : public UniversePage {
    Q_OBJECT

public:
    explicit StatesSection(const PageContext& context);

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    /// What the section shows.
    struct Board {
        Basket coverage;
        std::optional<TrendStates> states;
        std::optional<Breadth> breadth;
        std::shared_ptr<const BreadthHistory> history;
        std::string refusal; ///< why there are no states
        std::string noBreadth;
        std::vector<std::string> beyond; ///< breadth as vendors publish it, and what best fifths made
    };
    struct Wish {
        PriceChoice prices;
        std::size_t window; ///< sessions of the breadth

        bool operator==(const Wish&) const = default;
    };
    static Board boardOf(const UniverseView& view, const Wish& wish);
    QWidget* makeMatrix();
    void showLists();
    QWidget* makeHistory(const PageContext& context);
    void connectParts();
    SideColumn* makeSide();
    void show();
    void showMatrix();
    void showBreadth();
    void showChanges();
    PriceChoice prices() const;
    std::size_t window() const;

    std::shared_ptr<const Board> m_board;
    std::vector<std::size_t> m_rows; ///< of the states, as the matrix shows them
    HeadlineLabel* m_headline;
    Panel* m_matrixPanel = nullptr;
    QComboBox* m_coverage = nullptr;
    SegmentBar* m_list = nullptr;
    SegmentBar* m_prices = nullptr;
    DataTable* m_matrix = nullptr;
    ProseLabel* m_notYet = nullptr;
    Panel* m_historyPanel = nullptr;
    LinkedChart* m_history = nullptr;
    Panel* m_breadthPanel = nullptr;
    SegmentBar* m_window = nullptr;
    DataTable* m_breadth = nullptr;
    ProseLabel* m_breadthNote = nullptr;
    ProseLabel* m_beyond = nullptr;
    Panel* m_leadersPanel = nullptr;
    DataTable* m_leaders = nullptr;
    Panel* m_changesPanel = nullptr;
    ProseLabel* m_changes = nullptr;
};

} // namespace rotascope
