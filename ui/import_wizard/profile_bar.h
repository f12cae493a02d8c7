// Which profile a file is read under, which one would fit, and what can be done with profiles.
#pragma once

#include "ui/session/import_review.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace rotascope {

class MenuButton;

class ProfileBar : public QFrame {
    Q_OBJECT

public:
    explicit ProfileBar(QWidget* parent = nullptr);

    void show(const ReviewedFile& file, const KnownProfiles& profiles);
    QString note() const;
    QPushButton* useButton() const { return m_use; }

signals:
    void profileChosen(const rotascope::Profile& profile); ///< the empty one: as the file says
    void saveRequested(const QString& name);
    void removeRequested(const QString& name);
    void exportRequested(const QString& path);
    void fileGiven(const QString& path);

private:
    void fillMenu(const ReviewedFile& file);
    void askForName();
    void askWhereTo();
    void askForFile();

    KnownProfiles m_known;
    QString m_current; ///< name of the profile in use; empty: none
    QString m_suggestedName;
    MenuButton* m_choice;
    QLabel* m_note;
    QPushButton* m_use;
    QPushButton* m_save;
    QPushButton* m_export;
    QPushButton* m_take;
};

} // namespace rotascope
