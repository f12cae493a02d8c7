#include "ui/plots/measured_font.h"

namespace rotascope {

namespace {

constexpr qsizetype kTextsKept = 4096;

} // namespace

MeasuredFont::MeasuredFont(const QFont& font)
    : m_font(font)
    , m_metrics(font)
    , m_height(m_metrics.height()) {}

double MeasuredFont::width(const QString& text) const {
    const auto known = m_widths.constFind(text);
    if (known != m_widths.constEnd())
        return *known;
    if (m_widths.size() >= kTextsKept)
        m_widths.clear();
    return *m_widths.insert(text, m_metrics.horizontalAdvance(text));
}

double MeasuredFont::width(std::string_view utf8) const {
    return width(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

} // namespace rotascope
