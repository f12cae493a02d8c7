#include "ui/pages/playbook/playbook_page.h"

#include "ui/pages/playbook/rules_section.h"
#include "ui/pages/playbook/theses_section.h"

#include <array>

namespace rotascope {

namespace {

const QString kId = QStringLiteral("playbook");

constexpr std::array kSections{
    PageInfo{"rules", QT_TRANSLATE_NOOP("Pages", "Rules"),
             QT_TRANSLATE_NOOP("Pages", "Each rule, when it fired, and what followed"),
             makePage<RulesSection>},
    PageInfo{"theses", QT_TRANSLATE_NOOP("Pages", "Theses"),
             QT_TRANSLATE_NOOP("Pages", "What would confirm a thesis, and what would end it"),
             makePage<ThesesSection>},
};

} // namespace

std::span<const PageInfo> playbookSections() {
    return kSections;
}

PlaybookPage::PlaybookPage(const PageContext& context)
    : SectionedPage(context, kId, kSections) {}

} // namespace rotascope
