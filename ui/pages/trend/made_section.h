// What the divergence is made of: the chain's legs over time, and the same question asked of many pairs.
#pragma once

#include "core/analysis/relative/chain.h"
#include "core/analysis/relative/pair_board.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class MadeSection : public UniversePage {
    Q_OBJECT

public:
    explicit MadeSection(const PageContext& context);

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Made {
        std::shared_ptr<const DivergenceChain> chain;
        std::string refusal; ///< why there is no chain
        std::vector<BoardRow> board;
    };
    static Made madeOf(const UniverseView& view, const int& days);
    QWidget* makeChain(const PageContext& context);
    QWidget* makeBoard();
    SideColumn* makeSide();
    void show();
    void editChain();
    void editPairs();
    int days() const;

    std::shared_ptr<const Made> m_made;
    HeadlineLabel* m_headline;
    Panel* m_chartPanel = nullptr;
    SegmentBar* m_days = nullptr;
    LinkedChart* m_chart = nullptr;
    ProseLabel* m_nothing = nullptr; ///< in the chart's place where there is no chain
    Panel* m_boardPanel = nullptr;
    DataTable* m_board = nullptr;
    Panel* m_legsPanel = nullptr;
    DataTable* m_legs = nullptr;
    Panel* m_wordsPanel = nullptr;
    ProseLabel* m_words = nullptr;
};

} // namespace rotascope
