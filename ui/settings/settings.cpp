#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<SettingInfo, kSettingCount> kSettings{{
    {SettingId::Theme, "theme", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Look"),
     QT_TRANSLATE_NOOP("Settings", "Theme"),
     QT_TRANSLATE_NOOP("Settings",
                       "Colours of the whole window. \"As the system\" follows the desktop's own."),
     "system|light|dark|contrast", QT_TRANSLATE_NOOP("Settings", "As the system|Light|Dark|High contrast"), 0,
     0, 0, 0},
    {SettingId::MoveSessions, "move_sessions", SettingKind::Number, QT_TRANSLATE_NOOP("Settings", "Analysis"),
     QT_TRANSLATE_NOOP("Settings", "Sessions of the move"),
     QT_TRANSLATE_NOOP("Settings", "The move whose size is judged: small caps less large caps over this many "
                                   "sessions."),
     "", "", 5, 1, 252, 0},
    {SettingId::SigmaMode, "sigma", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Analysis"),
     QT_TRANSLATE_NOOP("Settings", "Estimate of σ on charts"),
     QT_TRANSLATE_NOOP("Settings",
                       "Which of the six estimates the z chart and its events use. The table always "
                       "shows all six."),
     "in_sample|expanding|rolling_252|rolling_756|mad|ewma_94",
     QT_TRANSLATE_NOOP("Settings", "In-sample|Expanding|Rolling 252|Rolling 756|Robust (MAD)|EWMA λ 0.94"), 1,
     0, 0, 0},
    {SettingId::EventThreshold, "event_threshold", SettingKind::Number,
     QT_TRANSLATE_NOOP("Settings", "Analysis"), QT_TRANSLATE_NOOP("Settings", "Event threshold, σ"),
     QT_TRANSLATE_NOOP("Settings", "A session is an event when its z is at least this."), "", "", 3, 0.5, 10,
     1},
    {SettingId::EventGap, "event_gap", SettingKind::Number, QT_TRANSLATE_NOOP("Settings", "Analysis"),
     QT_TRANSLATE_NOOP("Settings", "Sessions between events"),
     QT_TRANSLATE_NOOP("Settings",
                       "After an event, later ones are skipped until more than this many sessions "
                       "have passed."),
     "", "", 63, 0, 252, 0},
    {SettingId::PerformanceRows, "performance_rows", SettingKind::Choice,
     QT_TRANSLATE_NOOP("Settings", "Analysis"),
     QT_TRANSLATE_NOOP("Settings", "Rows of the performance table"),
     QT_TRANSLATE_NOOP("Settings", "Counted in sessions (6M = 126) or in calendar months."),
     "sessions|calendar", QT_TRANSLATE_NOOP("Settings", "Sessions|Calendar"), 0, 0, 0, 0},
    {SettingId::ImportConflicts, "import_conflicts", SettingKind::Choice,
     QT_TRANSLATE_NOOP("Settings", "Desk"), QT_TRANSLATE_NOOP("Settings", "A differing value in an import"),
     QT_TRANSLATE_NOOP("Settings", "Keep what the desk holds and list the conflict, or replace it."),
     "keep|replace", QT_TRANSLATE_NOOP("Settings", "Keep|Replace"), 0, 0, 0, 0},
    {SettingId::WatchedFiles, "watched_files", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Desk"),
     QT_TRANSLATE_NOOP("Settings", "New files in the watched folder"),
     QT_TRANSLATE_NOOP("Settings",
                       "Show them in the import, where nothing is stored before you say so; or import "
                       "those with nothing to look at by themselves."),
     "show|import", QT_TRANSLATE_NOOP("Settings", "Show|Import the plain ones"), 0, 0, 0, 0},
    {SettingId::OutsideChange, "outside_change", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Desk"),
     QT_TRANSLATE_NOOP("Settings", "When another program changes the desk"),
     QT_TRANSLATE_NOOP("Settings", "Offer to read it again, or read it at once."), "offer|reload",
     QT_TRANSLATE_NOOP("Settings", "Offer|Read again"), 0, 0, 0, 0},
    {SettingId::RuleNotices, "rule_notices", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Desk"),
     QT_TRANSLATE_NOOP("Settings", "When a rule begins to fire on new data"),
     QT_TRANSLATE_NOOP(
         "Settings",
         "Say it in the window alone, or as a notification of the desktop too, once an import has "
         "brought the data."),
     "desktop|window|never", QT_TRANSLATE_NOOP("Settings", "Desktop notification|In the window|Say nothing"),
     0, 0, 0, 0},
    {SettingId::RestoreView, "restore_view", SettingKind::Choice, QT_TRANSLATE_NOOP("Settings", "Window"),
     QT_TRANSLATE_NOOP("Settings", "On start"),
     QT_TRANSLATE_NOOP("Settings", "Open on the page, pair, range and scale of the last session, or afresh."),
     "restore|fresh", QT_TRANSLATE_NOOP("Settings", "As I left it|Afresh"), 0, 0, 0, 0},
}};

