#include "ui/theme/dress.h"
#include "ui/theme/theme.h"

namespace rotascope {

namespace {

// @Role@ stands for that role's colour. No rule of a tool button names a font: it would lose the button's own
// size. Sizes travel as fonts.
constexpr const char* kRules = R"(
QToolTip { background: @Raised@; color: @Text@; border: 1px solid @Hairline@; padding: 4px 6px; }

*[dress="panel"] { background: @Panel@; border: 1px solid @Hairline@; border-radius: 6px; }
*[dress="topBar"] { background: @Panel@; border: none; border-bottom: 1px solid @Hairline@; }
*[dress="topBarPast"] { background: @AttentionBackground@; border: none; border-bottom: 1px solid @Hairline@; }
*[dress="statusBar"] { background: @Panel@; border: none; border-top: 1px solid @Hairline@; color: @MutedText@; }
*[dress="tile"] { background: transparent; border: none; border-right: 1px solid @Hairline@; }
*[dress="tileLast"] { background: transparent; border: none; }
*[dress="question"] { background: @Panel@; border: 1px solid @Hairline@; border-left: 3px solid @Attention@; border-radius: 6px; }
*[dress="rule"] { background: @Hairline@; border: none; }
*[dress="badge"] { background: @Grid@; color: @MutedText@; border-radius: 4px; padding: 1px 6px; }
*[dress="badgeAttention"] { background: @AttentionBackground@; color: @Attention@; border: 1px solid @Attention@; border-radius: 4px; padding: 0px 6px; }

QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton, QToolButton { background: @Raised@; color: @Text@; border: 1px solid @Hairline@; border-radius: 6px; padding: 4px 12px; }
QToolButton { padding: 4px 8px; }
QPushButton:hover, QToolButton:hover { background: @Selection@; }
QPushButton:pressed, QToolButton:pressed { background: @Hairline@; }
QPushButton:checked, QToolButton:checked { background: @Selection@; }
QPushButton:focus, QToolButton:focus { border-color: @LargeCap@; }
QPushButton:disabled, QToolButton:disabled { color: @Average1@; }
QToolButton::menu-indicator { image: none; }

*[dress="primary"] { background: @LargeCap@; color: @Panel@; border-color: @LargeCap@; font-weight: 600; }
*[dress="primary"]:hover, *[dress="primary"]:pressed { background: @Text@; border-color: @Text@; color: @Panel@; }
*[dress="primary"]:disabled { background: @Grid@; border-color: @Hairline@; color: @Average1@; }
*[dress="flat"] { background: transparent; border: 1px solid transparent; padding: 3px 6px; }
*[dress="flat"]:hover { background: @Selection@; }
*[dress="flat"]:focus { border-color: @LargeCap@; }
*[dress="corner"], *[dress="corner"]:checked { background: transparent; color: @MutedText@; border: 1px solid transparent; border-radius: 4px; padding: 0px 1px; }
*[dress="corner"]:hover { color: @Text@; background: @Selection@; }
*[dress="corner"]:focus { color: @Text@; border-color: @LargeCap@; }

*[dress="segment"], *[dress="segmentFirst"], *[dress="segmentLast"] { background: @Raised@; color: @MutedText@; padding: 3px 8px; border-radius: 0px; }
*[dress="segmentOnly"] { color: @MutedText@; padding: 3px 8px; }
*[dress="segment"], *[dress="segmentLast"] { border-left: none; }
*[dress="segmentFirst"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
*[dress="segmentLast"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
*[dress="segment"]:hover, *[dress="segmentFirst"]:hover, *[dress="segmentLast"]:hover, *[dress="segmentOnly"]:hover { color: @Text@; }
*[dress="segment"]:checked, *[dress="segmentFirst"]:checked, *[dress="segmentLast"]:checked, *[dress="segmentOnly"]:checked { background: @Selection@; color: @Text@; }
*[dress="segment"]:focus, *[dress="segmentFirst"]:focus, *[dress="segmentLast"]:focus, *[dress="segmentOnly"]:focus { color: @LargeCap@; }

QLineEdit, QPlainTextEdit, QTextEdit { background: @Raised@; color: @Text@; border: 1px solid @Hairline@; border-radius: 6px; padding: 3px 8px; selection-background-color: @Selection@; selection-color: @Text@; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @LargeCap@; }
QLineEdit:disabled { color: @Average1@; }
QTextBrowser { background: @Panel@; border: none; }

QAbstractItemView { background: @Panel@; alternate-background-color: @Panel@; color: @Text@; border: none; gridline-color: @Grid@; selection-background-color: @Selection@; selection-color: @Text@; outline: none; }
QTableView::item, QTreeView::item { padding: 2px 6px; border: none; border-bottom: 1px solid @Grid@; }
QTableView::item:selected, QTreeView::item:selected { background: @Selection@; color: @Text@; }
QTableView::item:focus, QTreeView::item:focus { border-bottom: 1px solid @LargeCap@; }
QHeaderView { background: @Panel@; border: none; }
QHeaderView::section { background: @Panel@; color: @MutedText@; border: none; border-bottom: 1px solid @Hairline@; padding: 3px 6px; font-weight: 400; }
QTableCornerButton::section { background: @Panel@; border: none; border-bottom: 1px solid @Hairline@; }

*[dress="rail"] { background: @Window@; border: none; border-right: 1px solid @Hairline@; }
*[dress="rail"]::item { color: @MutedText@; padding: 6px 12px; border: none; border-left: 3px solid transparent; }
*[dress="rail"]::item:hover { color: @Text@; }
*[dress="rail"]::item:selected { background: @Selection@; color: @Text@; border-left: 3px solid @LargeCap@; }

*[dress="rail"] QAbstractItemView { background: transparent; }

QDateEdit { background: transparent; color: @Text@; border: 1px solid transparent; border-radius: 6px; padding: 3px 4px; selection-background-color: @Selection@; selection-color: @Text@; }
QDateEdit:hover { border-color: @Hairline@; }
QDateEdit:focus { border-color: @LargeCap@; }

QMenuBar { background: @Panel@; color: @Text@; }
QMenuBar::item { background: transparent; padding: 4px 8px; }
QMenuBar::item:selected { background: @Selection@; }
QMenu { background: @Panel@; color: @Text@; border: 1px solid @Hairline@; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 4px; }
QMenu::item:selected { background: @Selection@; color: @Text@; }
QMenu::item:disabled { color: @Average1@; }
QMenu::separator { height: 1px; background: @Hairline@; margin: 4px 8px; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @Hairline@; border-radius: 3px; margin: 2px; min-width: 24px; min-height: 24px; }
QScrollBar::handle:hover { background: @Average1@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider::groove:horizontal { height: 2px; background: @Hairline@; border-radius: 1px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0px; border-radius: 7px; background: @Panel@; border: 1px solid @MutedText@; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border-color: @LargeCap@; }

QProgressBar { background: @Grid@; border: none; border-radius: 3px; text-align: center; color: @Text@; max-height: 6px; }
QProgressBar::chunk { background: @LargeCap@; border-radius: 3px; }

QTabBar::tab { background: transparent; color: @MutedText@; border: none; padding: 5px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @Text@; border-bottom: 2px solid @LargeCap@; }
QSplitter::handle { background: transparent; }
)";

QString withColours(QString rules, const Theme& theme) {
    for (std::size_t i = 0; i < kColourRoleCount; ++i) {
        const QString token = QLatin1Char('@') + nameOf(static_cast<ColourRole>(i)) + QLatin1Char('@');
        rules.replace(token, theme.colours[i].name());
    }
    return rules;
}

QString inkRules() {
    QString rules;
    for (std::size_t i = 0; i < kColourRoleCount; ++i) {
        const QLatin1String name = nameOf(static_cast<ColourRole>(i));
        rules += QStringLiteral("*[ink=\"%1\"] { color: @%1@; }\n").arg(name);
    }
    return rules;
}

} // namespace

QString styleSheetOf(const Theme& theme) {
    return withColours(QString::fromLatin1(kRules) + inkRules(), theme);
}

} // namespace rotascope
