#include "core/import/make_plan.h"

#include "core/csv/preamble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace rotascope {

namespace {

struct RoleField {
    ColumnRole role;
    Field field;
};

constexpr std::array<RoleField, 11> kRoleFields{{{ColumnRole::Open, Field::Open},
                                                 {ColumnRole::High, Field::High},
                                                 {ColumnRole::Low, Field::Low},
                                                 {ColumnRole::Close, Field::Close},
                                                 {ColumnRole::AdjClose, Field::AdjClose},
                                                 {ColumnRole::Volume, Field::Volume},
                                                 {ColumnRole::Value, Field::Value},
                                                 {ColumnRole::Nav, Field::Nav},
                                                 {ColumnRole::Shares, Field::Shares},
                                                 {ColumnRole::Aum, Field::Aum},
                                                 {ColumnRole::Flow, Field::Flow}}};

Field fieldOf(ColumnRole role) {
    const auto* row = std::find_if(kRoleFields.begin(), kRoleFields.end(),
                                   [&](const RoleField& r) { return r.role == role; });
    return row == kRoleFields.end() ? Field::Close : row->field;
}

/// Kinds whose instruments have no bars in a table with a column per name.
bool isSingleValued(const Symbol& symbol) {
    constexpr std::array kKinds{InstrumentKind::Yield, InstrumentKind::CreditSpread,
                                InstrumentKind::Volatility, InstrumentKind::Ratio, InstrumentKind::Economic};
    const Instrument* known = knownInstrument(symbol);
    return known != nullptr && std::find(kKinds.begin(), kKinds.end(), known->kind) != kKinds.end();
}

/// What a heading names: "IWM ($ mn)" the ticker in it.
std::string_view nameIn(const LayoutColumn& column) {
    return column.ticker.empty() ? column.heading : column.ticker;
}

/// A Named column's group: a single value, or a close that may turn out to be one.
ValueGroup seriesGroup(const LayoutColumn& column, SeriesNames names, bool hasTickers) {
    ValueGroup group;
    const std::string_view heading = nameIn(column);
    const auto symbol = symbolOfHeading(heading);
    const bool marked = heading.starts_with('^');
    const bool ticker = symbol && symbol->find('_') == Symbol::npos && !isKeyOfSeries(*symbol);
    group.bars =
        names == SeriesNames::Symbols && !hasTickers && ticker && (marked || !isSingleValued(*symbol));
    group.closeOrValue = group.bars;
    group.field = Field::Value;
    if (hasTickers)
        group.suffix = '_' + symbolPart(column.heading);
    return group;
}

SeriesNames namesIn(const ReadingPlan& plan) {
    const CsvFormat* format = csvFormatNamed(plan.layout.format);
    return format == nullptr ? SeriesNames::Symbols : format->names;
}

class PlanMaker {
public:
    explicit PlanMaker(ReadingPlan& plan)
        : m_plan(plan) {}

    void addColumns() {
        for (std::size_t i = 0; i < m_plan.layout.columns.size(); ++i)
            if (holdsValues(m_plan.layout.columns[i].role))
                addColumn(i);
        if (namesIn(m_plan) == SeriesNames::Events && m_plan.layout.tickerColumn)
            addEvents(*m_plan.layout.tickerColumn);
    }

private:
    void addColumn(std::size_t index) {
        const LayoutColumn& column = m_plan.layout.columns[index];
        ValueColumn value;
        value.column = index;
        value.role = column.role;
        value.group = isBarRole(column.role) ? barGroup(column.ticker) : singleGroup(column);
        const bool bars = m_plan.groups[value.group].bars;
        const Field field = fieldOf(column.role);
        value.slot = bars ? indexOf(field) : 0;
        value.mustBePositive = column.role != ColumnRole::Named && infoOf(field).mustBePositive;
        m_plan.columns.push_back(value);
    }

