// The bar on top of every page: pair, as-of, range, scale, and what opens something.
#pragma once

#include "ui/session/session.h"

#include <QFrame>

class QLabel;
class QMenu;
class QToolButton;

namespace rotascope {

class AsOfBar;
class MenuButton;
class PairPicker;
class SegmentBar;

class TopBar : public QFrame {
    Q_OBJECT

public:
    explicit TopBar(Session& session, QWidget* parent = nullptr);

    /// The menu of all commands, behind the last button.
    void setCommandMenu(QMenu* menu);
    /// Says DEMO while the desk holds the synthetic market.
    void setDemo(bool demo);
    AsOfBar& asOf() const { return *m_asOf; }
    QSize minimumSizeHint() const override;

signals:
    void importRequested();
    void reportRequested();
    void paletteRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void layOut();
    void connectSession();
    void showState();
    void showPair();
    void showAsOf();
    void fit();

    struct PairShown {
        std::shared_ptr<const DeskSnapshot> desk;
        Symbol small;
        Symbol large;
        bool operator==(const PairShown&) const = default;
    };

    Session& m_session;
    std::optional<PairShown> m_pairShown;
    PairPicker* m_pair;
    AsOfBar* m_asOf;
    SegmentBar* m_ranges;
    SegmentBar* m_scales;
    QLabel* m_demo;
    QToolButton* m_palette;
    QToolButton* m_import;
    QToolButton* m_report;
    MenuButton* m_menu;
};

} // namespace rotascope
