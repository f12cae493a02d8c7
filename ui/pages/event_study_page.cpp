#include "ui/pages/event_study_page.h"

#include "core/analysis/event_headline.h"
#include "core/base/text.h"
#include "core/figure/chart_recipe.h"
#include "ui/convert/convert.h"
#include "ui/models/event_strip.h"
#include "ui/models/event_tables.h"
#include "ui/pages/event_study_bar.h"
#include "ui/pages/figure_options.h"
#include "ui/widgets/claim_card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/knob_strip.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segment_bar.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

constexpr double kBefore = 63; ///< sessions that are shown around an event
constexpr double kAfter = 252;

enum FollowedTab { kSummary, kSmallTab, kLargeTab, kRelativeTab, kLossTab };
enum KnobTab { kOneKnob, kRegimes, kCombinations };

using Robustness = Result<EventRobustness>;
using Judgement = Result<ClaimJudgement>;
using Analysis = std::shared_ptr<const PairAnalysis>;

Judgement claimAt(const Analysis& analysis) {
    return judgementOf(*analysis);
}

Robustness knobsAt(const Analysis& analysis, const EventFocus& focus) {
    return robustnessOf(*analysis, focus);
}

} // namespace

void EventStudyPage::refresh() {
    const auto analysis = session().analysis();
    if (!analysis)
        return;
    m_bar->setEvents(analysis->desk->events());
    m_bar->showState(analysis->state);
    m_claim->setClaim(qtext(analysis->state.events.claim));
    askForStudy();
    askForClaim();
    askForKnobs();
}

void EventStudyPage::askForStudy() {
    session().ask<EventBoard>(
        QStringLiteral("event study"), eventBoardOf,
        [this](std::shared_ptr<const EventBoard> board) { showStudy(std::move(board)); });
}

void EventStudyPage::askForClaim() {
    if (session().analysis()->state.events.claim.empty())
        return;
    session().ask<Judgement>(QStringLiteral("event claim"), claimAt,
                             [this](const std::shared_ptr<const Judgement>& judgement) {
                                 if (*judgement)
                                     m_claim->setSentences((*judgement)->headline);
                                 else
                                     m_claim->setProblem(qtext(judgement->error().message));
                             });
}

void EventStudyPage::askForKnobs() {
    session().ask<Robustness>(QStringLiteral("event knobs"), m_focus, knobsAt,
                              [this](std::shared_ptr<const Robustness> robustness) {
                                  m_robustness = std::move(robustness);
                                  showKnobs();
                              });
}

void EventStudyPage::showStudy(std::shared_ptr<const EventBoard> board) {
    const bool moved = !m_board || m_board->analysis->state.asOf != board->analysis->state.asOf;
    m_board = std::move(board);
    if (moved)
        m_reveal->setChecked(false);
    if (!m_board->hasStudy())
        return showNoStudy(qtext(m_board->error->message));
    showCounts();
    showSentence();
    showFollowed();
    showEvents();
    drawPath();
    land();
}

void EventStudyPage::showNoStudy(const QString& reason) {
    m_bar->setCounts(tr("no study"), {});
    m_bar->setSentence({{utf8(reason), Emphasis::Normal}});
    m_notes->setText({});
    m_notes->hide();
    m_followed->setSnapshot({});
    m_events->setSnapshot({});
    m_eventsPanel->setNote({});
    m_followedPanel->setNote({});
    m_reveal->hide();
    auto figure = std::make_shared<Figure>();
    figure->summary = utf8(reason);
    m_path->setFigure(std::move(figure));
}

void EventStudyPage::showCounts() {
    if (!m_board || !m_board->hasStudy())
        return;
    const EventStudy& study = m_board->study;
    const QString counts =
        m_wide ? tr("%1 event days → %2 events · no random numbers") : tr("%1 days → %2 events");
    m_bar->setCounts(counts.arg(study.pattern.eventDays.size()).arg(study.rows.size()),
                     qtext(studyLine(study)));
}

void EventStudyPage::showSentence() {
    const EventStudy& study = m_board->study;
    m_bar->setSentence(eventHeadline(study, m_focus.horizon));
    QStringList notes;
    const std::size_t said = study.rows.empty() ? 1 : 0; // without events the first note is the headline
    for (std::size_t i = said; i < study.notes.size(); ++i)
        notes << qtext(study.notes[i]);
    m_notes->setText(notes.join(QLatin1Char(' ')));
    m_notes->setVisible(!notes.isEmpty());
}

void EventStudyPage::showFollowed() {
    if (!m_board || !m_board->hasStudy())
        return;
    const EventStudy& study = m_board->study;
    const int tab = m_tabs->current();
    TableSnapshot table = tab == kSummary    ? followedTableOf(study)
                          : tab == kLossTab  ? lossTableOf(study)
                          : tab == kSmallTab ? outcomeTableOf(study, Leg::Small)
                          : tab == kLargeTab ? outcomeTableOf(study, Leg::Large)
                                             : outcomeTableOf(study, Leg::Relative);
    m_followed->setSnapshot(std::move(table));
    const bool points = tab == kRelativeTab;
    m_followedPanel->setNote(tab == kLossTab
                                 ? tr("small caps, closes against entry")
                                 : tr("to %1, completed horizons only, %2")
                                       .arg(dateText(study.asOf), points ? tr("points") : tr("%")));
}

void EventStudyPage::showEvents() {
    if (!m_board || !m_board->hasStudy())
        return;
    m_reveal->setVisible(m_board->hidesOutcomes());
    m_events->setSnapshot(eventTableOf(m_board->study, m_board->later, m_revealed, shownHorizons()));
    m_eventsPanel->setNote(m_board->study.rows.empty() ? tr("none") : tr("click opens the chart there"));
}

