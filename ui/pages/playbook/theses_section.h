// Theses as checklists: triggers and invalidations, each met, not met or unknown, with the reason.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/rule_session.h"

#include <vector>

class QVBoxLayout;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class Panel;

class ThesesSection : public Page {
    Q_OBJECT

public:
    explicit ThesesSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override { return std::nullopt; }

protected:
    void refresh() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Card {
        Panel* panel;
        DataTable* table;
    };
    void noteFlags();
    void showThesis(std::size_t index, const ThesisReading& reading);

    RuleSession& m_rules;
    HeadlineLabel* m_headline;
    QVBoxLayout* m_column;
    std::vector<Card> m_cards; ///< one for each thesis, made when it is first needed
};

} // namespace rotascope
