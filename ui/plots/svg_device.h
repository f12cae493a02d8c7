// A paint device that writes SVG: shapes, clipped groups and text as text. Qt's own writer is a module that
// few machines have.
#pragma once

#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

namespace rotascope {

class SvgEngine;

/// Everything painted between construction and document() ends up in the document.
class SvgDevice : public QPaintDevice {
public:
    /// `words` describe it for programs: <desc>.
    SvgDevice(QSizeF size, const QString& title, const QString& words = {});
    ~SvgDevice() override;

    QByteArray document() const;
    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    QString m_title;
    QString m_words;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace rotascope
