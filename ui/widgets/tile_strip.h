// A strip of figures: caption, value, a line of words. Each opens what it names.
#pragma once

#include "core/figure/figure.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLabel;

namespace rotascope {

struct TileText {
    QString caption;
    QString value;
    QString note;
    ColourRole ink = ColourRole::Text;
    QString explanation; ///< tooltip
    bool operator==(const TileText&) const = default;
};

/// One figure; a button in all but looks.
class Tile : public QFrame {
    Q_OBJECT

public:
    explicit Tile(bool last, QWidget* parent = nullptr);
    void setText(const TileText& text);
    const TileText& text() const { return m_text; }

signals:
    void activated();

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    TileText m_text;
    QLabel* m_caption;
    QLabel* m_value;
    QLabel* m_note;
};

class TileStrip : public QFrame {
    Q_OBJECT

public:
    explicit TileStrip(int tiles, QWidget* parent = nullptr);
    /// One text per tile.
    void setTexts(const std::vector<TileText>& texts);
    const std::vector<Tile*>& tiles() const { return m_tiles; }

signals:
    void activated(int tile);

private:
    std::vector<Tile*> m_tiles;
};

} // namespace rotascope
