// Sentences that wrap.
#pragma once

#include <QHash>
#include <QLabel>

namespace rotascope {

/// A label that remembers how high it is at a width. Layouts ask for it many times over, and a label whose
/// text can be selected lays all of it out six times for each new text: it can be once the pointer comes
/// near.
class ProseLabel : public QLabel {
    Q_OBJECT

public:
    explicit ProseLabel(QWidget* parent = nullptr);

    void setProse(const QString& text);

    /// Room for a few words; the height is heightForWidth()'s business.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;

private:
    mutable QHash<int, int> m_heights;
};

} // namespace rotascope
