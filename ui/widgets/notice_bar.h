// One sentence that asks to be seen, with at most one thing to do about it.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace rotascope {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// An empty `action` offers none beside dismissing.
    void say(const QString& sentence, const QString& action = {});
    void dismiss();
    QString sentence() const;

signals:
    void actionChosen();

private:
    QLabel* m_text;
    QPushButton* m_action;
};

} // namespace rotascope