void EventStudyPage::showKnobs() {
    if (!m_robustness)
        return;
    const int tab = m_knobTabs->current();
    m_knobs->setVisible(tab != kCombinations);
    m_combinations->setVisible(tab == kCombinations);
    if (!*m_robustness) {
        m_knobs->setRows({});
        m_combinations->setSnapshot({});
        m_knobsPanel->setNote(tr("no study, so no knobs"));
        return;
    }
    const EventRobustness& robustness = **m_robustness;
    if (tab == kCombinations)
        m_combinations->setSnapshot(combinationTableOf(robustness));
    else
        m_knobs->setRows(tab == kRegimes ? regimeRows(robustness) : knobRows(robustness));
    m_knobsPanel->setNote(tr("%1 combinations looked at, p below 0.05 in %2 of %3")
                              .arg(robustness.combinations.size())
                              .arg(robustness.below5Percent())
                              .arg(robustness.tested()));
    m_knobsPanel->setToolTip(qtext(robustnessSentence(robustness)));
}

void EventStudyPage::drawPath() {
    if (!m_board || !m_board->hasStudy())
        return;
    EventFigureOptions options;
    options.centre = m_centre->current() == 0 ? PathCentre::Mean : PathCentre::Median;
    options.everyEvent = m_lines->isChecked();
    const bool relative = m_focus.leg == Leg::Relative;
    const EventPath& path = relative ? m_board->relativePath : m_board->study.path;
    const ViewState& state = m_board->analysis->state;
    options.listInDesk = !state.events.event.empty() && !state.events.dates;
    Figure figure = eventFigure(m_board->study, path, options);
    figure.recipe = chartCommand(figure.recipe, state.small, state.large, state.asOf);
    m_path->setFigure(std::make_shared<const Figure>(std::move(figure)));
    const Divergence& divergence = *m_board->analysis->divergence;
    m_pathPanel->setTitle(
        relative ? tr("Average path of %1 − %2")
                       .arg(symbolLabel(divergence.small.symbol), symbolLabel(divergence.large.symbol))
                 : tr("Average path of the %1").arg(qtext(divergence.small.name)));
}

void EventStudyPage::setFocus(const EventFocus& focus) {
    if (m_focus == focus)
        return;
    m_focus = focus;
    if (m_board && m_board->hasStudy())
        showSentence();
    drawPath();
    if (session().analysis())
        askForKnobs();
}

/// Sentence and knobs are about the horizon of that row; loss odds have rows of another kind.
void EventStudyPage::focusOnRow(int row) {
    if (m_tabs->current() != kLossTab && row >= 0)
        setFocus({kEventHorizons[static_cast<std::size_t>(row)], m_focus.leg});
}

void EventStudyPage::singleOutEvent(int row) {
    if (!m_board || row < 0 || row >= static_cast<int>(m_board->study.rows.size()))
        return m_path->singleOut({});
    const auto& rows = m_board->study.rows;
    m_path->singleOut(qtext(eventLineName(rows[rows.size() - 1 - static_cast<std::size_t>(row)])));
}

/// The chart around the event, as far as the as-of date lets it be seen.
void EventStudyPage::openEvent(int row) {
    const auto analysis = session().analysis();
    if (!m_board || !analysis || !analysis->divergence || row < 0)
        return;
    const auto& rows = m_board->study.rows;
    const std::size_t at = rows[rows.size() - 1 - static_cast<std::size_t>(row)].session;
    const auto event = static_cast<double>(at);
    const auto last = static_cast<double>(analysis->asOfIndex());
    session().zoomTo({std::max(0.0, event - kBefore), std::min(last, event + kAfter)});
    emit pageRequested(QStringLiteral("divergence"));
    session().setCursor(static_cast<int>(at));
}

void EventStudyPage::openAt(const PagePoint& point) {
    m_landing = point.date;
    // A page that was stale has asked for its study, which lands when it arrives.
    if (m_board && m_board->analysis == session().analysis())
        land();
}

void EventStudyPage::land() {
    const auto date = std::exchange(m_landing, std::nullopt);
    if (!date || !m_board->hasStudy())
        return;
    const auto& rows = m_board->study.rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const EventRow& row) { return row.date == *date; });
    if (found == rows.end()) {
        emit said(tr("%1 is no event of this study: its series, direction, condition, start or gap leave it "
                     "out.")
                      .arg(dateText(*date)));
        return;
    }
    m_events->selectSourceRow(static_cast<int>(rows.end() - found) - 1);
    m_events->setFocus();
}

void EventStudyPage::turnKnob(int row, int cell) {
    if (m_knobTabs->current() != kOneKnob || !m_robustness || !*m_robustness)
        return;
    const KnobTurn turn = turnAt(**m_robustness, row, cell);
    if (turn.sigma) {
        settings().setChoice(SettingId::SigmaMode, qtext(infoOf(*turn.sigma).id));
        session().setSigma(*turn.sigma);
    }
    const ViewState& state = session().state();
    const double threshold = turn.threshold.value_or(state.eventThreshold);
    const int gap = turn.gap.value_or(state.eventGap);
    settings().setNumber(SettingId::EventThreshold, threshold);
    settings().setNumber(SettingId::EventGap, gap);
    session().setEvents(threshold, gap);
}

std::optional<TableSnapshot> EventStudyPage::chartData() const {
    return shownData(*m_path);
}

std::string EventStudyPage::command() const {
    return m_board && m_board->hasStudy() ? eventCommand(m_board->study.params, m_board->study.pair.days)
                                          : std::string();
}

} // namespace rotascope
