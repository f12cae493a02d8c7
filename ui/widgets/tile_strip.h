// A strip of figures: caption, value, a line of words. Each opens what it names.
#pragma once

#include "core/figure/derivation.h"
#include "core/figure/figure.h"

#include <QFrame>
#include <QString>

#include <vector>

class QGridLayout;

namespace rotascope {

struct TileText {
    QString caption;
    QString value;
    QString note; ///< parts between " · " may stand below each other
    ColourRole ink = ColourRole::Text;
    QString explanation;     ///< tooltip
    DerivationRef from = {}; ///< without one the page says where it comes from
    bool operator==(const TileText&) const = default;
};

class ElidedLabel;

/// One figure; a button in all but looks.
class Tile : public QFrame {
    Q_OBJECT

public:
    explicit Tile(QWidget* parent = nullptr);
    void setText(const TileText& text);
    const TileText& text() const { return m_text; }

signals:
    void activated();

protected:
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fit();
    Derivation derivation() const;

    TileText m_text;
    ElidedLabel* m_caption;
    ElidedLabel* m_value;
    ElidedLabel* m_note;
};

class TileStrip : public QFrame {
    Q_OBJECT

public:
    explicit TileStrip(int tiles, QWidget* parent = nullptr);
    /// One text per tile. At one width the strip never gets lower than it has been: a step through time must
    /// not move what stands below.
    void setTexts(const std::vector<TileText>& texts);
    const std::vector<Tile*>& tiles() const { return m_tiles; }

signals:
    void activated(int tile);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange(int columns);
    void dressTiles();

    QGridLayout* m_grid;
    QFrame* m_between; ///< the hairline between two rows
    std::vector<Tile*> m_tiles;
    int m_columns = 0;
};

} // namespace rotascope