    /// That something happened is a value of its own: 1.
    void addEvents(std::size_t column) {
        ValueGroup group;
        group.bars = false;
        group.event = true;
        ValueColumn value;
        value.column = column;
        value.role = ColumnRole::Value;
        value.group = push(group, {}, false);
        m_plan.columns.push_back(value);
    }

    std::size_t barGroup(const std::string& ticker) {
        for (std::size_t i = 0; i < m_plan.groups.size(); ++i)
            if (m_tickers[i] == ticker && m_plan.groups[i].bars && !m_series[i])
                return i;
        return push(ValueGroup{}, ticker, false);
    }

    std::size_t singleGroup(const LayoutColumn& column) {
        if (column.role == ColumnRole::Named)
            return push(seriesGroup(column, namesIn(m_plan), m_plan.layout.tickerColumn.has_value()),
                        column.ticker, true);
        ValueGroup group;
        group.bars = false;
        group.field = fieldOf(column.role);
        return push(group, column.ticker, false);
    }

    std::size_t push(ValueGroup group, const std::string& ticker, bool series) {
        if (!ticker.empty())
            group.symbol = symbolOfTicker(ticker);
        m_plan.groups.push_back(std::move(group));
        m_tickers.push_back(ticker);
        m_series.push_back(series);
        return m_plan.groups.size() - 1;
    }

