// ★ The pages, in the order of the rail. A page that is not built has no row.
#pragma once

#include "ui/pages/page.h"

#include <memory>
#include <span>

namespace rotascope {

struct PageInfo {
    const char* id;          ///< on the command line and in settings
    const char* title;       ///< translated where shown
    const char* explanation; ///< translated where shown
    std::unique_ptr<Page> (*make)(const PageContext& context);
};

std::span<const PageInfo> pageCatalogue();
/// The index of a page, or −1.
int pageIndex(const QString& id);
QString pageTitle(const PageInfo& page);
QString pageExplanation(const PageInfo& page);

} // namespace rotascope
