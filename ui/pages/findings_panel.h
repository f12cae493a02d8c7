// What is odd about the data, grouped by series and rule, and what people decided about it.
#pragma once

#include "core/quality/finding_groups.h"
#include "ui/settings/appearance.h"
#include "ui/widgets/panel.h"

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace rotascope {

class TwoLineList;

class FindingsPanel : public Panel {
    Q_OBJECT

public:
    explicit FindingsPanel(const Appearance& appearance, QWidget* parent = nullptr);

    /// Those about `symbol`, or all; open ones first.
    void show(const std::vector<Finding>& findings, const std::optional<Symbol>& symbol);
    TwoLineList* list() const { return m_list; }
    /// What the chosen row stands for: a group, or one finding of it. Empty where none is chosen.
    std::vector<Finding> current() const;
    /// Opens a group of several, or closes it.
    void toggle(int row);

signals:
    void whereFromRequested(const rotascope::Symbol& symbol, rotascope::Date date);
    void acceptRequested(const std::vector<rotascope::FindingKey>& findings, const QString& reason);
    void reopenRequested(const std::vector<rotascope::FindingKey>& findings);

private:
    struct Row {
        std::size_t group = 0;
        std::optional<std::size_t> member; ///< in the group; empty: all of it
    };
    void makeButtons();
    void showRows();
    void showCurrent();
    void askForReason();
    std::vector<FindingKey> currentKeys() const;
    bool isOpen(const FindingGroup& group) const;

    std::vector<FindingGroup> m_groups;
    std::vector<FindingKey> m_open; ///< the first findings of groups that are open
    std::vector<Row> m_rows;
    TwoLineList* m_list;
    QLabel* m_detail;
    QPushButton* m_accept;
    QPushButton* m_reopen;
    QPushButton* m_where;
};

} // namespace rotascope
