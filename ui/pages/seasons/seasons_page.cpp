#include "ui/pages/seasons/seasons_page.h"

#include "ui/convert/convert.h"
#include "ui/pages/seasons/long_run_section.h"
#include "ui/pages/seasons/months_section.h"
#include "ui/pages/seasons/year_end_section.h"

#include <array>

namespace rotascope {

namespace {

const QString kId = QStringLiteral("seasons");

constexpr std::array kSections{
    PageInfo{
        "months", QT_TRANSLATE_NOOP("Pages", "Months and years"),
        QT_TRANSLATE_NOOP("Pages", "The spread by calendar month, years, streaks, and a claim about years"),
        makePage<MonthsSection>},
    PageInfo{"yearends", QT_TRANSLATE_NOOP("Pages", "Year-ends"),
             QT_TRANSLATE_NOOP("Pages", "December to March, and the same weeks of other years"),
             makePage<YearEndSection>},
    PageInfo{
        "longrun", QT_TRANSLATE_NOOP("Pages", "Long run"),
        QT_TRANSLATE_NOOP("Pages", "Three and five years, and how long the ratio has been below its high"),
        makePage<LongRunSection>},
};

} // namespace

std::span<const PageInfo> seasonSections() {
    return kSections;
}

SeasonsPage::SeasonsPage(const PageContext& context)
    : SectionedPage(context, kId, kSections) {}

SeasonSection::SeasonSection(const PageContext& context, const QString& slot)
    : UniversePage(context)
    , m_slot(slot) {}

std::shared_ptr<const Seasons> SeasonSection::seasons() const {
    return m_shown ? m_shown->seasons : nullptr;
}

void SeasonSection::analyse() {
    universe().analyse<Shown>(
        m_slot,
        [params = params()](const UniverseView& view) mutable -> Shown {
            params.small = view.state.small;
            params.large = view.state.large;
            auto seasons = analyseSeasons(view.market(), params);
            if (!seasons)
                return {{}, seasons.error().message};
            return {std::make_shared<const Seasons>(std::move(*seasons)), {}};
        },
        [this](std::shared_ptr<const Shown> shown) {
            m_shown = std::move(shown);
            if (m_shown->seasons)
                show(*m_shown->seasons);
            else
                refuse(qtext(m_shown->refusal));
        });
}

} // namespace rotascope
