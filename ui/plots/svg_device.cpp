#include "ui/plots/svg_device.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QTextItem>

#include <limits>

namespace rotascope {

namespace {

constexpr int kDotsPerInch = 96;
constexpr double kMillimetresPerInch = 25.4;

QString number(double value) {
    return QString::number(value, 'f', 2);
}

QString attribute(const char* name, const QString& value) {
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

QString inkOf(const char* name, const QColor& colour) {
    QString words = attribute(name, colour.name());
    if (colour.alpha() < 255)
        words += attribute(name[0] == 'f' ? "fill-opacity" : "stroke-opacity", number(colour.alphaF()));
    return words;
}

QString fillOf(const QBrush& brush) {
    return brush.style() == Qt::NoBrush ? attribute("fill", QStringLiteral("none"))
                                        : inkOf("fill", brush.color());
}

QString strokeOf(const QPen& pen) {
    if (pen.style() == Qt::NoPen)
        return {};
    const double width = pen.widthF() > 0 ? pen.widthF() : 1;
    QString words = inkOf("stroke", pen.color()) + attribute("stroke-width", number(width));
    QStringList dashes;
    for (const double dash : pen.style() == Qt::SolidLine ? QList<qreal>() : pen.dashPattern())
        dashes << number(dash * width);
    if (!dashes.isEmpty())
        words += attribute("stroke-dasharray", dashes.join(QLatin1Char(' ')));
    return words;
}

QString dataOf(const QPainterPath& path) {
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element part = path.elementAt(i);
        if (part.type != QPainterPath::CurveToDataElement)
            data += QLatin1Char(part.type == QPainterPath::MoveToElement   ? 'M'
                                : part.type == QPainterPath::LineToElement ? 'L'
                                                                           : 'C');
        data += number(part.x) + QLatin1Char(' ') + number(part.y) + QLatin1Char(' ');
    }
    return data;
}

QPainterPath pathOf(const QPointF* points, int count, bool closed) {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points, points + count)));
    if (closed)
        path.closeSubpath();
    return path;
}

} // namespace

class SvgEngine final : public QPaintEngine {
public:
    SvgEngine()
        : QPaintEngine(PrimitiveTransform | AlphaBlend | PainterPaths | Antialiasing | BrushStroke |
                       ConstantOpacity) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath& path) override { add(path, state->brush()); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        const bool open = mode == PolylineMode;
        add(pathOf(points, count, !open), open ? QBrush() : state->brush());
    }
    using QPaintEngine::drawPolygon;
    void drawTextItem(const QPointF& place, const QTextItem& text) override;

    QString body() const { return m_body + closing(); }

private:
    void add(const QPainterPath& path, const QBrush& fill);
    void clip();
    QString closing() const { return m_clip.isEmpty() ? QString() : QStringLiteral("</g>\n"); }

    QString m_body;
    QPainterPath m_clip;
    int m_clips = 0;
};

void SvgEngine::add(const QPainterPath& path, const QBrush& fill) {
    clip();
    m_body += QStringLiteral("<path d=\"") + dataOf(state->transform().map(path)) + QLatin1Char('"') +
              fillOf(fill) + strokeOf(state->pen()) + QStringLiteral("/>\n");
}

// A group for as long as one clip is in force.
void SvgEngine::clip() {
    const QPainterPath now =
        state->isClipEnabled() ? state->transform().map(painter()->clipPath()) : QPainterPath();
    if (now == m_clip)
        return;
    m_body += closing();
    m_clip = now;
    if (m_clip.isEmpty())
        return;
    const QString id = QStringLiteral("clip%1").arg(++m_clips);
    m_body += QStringLiteral("<clipPath id=\"%1\"><path d=\"%2\"/></clipPath>\n<g clip-path=\"url(#%1)\">\n")
                  .arg(id, dataOf(m_clip));
}

void SvgEngine::drawTextItem(const QPointF& place, const QTextItem& text) {
    clip();
    const QPointF at = state->transform().map(place);
    const QFont font = text.font();
    m_body += QStringLiteral("<text") + attribute("x", number(at.x())) + attribute("y", number(at.y())) +
              attribute("font-family", font.family().toHtmlEscaped() + QStringLiteral(", sans-serif")) +
              attribute("font-size", number(font.pixelSize())) +
              attribute("font-weight", QString::number(font.weight())) + inkOf("fill", state->pen().color()) +
              QLatin1Char('>') + text.text().toHtmlEscaped() + QStringLiteral("</text>\n");
}

SvgDevice::SvgDevice(QSizeF size, const QString& title, const QString& words)
    : m_size(size)
    , m_title(title)
    , m_words(words)
    , m_engine(std::make_unique<SvgEngine>()) {}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const {
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const {
    switch (metric) {
    case PdmWidth:
        return qRound(m_size.width());
    case PdmHeight:
        return qRound(m_size.height());
    case PdmWidthMM:
        return qRound(m_size.width() * kMillimetresPerInch / kDotsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * kMillimetresPerInch / kDotsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDotsPerInch;
    case PdmNumColors:
        return std::numeric_limits<int>::max();
    case PdmDepth:
        return 32;
    default:
        return QPaintDevice::metric(metric);
    }
}

QByteArray SvgDevice::document() const {
    const QString head =
        QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                       "viewBox=\"0 0 %1 %2\">\n<title>%3</title>\n")
            .arg(number(m_size.width()), number(m_size.height()), m_title.toHtmlEscaped());
    const QString words =
        m_words.isEmpty() ? QString() : QStringLiteral("<desc>%1</desc>\n").arg(m_words.toHtmlEscaped());
    return (head + words + m_engine->body() + QStringLiteral("</svg>\n")).toUtf8();
}

} // namespace rotascope
