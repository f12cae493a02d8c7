#include "ui/dialogs/where_from_dialog.h"

#include "core/base/text.h"
#include "core/import/profile.h"
#include "ui/convert/convert.h"
#include "ui/dialogs/explanation_table.h"
#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr QSize kSize{820, 700};
constexpr int kInputsHeight = 26 + 6 * 24;
const QString kSlot = QStringLiteral("where from");

class Words {
    Q_DECLARE_TR_FUNCTIONS(WhereFrom)
};

QString valueText(double value) {
    return qtext(shortestNumber(value));
}

QString momentText(const std::string& utc) {
    QString text = qtext(utc);
    return text.replace(QLatin1Char('T'), QLatin1Char(' ')).replace(QLatin1Char('Z'), QStringLiteral(" UTC"));
}

} // namespace

std::vector<Fact> provenanceFacts(const Provenance& provenance) {
    const ValueOrigin& origin = provenance.origin;
    const std::string profile = profileInSettings(origin.header.settings);
    const auto fact = [](const QString& label, const QString& value) {
        return Fact{label, value, ColourRole::Text, value, {}, false};
    };
    std::vector<Fact> facts{
        fact(Words::tr("Value"), Words::tr("%1 %2 of %3 = %4")
                                     .arg(qtext(origin.symbol), qtext(nameOf(origin.field)),
                                          dateText(origin.date), valueText(origin.value))),
        fact(Words::tr("File"), qtext(origin.header.path)),
        fact(Words::tr("Line"), qtext(groupedCount(origin.line))),
        fact(Words::tr("SHA-256"),
             origin.header.sha256.empty() ? QStringLiteral("–") : qtext(origin.header.sha256)),
        fact(Words::tr("Imported"),
             Words::tr("%1, import %2").arg(momentText(origin.header.importedAt)).arg(origin.importId)),
        fact(Words::tr("Format"), qtext(origin.header.format)),
        fact(Words::tr("Profile"), profile.empty() ? Words::tr("none: as the file says") : qtext(profile))};
    if (provenance.adjusted)
        facts.insert(facts.begin() + 1,
                     fact(Words::tr("As read"),
                          Words::tr("%1, adjusted for splits").arg(valueText(*provenance.adjusted))));
    return facts;
}

TableSnapshot vintagesTable(const Provenance& provenance) {
    TableSnapshot table;
    table.name = Words::tr("What stood there before");
    table.columns = {{Words::tr("value"), {}, false, std::nullopt},
                     {Words::tr("until (UTC)"), {}, true, std::nullopt},
                     {Words::tr("ended by"), {}, true, std::nullopt},
                     {Words::tr("file and line"), {}, true, std::nullopt},
                     {Words::tr("text"), {}, true, std::nullopt}};
    for (std::size_t i = 0; i < provenance.vintages.size(); ++i) {
        const ValueVintage& vintage = provenance.vintages[i];
        const Result<std::string>& text = provenance.vintageTexts[i];
        const QString ended = vintage.byUndo ? Words::tr("undo of import %1") : Words::tr("import %1");
        table.rows.push_back(
            {figureCell(valueText(vintage.value), vintage.value), textCell(momentText(vintage.until)),
             textCell(ended.arg(vintage.endedBy)),
             textCell(Words::tr("%1, line %2").arg(qtext(vintage.header.path)).arg(vintage.line)),
             textCell(qtext(text ? *text : text.error().message))});
    }
    return table;
}

