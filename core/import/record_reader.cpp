#include "core/import/record_reader.h"

#include <fmt/format.h>

#include <limits>

namespace rotascope {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLongestSample = 80;

std::string sample(std::string_view text, Encoding encoding) {
    return readable(text.substr(0, kLongestSample), encoding);
}

} // namespace

RecordReader::RecordReader(PreparedImport& prepared, ReadAccount& account)
    : m_prepared(prepared)
    , m_plan(prepared.plan)
    , m_account(account)
    , m_groups(prepared.plan.groups.size()) {
    m_block.reserve(kBlockRows + m_groups);
}

void RecordReader::add(const RowStream& stream) {
    const TypedRow& row = stream.row();
    if (row.kind == TypedRow::Kind::Rejected)
        return reject(stream);
    if (row.kind == TypedRow::Kind::Ignored) {
        ++m_account.outside.ignored;
        return;
    }
    const std::size_t symbol = m_plan.layout.tickerColumn ? m_prepared.tickers.indexOf(row.ticker) : 0;
    if (symbol == TickerIndex::kNoTicker) {
        ++m_account.outside.rejected;
        return issue(stream.record(), IssueCode::NoTicker, *m_plan.layout.tickerColumn);
    }
    const RepeatedDates::Verdict verdict = m_prepared.repeats.judge(symbol, row.day);
    if (verdict == RepeatedDates::Verdict::LaterOfSame)
        ++m_account.outside.ignored;
    else if (verdict == RepeatedDates::Verdict::Clash)
        rejectClash(stream, symbol);
    else
        take(stream, symbol);
}

void RecordReader::take(const RowStream& stream, std::size_t symbol) {
    append(stream.row(), symbol);
    for (const CellProblem& problem : stream.row().problems) {
        ++m_account.cellsRejected;
        issue(stream.record(), problem.code, problem.column);
    }
}

void RecordReader::append(const TypedRow& row, std::size_t symbol) {
    for (std::size_t group = 0; group < m_groups; ++group) {
        const std::uint32_t target = m_prepared.targetOf[symbol * m_groups + group];
        if (target == PreparedImport::kNoTarget)
            continue;
        std::array<double, kBarFieldCount> slots{};
        slots.fill(kMissing);
        bool any = false;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const ValueColumn& column = m_plan.columns[i];
            if (column.group != group || !column.active || row.cells[i].kind != NumberCell::Kind::Number)
                continue;
            slots[column.slot] = row.cells[i].value;
            any = true;
        }
        if (any)
            m_block.append(target, row.day, row.line, slots);
    }
}

void RecordReader::reject(const RowStream& stream) {
    ++m_account.outside.rejected;
    for (const CellProblem& problem : stream.row().problems)
        issue(stream.record(), problem.code, problem.column);
}

void RecordReader::rejectClash(const RowStream& stream, std::size_t symbol) {
    ++m_account.outside.rejected;
    const std::uint32_t first = m_prepared.repeats.firstLine(symbol, stream.row().day);
    const bool later = first != 0 && first != stream.record().line;
    issue(stream.record(), IssueCode::DuplicateDate, m_plan.layout.dateColumn,
          later ? fmt::format(" (first in line {})", first) : std::string{});
}

void RecordReader::issue(const CsvRecord& record, IssueCode code, std::size_t column, std::string_view more) {
    if (!m_account.issues.hasRoom())
        return m_account.issues.count();
    ImportIssue made;
    made.line = record.line;
    made.code = slugOf(code);
    const bool whole = column == kWholeRow;
    made.column = whole ? 0 : static_cast<std::uint32_t>(column + 1);
    made.text = sample(whole ? record.raw : record.cell(column), m_plan.dialect.encoding);
    if (whole || code == IssueCode::NoTicker || code == IssueCode::DuplicateDate)
        made.message = fmt::format("{}{}", sentenceOf(code), more);
    else
        made.message = fmt::format("{} {}", headingOf(column), sentenceOf(code));
    m_account.issues.add(std::move(made));
}

std::string RecordReader::headingOf(std::size_t column) const {
    const std::string& heading = m_plan.layout.columns[column].heading;
    return heading.empty() ? fmt::format("column {}", column + 1) : heading;
}

Result<void> readRecords(ByteSource& bytes, PreparedImport& prepared, Date today, ImportProgress& progress,
                         ReadAccount& account, const BlockSink& sink) {
    const auto ready = bytes.rewind();
    if (!ready)
        return ready;
    progress.startReading();
    RowStream stream(bytes, prepared.plan, today, progress);
    RecordReader reader(prepared, account);
    for (;;) {
        const auto more = stream.next();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        reader.add(stream);
        if (reader.block().size() >= kBlockRows && !sink(reader.block()))
            return {};
    }
    account.outside.rowsRead = stream.rows();
    if (stream.checksum() != prepared.checksum || !bytes.unchanged())
        return refused("changed_while_read",
                       "The file changed while it was read; nothing of it is stored. Wait until it "
                       "is written, then import it again.");
    if (reader.block().size() > 0)
        sink(reader.block());
    return {};
}

} // namespace rotascope
