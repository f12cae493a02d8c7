#include "ui/widgets/pair_picker.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/menu_sign.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kNameWidth = 150;

QLabel* quietLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

} // namespace

LegButton::LegButton(const QString& leg, bool small, QWidget* parent)
    : QPushButton(parent)
    , m_leg(leg)
    , m_symbol(quietLabel(this))
    , m_name(quietLabel(this)) {
    setDress(*this, Dress::Flat);
    setTextSize(*m_symbol, TextSize::Control, QFont::DemiBold);
    setInk(*m_symbol, small ? ColourRole::SmallCap : ColourRole::LargeCap);
    setTextSize(*m_name, TextSize::Table);
    setInk(*m_name, ColourRole::MutedText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->setSpacing(4);
    row->addWidget(m_symbol);
    row->addWidget(m_name);
    row->addSpacing(kMenuSign + 2);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LegButton::setInstrument(const Instrument& instrument) {
    const QString symbol = qtext(instrument.symbol);
    const QString name = qtext(instrument.name);
    m_symbol->setText(symbolLabel(instrument.symbol));
    m_name->setText(name == symbol ? QString()
                                   : m_name->fontMetrics().elidedText(name, Qt::ElideRight, kNameWidth));
    setAccessibleName(m_leg + QStringLiteral(": ") + symbol);
    setToolTip(m_leg + QStringLiteral(": ") + name);
    updateGeometry();
}

void LegButton::setNameVisible(bool visible) {
    m_name->setVisible(visible && !m_name->text().isEmpty());
    updateGeometry();
}

void LegButton::paintEvent(QPaintEvent* event) {
    QPushButton::paintEvent(event);
    paintMenuSign(*this);
}

QString LegButton::nameShown() const {
    return m_name->isVisibleTo(this) ? m_name->text() : QString();
}

QSize LegButton::sizeHint() const {
    return layout()->sizeHint();
}

QSize LegButton::minimumSizeHint() const {
    return sizeHint();
}

PairPicker::PairPicker(QWidget* parent)
    : QWidget(parent)
    , m_smallButton(new LegButton(tr("Small caps"), true, this))
    , m_largeButton(new LegButton(tr("Large caps"), false, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    auto* versus = new QLabel(tr("vs"), this);
    setInk(*versus, ColourRole::MutedText);
    row->addWidget(m_smallButton);
    row->addWidget(versus);
    row->addWidget(m_largeButton);
    for (const bool small : {true, false}) {
        QPushButton* button = small ? m_smallButton : m_largeButton;
        auto* menu = new QMenu(button);
        menu->setToolTipsVisible(true);
        button->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, button, small] { fillMenu(button, small); });
    }
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PairPicker::show(std::span<const Instrument> choices, const Symbol& small, const Symbol& large) {
    m_choices.assign(choices.begin(), choices.end());
    m_small = small;
    m_large = large;
    const auto find = [this](const Symbol& symbol) {
        const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                        [&symbol](const Instrument& row) { return row.symbol == symbol; });
        return found == m_choices.end() ? describeSymbol(symbol) : *found;
    };
    m_smallButton->setInstrument(find(small));
    m_largeButton->setInstrument(find(large));
}

void PairPicker::setNamesVisible(bool visible) {
    m_smallButton->setNameVisible(visible);
    m_largeButton->setNameVisible(visible);
    updateGeometry();
}

// Choosing the other leg's instrument swaps the two: a pair of a series with itself means nothing.
void PairPicker::fillMenu(QPushButton* button, bool small) {
    QMenu* menu = button->menu();
    menu->clear();
    for (const Instrument& choice : m_choices) {
        QAction* action = menu->addAction(qtext(choice.symbol) + QStringLiteral("   ") + qtext(choice.name));
        action->setCheckable(true);
        action->setChecked(choice.symbol == (small ? m_small : m_large));
        connect(action, &QAction::triggered, this, [this, symbol = choice.symbol, small] {
            const Symbol& other = small ? m_large : m_small;
            const bool swaps = symbol == other;
            if (small)
                emit pairChosen(symbol, swaps ? m_small : m_large);
            else
                emit pairChosen(swaps ? m_large : m_small, symbol);
        });
    }
}

} // namespace rotascope
