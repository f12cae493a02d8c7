// A file before it is imported: what was understood and why, what is open, and what would happen. One value,
// from which the window's wizard and `rota import --dry-run` both tell.
#pragma once

#include "core/csv/header_words.h"
#include "core/import/profile.h"
#include "core/workflow/import_files.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rotascope {

/// Rows that a preview shows.
constexpr std::size_t kPreviewRows = 200;

enum class SettingOf : std::uint8_t {
    Instrument,
    Kind,
    DateOrder,
    Decimal,
    Thousands,
    Encoding,
    Delimiter,
    Header,
    Order,  ///< of the rows
    Digits, ///< of the finest number
    Day     ///< of all rows, where the file has no column of dates
};

std::string_view nameOf(SettingOf setting);  ///< "instrument", "date_order", …
std::string_view labelOf(SettingOf setting); ///< "Instrument", "Date order", …

/// How sure a setting is.
enum class Certainty : std::uint8_t {
    Certain, ///< the file leaves no other reading
    Chosen,  ///< by the user or a profile
    Assumed, ///< the usual meaning; nothing in the file speaks against it
    Open     ///< to be decided
};

std::string_view nameOf(Certainty certainty);

struct UnderstoodSetting {
    SettingOf setting = SettingOf::Instrument;
    std::string value;    ///< "IWM", "daily bars", "month first"
    std::string evidence; ///< why: "from the file name", "13 is no month: line 9"
    Certainty certainty = Certainty::Certain;

    bool operator==(const UnderstoodSetting&) const = default;
};

struct PreviewColumn {
    std::string heading;
    std::string normalised;
    ColumnRole role = ColumnRole::Ignored;
    std::string holds; ///< "close of RUT", "date"; "not stored"
    bool stored = false;
};

struct PreviewRow {
    std::uint32_t line = 0;
    std::vector<std::string> cells; ///< as many as there are columns
};

/// A cell under both readings; `odd` is a weekend or a holiday.
struct QuestionRow {
    std::uint32_t line = 0;
    std::string text;
    std::array<std::string, 2> readings;
    std::array<bool, 2> odd{};
};

/// What the file leaves open, with everything that may help to decide it.
struct ImportQuestion {
    SettingOf about = SettingOf::DateOrder;
    std::string title;                  ///< "These dates can be read in two ways, so nothing is assumed."
    std::string evidence;               ///< sentences
    std::array<std::string, 2> answers; ///< "month first", "day first"; "point", "comma"
    std::optional<std::size_t> suggested;
    std::vector<QuestionRow> rows;
};

struct ImportPreview {
    FileImport outcome; ///< of a dry run against the desk as it is
    std::vector<UnderstoodSetting> settings;
    std::vector<PreviewColumn> columns;
    std::vector<PreviewRow> rows; ///< the first kPreviewRows behind the header
    std::optional<ImportQuestion> question;
    /// With a question: the outcome under the suggested answer, else under the first one.
    std::optional<FileImport> ifAnswered;
    std::size_t assumedAnswer = 0; ///< the one that `ifAnswered` is of
    std::string header;            ///< fingerprint, for profiles
    std::string vendor;            ///< of the layout; empty for one that no vendor has
};

/// What would happen, as far as it is known: under an answer while a question is open.
inline const FileImport& expectedOutcome(const ImportPreview& preview) {
    return preview.ifAnswered ? *preview.ifAnswered : preview.outcome;
}

/// Understands a file and goes through its import without keeping anything.
ImportPreview previewImport(MarketStore& store, const std::string& path, ImportOptions options,
                            ProgressSink& progress);

/// The choice that answers a question.
void answerQuestion(ReadingChoices& choices, SettingOf about, std::size_t answer);

} // namespace rotascope
