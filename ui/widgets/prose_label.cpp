#include "ui/widgets/prose_label.h"

#include "ui/theme/typography.h"

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kPreferredWidth = 200;
constexpr int kLeastWidth = 60;

} // namespace

ProseLabel::ProseLabel(QWidget* parent)
    : QLabel(parent) {
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void ProseLabel::setProse(const QString& text) {
    if (text == this->text())
        return;
    m_heights.clear();
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
    return QLabel::event(event);
}

} // namespace rotascope
