#include "ui/pages/findings_panel.h"

#include "core/quality/quality_rules.h"
#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/two_line_list.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace rotascope {

namespace {

QString subjectOf(const Finding& finding) {
    const bool main = finding.field == Field::Close || finding.field == Field::Value;
    return main ? qtext(finding.symbol)
                : qtext(finding.symbol) + QLatin1Char(' ') + qtext(nameOf(finding.field));
}

QString titleOf(const Finding& finding) {
    const QualityRule* rule = qualityRuleNamed(finding.rule);
    return rule ? qtext(rule->title) : FindingsPanel::tr("Same values under two symbols");
}

QString whenOf(const DateRange& range) {
    return range.first == range.last ? dateText(range.first)
                                     : dateText(range.first) + QStringLiteral(" – ") + dateText(range.last);
}

ColourRole inkOf(const Finding& finding) {
    return finding.accepted || finding.severity == Severity::Note ? ColourRole::MutedText
                                                                  : ColourRole::Attention;
}

/// "10 gaps, 13 Jan – 18 Mar 2026"; a single finding's words.
QString summaryOf(const FindingGroup& group) {
    if (group.isAccepted())
        return FindingsPanel::tr("accepted: %1").arg(qtext(group.front().accepted->reason));
    if (group.findings.size() == 1)
        return qtext(group.front().message);
    const QualityRule* rule = qualityRuleNamed(group.front().rule);
    return FindingsPanel::tr("%1 %2, %3")
        .arg(QString::number(group.count()), rule ? qtext(rule->plural) : FindingsPanel::tr("other symbols"),
             whenOf(group.range()));
}

TwoLines itemOf(const FindingGroup& group, bool open) {
    TwoLines item;
    item.first = subjectOf(group.front()) + QStringLiteral(" · ") + titleOf(group.front());
    if (group.findings.size() > 1)
        item.first.prepend(open ? QStringLiteral("▾ ") : QStringLiteral("▸ "));
    else if (group.isAccepted())
        item.first.prepend(QStringLiteral("✓ "));
    item.second = summaryOf(group);
    item.ink = inkOf(group.front());
    item.explanation = item.first + QLatin1Char('\n') + qtext(group.message());
    return item;
}

TwoLines memberItem(const Finding& finding) {
    TwoLines item;
    const QString indent(4, QChar(0x2002));
    item.first = indent + whenOf({finding.first, finding.last});
    item.second = indent + qtext(finding.message);
    item.ink = inkOf(finding);
    item.explanation = qtext(finding.message);
    return item;
}

} // namespace

FindingsPanel::FindingsPanel(const Appearance& appearance, QWidget* parent)
    : Panel(tr("Findings"), parent)
    , m_list(new TwoLineList(appearance, tr("Findings"), this))
    , m_detail(new QLabel(this))
    , m_accept(new QPushButton(tr("&Accept…"), this))
    , m_reopen(new QPushButton(tr("&Reopen"), this))
    , m_where(new QPushButton(tr("W&here from?"), this)) {
    m_detail->setWordWrap(true);
    m_detail->setContentsMargins(12, 8, 12, 0);
    m_detail->setMinimumWidth(1);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextSize(*m_detail, TextSize::Small);
    setInk(*m_detail, ColourRole::MutedText);
    addContent(m_list, 1);
    addContent(m_detail);
    makeButtons();
    connect(m_list, &TwoLineList::currentRowChanged, this, &FindingsPanel::showCurrent);
    connect(m_list, &TwoLineList::rowChosen, this, &FindingsPanel::toggle);
    showCurrent();
}

void FindingsPanel::makeButtons() {
    m_accept->setToolTip(tr("The values are right: this is remembered as accepted, with your reason"));
    m_reopen->setToolTip(tr("Takes the acceptance back"));
    m_where->setToolTip(tr("File, line and raw text of the first value concerned"));
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(12, 8, 12, 10);
    row->setSpacing(6);
    for (QPushButton* button : {m_accept, m_reopen, m_where}) {
        setDress(*button, Dress::Flat); // three framed ones do not fit beside each other at 1280 pixels
        row->addWidget(button);
    }
    row->addStretch(1);
    addContent(buttons);
    connect(m_accept, &QPushButton::clicked, this, &FindingsPanel::askForReason);
    connect(m_reopen, &QPushButton::clicked, this, [this] { emit reopenRequested(currentKeys()); });
    connect(m_where, &QPushButton::clicked, this, [this] {
        const Finding finding = current().front();
        emit whereFromRequested(finding.symbol, finding.first);
    });
}

