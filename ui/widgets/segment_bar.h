// A row of choices of which one is in force; where a row has no room, one button that drops them down.
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace rotascope {

class ChoiceButton;

class SegmentBar : public QWidget {
    Q_OBJECT

public:
    /// `name` is what people hear who cannot see it.
    SegmentBar(const QString& name, const QStringList& labels, QWidget* parent = nullptr);

    int current() const { return m_group.checkedId(); }
    /// −1: none of them. Does not emit chosen().
    void setCurrent(int index);
    void setExplanation(int index, const QString& text);
    void setFolded(bool folded);

signals:
    void chosen(int index); ///< by the user

private:
    void makeFold();

    QButtonGroup m_group;
    ChoiceButton* m_fold = nullptr; ///< made when it is first needed
};

} // namespace rotascope
