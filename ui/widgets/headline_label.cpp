#include "ui/widgets/headline_label.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"

#include <utility>

namespace rotascope {

HeadlineLabel::HeadlineLabel(const Appearance& appearance, QWidget* parent)
    : ProseLabel(parent)
    , m_appearance(appearance) {
    setTextSize(*this, TextSize::Sentence);
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(&appearance, &Appearance::themeChanged, this, &HeadlineLabel::render);
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
