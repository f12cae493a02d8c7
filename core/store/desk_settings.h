// What a desk remembers about how it is kept. A new setting is one row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rotascope {

enum class DeskSetting : std::uint8_t { KeepText, BackupEvery, BackupKeep, FlowSource };

struct DeskSettingInfo {
    DeskSetting setting;
    std::string_view name; ///< in the desk and on the command line
    std::int64_t usual;
    std::int64_t most; ///< the least is 0
    std::string_view meaning;
    std::string_view label;        ///< in the window
    std::string_view choices = {}; ///< names of the values from 0 on, between bars; empty: a number
};

constexpr std::array<DeskSettingInfo, 4> kDeskSettings{{
    {DeskSetting::KeepText, "keep_text_mb", 16, 1024,
     "MB of an imported file's text up to which it is kept in the desk; 0: no text is kept",
     "Text kept of imported files (MB)"},
    {DeskSetting::BackupEvery, "backup_every", 10, 100000,
     "a backup after every so many imports, beside the desk; 0: never", "Imports between automatic backups"},
    {DeskSetting::BackupKeep, "backup_keep", 3, 1000, "how many of these backups are kept",
     "Automatic backups kept"},
    {DeskSetting::FlowSource, "flow_source", 0, 2,
     "ETF flows to believe first where a fund has several: 0 reported, 1 from shares and NAV, 2 from assets",
     "Flows to believe first", "reported|from shares and NAV|from assets"},
}};

constexpr const DeskSettingInfo& infoOf(DeskSetting setting) {
    return kDeskSettings[static_cast<std::size_t>(setting)];
}

/// Texts that a desk keeps, under these names.
enum class DeskText : std::uint8_t {
    Baskets,
    FundFacts,
    Chain,
    Pairs,
    Annotations,
    Playbook,
    Notes,
    Catalysts,
    ReportSections ///< ids between commas; empty: all
};

constexpr std::array<std::string_view, 9> kDeskTextNames{"baskets", "fund_facts",  "chain",
                                                         "pairs",   "annotations", "playbook",
                                                         "notes",   "catalysts",   "report_sections"};

constexpr std::string_view nameOf(DeskText text) {
    return kDeskTextNames[static_cast<std::size_t>(text)];
}

constexpr std::optional<DeskSetting> deskSettingNamed(std::string_view name) {
    for (const DeskSettingInfo& info : kDeskSettings)
        if (info.name == name)
            return info.setting;
    return std::nullopt;
}

} // namespace rotascope
