// The Rules section's widgets, and what its buttons do.
#include "core/rules/language.h"
#include "core/rules/pack/rule_pack.h"
#include "ui/convert/convert.h"
#include "ui/pages/linked_chart.h"
#include "ui/pages/page_parts.h"
#include "ui/pages/playbook/flags_dialog.h"
#include "ui/pages/playbook/rule_dialog.h"
#include "ui/pages/playbook/rules_section.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"
#include "ui/widgets/segment_bar.h"

#include <QDate>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr int kListWidth = 500;
constexpr int kLeastList = 450;
constexpr int kLeastLedger = 110;
constexpr QSize kHelpSize{720, 640};
const QString kPackFiles = QStringLiteral("JSON (*.json)");

} // namespace

void RulesSection::build(const PageContext& context) {
    m_content = new QWidget(this);
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeList(), 2);
    row->addWidget(makeRight(context), 3);
    auto* column = pageColumn(this, m_headline);
    column->addWidget(m_content, 1);
    column->addStretch(0);
    m_content->hide();
}

QWidget* RulesSection::makeList() {
    m_listPanel = new Panel(tr("Rules"), this);
    m_listPanel->setMinimumWidth(kLeastList);
    m_listPanel->setMaximumWidth(kListWidth);
    m_list = tableIn(m_listPanel, appearance(), DataTable::Height::Scrolls);
    m_list->stretchColumn(0);
    auto* foot = new QWidget(m_listPanel);
    auto* row = controlRow(foot);
    auto* add = flatButton(tr("New rule…"), tr("From the text in the editor"), foot);
    m_remove = flatButton(tr("Remove"), tr("The rule that is chosen"), foot);
    m_undo = flatButton(tr("Undo"), tr("Takes the last change of the playbook back"), foot);
    auto* import = flatButton(tr("Import pack…"), tr("Rules, flags and theses from a file"), foot);
    auto* write = flatButton(tr("Export pack…"), tr("The whole playbook as a file"), foot);
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(import);
    row->addWidget(write);
    m_listPanel->addContent(foot);
    connect(add, &QToolButton::clicked, this, &RulesSection::addRule);
    connect(m_remove, &QToolButton::clicked, this, &RulesSection::removeRule);
    connect(m_undo, &QToolButton::clicked, this, &RulesSection::undo);
    connect(import, &QToolButton::clicked, this, &RulesSection::importPack);
    connect(write, &QToolButton::clicked, this, &RulesSection::exportPack);
    return m_listPanel;
}

QWidget* RulesSection::makeRight(const PageContext& context) {
    auto* right = new QWidget(m_content);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_chartPanel = new Panel(tr("When it fired"), right);
    m_chart = new LinkedChart(context, QStringLiteral("rule figure"), m_chartPanel);
    m_chartPanel->addContent(m_chart, 1);
    column->addWidget(makeEditor());
    column->addWidget(m_chartPanel, 3);
    column->addWidget(makeLedger(), 4);
    return right;
}

QWidget* RulesSection::makeEditor() {
    auto* panel = new Panel(tr("Rule"), this);
    auto* help = flatButton(tr("Language"), tr("Grammar, units and functions on one page"), panel);
    auto* flags =
        flatButton(tr("Flags…"), tr("Yes and no from a day on, noted by hand, for rules and theses"), panel);
    m_details = flatButton(
        tr("Details…"), tr("Name, when it clears, cool-down, horizon and source of the chosen rule"), panel);
    panel->addHeaderWidget(m_details);
    panel->addHeaderWidget(flags);
    connect(m_details, &QToolButton::clicked, this, &RulesSection::changeDetails);
    panel->addHeaderWidget(help);
    connect(flags, &QToolButton::clicked, this, &RulesSection::noteFlags);
    connect(help, &QToolButton::clicked, this, &RulesSection::showHelp);
    auto* line = new QWidget(panel);
    auto* row = controlRow(line);
    m_editor = new QLineEdit(line);
    m_editor->setAccessibleName(tr("The rule's text"));
    m_editor->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_editor->setPlaceholderText(QStringLiteral("ret(RUT, 5) - ret(SPX, 5) > 3pp"));
    m_save = new QToolButton(line);
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Keeps the text as the chosen rule's, written today  Return"));
    m_save->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_editor, 1);
    row->addWidget(m_save);
    m_words = proseIn(panel, TextSize::Table, ColourRole::Text);
    panel->addContent(line);
    panel->addContent(m_words);
    return panel;
}