    ReadingPlan& m_plan;
    std::vector<std::string> m_tickers;
    std::vector<bool> m_series;
};

/// The date and the ticker column are single; so is each kind of value of an instrument.
void giveRole(Layout& layout, std::size_t index, ColumnRole role) {
    LayoutColumn& column = layout.columns[index];
    if (role != ColumnRole::Ignored && role != ColumnRole::Named)
        for (LayoutColumn& other : layout.columns)
            if (other.role == role && other.ticker == column.ticker)
                other.role = ColumnRole::Ignored;
    if (layout.tickerColumn == index)
        layout.tickerColumn.reset();
    column.role = role;
    if (role == ColumnRole::Day)
        layout.dateColumn = index;
    if (role == ColumnRole::Ticker)
        layout.tickerColumn = index;
}

/// A file without a date column is none of ours, so that column only gives way to another one.
void applyRoles(Layout& layout, const std::vector<RoleChoice>& choices) {
    for (const RoleChoice& choice : choices)
        for (std::size_t i = 0; i < layout.columns.size(); ++i)
            if (layout.columns[i].normalised == choice.heading &&
                (i != layout.dateColumn || choice.role == ColumnRole::Day))
                giveRole(layout, i, choice.role);
}

/// The groups that hold values, each with one of its columns.
std::vector<const ValueColumn*> liveGroups(const ReadingPlan& plan) {
    std::vector<const ValueColumn*> columns(plan.groups.size(), nullptr);
    for (const ValueColumn& column : plan.columns)
        if (column.active && columns[column.group] == nullptr)
            columns[column.group] = &column;
    return columns;
}

template <class Symbols>
Failure severalSymbols(const Symbols& symbols) {
    constexpr std::size_t kNamed = 3;
    std::string names;
    std::size_t count = 0;
    for (const Symbol& symbol : symbols)
        if (++count <= kNamed)
            names += (names.empty() ? "" : ", ") + symbol;
    return usageError(
        "symbol_for_several",
        fmt::format("The file holds {} symbols of its own ({}{}), so --symbol cannot name them. Leave "
                    "it out; or, where they are one instrument's, rename their headings to Open, "
                    "High, Low, Close or Volume.",
                    symbols.size(), names, count > kNamed ? " …" : ""));
}

/// A file's own symbol, for columns whose heading is no name.
struct FileSymbol {
    std::optional<Symbol> symbol;
    std::string_view source;
};

FileSymbol fileSymbol(const ReadingPlan& plan, const ReadingChoices& choices, std::string_view path) {
    if (choices.symbol)
        return {choices.symbol, "option"};
    if (Symbol symbol = symbolOfTicker(plan.layout.preambleTicker); !symbol.empty())
        return {std::move(symbol), "preamble"};
    return {symbolOfFileName(path), "file name"};
}

Result<void> refuseSharedSymbols(const ReadingPlan& plan, const std::vector<const ValueColumn*>& live) {
    for (std::size_t i = 0; i < live.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const ValueGroup& a = plan.groups[j];
            const ValueGroup& b = plan.groups[i];
            if (live[i] != nullptr && live[j] != nullptr && a.symbol == b.symbol && a.suffix == b.suffix &&
                a.bars == b.bars && (a.bars || a.field == b.field))
                return refused("duplicate_column",
                               fmt::format("Columns {} and {} both hold {}. Remove one of them.",
                                           live[j]->column + 1, live[i]->column + 1, b.symbol));
        }
    return {};
}

Failure noSymbol(std::string_view path) {
    return refused("no_symbol",
                   fmt::format("Neither the file's columns nor its name \"{}\" say which symbol it holds. "
                               "Name it with --symbol, such as --symbol RUT.",
                               stemOf(path)));
}

/// The fund stands above the table or in the file's name; each row is one of its parts.
Result<void> nameHoldings(ReadingPlan& plan, const ReadingChoices& choices, std::string_view path) {
    const FileSymbol file = fileSymbol(plan, choices, path);
    if (!file.symbol || file.symbol->empty())
        return noSymbol(path);
    for (ValueGroup& group : plan.groups)
        group.symbol = *file.symbol;
    plan.symbolSource = file.source;
    return {};
}

/// What a column is called by its heading alone.
std::optional<Symbol> symbolOfColumn(SeriesNames names, const LayoutColumn& column) {
    if (names == SeriesNames::Parts)
        return std::nullopt;
    const auto maturity =
        names == SeriesNames::Maturities ? symbolOfMaturity(column.normalised) : std::nullopt;
    return maturity ? maturity : symbolOfHeading(column.heading);
}

/// Letters that symbols do not have name nothing.
Result<void> refuseNameless(const ReadingPlan& plan, const std::vector<const ValueColumn*>& live) {
    for (const ValueColumn* column : live) {
        if (column == nullptr || column->role != ColumnRole::Named)
            continue;
        const std::string& heading = plan.layout.columns[column->column].heading;
        if (symbolPart(heading).empty())
            return refused(
                "nameless_column",
                fmt::format("No series can be named after column {} (\"{}\"). Give it a heading in "
                            "Latin letters, such as Close or a ticker.",
                            column->column + 1, heading));
    }
    return {};
}

Result<void> nameGroup(ReadingPlan& plan, const ValueColumn& column, const FileSymbol& file,
                       std::string_view path) {
    ValueGroup& group = plan.groups[column.group];
    const LayoutColumn& heading = plan.layout.columns[column.column];
    if (!group.symbol.empty()) {
        plan.symbolSource = "header";
        return {};
    }
    if (column.role == ColumnRole::Named) {
        const auto symbol = symbolOfColumn(namesIn(plan), heading);
        group.symbol = symbol ? *symbol : symbolPart(stemOf(path)) + '_' + symbolPart(heading.heading);
        plan.symbolSource = symbol ? "header" : "file name and header";
        return {};
    }
    if (!file.symbol || file.symbol->empty())
        return noSymbol(path);
    group.symbol = *file.symbol;
    plan.symbolSource = file.source;
    return {};
}

} // namespace

/// Makes a single value of a column that was taken for closes.
void makeValue(ReadingPlan& plan, ValueColumn& column, Field field) {
    ValueGroup& group = plan.groups[column.group];
    group.bars = false;
    group.closeOrValue = false;
    group.field = field;
    column.slot = 0;
}

/// A table with a column per ticker holds one kind of thing: where a third of its columns cannot be prices,
/// none is.
bool holdsNoPrices(const ReadingPlan& plan, const Survey& survey) {
    std::size_t tickers = 0;
    std::size_t notPrices = 0;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        if (!plan.groups[plan.columns[i].group].closeOrValue)
            continue;
        ++tickers;
        notPrices += survey.columns[i].holdsPrices() ? 0U : 1U;
    }
    return notPrices * 3 >= tickers;
}

