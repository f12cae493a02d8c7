// The sentences of each kind of change, the most telling first; empty where nothing changed.
#pragma once

#include "core/look/changes.h"

namespace rotascope {

std::vector<std::string> pairChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> ruleChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> restatements(const DeskLook& before, const DeskNews& now);
std::vector<std::string> crosses(const DeskLook& before, const DeskNews& now);
std::vector<std::string> flowChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> claimChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> findingChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> passedCatalysts(const DeskLook& before, const DeskNews& now);
std::vector<std::string> seriesChanges(const DeskLook& before, const DeskNews& now);
std::vector<std::string> importChanges(const DeskLook& before, const DeskNews& now);

} // namespace rotascope
