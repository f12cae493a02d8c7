#include "ui/widgets/headline_label.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr int kPreferredWidth = 600;
constexpr int kLeastWidth = 200;
constexpr qsizetype kWidthsKept = 8; ///< a window being resized asks for ever new ones

} // namespace

HeadlineLabel::HeadlineLabel(const Appearance& appearance, QWidget* parent)
    : ProseLabel(parent)
    , m_appearance(appearance) {
    setTextSize(*this, TextSize::Sentence);
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(&appearance, &Appearance::themeChanged, this, &HeadlineLabel::render);
}

QSize HeadlineLabel::sizeHint() const {
    return {kPreferredWidth, minimumSizeHint().height()};
}

QSize HeadlineLabel::minimumSizeHint() const {
    return {kLeastWidth, ProseLabel::minimumSizeHint().height()};
}

int HeadlineLabel::heightForWidth(int width) const {
    if (m_tallest.size() > kWidthsKept)
        m_tallest.clear();
    int& tallest = m_tallest[width];
    return tallest = std::max(tallest, ProseLabel::heightForWidth(width));
}

void HeadlineLabel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_tallest.clear();
    ProseLabel::changeEvent(event);
}

void HeadlineLabel::setHeadline(Headline headline) {
    if (m_headline == headline)
        return;
    m_headline = std::move(headline);
    render();
}

// Rich text takes no ink from the style sheet part by part, hence the theme's colour by name.
void HeadlineLabel::render() {
    const QString muted = m_appearance.theme().colour(ColourRole::MutedText).name();
    QString html;
    for (const HeadlineRun& run : m_headline) {
        const QString words = unbroken(qtext(run.text)).toHtmlEscaped();
        if (run.emphasis == Emphasis::Strong)
            html += QStringLiteral("<span style=\"font-weight:600\">%1</span>").arg(words);
        else if (run.emphasis == Emphasis::Muted)
            html += QStringLiteral("<span style=\"color:%1\">%2</span>").arg(muted, words);
        else
            html += words;
    }
    setProse(html);
    setAccessibleName(qtext(plainText(m_headline)));
}

} // namespace rotascope
