#include "ui/session/event_board.h"

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

Error missingPair(const PairAnalysis& analysis) {
    return analysis.error.value_or(Error{});
}

Result<EventStudyParams> paramsOf(const PairAnalysis& analysis) {
    return eventStudyParams(analysis.state, viewOf(*analysis.desk, analysis.state.asOf));
}

} // namespace

bool EventBoard::hidesOutcomes() const {
    for (std::size_t i = 0; i < std::min(later.size(), study.rows.size()); ++i)
        for (std::size_t h = 0; h < kEventHorizons.size(); ++h)
            if (std::isnan(study.rows[i].small[h]) && !std::isnan(later[i].small[h]))
                return true;
    return false;
}

Result<EventStudy> eventStudyOf(const std::shared_ptr<const PairAnalysis>& analysis) {
    if (!analysis->divergence)
        return Failure(missingPair(*analysis));
    const auto params = paramsOf(*analysis);
    if (!params)
        return Failure(params.error());
    return studyEvents(*analysis->divergence, *params);
}

EventBoard eventBoardOf(const std::shared_ptr<const PairAnalysis>& analysis) {
    EventBoard board;
    board.analysis = analysis;
    auto study = eventStudyOf(analysis);
    if (!study) {
        board.error = study.error();
        return board;
    }
    board.study = std::move(*study);
    const Divergence& divergence = *analysis->divergence;
    const EventStudyParams& params = board.study.params;
    board.relativePath = eventPath(divergence.pair, board.study.pattern, params.outcomes, Leg::Relative);
    board.later = analysis->isPast()
                      ? eventRows(divergence, params, board.study.pattern, analysis->whole->pair)
                      : board.study.rows;
    return board;
}

Result<EventRobustness> robustnessOf(const PairAnalysis& analysis, const EventFocus& focus) {
    if (!analysis.divergence)
        return Failure(missingPair(analysis));
    const auto params = paramsOf(analysis);
    if (!params)
        return Failure(params.error());
    return studyRobustness(*analysis.divergence, *params, focus.horizon, focus.leg,
                           tenYearYield(viewOf(*analysis.desk, analysis.state.asOf)));
}

Result<ClaimJudgement> judgementOf(const PairAnalysis& analysis) {
    if (!analysis.divergence)
        return Failure(missingPair(analysis));
    const auto claim = parseClaim(analysis.state.events.claim);
    if (!claim)
        return Failure(claim.error());
    const auto params = paramsOf(analysis);
    if (!params)
        return Failure(params.error());
    return judgeClaimAsMade(viewOf(*analysis.desk, analysis.state.asOf), *analysis.divergence, *params,
                            *claim);
}

} // namespace rotascope
