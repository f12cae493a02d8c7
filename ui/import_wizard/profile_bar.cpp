#include "ui/import_wizard/profile_bar.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/menu_button.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace rotascope {

namespace {

QString timesText(std::uint64_t used) {
    return used == 1 ? ProfileBar::tr("used once")
                     : ProfileBar::tr("used %1 times").arg(qtext(groupedCount(static_cast<long long>(used))));
}

const KnownProfile* knownAs(const KnownProfiles& profiles, const std::string& name) {
    const auto found = std::find_if(profiles.known.begin(), profiles.known.end(),
                                    [&](const KnownProfile& each) { return each.profile.name == name; });
    return found == profiles.known.end() ? nullptr : &*found;
}

} // namespace

ProfileBar::ProfileBar(QWidget* parent)
    : QFrame(parent)
    , m_choice(new MenuButton(this))
    , m_note(new ElidedLabel(this))
    , m_use(new QPushButton(tr("&Use it"), this))
    , m_save(new QPushButton(tr("&Save as…"), this))
    , m_export(new QPushButton(tr("&Export…"), this))
    , m_take(new QPushButton(tr("From a &file…"), this)) {
    setDress(*this, Dress::Panel);
    setAccessibleName(tr("Profile"));
    auto* caption = new QLabel(tr("P&rofile"), this);
    caption->setBuddy(m_choice);
    setInk(*caption, ColourRole::MutedText);
    setInk(*m_note, ColourRole::MutedText);
    for (QWidget* widget : {static_cast<QWidget*>(caption), static_cast<QWidget*>(m_note)})
        setTextSize(*widget, TextSize::Table);
    setTextSize(*m_choice, TextSize::Table, QFont::DemiBold);
    m_choice->setMenu(new QMenu(m_choice));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(caption);
    row->addWidget(m_choice);
    row->addWidget(m_note, 1);
    for (QPushButton* button : {m_use, m_save, m_export, m_take})
        row->addWidget(button);
    connect(m_save, &QPushButton::clicked, this, &ProfileBar::askForName);
    connect(m_export, &QPushButton::clicked, this, &ProfileBar::askWhereTo);
    connect(m_take, &QPushButton::clicked, this, &ProfileBar::askForFile);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const KnownProfile* known = knownAs(m_known, utf8(m_suggestedName)))
            emit profileChosen(known->profile);
    });
}

QString ProfileBar::note() const {
    return m_note->text();
}

void ProfileBar::show(const ReviewedFile& file, const KnownProfiles& profiles) {
    m_known = profiles;
    m_current = qtext(file.options.profile);
    const std::string header = file.preview ? file.preview->header : std::string{};
    const QString vendor = file.preview ? qtext(file.preview->vendor) : QString();
    const KnownProfile* inUse = knownAs(profiles, file.options.profile);
    const KnownProfile* fitting = inUse ? nullptr : profileFor(profiles.known, header);
    m_suggestedName = fitting ? qtext(fitting->profile.name) : QString();
    m_use->setVisible(fitting != nullptr);
    if (inUse)
        m_note->setText(timesText(inUse->used));
    else if (fitting)
        m_note->setText(
            tr("“%1” was made for this header, %2").arg(m_suggestedName, timesText(fitting->used)));
    else
        m_note->setText(vendor.isEmpty()
                            ? tr("no layout that is known by name")
                            : tr("recognised by its header; nothing is decided but what the file says"));
    const QString name = !m_current.isEmpty() ? m_current : vendor.isEmpty() ? tr("none") : vendor;
    m_choice->setText(name + QStringLiteral(" ▾"));
    m_choice->setAccessibleName(tr("Profile: %1").arg(name));
    const bool read = file.preview && !file.preview->columns.empty();
    m_save->setEnabled(read);
    m_export->setEnabled(read);
    fillMenu(file);
}

void ProfileBar::fillMenu(const ReviewedFile& file) {
    QMenu* menu = m_choice->menu();
    menu->clear();
    const QString vendor = file.preview ? qtext(file.preview->vendor) : QString();
    QAction* none = menu->addAction(vendor.isEmpty() ? tr("None: as the file says")
                                                     : tr("%1: as the file says").arg(vendor));
    connect(none, &QAction::triggered, this, [this] { emit profileChosen(Profile{}); });
    if (!m_known.known.empty())
        menu->addSeparator();
    for (const KnownProfile& each : m_known.known) {
        QAction* action = menu->addAction(tr("%1 · %2").arg(qtext(each.profile.name), timesText(each.used)));
        connect(action, &QAction::triggered, this,
                [this, profile = each.profile] { emit profileChosen(profile); });
    }
    if (knownAs(m_known, utf8(m_current)) == nullptr)
        return;
    menu->addSeparator();
    QAction* remove = menu->addAction(tr("Forget “%1”").arg(m_current));
    connect(remove, &QAction::triggered, this, [this] { emit removeRequested(m_current); });
}

void ProfileBar::askForName() {
    bool named = false;
    const QString name = QInputDialog::getText(this, tr("Save profile"), tr("Name of the profile:"),
                                               QLineEdit::Normal, m_current, &named);
    if (named && !name.trimmed().isEmpty())
        emit saveRequested(name);
}

void ProfileBar::askWhereTo() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export profile"), {}, tr("Profiles (*.json)"));
    if (!path.isEmpty())
        emit exportRequested(path);
}

void ProfileBar::askForFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Profile from a file"), {},
                                                      tr("Profiles (*.json);;All files (*)"));
    if (!path.isEmpty())
        emit fileGiven(path);
}

} // namespace rotascope
