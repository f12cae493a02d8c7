// What the sections of the Seasons page share: one analysis of the pair.
#pragma once

#include "core/analysis/seasons/seasons.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <string>

namespace rotascope {

class SeasonSection : public UniversePage {
    Q_OBJECT

public:
    SeasonSection(const PageContext& context, const QString& slot);

    std::string command() const override;

protected:
    void analyse() override;
    /// What is asked beside the pair.
    virtual SeasonParams params() const { return {}; }
    virtual void show(const Seasons& seasons) = 0;
    virtual void refuse(const QString& sentence) = 0;
    /// Null before the first and after a refusal.
    std::shared_ptr<const Seasons> seasons() const;

private:
    struct Shown {
        std::shared_ptr<const Seasons> seasons;
        std::string refusal;
    };
    static Shown shownOf(const UniverseView& view, const SeasonParams& asked);

    QString m_slot;
    std::shared_ptr<const Shown> m_shown;
};

} // namespace rotascope
