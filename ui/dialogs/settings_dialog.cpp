#include "ui/dialogs/settings_dialog.h"

#include "ui/theme/dress.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr QSize kSize{640, 620};
constexpr int kEditorWidth = 170;

QString translated(const char* source) {
    return QCoreApplication::translate("Settings", source);
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_search(new QLineEdit(this)) {
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(m_search->placeholderText());
    auto* list = new QWidget(this);
    auto* rows = new QVBoxLayout(list);
    rows->setSpacing(12);
    for (const SettingInfo& info : settingCatalogue())
        rows->addWidget(makeRow(info));
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* place = new QLabel(tr("Kept in %1").arg(QDir::toNativeSeparators(settings.path())), this);
    place->setVisible(!settings.path().isEmpty());
    setTextSize(*place, TextSize::Small);
    setInk(*place, ColourRole::MutedText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close | QDialogButtonBox::RestoreDefaults, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, &settings,
            &Settings::restoreDefaults);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::narrow);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(scroll, 1);
    column->addWidget(place);
    column->addWidget(buttons);
    resize(kSize);
}

QWidget* SettingsDialog::makeRow(const SettingInfo& info) {
    auto* row = new QWidget(this);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(4, 0, 4, 0);
    grid->setVerticalSpacing(2);
    auto* label = new QLabel(translated(info.label), row);
    auto* explanation = new QLabel(translated(info.explanation), row);
    explanation->setWordWrap(true);
    setTextSize(*explanation, TextSize::Small);
    setInk(*explanation, ColourRole::MutedText);
    QWidget* editor = makeEditor(info);
    editor->setFixedWidth(kEditorWidth);
    editor->setAccessibleName(label->text());
    editor->setAccessibleDescription(explanation->text());
    label->setBuddy(editor);
    grid->addWidget(label, 0, 0);
    grid->addWidget(explanation, 1, 0);
    grid->addWidget(editor, 0, 1, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    m_rows.push_back({row, translated(info.group) + QLatin1Char(' ') + label->text() + QLatin1Char(' ') +
                               explanation->text() + QLatin1Char(' ') + translated(info.choiceLabels)});
    return row;
}

QWidget* SettingsDialog::makeEditor(const SettingInfo& info) {
    return info.kind == SettingKind::Choice ? makeChoice(info) : makeNumber(info);
}

QWidget* SettingsDialog::makeChoice(const SettingInfo& info) {
    auto* box = new QComboBox(this);
    const QStringList ids = QString::fromUtf8(info.choices).split(QLatin1Char('|'));
    const QStringList labels = translated(info.choiceLabels).split(QLatin1Char('|'));
    for (qsizetype i = 0; i < ids.size(); ++i)
        box->addItem(labels.value(i, ids.at(i)), ids.at(i));
    const auto show = [this, box, id = info.id] {
        box->setCurrentIndex(box->findData(m_settings.choice(id)));
    };
    show();
    connect(box, &QComboBox::activated, this,
            [this, box, id = info.id] { m_settings.setChoice(id, box->currentData().toString()); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

QWidget* SettingsDialog::makeNumber(const SettingInfo& info) {
    auto* box = new QDoubleSpinBox(this);
    box->setDecimals(info.decimals);
    box->setRange(info.low, info.high);
    box->setSingleStep(info.decimals > 0 ? 0.5 : 1);
    const auto show = [this, box, id = info.id] { box->setValue(m_settings.number(id)); };
    show();
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [this, id = info.id](double value) { m_settings.setNumber(id, value); });
    connect(&m_settings, &Settings::changed, box, show);
    return box;
}

void SettingsDialog::narrow(const QString& text) {
    for (const Row& row : m_rows)
        row.widget->setVisible(row.words.contains(text.trimmed(), Qt::CaseInsensitive));
}

int SettingsDialog::visibleRows() const {
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.widget->isHidden(); }));
}

} // namespace rotascope
