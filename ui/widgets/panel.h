// ui/widgets: the pieces that pages and the frame are made of. May include core, ui/convert, ui/theme,
// ui/settings and ui/models. They show what they are given and say what the user did; none reads the session.
#pragma once

#include <QFrame>
#include <QString>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace rotascope {

/// A card with a title, small type beside it and content below.
class Panel : public QFrame {
    Q_OBJECT

public:
    explicit Panel(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Small type at the title's far end.
    void setNote(const QString& note);
    QString note() const;
    /// A control in place of the note.
    void addHeaderWidget(QWidget* widget);
    /// Below what is there already.
    void addContent(QWidget* widget, int stretch = 0);
    void addStretch();

    /// Without the height that prose takes at the preferred width, which it never has: to lay it out for that
    /// took a tenth of a step in time. Layouts ask heightForWidth().
    QSize sizeHint() const override;

private:
    QHBoxLayout* m_header;
    QVBoxLayout* m_body;
    QLabel* m_title;
    QLabel* m_note;
};

} // namespace rotascope
