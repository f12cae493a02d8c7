#include "core/import/row_stream.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace rotascope {

namespace {

const Date kEarliest = Date{std::chrono::year{1800} / 1 / 1};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

bool hasLetter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// What stands in the date column of a line that sums up others.
bool isSummary(std::string_view dateCell) {
    constexpr std::array<std::string_view, 14> kWords{"total", "totals",  "average",  "avg",     "mean",
                                                      "max",   "maximum", "min",      "minimum", "sum",
                                                      "summe", "moyenne", "promedio", "media"};
    const std::string word = normalisedHeading(dateCell);
    return word.ends_with("total") || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "Total", "Total US Equity" among tickers; other words that sum up are tickers themselves.
bool isTotal(std::string_view ticker) {
    constexpr std::string_view kFirst = "tTsSgG"; // most tickers are done with here
    if (ticker.empty() || kFirst.find(ticker.front()) == std::string_view::npos)
        return false;
    const std::string word = normalisedHeading(ticker.substr(0, ticker.find(' ')));
    return word == "total" || word == "totals" || word == "subtotal" ||
           normalisedHeading(ticker) == "grandtotal";
}

/// Yahoo's page writes "0.55 Dividend" or "2:1 Stock Splits" in place of a day's prices.
bool tellsPayout(const CsvRecord& record, std::size_t expectedCells) {
    constexpr std::array<std::string_view, 5> kPayouts{"dividend", "dividends", "stocksplit", "stocksplits",
                                                       "capitalgain"};
    std::size_t filled = 0;
    for (std::size_t column = 0; column < record.cells.size(); ++column)
        filled += record.cell(column).empty() ? 0U : 1U;
    if (filled != 2 || expectedCells < 4)
        return false;
    const std::string word = normalisedHeading(record.cell(1));
    const std::string_view letters =
        std::string_view(word).substr(std::min(word.find_first_not_of("0123456789"), word.size()));
    return std::find(kPayouts.begin(), kPayouts.end(), letters) != kPayouts.end();
}

NumberCell missingCell() {
    NumberCell cell;
    cell.kind = NumberCell::Kind::Missing;
    return cell;
}

/// That something happened.
NumberCell eventCell() {
    NumberCell cell;
    cell.kind = NumberCell::Kind::Number;
    cell.value = 1;
    return cell;
}

/// "ticker" of "Ticker: SPY"; empty for a line of another form.
std::string keyOfTitle(std::string_view line) {
    const std::size_t mark = line.find_first_of(":,;\t");
    return mark == std::string_view::npos ? std::string() : normalisedHeading(line.substr(0, mark));
}

bool namesInstrument(std::string_view key) {
    constexpr std::array<std::string_view, 8> kKeys{"ticker",     "symbol",     "security", "fund",
                                                    "fundticker", "instrument", "index",    "tickersymbol"};
    return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

} // namespace

RowStream::RowStream(ByteSource& bytes, const ReadingPlan& plan, Date today, ImportProgress& progress)
    : m_plan(plan)
    , m_progress(progress)
    , m_text(bytes, plan.dialect.encoding)
    , m_reader(m_text, plan.dialect)
    , m_earliest(dayNumber(kEarliest))
    , m_latest(dayNumber(today) + 1)
    , m_units(plan)
    , m_cells(plan.columns.size()) {
    m_text.tap(&RowStream::takeRaw, this);
    m_expectedCells = plan.layout.columns.size();
    applyHeadings();
    while (m_expectedCells > 0 && plan.layout.columns[m_expectedCells - 1].heading.empty())
        --m_expectedCells;
}

void RowStream::takeRaw(void* owner, std::span<const char> raw) {
    auto& stream = *static_cast<RowStream*>(owner);
    stream.m_checksum.add(raw);
    stream.m_progress.advance(stream.m_text.bytesRead(), stream.m_rows);
    if (!stream.m_hashed)
        return;
    stream.m_sha.add(raw);
    stream.m_utf8.add(raw);
}

Result<bool> RowStream::next() {
    for (;;) {
        const CsvReader::Pull pull = m_reader.next();
        if (m_progress.stopped())
            return ImportProgress::cancelledError();
        if (pull == CsvReader::Pull::Failed)
            return Failure(m_reader.error());
        if (pull == CsvReader::Pull::End) {
            const auto judged = m_units.judge();
            return judged ? Result<bool>(false) : Failure(judged.error());
        }
        if (m_reader.record().line <= m_plan.layout.lastHeaderLine) {
            keepAbove(m_reader.record());
            continue;
        }
        read(m_reader.record());
        if (m_otherTable > 0)
            return refused(
                "several_tables",
                fmt::format("Another table begins in line {}: \"{}\". Save each table as a file of "
                            "its own.",
                            m_otherTable, m_reader.record().raw));
        if (m_row.kind == TypedRow::Kind::Outside)
            continue;
        m_started = true;
        ++m_rows;
        return true;
    }
}

void RowStream::read(const CsvRecord& record) {
    m_row.line = record.line;
    m_problems.clear();
    m_row.date = m_plan.layout.fixedDay ? dateOf(record) : readDate(record.cell(m_plan.layout.dateColumn));
    m_row.day = m_row.date.under(m_plan.dates);
    if (m_row.day != kNoDay)
        readDated(record);
    else
        readUndated(record);
    m_row.problems = m_problems;
}

/// Units and implied values that headings state.
void RowStream::applyHeadings() {
    for (const ValueColumn& column : m_plan.columns) {
        m_factors.push_back(std::pow(10.0, m_plan.layout.columns[column.column].exponent));
        if (m_plan.layout.tickerColumn == column.column) {
            m_eventColumn = m_factors.size() - 1;
            m_latest = std::numeric_limits<std::int32_t>::max(); // a calendar speaks of days to come
        }
    }
    if (std::all_of(m_factors.begin(), m_factors.end(), [](double factor) { return factor == 1; }))
        m_factors.clear();
}

/// The day above the table for every row that holds anything but words.
DateReading RowStream::dateOf(const CsvRecord& record) const {
    const bool holds =
        std::any_of(m_plan.columns.begin(), m_plan.columns.end(), [&](const ValueColumn& column) {
            return readNumber(record.cell(column.column), m_plan.numbers).kind != NumberCell::Kind::Missing;
        });
    DateReading reading;
    if (holds && record.cells.size() >= m_expectedCells)
        reading.monthFirst = reading.dayFirst = reading.yearFirst = *m_plan.layout.fixedDay;
    return reading;
}

void RowStream::problem(IssueCode code, std::size_t column) {
    m_problems.push_back({code, column});
}

void RowStream::ignoreDated() {
    m_cells.assign(m_cells.size(), missingCell());
    m_row.cells = m_cells;
    m_row.kind = TypedRow::Kind::Ignored;
}

void RowStream::readDated(const CsvRecord& record) {
    if (record.cells.size() < m_expectedCells && tellsPayout(record, m_expectedCells))
        return ignoreDated();
    readValues(record);
    if (m_plan.layout.tickerColumn) {
        m_row.ticker = record.cell(*m_plan.layout.tickerColumn);
        if (isTotal(m_row.ticker))
            return ignoreDated();
        if (m_row.ticker.empty())
            problem(IssueCode::NoTicker, *m_plan.layout.tickerColumn);
    }
    if (m_row.day < m_earliest || m_row.day > m_latest)
        problem(IssueCode::DateOutOfRange, m_plan.layout.dateColumn);
    if (hasWrongCount(record))
        problem(IssueCode::WrongFieldCount, kWholeRow);
    judgeCells();
}

/// A bar is one thing, and a bad cell spoils it; of columns that are a series each only the one loses it.
void RowStream::judgeCells() {
    bool anyNumber = false;
    std::size_t lone = 0;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const ValueColumn& column = m_plan.columns[i];
        NumberCell& cell = m_cells[i];
        if (!column.active)
            continue;
        if (cell.kind == NumberCell::Kind::Neither) {
            problem(IssueCode::NotANumber, column.column);
        } else if (cell.kind == NumberCell::Kind::Number && column.mustBePositive && !(cell.value > 0)) {
            problem(IssueCode::NotPositive, column.column);
            if (column.role == ColumnRole::Named) {
                cell = missingCell();
                ++lone;
            }
        }
        anyNumber = anyNumber || cell.kind == NumberCell::Kind::Number;
    }
    const bool spoilt = m_problems.size() > lone || (lone > 0 && !anyNumber);
    m_row.kind = spoilt      ? TypedRow::Kind::Rejected
                 : anyNumber ? TypedRow::Kind::Data
                             : TypedRow::Kind::Ignored;
}

void RowStream::readValues(const CsvRecord& record) {
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_cells[i] = readNumber(record.cell(m_plan.columns[i].column), m_plan.numbers);
    for (NumberCell& cell : m_cells)
        if (cell.kind == NumberCell::Kind::Number && standsForNone(cell.value))
            cell = missingCell();
    if (m_eventColumn && !record.cell(m_plan.columns[*m_eventColumn].column).empty())
        m_cells[*m_eventColumn] = eventCell();
    for (std::size_t i = 0; i < m_factors.size(); ++i)
        if (m_factors[i] != 1 && !m_cells[i].scaled) {
            m_cells[i].value *= m_factors[i];
            m_cells[i].decimals = static_cast<std::int8_t>(
                m_cells[i].decimals - m_plan.layout.columns[m_plan.columns[i].column].exponent);
        }
    m_row.cells = m_cells;
    m_units.noteRow(record, m_cells);
}

bool RowStream::standsForNone(double value) const {
    const auto& missing = m_plan.layout.missing;
    return std::find(missing.begin(), missing.end(), value) != missing.end();
}

void RowStream::readUndated(const CsvRecord& record) {
    m_units.noteLine(record);
    if (m_started && (startsAnotherTable(record) || namesAnotherTable(record)))
        m_otherTable = record.line;
    const bool idle = record.blank() || repeatsHeader(record) || isNote(record) ||
                      isSummary(record.cell(m_plan.layout.dateColumn));
    m_row.kind = idle && !m_started ? TypedRow::Kind::Outside
                 : idle             ? TypedRow::Kind::Ignored
                                    : TypedRow::Kind::Rejected;
    if (!idle)
        problem(IssueCode::NotADate, m_plan.layout.dateColumn);
}

bool RowStream::repeatsHeader(const CsvRecord& record) const {
    const auto& lines = m_plan.layout.headerLines;
    if (std::find(lines.begin(), lines.end(), record.raw) != lines.end())
        return true;
    const LayoutColumn& date = m_plan.layout.columns[m_plan.layout.dateColumn];
    return !date.normalised.empty() &&
           normalisedHeading(record.cell(m_plan.layout.dateColumn)) == date.normalised;
}

/// A header of other columns than the one above, which gives its rows other meanings.
bool RowStream::startsAnotherTable(const CsvRecord& record) const {
    const auto& columns = m_plan.layout.columns;
    const std::string& date = columns[m_plan.layout.dateColumn].normalised;
    if (date.empty() || normalisedHeading(record.cell(m_plan.layout.dateColumn)) != date)
        return false;
    for (std::size_t i = 0; i < std::max(columns.size(), record.cells.size()); ++i) {
        const std::string cell = normalisedHeading(record.cell(i));
        const bool other = i >= columns.size() || cell != normalisedHeading(columns[i].heading);
        if (!cell.empty() && other &&
            readNumber(record.cell(i), m_plan.numbers).kind == NumberCell::Kind::Neither)
            return std::find(m_plan.layout.headerLines.begin(), m_plan.layout.headerLines.end(),
                             record.raw) == m_plan.layout.headerLines.end();
    }
    return false;
}

/// "Ticker: SPY" further down, where the table's own title is "Ticker: IWM".
bool RowStream::namesAnotherTable(const CsvRecord& record) const {
    const std::string key = keyOfTitle(record.raw);
    if (!namesInstrument(key))
        return false;
    return std::any_of(m_titles.begin(), m_titles.end(), [&](const std::string& title) {
        return keyOfTitle(title) == key && normalisedHeading(title) != normalisedHeading(record.raw);
    });
}

void RowStream::keepAbove(const CsvRecord& record) {
    if (record.line > m_plan.layout.preambleLines)
        return;
    m_units.noteLine(record);
    if (namesInstrument(keyOfTitle(record.raw)))
        m_titles.emplace_back(record.raw);
}

/// A line of words without a value: a remark; above the first row the units, behind the last dated one a
/// footer.
bool RowStream::isNote(const CsvRecord& record) const {
    const std::string_view dateCell = record.cell(m_plan.layout.dateColumn);
    if (!dateCell.empty() && (isDigit(dateCell.front()) || !hasLetter(dateCell)))
        return false;
    const bool footer = m_plan.lastDatedLine > 0 && record.line > m_plan.lastDatedLine;
    const bool units = !m_started && !hasDigit(dateCell);
    return std::all_of(m_plan.columns.begin(), m_plan.columns.end(), [&](const ValueColumn& column) {
        const std::string_view text = record.cell(column.column);
        const auto kind = readNumber(text, m_plan.numbers).kind;
        const bool words = kind == NumberCell::Kind::Neither && (footer || (units && !hasDigit(text)));
        return !column.active || kind == NumberCell::Kind::Missing || words;
    });
}

bool RowStream::hasWrongCount(const CsvRecord& record) const {
    const std::size_t most = m_plan.layout.columns.size();
    if (record.cells.size() < m_expectedCells)
        return true;
    for (std::size_t i = most; i < record.cells.size(); ++i)
        if (!record.cells[i].text.empty())
            return true;
    return false;
}

} // namespace rotascope