WhereFromDialog::WhereFromDialog(Session& session, const Appearance& appearance, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_symbol(new QLineEdit(this))
    , m_date(new QLineEdit(this))
    , m_field(new QComboBox(this))
    , m_knownOn(new QLineEdit(this))
    , m_said(new QLabel(this))
    , m_facts(new FactRows(this))
    , m_raw(new QLabel(this))
    , m_vintages(new DataTable(appearance, DataTable::Height::Scrolls, this)) {
    setWindowTitle(tr("Where from?"));
    m_said->setWordWrap(true);
    m_raw->setWordWrap(true);
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_raw->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_raw->setMargin(8);
    setDress(*m_raw, Dress::Panel);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeExplained(appearance));
    column->addWidget(makeQuestion());
    column->addWidget(m_said);
    column->addWidget(m_facts);
    column->addWidget(m_raw);
    column->addWidget(m_vintages, 1);
    column->addStretch(0);
    column->addWidget(makeButtons());
    resize(kSize);
}

QWidget* WhereFromDialog::makeExplained(const Appearance& appearance) {
    m_explained = new QWidget(this);
    m_figure = new QLabel(m_explained);
    m_formula = new QLabel(m_explained);
    m_inputs = new DataTable(appearance, DataTable::Height::Scrolls, m_explained);
    setTextSize(*m_figure, TextSize::Control, QFont::DemiBold);
    setTextSize(*m_formula, TextSize::Table);
    for (QLabel* label : {m_figure, m_formula}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_inputs->setMinimumHeight(kInputsHeight);
    m_inputs->stretchColumn(4);
    auto* column = new QVBoxLayout(m_explained);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_figure);
    column->addWidget(m_formula);
    column->addWidget(m_inputs);
    m_explained->hide();
    connect(m_inputs->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showValue(m_inputs->currentSourceRow()); });
    return m_explained;
}

QWidget* WhereFromDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copyAll = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyAll->setToolTip(tr("All of it as text"));
    copyAll->setAutoDefault(false);
    connect(copyAll, &QPushButton::clicked, this, &WhereFromDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QWidget* WhereFromDialog::makeQuestion() {
    auto* question = new QWidget(this);
    auto* row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    m_field->addItem(tr("main value"));
    for (const FieldInfo& info : kFields)
        m_field->addItem(qtext(info.heading));
    m_knownOn->setPlaceholderText(tr("as known now"));
    m_knownOn->setToolTip(tr("A date: the value as the desk knew it at the end of that day"));
    const auto labelled = [&](const QString& words, QWidget* field) {
        auto* label = new QLabel(words, question);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    labelled(tr("&Symbol"), m_symbol);
    labelled(tr("&Date"), m_date);
    labelled(tr("&Field"), m_field);
    labelled(tr("&Known on"), m_knownOn);
    auto* ask = new QPushButton(tr("&Look"), question);
    ask->setDefault(true);
    row->addWidget(ask);
    connect(ask, &QPushButton::clicked, this, &WhereFromDialog::look);
    return question;
}

void WhereFromDialog::ask(const Symbol& symbol, Date date, std::optional<Field> field) {
    m_symbol->setText(qtext(symbol));
    m_date->setText(qtext(isoText(date)));
    m_field->setCurrentIndex(field ? static_cast<int>(indexOf(*field)) + 1 : 0);
    look();
}

void WhereFromDialog::explain(const Derivation& derivation) {
    using Found = Result<Explanation>;
    m_session.tasks().run<Found>(
        kSlot, {},
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()), derivation](ProgressSink&) -> Found {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return explainFigure(**store, derivation);
        },
        [guard = QPointer<WhereFromDialog>(this)](const std::shared_ptr<const Found>& found) {
            if (guard)
                guard->showExplanation(found);
        });
}

