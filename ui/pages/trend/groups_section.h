// One group of funds against another, each as an index of equal weights.
#pragma once

#include "core/analysis/performance_table.h"
#include "core/analysis/relative/basket_index.h"
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
class SideColumn;

class GroupsSection : public UniversePage {
    Q_OBJECT

public:
    explicit GroupsSection(const PageContext& context);

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Groups {
        std::shared_ptr<const GroupRatio> ratio;
        std::string refusal;
        std::vector<PerformanceRow> table;
    };
    using Names = std::pair<std::string, std::string>;
    static Groups groupsOf(const UniverseView& view, const Names& names);
    QWidget* makeChart(const PageContext& context);
    SideColumn* makeSide();
    void showChoicesOf(const Universe& universe);
    void show();
    void draw();

    std::shared_ptr<const Groups> m_groups;
    HeadlineLabel* m_headline;
    Panel* m_chartPanel = nullptr;
    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_tablePanel = nullptr;
    DataTable* m_table = nullptr;
    Panel* m_membersPanel = nullptr;
    ProseLabel* m_members = nullptr;
};

} // namespace rotascope
