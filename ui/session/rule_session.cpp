#include "ui/session/rule_session.h"

#include "ui/convert/convert.h"
#include "ui/session/desk_write.h"

#include <algorithm>
#include <utility>

namespace rotascope {

namespace {

const QString kReadSlot = QStringLiteral("playbook");
const QString kEvaluateSlot = QStringLiteral("rules");
const QString kStudySlot = QStringLiteral("rule study");
const QString kWriteSlot = QStringLiteral("playbook settings");

struct Held {
    Playbook playbook;
    RuleDesk desk;
    std::shared_ptr<const WholeRules> whole;
};

Result<Held> heldIn(MarketStore& store, const Symbol& small, const Symbol& large) {
    auto playbook = deskPlaybook(store);
    if (!playbook)
        return Failure(playbook.error());
    const Playbook all = withConditions(*playbook);
    auto desk = loadRules(store, all, small, large);
    if (!desk)
        return Failure(desk.error());
    auto whole = std::make_shared<const WholeRules>(desk->market, all.flags, desk->params, all.rules);
    return Held{std::move(*playbook), std::move(*desk), std::move(whole)};
}

std::vector<ThesisReading> readTheses(PlaybookReader& reader, std::span<const Thesis> theses) {
    std::vector<ThesisReading> out;
    for (const Thesis& thesis : theses)
        if (const auto conditions = reader.read(conditionsOf(thesis)))
            out.push_back(thesisReading(thesis, *conditions));
    return out;
}

RuleView rulesAt(const std::shared_ptr<const PairAnalysis>& analysis, const HeldRules& held) {
    RuleView view{held, analysis->state, {}, {}, {}};
    PlaybookReader reader(view.market(), view.playbook->flags, view.desk->params, view.whole.get());
    auto reading = reader.read(view.playbook->rules);
    if (!reading) {
        view.error = reading.error().message;
        return view;
    }
    view.reading = std::make_shared<const PlaybookReading>(std::move(*reading));
    view.theses = readTheses(reader, view.playbook->theses);
    return view;
}

/// Whether everything that the rule names was read with the playbook.
bool holds(const RuleDesk& desk, const Playbook& draft) {
    const auto needed = symbolsNeeded(
        draft, vocabularyOf(MarketView::latest(desk.market), flagNames(draft.flags)), desk.params);
    return std::all_of(needed.begin(), needed.end(), [&desk](const Symbol& symbol) {
        return std::find(desk.symbols.begin(), desk.symbols.end(), symbol) != desk.symbols.end();
    });
}

struct StudyInputs {
    HeldRules held;
    Playbook draft; ///< one rule, and the flags

    bool operator==(const StudyInputs&) const = default;
};

RuleStudy studyAt(const std::shared_ptr<const PairAnalysis>& analysis, const StudyInputs& inputs) {
    RuleStudy study;
    const RuleDesk& desk = *inputs.held.desk;
    auto reading = PlaybookReader(viewOf(desk.market, analysis->state.asOf), inputs.draft.flags, desk.params,
                                  inputs.held.whole.get())
                       .read(inputs.draft.rules);
    if (!reading) {
        study.error = reading.error().message;
        return study;
    }
    if (reading->rules.front().error)
        study.error = reading->rules.front().error->message;
    else
        study.ledger = ledgerOf(reading->rules.front());
    study.playbook = std::make_shared<const PlaybookReading>(std::move(*reading));
    return study;
}

} // namespace

MarketView RuleView::market() const {
    return viewOf(desk->market, state.asOf);
}

std::size_t RuleView::firing() const {
    if (!reading)
        return 0;
    return static_cast<std::size_t>(
        std::count_if(reading->rules.begin(), reading->rules.end(),
                      [](const RuleReading& rule) { return rule.state() == RuleState::Firing; }));
}

const RuleReading* RuleStudy::reading() const {
    return playbook && error.empty() ? &playbook->rules.front() : nullptr;
}

RuleSession& RuleSession::of(Session& session) {
    return only<RuleSession>(session);
}

RuleSession::RuleSession(Session& session)
    : DeskFollower(session) {}

std::shared_ptr<const RuleView> RuleSession::viewOf(const PairAnalysis& analysis) const {
    const bool belongs = m_view && readFrom() == analysis.desk && m_view->state.asOf == analysis.state.asOf &&
                         m_view->state.small == analysis.state.small &&
                         m_view->state.large == analysis.state.large;
    return belongs ? m_view : nullptr;
}

bool RuleSession::isFollowing(const PairAnalysis& analysis) const {
    return m_held.desk && m_view && readFrom() == analysis.desk && !viewOf(analysis);
}

void RuleSession::forget(bool another) {
    m_held = {};
    if (another)
        m_view.reset();
}

void RuleSession::begin(When when) {
    m_readFor = session().state();
    readFromDesk<Held>(
        session(), kReadSlot, when,
        [state = m_readFor](MarketStore& store) { return heldIn(store, state.small, state.large); },
        [this](const Held& held) {
            m_held = {std::make_shared<const Playbook>(held.playbook),
                      std::make_shared<const RuleDesk>(held.desk), held.whole};
            followAnew();
        },
        [this](const QString& sentence) { emit failed(sentence); });
}

void RuleSession::follow() {
    const ViewState& state = session().state();
    if (m_held.desk && (state.small != m_readFor.small || state.large != m_readFor.large))
        return read(When::Now);
    if (!m_held.desk || readFrom() != session().desk())
        return;
    session().ask<RuleView>(kEvaluateSlot, m_held, rulesAt, [this](std::shared_ptr<const RuleView> view) {
        m_view = std::move(view);
        emit changed();
    });
}

void RuleSession::study(const Rule& rule, std::function<void(std::shared_ptr<const RuleStudy>)> done) {
    if (!m_view || !session().analysis())
        return;
    Playbook draft{m_view->playbook->name, {rule}, m_view->playbook->flags, {}};
    if (holds(*m_view->desk, draft))
        return session().ask<RuleStudy>(kStudySlot, StudyInputs{*m_view, std::move(draft)}, studyAt,
                                        std::move(done));
    session().tasks().run<RuleStudy>(
        kStudySlot, {},
        [analysis = session().analysis(), draft = std::move(draft), opener = session().opener(),
         path = utf8(session().deskPath())](ProgressSink&) -> RuleStudy {
            auto store = opener(path, DeskAccess::Existing);
            if (!store)
                return {{}, {}, store.error().message};
            auto desk = loadRules(**store, draft, analysis->state.small, analysis->state.large);
            if (!desk)
                return {{}, {}, desk.error().message};
            return studyAt(analysis,
                           {{nullptr, std::make_shared<const RuleDesk>(std::move(*desk)), nullptr}, draft});
        },
        std::move(done));
}

void RuleSession::keep(Playbook playbook) {
    writeToDesk(
        session(), kWriteSlot,
        [playbook = std::move(playbook)](MarketStore& store) { return savePlaybook(store, playbook); },
        [this](const QString& sentence) { emit failed(sentence); });
}

} // namespace rotascope
