// The sentence on top of a page: the largest facts in bold, the sobering one last and muted.
#pragma once

#include "core/analysis/headline.h"
#include "ui/settings/appearance.h"
#include "ui/widgets/prose_label.h"

namespace rotascope {

/// At one width never lower than it has been: a step through time must not move what stands below.
class HeadlineLabel : public ProseLabel {
    Q_OBJECT

public:
    explicit HeadlineLabel(const Appearance& appearance, QWidget* parent = nullptr);

    void setHeadline(Headline headline);
    const Headline& headline() const { return m_headline; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();

    const Appearance& m_appearance;
    Headline m_headline;
    mutable QHash<int, int> m_tallest; ///< per width
};

} // namespace rotascope
