#include "core/csv/header_block.h"

#include "core/csv/date_text.h"
#include "core/csv/header_words.h"
#include "core/csv/number_text.h"
#include "core/csv/preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace rotascope {

namespace {

constexpr std::ptrdiff_t kDatesSideBySide = 3;

bool isDate(const HeadRecord& record, std::size_t column) {
    return column < record.cells.size() && readDate(record.cells[column]).valid();
}

bool hasDate(const HeadRecord& record) {
    for (std::size_t column = 0; column < record.cells.size(); ++column)
        if (isDate(record, column) && readDate(record.cells[column]).family <= DateFamily::Compact)
            return true;
    return false;
}

std::size_t filledCells(const HeadRecord& record) {
    return static_cast<std::size_t>(std::count_if(record.cells.begin(), record.cells.end(),
                                                  [](const auto& cell) { return !cell.empty(); }));
}

std::string firstWord(const HeadRecord& record) {
    return record.cells.empty() ? std::string{} : normalisedHeading(record.cells.front());
}

/// Whether one of the next few filled records has a date in `column`.
bool datesFollow(std::span<const HeadRecord> head, std::size_t header, std::size_t column) {
    std::size_t seen = 0;
    for (std::size_t i = header + 1; i < head.size() && seen < 5; ++i) {
        if (head[i].blank())
            continue;
        if (isDate(head[i], column))
            return true;
        ++seen;
    }
    return false;
}

/// "Price,Close,…" above or below "Ticker,IWM,…", and perhaps "Date,,," as a third line.
std::optional<HeaderBlock> tickerBlock(std::span<const HeadRecord> head) {
    for (std::size_t i = 0; i + 1 < head.size(); ++i) {
        const std::string upper = firstWord(head[i]);
        const std::string lower = firstWord(head[i + 1]);
        if (!(upper == "price" && lower == "ticker") && !(upper == "ticker" && lower == "price"))
            continue;
        HeaderBlock block{i, i + 1, 0, upper == "ticker" ? i : i + 1};
        if (i + 2 < head.size() && filledCells(head[i + 2]) == 1 &&
            roleOfHeading(firstWord(head[i + 2])) == ColumnRole::Day)
            block.last = i + 2;
        return block;
    }
    return std::nullopt;
}

/// "IWM", "^RUT", ".RUT", "IWM.P", "BRK-B"; no currency and no word that means a kind of value.
bool isTickerCell(std::string_view cell) {
    constexpr std::array<std::string_view, 10> kCurrencies{"USD", "EUR", "GBP", "CHF", "JPY",
                                                           "CAD", "AUD", "HKD", "CNY", "SEK"};
    constexpr std::size_t kLongest = 6;
    const std::string whole(cell);
    if (cell.starts_with('^') || cell.starts_with('.'))
        cell.remove_prefix(1);
    const std::string_view name = cell.substr(0, cell.find_first_of(".-"));
    const std::string_view tail = cell.substr(name.size());
    const auto isOurs = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= kLongest && tail.size() <= 3 && tail.size() != 1 &&
           std::all_of(name.begin(), name.end(), isOurs) &&
           std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A'; }) &&
           (tail.empty() || std::all_of(tail.begin() + 1, tail.end(), isOurs)) &&
           std::find(kCurrencies.begin(), kCurrencies.end(), whole) == kCurrencies.end() &&
           !roleOfHeading(normalisedHeading(whole));
}

/// What stands beside a line's first cell: words for values without a gap, or tickers, each for the columns
/// up to the next.
bool isLineOfFields(const HeadRecord& record) {
    return record.cells.size() > 1 &&
           std::all_of(record.cells.begin() + 1, record.cells.end(), [](const std::string& cell) {
               const auto role = roleOfHeading(normalisedHeading(cell));
               return role && holdsValues(*role);
           });
}

bool isLineOfTickers(const HeadRecord& record) {
    return record.cells.size() > 1 && !record.cells[1].empty() &&
           std::all_of(record.cells.begin() + 1, record.cells.end(),
                       [](const std::string& cell) { return cell.empty() || isTickerCell(cell); });
}

/// The first cell of such a line: nothing, a word for dates, or what the line holds.
bool headsLine(const HeadRecord& record) {
    constexpr std::array<std::string_view, 9> kWords{"price", "ticker", "tickers", "symbol",    "symbols",
                                                     "ric",   "field",  "fields",  "attributes"};
    const std::string word = firstWord(record);
    return word.empty() || roleOfHeading(word) == ColumnRole::Day ||
           std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// A line of tickers above or below a line of fields, and perhaps "Date,,," as a third: pandas, Refinitiv,
/// two lines by hand.
std::optional<HeaderBlock> twoLineBlock(std::span<const HeadRecord> head) {
    for (std::size_t i = 0; i + 2 < head.size(); ++i) {
        const bool tickersFirst = isLineOfTickers(head[i]) && isLineOfFields(head[i + 1]);
        const bool fieldsFirst = isLineOfFields(head[i]) && isLineOfTickers(head[i + 1]);
        if ((!tickersFirst && !fieldsFirst) || !headsLine(head[i]) || !headsLine(head[i + 1]))
            continue;
        HeaderBlock block{i, i + 1, 0, tickersFirst ? i : i + 1};
        if (filledCells(head[i + 2]) == 1 && roleOfHeading(firstWord(head[i + 2])) == ColumnRole::Day)
            block.last = i + 2;
        if (datesFollow(head, block.last, 0))
            return block;
    }
    return std::nullopt;
}

/// "BBK01.WT1010", "BBEX3.D.USD.EUR.BB.AC.000"
bool isSeriesKey(std::string_view cell) {
    return cell.find('.') != std::string_view::npos && cell.front() >= 'A' && cell.front() <= 'Z' &&
           std::all_of(cell.begin(), cell.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
           });
}

/// The Bundesbank's: the key of each series in the first line, beside an empty cell; then what the series is,
/// its unit and its as-of day, a line each, above the first date.
std::optional<HeaderBlock> keyedBlock(std::span<const HeadRecord> head) {
    constexpr std::size_t kMostLines = 12;
    if (head.empty() || head[0].cells.size() < 2 || !head[0].cells[0].empty() ||
        !isSeriesKey(head[0].cells[1]))
        return std::nullopt;
    for (std::size_t i = 1; i < std::min(head.size(), kMostLines); ++i)
        if (isDate(head[i], 0))
            return HeaderBlock{0, i - 1, 0, std::nullopt};
    return std::nullopt;
}

/// The best of the columns that are named like a date.
std::optional<std::size_t> namedDateColumn(std::span<const HeadRecord> head, std::size_t header,
                                           bool checked) {
    std::optional<std::size_t> best;
    int bestRank = 0;
    const std::vector<std::string>& cells = head[header].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const std::string word = normalisedHeading(cells[column]);
        const bool named =
            roleOfHeading(word) == ColumnRole::Day || (word == "t" && filledCells(head[header]) > 4);
        if (!named || (checked && !datesFollow(head, header, column)))
            continue;
        const int rank = dateRank(word);
        if (!best || rank < bestRank) {
            best = column;
            bestRank = rank;
        }
    }
    return best;
}

