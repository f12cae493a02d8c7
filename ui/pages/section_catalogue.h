// ★ The sections of the pages that have some, in the order of their bars.
#pragma once

#include "ui/pages/page_catalogue.h"

namespace rotascope {

std::span<const PageInfo> trendSections();
std::span<const PageInfo> pairSections();
std::span<const PageInfo> seasonSections();
std::span<const PageInfo> playbookSections();

} // namespace rotascope
