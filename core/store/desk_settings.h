// What a desk remembers about how it is kept. A new setting is one row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rotascope {

enum class DeskSetting : std::uint8_t { KeepText, BackupEvery, BackupKeep };

struct DeskSettingInfo {
    DeskSetting setting;
    std::string_view name; ///< in the desk and on the command line
    std::int64_t usual;
    std::int64_t most; ///< the least is 0
    std::string_view meaning;
};

constexpr std::array<DeskSettingInfo, 3> kDeskSettings{{
    {DeskSetting::KeepText, "keep_text_mb", 16, 1024,
     "MB of an imported file's text up to which it is kept in the desk; 0: no text is kept"},
    {DeskSetting::BackupEvery, "backup_every", 10, 100000,
     "a backup after every so many imports, beside the desk; 0: never"},
    {DeskSetting::BackupKeep, "backup_keep", 3, 1000, "how many of these backups are kept"},
}};

constexpr const DeskSettingInfo& infoOf(DeskSetting setting) {
    return kDeskSettings[static_cast<std::size_t>(setting)];
}

constexpr std::optional<DeskSetting> deskSettingNamed(std::string_view name) {
    for (const DeskSettingInfo& info : kDeskSettings)
        if (info.name == name)
            return info.setting;
    return std::nullopt;
}

} // namespace rotascope