/// A preamble line may name a period ("Period,D"): of the candidates above the data the fullest is the
/// header.
HeaderBlock fullestBlock(std::span<const HeadRecord> head, HeaderBlock best, bool checked) {
    for (std::size_t i = best.first + 1; i < head.size() && !hasDate(head[i]); ++i) {
        if (filledCells(head[i]) <= filledCells(head[best.first]))
            continue;
        if (const auto column = namedDateColumn(head, i, checked))
            best = {i, i, *column, std::nullopt};
    }
    return best;
}

std::optional<HeaderBlock> namedBlock(std::span<const HeadRecord> head, bool checked) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (filledCells(head[i]) < 2 || hasDate(head[i]))
            continue;
        if (const auto column = namedDateColumn(head, i, checked))
            return fullestBlock(head, {i, i, *column, std::nullopt}, checked);
    }
    return std::nullopt;
}

/// The record above `data` that names its columns; nullptr where there is none.
const HeadRecord* headerAbove(std::span<const HeadRecord> head, std::size_t data) {
    std::size_t above = data;
    while (above > 0 && head[above - 1].blank())
        --above;
    if (above == 0 || head[above - 1].cells.size() != head[data].cells.size())
        return nullptr;
    const HeadRecord& header = head[above - 1];
    const bool words = std::none_of(header.cells.begin(), header.cells.end(), [](const std::string& cell) {
        return !cell.empty() && signUseOf(cell) != SignUse::NotANumber;
    });
    return words ? &header : nullptr;
}

