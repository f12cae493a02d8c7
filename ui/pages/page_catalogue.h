// ★ The pages, in the order of the rail. A page that is not built has no row.
#pragma once

#include "ui/pages/page.h"

#include <cstddef>
#include <memory>
#include <span>

namespace rotascope {

struct PageInfo {
    const char* id;          ///< on the command line and in settings
    const char* title;       ///< translated where shown
    const char* explanation; ///< translated where shown
    std::unique_ptr<Page> (*make)(const PageInfo& info, const PageContext& context);
    std::span<const PageInfo> (*sections)() = nullptr; ///< null: the page is one analysis
    bool takesSymbols = false; ///< of a section: where a symbol, or a rule's name, leads to
};

/// For the catalogue's rows.
template <class T>
std::unique_ptr<Page> makePage(const PageInfo&, const PageContext& context) {
    return std::make_unique<T>(context);
}
/// For those with sections.
std::unique_ptr<Page> makeSectionedPage(const PageInfo& info, const PageContext& context);

std::span<const PageInfo> pageCatalogue();
/// The index of a page, or −1.
int pageIndex(const QString& id);
/// The index among some, or −1.
int pageIndex(std::span<const PageInfo> pages, const QString& id);
/// The sections of a page; none where it is one analysis.
std::span<const PageInfo> sectionsOf(const PageInfo& page);
/// "Ctrl+1" to "Ctrl+9", then "Ctrl+0", then "Ctrl+Shift+1" and so on; as QKeySequence reads them.
QString pageKeys(std::size_t index);
QString pageTitle(const PageInfo& page);
QString pageExplanation(const PageInfo& page);

} // namespace rotascope
