// A font that remembers how wide its texts are.
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QString>

#include <string_view>

namespace rotascope {

/// Shaping a text costs more than drawing it, and a picture asks for the width of the same ticks and figures
/// over and over while it is dragged. For the GUI thread; a copy remembers for itself.
class MeasuredFont {
public:
    explicit MeasuredFont(const QFont& font);

    operator const QFont&() const { return m_font; } // NOLINT(google-explicit-constructor): it is one
    double height() const { return m_height; }
    /// Horizontal advance, pixels.
    double width(const QString& text) const;
    double width(std::string_view utf8) const;

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_height;
    mutable QHash<QString, double> m_widths;
};

} // namespace rotascope
