// Lines of text that end in "…" where their room ends; the whole of it is in the tooltip then.
#pragma once

#include <QHash>
#include <QLabel>

namespace rotascope {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Whether there is less room than words.
    bool isCut() const { return shown() != text(); }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString shown() const;

    mutable QHash<qsizetype, int> m_heights; ///< by lines: words of one font are all of one height
};

} // namespace rotascope
