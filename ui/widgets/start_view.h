// What stands in the window while there is nothing to chart: an empty desk, or the reason why a desk did not
// open.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace rotascope {

class StartView : public QWidget {
    Q_OBJECT

public:
    explicit StartView(QWidget* parent = nullptr);

    void showEmptyDesk(const QString& deskName);
    /// `sentence` says what went wrong, where, and what to do.
    void showFailure(const QString& title, const QString& sentence);
    void setBusy(bool busy);
    QString sentence() const;

signals:
    void importRequested();
    void demoRequested();
    void openRequested();
    void newDeskRequested();

private:
    QPushButton* addButton(const QString& text, const QString& explanation);

    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_import;
    QPushButton* m_demo;
    QPushButton* m_open;
    QPushButton* m_new;
};

} // namespace rotascope
