#include "core/import/survey.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace rotascope {

Survey::Survey(const ReadingPlan& plan)
    : numbers(plan.dialect)
    , columns(plan.columns.size()) {}

Surveyor::Surveyor(const ReadingPlan& plan, Survey& survey)
    : m_plan(plan)
    , m_survey(survey) {
    m_groupFilled.resize(plan.groups.size());
    for (std::size_t column = 0; column < plan.layout.columns.size(); ++column) {
        const auto planned = std::find_if(plan.columns.begin(), plan.columns.end(),
                                          [&](const ValueColumn& value) { return value.column == column; });
        const bool key = column == plan.layout.dateColumn || column == plan.layout.tickerColumn;
        if (!key && planned == plan.columns.end())
            m_otherColumns.push_back(column);
    }
}

Result<void> Surveyor::add(const RowStream& stream) {
    const TypedRow& row = stream.row();
    const CsvRecord& record = stream.record();
    m_survey.dates.add(row.date, row.line, record.cell(m_plan.layout.dateColumn));
    if (row.day == kNoDay)
        return {};
    m_survey.lastDatedLine = row.line;
    addCells(row, record);
    if (row.kind == TypedRow::Kind::Rejected)
        return {};
    const Date date = dateFromDayNumber(row.day);
    DateRange& range = m_survey.range ? *m_survey.range : m_survey.range.emplace(DateRange{date, date});
    range.first = std::min(range.first, date);
    range.last = std::max(range.last, date);
    if (row.kind == TypedRow::Kind::Data)
        addDays(row);
    return m_survey.tickers.symbols().size() > kMostSymbols ? refuseTickers() : Result<void>{};
}

void Surveyor::finish(const RowStream& stream) {
    m_survey.rows = stream.rows();
    m_survey.sha256 = stream.sha256();
    m_survey.checksum = stream.checksum();
    m_survey.validUtf8 = stream.validUtf8();
}

Result<void> Surveyor::refuseTickers() const {
    return refused("too_many_symbols",
                   fmt::format("Column {} names more than {} symbols; it does not look like a "
                               "column of tickers. Rename or remove it.",
                               *m_plan.layout.tickerColumn + 1, groupedCount(kMostSymbols)));
}

void Surveyor::addCells(const TypedRow& row, const CsvRecord& record) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::size_t column = m_plan.columns[i].column;
        m_survey.columns[i].add(row.cells[i], row.line, record.cell(column));
        if (column < record.cells.size())
            m_survey.numbers.add(record.cells[column], row.line);
    }
    // The decimal sign is the file's: columns that are not stored bear witness too.
    for (const std::size_t column : m_otherColumns)
        if (column < record.cells.size())
            m_survey.numbers.add(record.cells[column], row.line);
}

void Surveyor::addDays(const TypedRow& row) {
    const std::size_t symbol = m_plan.layout.tickerColumn ? m_survey.tickers.indexOf(row.ticker) : 0;
    if (symbol == TickerIndex::kNoTicker)
        return;
    const std::size_t groups = m_plan.groups.size();
    if (symbol >= m_survey.symbols.size()) {
        m_survey.symbols.resize(symbol + 1);
        m_survey.series.resize((symbol + 1) * groups);
    }
    m_survey.symbols[symbol].add(row.day);
    std::fill(m_groupFilled.begin(), m_groupFilled.end(), false);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (m_plan.columns[i].active && row.cells[i].kind == NumberCell::Kind::Number)
            m_groupFilled[m_plan.columns[i].group] = true;
    for (std::size_t group = 0; group < groups; ++group)
        if (m_groupFilled[group])
            m_survey.series[symbol * groups + group].add(row.day);
}

RowOrder Survey::order() const {
    const auto all = [this](auto follows) { return std::all_of(symbols.begin(), symbols.end(), follows); };
    if (all([](const SeriesTrack& track) { return track.rising; }))
        return RowOrder::OldestFirst;
    return all([](const SeriesTrack& track) { return track.falling; }) ? RowOrder::NewestFirst
                                                                       : RowOrder::Mixed;
}

int Survey::decimals(const ReadingPlan& plan) const {
    int most = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (plan.columns[i].active && columns[i].numbers > 0)
            most = std::max(most, int{columns[i].decimals});
    return most;
}

Result<Survey> surveyFile(const ImportPass& pass) {
    const auto ready = pass.bytes.rewind();
    if (!ready)
        return Failure(ready.error());
    Survey survey(pass.plan);
    Surveyor surveyor(pass.plan, survey);
    RowStream stream(pass.bytes, pass.plan, pass.today, pass.progress);
    stream.hashBytes();
    for (;;) {
        const auto more = stream.next();
        if (!more)
            return Failure(more.error());
        if (!*more)
            break;
        const auto taken = surveyor.add(stream);
        if (!taken)
            return Failure(taken.error());
    }
    surveyor.finish(stream);
    return survey;
}

} // namespace rotascope
