#include "ui/pages/seasons/season_section.h"

#include "ui/convert/convert.h"

#include <utility>

namespace rotascope {

SeasonSection::SeasonSection(const PageContext& context, const QString& slot)
    : UniversePage(context)
    , m_slot(slot) {}

std::shared_ptr<const Seasons> SeasonSection::seasons() const {
    return m_shown ? m_shown->seasons : nullptr;
}

SeasonSection::Shown SeasonSection::shownOf(const UniverseView& view, const SeasonParams& asked) {
    SeasonParams params = asked;
    params.small = view.state.small;
    params.large = view.state.large;
    auto seasons = analyseSeasons(view.market(), params);
    if (!seasons)
        return {{}, seasons.error().message};
    return {std::make_shared<const Seasons>(std::move(*seasons)), {}};
}

void SeasonSection::analyse() {
    askFor(m_slot, m_shown, params(), shownOf, [this] {
        if (m_shown->seasons)
            show(*m_shown->seasons);
        else
            refuse(qtext(m_shown->refusal));
    });
}

std::string SeasonSection::command() const {
    return "seasons";
}

} // namespace rotascope
