// The as-of date: a step back, the date, a step forward, a slider over all sessions, and back to the latest.
#pragma once

#include "core/base/date.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QSlider;
class QToolButton;

namespace rotascope {

class DateField;

class AsOfBar : public QWidget {
    Q_OBJECT

public:
    explicit AsOfBar(QWidget* parent = nullptr);

    /// The sessions to choose from and the one in force; nothing to choose from disables the bar.
    void show(const std::shared_ptr<const std::vector<Date>>& sessions, std::size_t current, bool isLatest);
    /// Room that a narrow window lacks.
    void setSliderVisible(bool visible);
    void setCaptionVisible(bool visible);
    DateField* dateField() const { return m_date; }

signals:
    void stepped(int sessions);
    void sessionChosen(int index);
    void dateChosen(rotascope::Date date);
    void latestChosen();

private:
    void layOut();

    std::shared_ptr<const std::vector<Date>> m_sessions;
    QLabel* m_caption;
    QToolButton* m_back;
    DateField* m_date;
    QToolButton* m_forward;
    QSlider* m_slider;
    QToolButton* m_latest;
};

} // namespace rotascope
