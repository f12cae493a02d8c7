#include "ui/pages/event_study_bar.h"

#include "core/analysis/event_qualifier.h"
#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/theme/dress.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/menu_button.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/value_field.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr qint64 kLargestList = 4 * 1024 * 1024;
enum SeriesIndex { kSpread, kSmallAlone, kFirstEvent }; ///< a file's dates come after the last event

QStringList sigmaLabels() {
    QStringList labels;
    for (const SigmaModeInfo& mode : kSigmaModes)
        labels << qtext(mode.label);
    return labels;
}

void addField(QHBoxLayout& row, const QString& caption, QWidget* field) {
    auto* label = new QLabel(caption, field->parentWidget());
    setTextSize(*label, TextSize::Table);
    setInk(*label, ColourRole::MutedText);
    row.addWidget(label);
    row.addWidget(field);
    row.addSpacing(4);
}

QHBoxLayout* emptyRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    return row;
}

/// A year alone is its first day.
std::optional<Date> typedStart(const QString& text) {
    bool isYear = false;
    const int year = text.toInt(&isYear);
    return isYear && text.size() == 4 ? makeDate(year, 1, 1) : typedDate(text);
}

} // namespace

EventStudyBar::EventStudyBar(const PageContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_series(
          new ChoiceButton(tr("Series"), {tr("Spread"), tr("Small caps alone"), tr("Listed dates…")}, this))
    , m_days(new ValueField(tr("Sessions of the move"), QStringLiteral("252"), this))
    , m_sigma(new ChoiceButton(tr("Estimate of σ"), sigmaLabels(), this))
    , m_direction(new ChoiceButton(tr("Direction"), {tr("z ≥"), tr("z ≤ −")}, this))
    , m_threshold(new ValueField(tr("Threshold, σ"), QStringLiteral("10.0"), this))
    , m_gap(new ValueField(tr("Gap, sessions"), QStringLiteral("252"), this))
    , m_onlyIf(new ValueField(tr("Only if"), QStringLiteral("small > 0 a"), this))
    , m_start(new ValueField(tr("Since"), QStringLiteral("30 Nov 2024"), this))
    , m_entry(new SegmentBar(tr("Enter at"), {tr("next close"), tr("event's close")}, this))
    , m_day(new SegmentBar(tr("Event day"), {tr("first"), tr("peak")}, this))
    , m_baseline(new SegmentBar(tr("Against"), {tr("any session"), tr("same volatility")}, this))
    , m_horizons(new SegmentBar(tr("Horizons"), {tr("sessions"), tr("months")}, this))
    , m_counts(new ElidedLabel(this))
    , m_sentence(new HeadlineLabel(context.appearance, this))
    , m_export(new MenuButton(this)) {
    setDress(*this, Dress::Panel);
    setAccessibleName(tr("Definition"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->setSpacing(6);
    column->addLayout(makeDefinitionRow());
    column->addLayout(makeMeasureRow());
    column->addWidget(m_sentence);
    setTextSize(*m_sentence, TextSize::Control);
    connectDefinition();
    connectMeasures();
}

QHBoxLayout* EventStudyBar::makeDefinitionRow() {
    for (std::size_t mode = 0; mode < kSigmaModeCount; ++mode)
        m_sigma->setExplanation(static_cast<int>(mode), qtext(kSigmaModes[mode].explanation));
    m_onlyIf->setPlaceholderText(tr("any"));
    m_onlyIf->setToolTip(
        tr("A condition on the event's day: small > 0, spread >= 3pp, z < 5, joined by and"));
    m_start->setPlaceholderText(tr("all data"));
    m_start->setToolTip(tr("Limits events and any-session figures, not what σ is estimated from"));
    m_gap->setToolTip(tr("After an event, later ones are skipped until more than this many sessions passed"));
    QHBoxLayout* row = emptyRow();
    addField(*row, tr("Series"), m_series);
    addField(*row, tr("over"), m_days);
    addField(*row, tr("σ"), m_sigma);
    row->addWidget(m_direction);
    row->addWidget(m_threshold);
    row->addSpacing(8);
    addField(*row, tr("gap"), m_gap);
    addField(*row, tr("only if"), m_onlyIf);
    addField(*row, tr("since"), m_start);
    row->addWidget(m_counts, 1);
    return row;
}

QHBoxLayout* EventStudyBar::makeMeasureRow() {
    m_entry->setExplanation(0, tr("The first close that can be had: z is known only after the event's own"));
    m_entry->setExplanation(1, tr("As published claims have it; it cannot be traded"));
    m_day->setExplanation(0, tr("The first session of a run"));
    m_day->setExplanation(1, tr("The strongest session of a run, known only afterwards"));
    m_baseline->setExplanation(0, tr("Every session that could have been entered"));
    m_baseline->setExplanation(1, tr("Sessions in the same fifth of 63-session volatility as each event"));
    m_horizons->setExplanation(0, tr("5, 10, 21, 63, 126 and 252 sessions"));
    m_horizons->setExplanation(1, tr("1 and 2 weeks, 1, 3, 6 and 12 calendar months"));
    setTextSize(*m_counts, TextSize::Small);
    setInk(*m_counts, ColourRole::MutedText);
    m_counts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_export->setText(tr("Export ▾"));
    m_export->setAccessibleName(tr("Export"));
    setTextSize(*m_export, TextSize::Table);
    QHBoxLayout* row = emptyRow();
    addField(*row, tr("Enter at"), m_entry);
    addField(*row, tr("day"), m_day);
    addField(*row, tr("against"), m_baseline);
    addField(*row, tr("in"), m_horizons);
    row->addStretch(1);
    row->addWidget(m_export);
    return row;
}

void EventStudyBar::connectDefinition() {
    connect(m_series, &ChoiceButton::chosen, this, &EventStudyBar::chooseSeries);
    connect(m_sigma, &ChoiceButton::chosen, this, [this](int index) {
        const SigmaModeInfo& mode = kSigmaModes[static_cast<std::size_t>(index)];
        m_context.settings.setChoice(SettingId::SigmaMode, qtext(mode.id));
        m_context.session.setSigma(mode.mode);
    });
    connect(m_direction, &ChoiceButton::chosen, this, [this](int index) {
        change([index](EventChoice& choice) {
            choice.direction = index == 1 ? EventDirection::Down : EventDirection::Up;
        });
    });
    struct NumberField {
        ValueField* field;
        SettingId id;
        double step;
    };
    for (const NumberField& row : {NumberField{m_days, SettingId::MoveSessions, 1},
                                   NumberField{m_threshold, SettingId::EventThreshold, 0.1},
                                   NumberField{m_gap, SettingId::EventGap, 1}}) {
        connect(row.field, &ValueField::typed, this,
                [this, row](const QString& text) { takeNumber(row.id, text); });
        connect(row.field, &ValueField::stepped, this, [this, row](int direction) {
            takeNumber(row.id, row.field->text().toDouble() + direction * row.step);
        });
    }
    connect(m_onlyIf, &ValueField::typed, this, &EventStudyBar::takeCondition);
    connect(m_start, &ValueField::typed, this, &EventStudyBar::takeStart);
}

void EventStudyBar::connectMeasures() {
    connect(m_entry, &SegmentBar::chosen, this, [this](int index) {
        change([index](EventChoice& choice) {
            choice.outcomes.entry = index == 0 ? EntryRule::NextClose : EntryRule::EventClose;
        });
    });
    connect(m_day, &SegmentBar::chosen, this,
            [this](int index) { change([index](EventChoice& choice) { choice.peak = index == 1; }); });
    connect(m_baseline, &SegmentBar::chosen, this, [this](int index) {
        change([index](EventChoice& choice) {
            choice.outcomes.baseline = index == 0 ? BaselineRule::AnySession : BaselineRule::SameVolatility;
        });
    });
    connect(m_horizons, &SegmentBar::chosen, this, [this](int index) {
        change([index](EventChoice& choice) { choice.outcomes.calendar = index == 1; });
    });
}

void EventStudyBar::showState(const ViewState& state) {
    const EventChoice& choice = state.events;
    const QString small = symbolLabel(state.small);
    QStringList series{tr("%1 − %2").arg(small, symbolLabel(state.large)), tr("%1 alone").arg(small)};
    for (const Symbol& event : m_events)
        series << qtext(event);
    series << tr("Listed dates…");
    m_series->setChoices(series);
    m_series->setCurrent(seriesIndexOf(choice));
    m_series->setToolTip(
        choice.dates ? tr("%1 dates from %2").arg(choice.dates->dates.size()).arg(qtext(choice.dates->name))
                     : QString());
    m_days->setValue(QString::number(state.days));
    m_sigma->setCurrent(static_cast<int>(indexOf(state.sigma)));
    m_direction->setCurrent(choice.direction == EventDirection::Down ? 1 : 0);
    m_threshold->setValue(qtext(shortestNumber(state.eventThreshold)));
    m_gap->setValue(QString::number(state.eventGap));
    m_onlyIf->setValue(qtext(choice.onlyIf));
    m_start->setValue(choice.start ? dateText(*choice.start) : QString());
    m_entry->setCurrent(choice.outcomes.entry == EntryRule::NextClose ? 0 : 1);
    m_day->setCurrent(choice.peak ? 1 : 0);
    m_baseline->setCurrent(choice.outcomes.baseline == BaselineRule::AnySession ? 0 : 1);
    m_horizons->setCurrent(choice.outcomes.calendar ? 1 : 0);
    for (QWidget* widget : {static_cast<QWidget*>(m_direction), static_cast<QWidget*>(m_threshold),
                            static_cast<QWidget*>(m_day)})
        widget->setEnabled(!choice.isListed());
}

void EventStudyBar::setEvents(const std::vector<Symbol>& events) {
    m_events = events;
}

/// −1 for an event that the desk has not, or no longer.
int EventStudyBar::seriesIndexOf(const EventChoice& choice) const {
    if (choice.dates)
        return kFirstEvent + static_cast<int>(m_events.size());
    if (choice.event.empty())
        return choice.on == EventSeries::Small ? kSmallAlone : kSpread;
    const auto found = std::find(m_events.begin(), m_events.end(), choice.event);
    return found == m_events.end() ? -1 : kFirstEvent + static_cast<int>(found - m_events.begin());
}

void EventStudyBar::setCounts(const QString& counts, const QString& explanation) {
    m_counts->setText(counts);
    m_counts->setToolTip(explanation);
}

void EventStudyBar::setSentence(const Headline& sentence) {
    m_sentence->setHeadline(sentence);
}

void EventStudyBar::setExportMenu(QMenu* menu) {
    m_export->setMenu(menu);
}

void EventStudyBar::change(const std::function<void(EventChoice&)>& edit) {
    EventChoice choice = m_context.session.state().events;
    edit(choice);
    m_context.session.setEventChoice(choice);
}

void EventStudyBar::chooseSeries(int index) {
    const int event = index - kFirstEvent;
    if (event == static_cast<int>(m_events.size()))
        return chooseDates();
    change([&](EventChoice& choice) {
        choice.on = index == kSmallAlone ? EventSeries::Small : EventSeries::Spread;
        choice.event = event >= 0 ? m_events[static_cast<std::size_t>(event)] : Symbol();
        choice.dates.reset();
    });
}

void EventStudyBar::chooseDates() {
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Dates of events"), {}, tr("Dates, one a line (*.csv *.txt)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLargestList)
        return refuse(tr("%1 cannot be read as a list of dates: %2")
                          .arg(QDir::toNativeSeparators(path),
                               file.isOpen() ? tr("it is larger than 4 MB.") : file.errorString()));
    DateList list = parseDateList(file.readAll().toStdString());
    if (list.dates.empty())
        return refuse(tr("%1 holds no date. Write one a line, as 2024-11-06, in the first column.")
                          .arg(QFileInfo(path).fileName()));
    list.name = utf8(QFileInfo(path).fileName());
    change([&](EventChoice& choice) {
        choice.dates = std::move(list);
        choice.event.clear();
    });
}

void EventStudyBar::takeNumber(SettingId id, const QString& text) {
    const auto number = parseNumber(utf8(text));
    const SettingInfo& info = infoOf(id);
    if (number && *number >= info.low && *number <= info.high)
        return takeNumber(id, *number);
    refuse(tr("%1 lies between %2 and %3, so %4 is not taken.")
               .arg(QCoreApplication::translate("Settings", info.label),
                    qtext(groupedNumber(info.low, info.decimals)),
                    qtext(groupedNumber(info.high, info.decimals)), text));
}

void EventStudyBar::takeNumber(SettingId id, double value) {
    m_context.settings.setNumber(id, value);
    const Settings& settings = m_context.settings;
    m_context.session.setDays(static_cast<int>(settings.number(SettingId::MoveSessions)));
    m_context.session.setEvents(settings.number(SettingId::EventThreshold),
                                static_cast<int>(settings.number(SettingId::EventGap)));
    showState(m_context.session.state());
}

void EventStudyBar::takeCondition(const QString& text) {
    const std::string condition = utf8(text);
    if (const auto parsed = parseQualifier(condition); !parsed)
        return refuse(qtext(parsed.error().message));
    change([&condition](EventChoice& choice) { choice.onlyIf = condition; });
}

void EventStudyBar::takeStart(const QString& text) {
    const auto start = typedStart(text);
    if (!start && !text.isEmpty())
        return refuse(tr("\"%1\" is no date. Type a year or a date such as 6 Nov 1990; empty means all data.")
                          .arg(text));
    change([&start](EventChoice& choice) { choice.start = start; });
}

void EventStudyBar::refuse(const QString& sentence) {
    showState(m_context.session.state());
    emit said(sentence);
}

} // namespace rotascope