/// Two months in a row, such as "202501" over "202502", in the first column.
bool beginsMonths(std::span<const HeadRecord> head, std::size_t at) {
    if (at + 1 >= head.size() || !isDate(head[at], 0) || !isDate(head[at + 1], 0))
        return false;
    const DateReading first = readDate(head[at].cells[0]);
    const DateReading second = readDate(head[at + 1].cells[0]);
    const std::int32_t days = second.monthFirst - first.monthFirst;
    return first.family == DateFamily::YearMonth && second.family == DateFamily::YearMonth &&
           std::abs(days) >= 28 && std::abs(days) <= 31;
}

std::ptrdiff_t datesIn(const HeadRecord& record) {
    return std::count_if(record.cells.begin(), record.cells.end(), [](const std::string& cell) {
        const DateReading reading = readDate(cell);
        return reading.valid() && reading.family <= DateFamily::Compact;
    });
}

/// A line above a table may hold a date too: "Positions as of,28.Nov.2025". Data have a number beside it, or
/// another date below.
bool isDataRow(std::span<const HeadRecord> head, std::size_t at) {
    const auto numbers =
        std::count_if(head[at].cells.begin(), head[at].cells.end(), [](const std::string& cell) {
            return !cell.empty() && signUseOf(cell) != SignUse::NotANumber && !readDate(cell).valid();
        });
    const auto below = std::find_if(head.begin() + static_cast<std::ptrdiff_t>(at) + 1, head.end(),
                                    [](const HeadRecord& record) { return !record.blank(); });
    return numbers > 0 || below == head.end() || hasDate(*below) || datesIn(head[at]) >= kDatesSideBySide;
}

/// What to write above `columns` columns.
std::string exampleHeader(std::size_t columns) {
    constexpr std::array<std::string_view, 7> kExamples{"Date,Close",
                                                        "Date,Close,Volume",
                                                        "Date,High,Low,Close",
                                                        "Date,Open,High,Low,Close",
                                                        "Date,Open,High,Low,Close,Volume",
                                                        "Date,Open,High,Low,Close,Adj Close,Volume",
                                                        "Date,Time,Open,High,Low,Close,Volume,Count"};
    return std::string(kExamples[std::clamp<std::size_t>(columns, 2, 8) - 2]);
}

/// Blanks between columns are none of the marks that part them.
bool isPartedByBlanks(std::span<const HeadRecord> head) {
    return std::any_of(head.begin(), head.end(), [](const HeadRecord& record) {
        const std::size_t blank = record.raw.find(' ');
        return record.cells.size() == 1 && blank != std::string::npos &&
               readDate(std::string_view(record.raw).substr(0, blank)).valid();
    });
}

