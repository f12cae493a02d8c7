// app/log: the record of who changed what, when: imports, undos, rule checks, reports, errors. One JSON
// object a line, and no price in any. May include core. Both programs write to one file, at the same time if
// need be.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rotascope::log {

using Value = std::variant<std::string, std::int64_t, std::vector<std::string>>;

/// What happened: "import", "undo", "rules_check", "report", "error" …, with its facts in their order.
struct Entry {
    std::string event;
    std::vector<std::pair<std::string, Value>> facts;
};

/// Who writes.
struct Writer {
    std::string program; ///< "rota 0.1.0"
    std::string user;    ///< name at the machine; may be empty
    std::int64_t process = 0;
};

/// One line with its line feed: {"at": …, "program", "user", "process", "event", facts…}. `at` is UTC.
std::string lineOf(const Writer& writer, std::string_view at, const Entry& entry);

/// A file of lines. Once a line would make it larger than `limit` bytes, it becomes FILE.1, that one FILE.2
/// …; more than `kept` of them are removed.
class File {
public:
    explicit File(std::string path, std::uint64_t limit = std::uint64_t{1} << 20, int kept = 5);

    /// Appends with one write, so that lines of two processes never mix; a lock beside the file (FILE.lock)
    /// keeps them from rotating twice. Makes the folder where it lacks. Fails with a sentence ("no_log").
    Result<void> append(std::string_view line) const;

    const std::string& path() const { return m_path; }

private:
    std::string m_path;
    std::uint64_t m_limit;
    int m_kept;
};

} // namespace rotascope::log