void FindingsPanel::show(const std::vector<Finding>& findings, const std::optional<Symbol>& symbol) {
    std::vector<Finding> shown;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(shown),
                 [&symbol](const Finding& finding) { return !symbol || finding.symbol == *symbol; });
    m_groups = groupedFindings(shown);
    showRows();
    const auto accepted = std::count_if(m_groups.begin(), m_groups.end(),
                                        [](const FindingGroup& group) { return group.isAccepted(); });
    setTitle(symbol ? tr("Findings about %1").arg(qtext(*symbol)) : tr("Findings"));
    const auto open = std::ssize(m_groups) - accepted;
    setNote(m_groups.empty() ? tr("none")
            : accepted > 0   ? tr("%1, %2 accepted").arg(open).arg(accepted)
                             : QString::number(open));
}

void FindingsPanel::showRows() {
    const std::vector<Finding> before = current();
    m_rows.clear();
    std::vector<TwoLines> items;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const FindingGroup& group = m_groups[i];
        const bool open = isOpen(group);
        m_rows.push_back({i, std::nullopt});
        items.push_back(itemOf(group, open));
        for (std::size_t j = 0; open && j < group.findings.size(); ++j) {
            m_rows.push_back({i, j});
            items.push_back(memberItem(group.findings[j]));
        }
    }
    m_list->setItems(std::move(items));
    for (std::size_t i = 0; !before.empty() && i < m_rows.size(); ++i)
        if (!m_rows[i].member && m_groups[m_rows[i].group].front().key() == before.front().key())
            m_list->setCurrent(static_cast<int>(i));
    showCurrent();
}

bool FindingsPanel::isOpen(const FindingGroup& group) const {
    return group.findings.size() > 1 && std::ranges::find(m_open, group.front().key()) != m_open.end();
}

void FindingsPanel::toggle(int row) {
    const Row& chosen = m_rows[static_cast<std::size_t>(row)];
    const FindingGroup& group = m_groups[chosen.group];
    if (chosen.member || group.findings.size() == 1)
        return;
    if (std::erase(m_open, group.front().key()) == 0)
        m_open.push_back(group.front().key());
    showRows();
    m_list->setCurrent(row);
}

std::vector<Finding> FindingsPanel::current() const {
    const int row = m_list->current();
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return {};
    const Row& chosen = m_rows[static_cast<std::size_t>(row)];
    const std::vector<Finding>& all = m_groups[chosen.group].findings;
    return chosen.member ? std::vector<Finding>{all[*chosen.member]} : all;
}

std::vector<FindingKey> FindingsPanel::currentKeys() const {
    std::vector<FindingKey> keys;
    for (const Finding& finding : current())
        keys.push_back(finding.accepted ? finding.accepted->finding : finding.key());
    std::ranges::sort(keys, {}, [](const FindingKey& key) { return key.range; });
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

void FindingsPanel::showCurrent() {
    const std::vector<Finding> chosen = current();
    const bool accepted = !chosen.empty() && chosen.front().accepted;
    m_accept->setEnabled(!chosen.empty() && !accepted);
    m_reopen->setEnabled(accepted);
    m_where->setEnabled(!chosen.empty());
    m_detail->setVisible(!chosen.empty());
    if (chosen.empty())
        return;
    const QualityRule* rule = qualityRuleNamed(chosen.front().rule);
    QStringList words{qtext(FindingGroup{chosen}.message())};
    if (accepted)
        words << tr("Accepted %1: %2")
                     .arg(qtext(chosen.front().accepted->acceptedAt).left(10),
                          qtext(chosen.front().accepted->reason));
    if (rule)
        words << qtext(rule->checks);
    m_detail->setText(words.join(QLatin1Char('\n')));
}

void FindingsPanel::askForReason() {
    bool given = false;
    const QString reason = QInputDialog::getText(
        this, tr("Accept the finding"), tr("Why are the values right?"), QLineEdit::Normal, {}, &given);
    if (given && !reason.trimmed().isEmpty() && !current().empty())
        emit acceptRequested(currentKeys(), reason.trimmed());
}

} // namespace rotascope