/// The column of the first record with a date and a number beside it; the record above it is the header.
Result<HeaderBlock> blockAboveData(std::span<const HeadRecord> head) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        const bool months = beginsMonths(head, i);
        if ((!hasDate(head[i]) && !months) || filledCells(head[i]) < 2 || !isDataRow(head, i))
            continue;
        const HeadRecord* header = headerAbove(head, i);
        if (header == nullptr && datesIn(head[i]) >= kDatesSideBySide)
            return refused(
                "dates_side_by_side",
                fmt::format("Line {} holds one column for each day. Turn the table so that each row "
                            "has its date: in a spreadsheet, copy it and paste it transposed.",
                            head[i].line));
        if (header == nullptr)
            return refused("no_header",
                           fmt::format("Line {} is already data and no line above names the columns. Add a "
                                       "header line that names all {}, such as \"{}\".",
                                       head[i].line, head[i].cells.size(),
                                       exampleHeader(head[i].cells.size())));
        const auto place = static_cast<std::size_t>(header - head.data());
        std::size_t other = 0;
        std::optional<std::size_t> published;
        for (std::size_t column = 0; column < head[i].cells.size(); ++column) {
            // Five digits beside a real date are an index, not days since 1900.
            if (!isDate(head[i], column) ||
                (readDate(head[i].cells[column]).family > DateFamily::Compact && !(months && column == 0)))
                continue;
            const std::string heading = normalisedHeading(header->cells[column]);
            if (!isDateOfOther(heading) && !isPublicationDate(heading))
                return HeaderBlock{place, place, column, std::nullopt};
            if (isPublicationDate(heading) && !published)
                published = column;
            other = column;
        }
        if (published)
            return HeaderBlock{place, place, *published, std::nullopt};
        return refused("no_date_column",
                       fmt::format("Column {} ({}) holds dates, but not the days of the values. Add a column "
                                   "\"Date\" that does.",
                                   other + 1, header->cells[other]));
    }
    if (isPartedByBlanks(head))
        return refused(
            "no_date_column",
            "The columns are parted by blanks. Save the table with commas, semicolons or tabs between "
            "its columns.");
    return refused("no_date_column",
                   "No column holds dates, and none is named like one. Check that this is a table with "
                   "a header line and a date in each row.");
}

/// A table of one day: no column of dates, but a column of tickers with values beside it. Of several such
/// lines, as "Ticker:,SPSM" above the table, the fullest one from `first` on.
std::optional<HeaderBlock> undatedBlock(std::span<const HeadRecord> head, std::size_t first,
                                        std::size_t fewest) {
    std::optional<HeaderBlock> best;
    std::size_t most = fewest - 1;
    for (std::size_t i = first; i + 1 < head.size(); ++i) {
        const std::vector<std::string>& cells = head[i].cells;
        const auto ticker = std::find_if(cells.begin(), cells.end(), [](const std::string& cell) {
            return roleOfHeading(normalisedHeading(cell)) == ColumnRole::Ticker;
        });
        if (ticker == cells.end() || filledCells(head[i]) <= most || head[i + 1].cells.size() < cells.size())
            continue;
        most = filledCells(head[i]);
        best = HeaderBlock{i, i, static_cast<std::size_t>(ticker - cells.begin()), std::nullopt, true};
    }
    return best;
}

/// The same with its date above it.
std::optional<HeaderBlock> blockBelowDate(std::span<const HeadRecord> head) {
    const auto block = undatedBlock(head, 1, 3);
    return block && readPreamble(head.first(block->first)).day ? block : std::nullopt;
}

Failure datesOfItsOwn(std::span<const HeadRecord> head, const HeaderBlock& block) {
    return refused("dates_of_its_own",
                   fmt::format("The table has dates of its own, in the column \"{}\". Leave --date out.",
                               head[block.first].cells[block.dateColumn]));
}

Result<HeaderBlock> blockOfDay(std::span<const HeadRecord> head) {
    for (const auto& dated : {tickerBlock(head), namedBlock(head, true)})
        if (dated)
            return datesOfItsOwn(head, *dated);
    if (const auto block = undatedBlock(head, 0, 2))
        return *block;
    return refused(
        "no_ticker_column",
        "No column is named like tickers (Ticker, Symbol, Fund …), so the values of the day cannot be "
        "told apart. Add a header line such as \"Ticker,Return 1M\".");
}

Result<HeaderBlock> findBlock(std::span<const HeadRecord> head) {
    for (const auto& block : {tickerBlock(head), twoLineBlock(head), keyedBlock(head)})
        if (block)
            return *block;
    if (const auto block = namedBlock(head, true))
        return *block;
    if (const auto block = blockBelowDate(head))
        return *block;
    const auto above = blockAboveData(head);
    if (above || above.error().code != "no_date_column")
        return above;
    if (const auto block = namedBlock(head, false))
        return *block;
    if (undatedBlock(head, 0, 2))
        return refused(
            "undated_table",
            "The table does not say of which day its values are. Name the day of all its rows with "
            "--date, such as --date 2025-11-28.");
    return above;
}

} // namespace

Result<HeaderBlock> findHeader(std::span<const HeadRecord> head, bool dayIsNamed) {
    return dayIsNamed ? blockOfDay(head) : findBlock(head);
}

} // namespace rotascope