QWidget* RulesSection::makeLedger() {
    m_ledgerPanel = new Panel(tr("Ledger"), this);
    m_kind = new SegmentBar(tr("Show"), {tr("Episodes"), tr("What followed")}, m_ledgerPanel);
    m_kind->setCurrent(0);
    m_ledgerPanel->addHeaderWidget(m_kind);
    m_tables = new QStackedWidget(m_ledgerPanel);
    m_ledger = new DataTable(appearance(), DataTable::Height::Scrolls, m_tables);
    m_followed = new DataTable(appearance(), DataTable::Height::Scrolls, m_tables);
    for (DataTable* table : {m_ledger, m_followed}) {
        table->spreadColumns();
        m_tables->addWidget(table);
    }
    // A panel with sentences asks for its preferred height: the tables, which scroll, ask for none.
    m_tables->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_tables->setMinimumHeight(kLeastLedger);
    m_ledgerPanel->addContent(m_tables, 1);
    connect(m_kind, &SegmentBar::chosen, m_tables, &QStackedWidget::setCurrentIndex);
    m_summary = proseIn(m_ledgerPanel, TextSize::Table, ColourRole::Text);
    m_summary->setContentsMargins(12, 8, 12, 8);
    m_ledgerPanel->addContent(m_summary);
    return m_ledgerPanel;
}

void RulesSection::keep(Playbook playbook) {
    m_before.push_back(*m_view->playbook);
    m_rules.keep(std::move(playbook));
}

// A changed text is a new rule in all but name: what it did before today is hindsight.
void RulesSection::saveDraft() {
    const Rule* kept = chosen();
    if (!kept || !m_study || !m_study->reading() || !m_save->isEnabled())
        return;
    Playbook playbook = *m_view->playbook;
    for (Rule& rule : playbook.rules)
        if (rule.name == kept->name) {
            rule.expression = utf8(m_editor->text().trimmed());
            rule.born = dateOf(QDate::currentDate());
        }
    keep(std::move(playbook));
}

void RulesSection::addRule() {
    if (!m_study || !m_study->reading())
        return emit said(tr("Write the rule first: %1").arg(m_study ? qtext(m_study->error) : QString()));
    bool agreed = false;
    const QString name =
        QInputDialog::getText(this, tr("New rule"), tr("Its name:"), QLineEdit::Normal, {}, &agreed)
            .trimmed();
    if (!agreed || name.isEmpty())
        return;
    if (ruleNamed(*m_view->playbook, utf8(name)))
        return emit said(tr("There is a rule named \"%1\" already.").arg(name));
    Rule rule;
    rule.name = utf8(name);
    rule.expression = utf8(m_editor->text().trimmed());
    rule.born = dateOf(QDate::currentDate());
    Playbook playbook = *m_view->playbook;
    playbook.rules.push_back(rule);
    m_awaited = rule.name;
    keep(std::move(playbook));
}

void RulesSection::removeRule() {
    if (!chosen())
        return;
    Playbook playbook = *m_view->playbook;
    std::erase_if(playbook.rules, [this](const Rule& rule) { return rule.name == m_chosen; });
    m_editor->clear();
    keep(std::move(playbook));
}

void RulesSection::changeDetails() {
    const Rule* kept = chosen();
    const auto desk = session().desk();
    if (!kept || !desk)
        return;
    Vocabulary names;
    for (const InstrumentSummary& row : desk->instruments)
        names.instruments.push_back(row.instrument);
    names.flags = flagNames(m_view->playbook->flags);
    RuleDialog dialog(*m_view->playbook, *kept, std::move(names), this);
    if (dialog.exec() != QDialog::Accepted || dialog.rule() == *kept)
        return;
    Playbook playbook = *m_view->playbook;
    for (Rule& rule : playbook.rules)
        if (rule.name == kept->name)
            rule = dialog.rule();
    m_awaited = dialog.rule().name;
    keep(std::move(playbook));
}

void RulesSection::noteFlags() {
    if (!m_view || !m_view->playbook)
        return;
    if (auto playbook = askFlags(*m_view, appearance(), this))
        keep(std::move(*playbook));
}

void RulesSection::undo() {
    if (m_before.empty())
        return;
    m_editor->clear();
    m_rules.keep(std::move(m_before.back()));
    m_before.pop_back();
}

void RulesSection::importPack() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a pack"), {}, kPackFiles);
    if (path.isEmpty() || !m_view)
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return emit said(tr("%1 cannot be read: %2").arg(path, file.errorString()));
    const auto pack = readPack(file.read(static_cast<qint64>(kLongestPack) + 1).toStdString());
    if (!pack)
        return emit said(qtext(pack.error().message));
    auto joined = withPack(*m_view->playbook, *pack);
    if (!joined)
        return emit said(qtext(joined.error().message));
    keep(std::move(*joined));
}

void RulesSection::exportPack() {
    if (!m_view)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the playbook"),
                                                      QStringLiteral("playbook.json"), kPackFiles);
    if (!path.isEmpty())
        saveText(*this, path, packText(*m_view->playbook));
}

void RulesSection::showHelp() {
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("The rule language"));
    auto* text = new QPlainTextEdit(qtext(ruleLanguageHelp()), dialog);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(text);
    dialog->resize(kHelpSize);
    dialog->show();
}

} // namespace rotascope
