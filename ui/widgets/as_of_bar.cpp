#include "ui/widgets/as_of_bar.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/date_field.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace rotascope {

namespace {

constexpr int kSliderWidth = 110;
constexpr int kAroundDate = 28; ///< padding, borders and what a line edit keeps free
constexpr int kMonth = 21;

// An arrow of the style's, not of a font that may lack it.
QToolButton* arrowButton(Qt::ArrowType arrow, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setArrowType(arrow);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRepeat(true);
    return button;
}

} // namespace

AsOfBar::AsOfBar(QWidget* parent)
    : QWidget(parent)
    , m_caption(new QLabel(tr("As of"), this))
    , m_back(arrowButton(Qt::LeftArrow, tr("One session back"), this))
    , m_date(new DateField(this))
    , m_forward(arrowButton(Qt::RightArrow, tr("One session forward"), this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_latest(new QToolButton(this)) {
    m_back->setToolTip(tr("One session back  ["));
    m_forward->setToolTip(tr("One session forward  ]"));
    setDress(*m_date, Dress::Flat);
    m_date->setAccessibleName(tr("As-of date"));
    m_date->setToolTip(tr("The date everything is shown as of; nothing later is used. Type one (2024-11-06, "
                          "6 Nov 2024) or use ↑ "
                          "and ↓."));
    setTextSize(*m_date, TextSize::Control, QFont::DemiBold);
    m_date->setFixedWidth(
        QFontMetrics(m_date->font()).horizontalAdvance(longDateText(*makeDate(2024, 11, 27))) + kAroundDate);
    m_slider->setFixedWidth(kSliderWidth);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(kMonth);
    m_slider->setAccessibleName(tr("As-of session"));
    m_slider->setToolTip(tr("Every session of the pair, from the first to the latest"));
    m_latest->setText(tr("Latest"));
    m_latest->setFocusPolicy(Qt::StrongFocus);
    m_latest->setToolTip(tr("Everything the desk holds"));
    layOut();
    connect(m_back, &QToolButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { emit stepped(1); });
    connect(m_latest, &QToolButton::clicked, this, &AsOfBar::latestChosen);
    connect(m_slider, &QSlider::valueChanged, this, &AsOfBar::sessionChosen);
    connect(m_date, &DateField::stepped, this, &AsOfBar::stepped);
    connect(m_date, &DateField::dateTyped, this,
            [this](const QDate& date) { emit dateChosen(dateOf(date)); });
}

void AsOfBar::layOut() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    // Time runs as it does on charts, whatever the frame's direction.
    setLayoutDirection(Qt::LeftToRight);
    m_caption->setBuddy(m_date);
    setInk(*m_caption, ColourRole::MutedText);
    row->addWidget(m_caption);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_date), static_cast<QWidget*>(m_forward),
          static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_latest)})
        row->addWidget(widget);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AsOfBar::show(const std::shared_ptr<const std::vector<Date>>& sessions, std::size_t current,
                   bool isLatest) {
    const bool any = sessions && !sessions->empty();
    setEnabled(any);
    m_sessions = sessions;
    if (!any)
        return m_date->setDate({});
    const QSignalBlocker quietSlider(m_slider);
    const int last = static_cast<int>(sessions->size()) - 1;
    m_slider->setRange(0, last);
    m_slider->setValue(static_cast<int>(current));
    m_date->setDate(qdate((*sessions)[current]));
    m_back->setEnabled(current > 0);
    m_forward->setEnabled(static_cast<int>(current) < last);
    m_latest->setEnabled(!isLatest);
}

void AsOfBar::setCaptionVisible(bool visible) {
    m_caption->setVisible(visible);
    updateGeometry();
}

void AsOfBar::setSliderVisible(bool visible) {
    m_slider->setVisible(visible);
    updateGeometry();
}

} // namespace rotascope
