// Trend: how every instrument stands, one of them closely, what the divergence is made of, groups, rotation.
#pragma once

#include "ui/pages/sectioned_page.h"

namespace rotascope {

/// ★ The sections of the page.
std::span<const PageInfo> trendSections();

class TrendPage : public SectionedPage {
    Q_OBJECT

public:
    explicit TrendPage(const PageContext& context);

    /// A symbol alone leads to its own section.
    void openAt(const PagePoint& point) override;
};

} // namespace rotascope
