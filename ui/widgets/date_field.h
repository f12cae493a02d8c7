// A date that can be typed as people write it, and stepped with the arrow keys.
#pragma once

#include <QDate>
#include <QLineEdit>

namespace rotascope {

/// Shows "Wed 6 Nov 2024"; takes that, "6 Nov 2024", "2024-11-06" and "20241106". Anything else is taken
/// back.
class DateField : public QLineEdit {
    Q_OBJECT

public:
    explicit DateField(QWidget* parent = nullptr);

    /// An invalid date shows a dash.
    void setDate(const QDate& date);
    QDate date() const { return m_date; }

signals:
    void dateTyped(const QDate& date);
    void stepped(int sessions); ///< ↑ and ↓

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take();
    void showDate();

    QDate m_date;
};

} // namespace rotascope
