// ui/dialogs: windows that ask or tell one thing. May include core and every room of ui but pages and
// main_window.
//
// The command palette: everything by name. Words may come in any order; a date steps to that date.
#pragma once

#include <QDialog>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace rotascope {

struct PaletteEntry {
    QString title;
    QString keys;
    std::function<void()> run;
};

/// Makes an entry of what was typed ("2024-11-06"), or nothing.
using TypedEntry = std::function<std::optional<PaletteEntry>(const QString& text)>;

/// The entries that hold every word of `text`, those that begin with it first; indices into `entries`.
std::vector<std::size_t> matchingEntries(const std::vector<PaletteEntry>& entries, const QString& text);

class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(std::vector<PaletteEntry> entries, TypedEntry typed, QWidget* parent);

    /// Runs the chosen entry after the dialog is gone.
    void done(int result) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);

    std::vector<PaletteEntry> m_entries;
    TypedEntry m_typed;
    std::vector<PaletteEntry> m_shown;
    QLineEdit* m_text;
    QListWidget* m_list;
};

} // namespace rotascope
