// The rules of the desk: list, editor, when each fired, and its ledger.
#pragma once

#include "ui/pages/page.h"
#include "ui/session/rule_session.h"

#include <QTimer>

#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SegmentBar;

class RulesSection : public Page {
    Q_OBJECT

public:
    explicit RulesSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override;
    std::string command() const override;
    /// The symbol is a rule's name.
    void openAt(const PagePoint& point) override;

protected:
    void refresh() override;
    std::vector<PageInput> inputs() const override;

private:
    void build(const PageContext& context);
    QWidget* makeList();
    QWidget* makeRight(const PageContext& context);
    QWidget* makeEditor();
    QWidget* makeLedger();
    void connectParts();
    void showList();
    /// Puts a kept rule into the editor.
    void choose(int row);
    /// Evaluates what stands in the editor.
    void study();
    void showStudy();
    void showNothing();
    void draw();
    Rule draft() const;
    const Rule* chosen() const;
    void saveDraft();
    void addRule();
    void removeRule();
    void changeDetails();
    void noteFlags();
    void undo();
    void importPack();
    void exportPack();
    void showHelp();
    /// Keeps `playbook`; what was there can be brought back.
    void keep(Playbook playbook);

    RuleSession& m_rules;
    std::shared_ptr<const RuleView> m_view;
    std::shared_ptr<const RuleStudy> m_study;
    std::string m_chosen;  ///< name of the rule in the editor; empty: none kept
    std::string m_awaited; ///< name of a rule that was kept just now, until it is read
    QString m_desk;
    std::vector<Playbook> m_before;
    QTimer m_typing;
    HeadlineLabel* m_headline;
    QWidget* m_content = nullptr;
    Panel* m_listPanel = nullptr;
    DataTable* m_list = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_undo = nullptr;
    QLineEdit* m_editor = nullptr;
    QToolButton* m_save = nullptr;
    QToolButton* m_details = nullptr;
    ProseLabel* m_words = nullptr;
    Panel* m_chartPanel = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_ledgerPanel = nullptr;
    SegmentBar* m_kind = nullptr;
    QStackedWidget* m_tables = nullptr;
    DataTable* m_ledger = nullptr;
    DataTable* m_followed = nullptr;
    ProseLabel* m_summary = nullptr;
};

} // namespace rotascope