void WhereFromDialog::showExplanation(const std::shared_ptr<const Result<Explanation>>& found) {
    if (!*found) {
        show(Failure(found->error()));
        return;
    }
    m_explanation = found;
    const Explanation& explanation = **found;
    const Derivation& derivation = explanation.derivation;
    m_figure->setText(derivation.value.empty()
                          ? qtext(derivation.figure)
                          : QStringLiteral("%1:  %2").arg(qtext(derivation.figure), qtext(derivation.value)));
    QStringList lines{qtext(explanation.inWords)};
    if (explanation.withValues != explanation.inWords)
        lines << QStringLiteral("= ") + qtext(explanation.withValues);
    for (const DerivationStep& step : derivation.steps)
        lines << QStringLiteral("%1 = %2").arg(qtext(step.name), qtext(step.value));
    lines << qtext(derivation.note);
    lines.removeAll(QString());
    m_formula->setText(lines.join(QLatin1Char('\n')));
    m_formula->setVisible(!lines.isEmpty());
    m_values = provenancesOf(explanation);
    m_inputs->setSnapshot(explanationTableOf(explanation));
    m_explained->show();
    m_inputs->setFocus();
    const auto first = std::find_if(m_values.begin(), m_values.end(), [](auto* value) { return value; });
    if (first == m_values.end())
        return show(refused("no_values", utf8(tr("The desk holds none of the values behind it."))));
    m_inputs->selectSourceRow(static_cast<int>(first - m_values.begin()));
    showValue(static_cast<int>(first - m_values.begin()));
}

void WhereFromDialog::showValue(int row) {
    if (row < 0 || std::cmp_greater_equal(row, m_values.size()) || !m_values[static_cast<std::size_t>(row)])
        return;
    const Provenance& value = *m_values[static_cast<std::size_t>(row)];
    m_symbol->setText(qtext(value.origin.symbol));
    m_date->setText(qtext(isoText(value.origin.date)));
    m_field->setCurrentIndex(static_cast<int>(indexOf(value.origin.field)) + 1);
    show(value);
}

void WhereFromDialog::copy() const {
    const QString text = m_explanation ? qtext(explanationText(**m_explanation)) : m_shownText;
    QApplication::clipboard()->setText(text);
}

void WhereFromDialog::look() {
    const auto date = typedDate(m_date->text());
    const bool anytime = m_knownOn->text().trimmed().isEmpty();
    const auto knownOn = typedDate(m_knownOn->text());
    if (!date || (!anytime && !knownOn)) {
        m_said->setText(tr("\"%1\" is not a date. Write it as 2025-11-28 or 28 Nov 2025.")
                            .arg(date ? m_knownOn->text() : m_date->text()));
        m_said->show();
        return;
    }
    std::optional<Field> field;
    if (m_field->currentIndex() > 0)
        field = kFields[static_cast<std::size_t>(m_field->currentIndex() - 1)].field;
    using Found = Result<Provenance>;
    m_session.tasks().run<Found>(
        kSlot, {},
        [opener = m_session.opener(), desk = utf8(m_session.deskPath()),
         symbol = canonicalSymbol(utf8(m_symbol->text())), date, field, anytime,
         knownOn](ProgressSink&) -> Found {
            auto store = opener(desk, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            if (!anytime)
                if (const auto back = (*store)->lookBack(*knownOn); !back)
                    return Failure(back.error());
            return whereFrom(**store, symbol, *date, field);
        },
        [guard = QPointer<WhereFromDialog>(this)](const std::shared_ptr<const Found>& found) {
            if (guard)
                guard->show(*found);
        });
}

void WhereFromDialog::show(const Result<Provenance>& found) {
    const bool known = found.has_value();
    m_said->setVisible(!known);
    for (QWidget* widget : {static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_raw)})
        widget->setVisible(known);
    m_vintages->setVisible(known && !found->vintages.empty());
    if (!known) {
        m_said->setText(qtext(found.error().message));
        return;
    }
    const std::vector<Fact> facts = provenanceFacts(*found);
    QStringList lines;
    for (const Fact& fact : facts)
        lines << QStringLiteral("%1: %2").arg(fact.label, fact.value);
    lines << qtext(found->text ? *found->text : found->text.error().message);
    m_shownText = lines.join(QLatin1Char('\n'));
    m_facts->setFacts(facts);
    m_raw->setText(qtext(found->text ? *found->text : found->text.error().message));
    m_vintages->setSnapshot(vintagesTable(*found));
}

} // namespace rotascope
