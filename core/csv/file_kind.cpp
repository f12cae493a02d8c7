#include "core/csv/file_kind.h"

#include "core/base/text.h"
#include "core/csv/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace rotascope {

namespace {

struct Kind {
    std::string_view start;
    std::string_view code;
    std::string_view message;
};

using namespace std::string_view_literals;

/// By their very first bytes.
constexpr std::array kKinds{
    Kind{"PK\3\4", "zip_file",
         "This is an Excel workbook (XLSX) or another zip archive. Save the sheet as CSV, or unpack the "
         "archive."},
    Kind{"\x1F\x8B", "gzip_file", "This is a gzip archive. Unpack it first."},
    Kind{"\xD0\xCF\x11\xE0", "xls_file", "This is an old Excel workbook (XLS). Save the sheet as CSV."},
    Kind{"%PDF", "pdf_file", "This is a PDF document. Download the table as CSV."},
    Kind{"SQLite format 3\0"sv, "sqlite_file",
         "This is a SQLite database, perhaps a desk. Open it instead of importing it."},
    Kind{"BZh", "archive_file", "This is a bzip2 archive. Unpack it first."},
    Kind{"7z\xBC\xAF", "archive_file", "This is a 7-Zip archive. Unpack it first."},
    Kind{"\xFD\x37zXZ", "archive_file", "This is an xz archive. Unpack it first."},
    Kind{"\x28\xB5\x2F\xFD", "archive_file", "This is a Zstandard archive. Unpack it first."},
    Kind{"PAR1", "parquet_file", "This is a Parquet file. Write it out as CSV."},
    Kind{"{\\rtf", "rtf_file", "This is a rich text document. Download the table as CSV."},
};

/// By the first mark of a text, in lower case.
constexpr std::array kMarkup{
    Kind{"<ss:", "spreadsheetml", "This is SpreadsheetML, which Excel opens: save as CSV."},
    Kind{"<workbook", "spreadsheetml", "This is SpreadsheetML, which Excel opens: save as CSV."},
    Kind{"<!doctype html", "web_page",
         "This is a web page, not a table: the vendor's site answered with a page. Download the file again."},
    Kind{"<html", "web_page",
         "This is a web page, not a table: the vendor's site answered with a page. Download the file again."},
    Kind{"<", "xml_file", "This is XML. Save the table as CSV."},
    Kind{"{", "json_file", "This is JSON. Download the table as CSV."},
    Kind{"[", "json_file", "This is JSON. Download the table as CSV."},
};

Error refusal(const Kind& kind) {
    return Error{ErrorKind::Refused, std::string(kind.code), std::string(kind.message)};
}

std::optional<Error> markup(std::string_view start) {
    std::string text = toLower(trimmed(start.substr(0, 4096)));
    if (text.starts_with("<?xml"))
        text = text.find("spreadsheet") == std::string::npos && text.find("<ss:") == std::string::npos
                   ? "<"
                   : "<workbook";
    // Stooq and MetaTrader write their headings like tags: "<TICKER>,<PER>,<DATE>".
    const std::string_view firstLine = std::string_view(text).substr(0, text.find('\n'));
    for (const std::string_view headings : {">,<", ">, <", ">;<", ">\t<"})
        if (firstLine.find(headings) != std::string_view::npos)
            return std::nullopt;
    for (const Kind& kind : kMarkup)
        if (text.starts_with(kind.start))
            return refusal(kind);
    return std::nullopt;
}

/// Control characters that no text holds; NUL is judged by the reader, which can name its line.
bool isBinary(std::string_view start) {
    const auto odd = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<std::uint8_t>(c);
        return byte < 0x20 && byte != 0 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
               byte != 0x1A;
    });
    return static_cast<std::size_t>(odd) * 50 > start.size();
}

} // namespace

std::optional<Error> notCsv(std::string_view start) {
    start = start.substr(0, 8192);
    for (const Kind& kind : kKinds)
        if (start.starts_with(kind.start))
            return refusal(kind);
    const Encoding encoding = encodingOfStart(start);
    if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be)
        return std::nullopt;
    if (encoding == Encoding::Utf8WithBom)
        start.remove_prefix(3);
    if (isBinary(start))
        return Error{ErrorKind::Refused, "binary_file",
                     "This is a binary file, not text. Download the table as CSV."};
    return markup(start);
}

} // namespace rotascope
