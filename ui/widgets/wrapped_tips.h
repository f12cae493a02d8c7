// Tooltips of long sentences that wrap.
#pragma once

#include <QObject>

namespace rotascope {

/// A filter for the application's events. Qt breaks the lines of rich text alone: a plain sentence would run
/// over the screen's edge. Serves widgets and the cells and headings of item views.
class WrappedTips : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// `text` as rich text that wraps; short and rich texts as they are.
    static QString wrapped(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace rotascope