/// A wide table of flows says so in its title or its name; its headings are funds.
void markFlows(ReadingPlan& plan, std::string_view path) {
    if (plan.layout.tickerColumn || !(plan.layout.preambleFlows || speaksOfFlows(stemOf(path))))
        return;
    for (ValueColumn& column : plan.columns)
        if (column.role == ColumnRole::Named && symbolOfHeading(nameIn(plan.layout.columns[column.column])))
            makeValue(plan, column, Field::Flow);
}

ReadingPlan planOf(const Dialect& dialect, const Layout& layout, const ReadingChoices& choices) {
    ReadingPlan plan;
    plan.dialect = dialect;
    plan.layout = layout;
    applyRoles(plan.layout, choices.roles);
    plan.dates.order = choices.dateOrder.value_or(NumericOrder::MonthFirst);
    plan.numbers.decimal = choices.decimal.value_or('.');
    plan.numbers.blankGroups = dialect.delimiter != ',';
    PlanMaker(plan).addColumns();
    return plan;
}

void applyColumnEvidence(ReadingPlan& plan, const Survey& survey) {
    // Without a dated row nothing was learnt of the columns.
    if (survey.lastDatedLine == 0)
        return;
    const bool noPrices = holdsNoPrices(plan, survey);
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        ValueColumn& column = plan.columns[i];
        const ColumnEvidence& evidence = survey.columns[i];
        // A column whose heading promises values is held to it; one that is only named shows what it is.
        const bool promised = column.role != ColumnRole::Named;
        column.active = promised ? evidence.numbers + evidence.texts > 0 : evidence.holdsNumbers();
        const bool percents = evidence.percents > 0 && evidence.percents == evidence.numbers;
        if (!plan.groups[column.group].closeOrValue)
            continue;
        if (noPrices || percents || !evidence.holdsPrices())
            makeValue(plan, column, Field::Value);
        else if (evidence.notPositive > 0)
            column.mustBePositive = true; // stays so, as the next survey does not meet those cells
    }
}

Result<void> nameSeries(ReadingPlan& plan, const Survey& survey, const ReadingChoices& choices,
                        std::string_view path) {
    markFlows(plan, path);
    if (namesIn(plan) == SeriesNames::Holdings)
        return nameHoldings(plan, choices, path);
    const std::vector<const ValueColumn*> live = liveGroups(plan);
    if (const auto named = refuseNameless(plan, live); !named && !choices.symbol)
        return named;
    if (plan.layout.tickerColumn) {
        plan.symbolSource = "ticker column";
        if (choices.symbol && survey.tickers.symbols().size() > 1)
            return severalSymbols(survey.tickers.symbols());
        return {};
    }
    const FileSymbol file = fileSymbol(plan, choices, path);
    std::set<Symbol> symbols;
    for (const ValueColumn* column : live) {
        if (column == nullptr)
            continue;
        const auto named = nameGroup(plan, *column, file, path);
        if (!named)
            return named;
        symbols.insert(plan.groups[column->group].symbol);
    }
    if (choices.symbol && symbols.size() > 1)
        return severalSymbols(symbols);
    if (choices.symbol) {
        for (ValueGroup& group : plan.groups)
            group.symbol = *choices.symbol;
        plan.symbolSource = "option";
    }
    return refuseSharedSymbols(plan, live);
}

std::vector<std::string> headingsNotRead(const ReadingPlan& plan) {
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < plan.layout.columns.size(); ++i) {
        const bool key = i == plan.layout.dateColumn || plan.layout.tickerColumn == i;
        const bool stored =
            std::any_of(plan.columns.begin(), plan.columns.end(),
                        [i](const ValueColumn& column) { return column.active && column.column == i; });
        if (!key && !stored && !plan.layout.columns[i].heading.empty())
            headings.push_back(plan.layout.columns[i].heading);
    }
    return headings;
}

} // namespace rotascope