QStringList choicesOf(const SettingInfo& info) {
    return QString::fromUtf8(info.choices).split(QLatin1Char('|'));
}

QString keyOf(SettingId id) {
    return QString::fromLatin1(infoOf(id).key);
}

QString sentence(const char* text) {
    return QCoreApplication::translate("Settings", text);
}

const QString kValues = QStringLiteral("settings");
const QString kMemory = QStringLiteral("memory");
/// Of the file's levels: kind, part, key. What lies below a key belongs together.
constexpr int kLevels = 3;

/// `now` with what changed between `before` and `ours`, `levels` deep.
QJsonObject merged(const QJsonObject& now, const QJsonObject& before, const QJsonObject& ours, int levels) {
    QJsonObject result = now;
    for (const QString& key : before.keys())
        if (!ours.contains(key))
            result.remove(key);
    for (auto entry = ours.begin(); entry != ours.end(); ++entry) {
        if (entry.value() == before.value(entry.key()))
            continue;
        const QJsonValue value = entry.value();
        const bool deeper = levels > 1 && value.isObject();
        result.insert(entry.key(), deeper ? QJsonValue(merged(now.value(entry.key()).toObject(),
                                                              before.value(entry.key()).toObject(),
                                                              value.toObject(), levels - 1))
                                          : value);
    }
    return result;
}

/// What another window may have written meanwhile; `otherwise` where nothing can be read.
QJsonObject objectIn(const QString& path, const QJsonObject& otherwise) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return otherwise;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    return document.isObject() ? document.object() : otherwise;
}

} // namespace

std::span<const SettingInfo> settingCatalogue() {
    return kSettings;
}

const SettingInfo& infoOf(SettingId id) {
    return kSettings[static_cast<std::size_t>(id)];
}

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(file) {
    load();
}

void Settings::load() {
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = sentence("The settings in %1 cannot be read (%2). Defaults are in use.")
                        .arg(QDir::toNativeSeparators(m_file), file.errorString());
        return;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    file.close();
    if (error.error != QJsonParseError::NoError)
        return fallBack(error.errorString());
    if (!document.isObject())
        return fallBack(sentence("not a list of settings"));
    m_values = document.object().value(kValues).toObject();
    m_memory = document.object().value(kMemory).toObject();
    m_agreed = whole();
}

QJsonObject Settings::whole() const {
    return {{kValues, m_values}, {kMemory, m_memory}};
}

void Settings::fallBack(const QString& reason) {
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    const bool kept = QFile::rename(m_file, aside);
    m_problem = sentence("The settings file was damaged (%1). Defaults are in use.").arg(reason);
    if (kept)
        m_problem += QLatin1Char(' ') +
                     sentence("The damaged file was kept as %1.").arg(QDir::toNativeSeparators(aside));
}

QString Settings::choice(SettingId id) const {
    const QStringList choices = choicesOf(infoOf(id));
    const QString kept = m_values.value(keyOf(id)).toString();
    return choices.contains(kept) ? kept : choices.at(static_cast<qsizetype>(infoOf(id).fallback));
}

double Settings::number(SettingId id) const {
    const SettingInfo& info = infoOf(id);
    const QJsonValue kept = m_values.value(keyOf(id));
    return kept.isDouble() ? std::clamp(kept.toDouble(), info.low, info.high) : info.fallback;
}

void Settings::setChoice(SettingId id, const QString& choice) {
    if (!choicesOf(infoOf(id)).contains(choice) || this->choice(id) == choice)
        return;
    m_values.insert(keyOf(id), choice);
    emit changed(id);
}

void Settings::setNumber(SettingId id, double value) {
    const double kept = std::clamp(value, infoOf(id).low, infoOf(id).high);
    if (!(number(id) < kept) && !(number(id) > kept))
        return;
    m_values.insert(keyOf(id), kept);
    emit changed(id);
}

void Settings::restoreDefaults() {
    m_values = {};
    for (const SettingInfo& info : kSettings)
        emit changed(info.id);
}

QJsonObject Settings::memory(const QString& part) const {
    return m_memory.value(part).toObject();
}

void Settings::remember(const QString& part, const QJsonObject& values) {
    m_memory.insert(part, values);
}

bool Settings::save() {
    if (m_file.isEmpty())
        return true;
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QSaveFile file(m_file);
    const QJsonObject root = merged(objectIn(m_file, m_agreed), m_agreed, whole(), kLevels);
    if (file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit()) {
        m_agreed = whole();
        return true;
    }
    m_problem = sentence("The settings cannot be written to %1 (%2).")
                    .arg(QDir::toNativeSeparators(m_file), file.errorString());
    return false;
}

} // namespace rotascope
