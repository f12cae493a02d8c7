// The sentence on top of a page: the largest facts in bold, the sobering one last and muted.
#pragma once

#include "core/analysis/headline.h"
#include "ui/settings/appearance.h"
#include "ui/widgets/prose_label.h"

namespace rotascope {

class HeadlineLabel : public ProseLabel {
    Q_OBJECT

public:
    explicit HeadlineLabel(const Appearance& appearance, QWidget* parent = nullptr);

    void setHeadline(Headline headline);
    const Headline& headline() const { return m_headline; }

private:
    void render();

    const Appearance& m_appearance;
    Headline m_headline;
};

} // namespace rotascope
