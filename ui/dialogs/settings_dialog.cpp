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
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

namespace {

constexpr QSize kSize{640, 620};
constexpr int kEditorWidth = 170;

QString translated(const char* source) {
    return QCoreApplication::translate("Settings", source);
}

QString fromCore(std::string_view words) {
    return translated(std::string(words).c_str());
}

} // namespace

SettingsDialog::SettingsDialog(Settings& settings, const std::shared_ptr<const DeskSnapshot>& desk,
                               QWidget* parent)
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
    for (const DeskSettingInfo& info : kDeskSettings)
        if (desk)
            rows->addWidget(makeRow(info, *desk));
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
    return makeRow(translated(info.label), translated(info.explanation), makeEditor(info),
                   translated(info.group) + QLatin1Char(' ') + translated(info.choiceLabels));
}

QWidget* SettingsDialog::makeRow(const DeskSettingInfo& info, const DeskSnapshot& desk) {
    const std::int64_t value = desk.settings[static_cast<std::size_t>(info.setting)];
    QWidget* editor = makeEditor(info, value);
    editor->setEnabled(!desk.info.readOnly);
    return makeRow(tr("This desk: %1").arg(fromCore(info.label)), fromCore(info.meaning), editor,
                   fromCore(info.choices));
}

QWidget* SettingsDialog::makeRow(const QString& name, const QString& meaning, QWidget* editor,
                                 const QString& words) {
    auto* row = new QWidget(this);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(4, 0, 4, 0);
    grid->setVerticalSpacing(2);
    auto* label = new QLabel(name, row);
    auto* explanation = new QLabel(meaning, row);
    explanation->setWordWrap(true);
    setTextSize(*explanation, TextSize::Small);
    setInk(*explanation, ColourRole::MutedText);
    editor->setFixedWidth(kEditorWidth);
    editor->setAccessibleName(name);
    editor->setAccessibleDescription(meaning);
    label->setBuddy(editor);
    grid->addWidget(label, 0, 0);
    grid->addWidget(explanation, 1, 0);
    grid->addWidget(editor, 0, 1, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    m_rows.push_back({row, QStringList{name, meaning, words}.join(QLatin1Char(' '))});
    return row;
}

QWidget* SettingsDialog::makeEditor(const DeskSettingInfo& info, std::int64_t value) {
    const auto note = [this, setting = info.setting, value](std::int64_t now) {
        noteDesk(setting, now, value);
    };
    if (info.choices.empty()) {
        auto* number = new QSpinBox(this);
        number->setRange(0, static_cast<int>(info.most));
        number->setValue(static_cast<int>(value));
        connect(number, &QSpinBox::valueChanged, this, note);
        return number;
    }
    auto* box = new QComboBox(this);
    box->addItems(fromCore(info.choices).split(QLatin1Char('|')));
    box->setCurrentIndex(static_cast<int>(value));
    connect(box, &QComboBox::currentIndexChanged, this, note);
    return box;
}

void SettingsDialog::noteDesk(DeskSetting setting, std::int64_t value, std::int64_t before) {
    if (value == before)
        m_deskChanges.erase(setting);
    else
        m_deskChanges[setting] = value;
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
