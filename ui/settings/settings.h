// ui/settings: what the user can choose and what the window remembers, in one JSON file of the per-user data
// folder. May include core and ui/convert. A new setting is one row of kSettings.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <span>

namespace rotascope {

enum class SettingId : std::uint8_t {
    Theme,
    MoveSessions,
    SigmaMode,
    EventThreshold,
    EventGap,
    PerformanceRows,
    ImportConflicts,
    WatchedFiles,
    OutsideChange,
    RuleNotices,
    RestoreView
};

constexpr std::size_t kSettingCount = 11;

enum class SettingKind : std::uint8_t { Choice, Number };

/// A row of the settings catalogue. A choice's value is one of `choices` (separated by '|', shown as
/// `choiceLabels`); a number lies between `low` and `high`.
struct SettingInfo {
    SettingId id;
    const char* key; ///< in the file
    SettingKind kind;
    const char* group;       ///< translated where shown
    const char* label;       ///< translated where shown
    const char* explanation; ///< translated where shown
    const char* choices;
    const char* choiceLabels;
    double fallback; ///< the number, or the index of the choice
    double low;
    double high;
    int decimals;
};

std::span<const SettingInfo> settingCatalogue();
const SettingInfo& infoOf(SettingId id);

class Settings : public QObject {
    Q_OBJECT

public:
    /// Settings kept in `file`; an empty path keeps them in memory. A damaged file is set aside under another
    /// name and everything falls back; problem() then says so in a sentence.
    explicit Settings(const QString& file, QObject* parent = nullptr);

    const QString& problem() const { return m_problem; }
    const QString& path() const { return m_file; }

    /// The id of the choice in force ("dark"), always one of the row's.
    QString choice(SettingId id) const;
    double number(SettingId id) const;
    void setChoice(SettingId id, const QString& choice);
    void setNumber(SettingId id, double value);
    void restoreDefaults();

    /// What the window remembers between two starts ("window", "visits"); not shown as settings.
    QJsonObject memory(const QString& part) const;
    void remember(const QString& part, const QJsonObject& values);

    /// Writes the file, whole or not at all; false when it cannot be written (problem() says why). What
    /// another window has written since stays, unless it was changed here too. Does nothing without a path.
    bool save();

signals:
    void changed(rotascope::SettingId id);

private:
    void load();
    void fallBack(const QString& reason);
    QJsonObject whole() const;

    QString m_file;
    QString m_problem;
    QJsonObject m_values;
    QJsonObject m_memory;
    QJsonObject m_agreed; ///< whole() as it was when the file was read or written last
};

} // namespace rotascope
