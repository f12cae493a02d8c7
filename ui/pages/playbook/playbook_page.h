// Playbook: rules with their whole history, and theses as checklists.
#pragma once

#include "ui/pages/sectioned_page.h"

namespace rotascope {

/// ★ The sections of the page.
std::span<const PageInfo> playbookSections();

class PlaybookPage : public SectionedPage {
    Q_OBJECT

public:
    explicit PlaybookPage(const PageContext& context);
};

} // namespace rotascope
