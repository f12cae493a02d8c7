#include "ui/widgets/prose_label.h"

#include "ui/theme/typography.h"

#include <QEvent>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kPreferredWidth = 200;
constexpr int kLeastWidth = 60;
constexpr Qt::TextInteractionFlags kSelectable{Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard};

/// What comes before anything can be selected.
bool isApproach(QEvent::Type type) {
    return type == QEvent::Enter || type == QEvent::MouseButtonPress || type == QEvent::ContextMenu;
}

} // namespace

ProseLabel::ProseLabel(QWidget* parent)
    : QLabel(parent) {
    setWordWrap(true);
    // In the middle of its height a text that can be selected stands up to a pixel lower than one that
    // cannot.
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
}

void ProseLabel::setProse(const QString& text) {
    if (text == this->text())
        return;
    m_heights.clear();
    if (!underMouse() && !hasFocus())
        setTextInteractionFlags(Qt::NoTextInteraction);
    setText(text);
}

// QLabel lays its text out at several widths to find one it likes, at each question.
QSize ProseLabel::sizeHint() const {
    return {std::min(kPreferredWidth, fontMetrics().horizontalAdvance(text())), minimumSizeHint().height()};
}

QSize ProseLabel::minimumSizeHint() const {
    return {kLeastWidth, fontMetrics().lineSpacing()};
}

int ProseLabel::heightForWidth(int width) const {
    auto known = m_heights.constFind(width);
    if (known == m_heights.constEnd())
        known = m_heights.insert(width, QLabel::heightForWidth(width));
    return *known;
}

bool ProseLabel::event(QEvent* event) {
    if (changesTextSize(*event))
        m_heights.clear();
    if (isApproach(event->type()))
        setTextInteractionFlags(kSelectable);
    return QLabel::event(event);
}

} // namespace rotascope
