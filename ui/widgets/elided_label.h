// A line of text that ends in "…" where its room ends; the whole of it is in the tooltip then.
#pragma once

#include <QLabel>

namespace rotascope {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString shown() const;
};

} // namespace rotascope
