#include "core/import/import_targets.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

Availability availabilityOf(const ValueGroup& group, Cadence cadence) {
    return usualAvailability(group.bars ? std::nullopt : std::optional(group.field), cadence);
}

Instrument instrumentOf(const Symbol& symbol, const ValueGroup& group, SeriesNames names) {
    Instrument instrument = describeSymbol(symbol);
    if (group.bars || group.field != Field::Value || knownInstrument(symbol) != nullptr)
        return instrument;
    if (group.event) {
        instrument.kind = InstrumentKind::Event;
        instrument.unit = Unit::Count;
        return instrument;
    }
    // A bare number: its unit is not in the file.
    instrument.unit = Unit::Ratio;
    if (names == SeriesNames::Economic || names == SeriesNames::Events)
        instrument.kind = InstrumentKind::Economic;
    return instrument;
}

SeriesNames namesOf(const ReadingPlan& plan) {
    const CsvFormat* format = csvFormatNamed(plan.layout.format);
    return format == nullptr ? SeriesNames::Symbols : format->names;
}

/// What the rows of one ticker are called.
Symbol symbolOfRows(const ReadingPlan& plan, const ValueGroup& group, const ReadingChoices& choices,
                    const Symbol& ticker) {
    if (namesOf(plan) == SeriesNames::Holdings)
        return group.symbol + ':' + ticker;
    return choices.symbol.value_or(ticker) + group.suffix;
}

/// A column of weeks, months or quarters says so in its heading; a column of days holds days, and so does a
/// calendar, however far its events lie apart.
Cadence cadenceOf(const ReadingPlan& plan, Cadence seen) {
    constexpr std::array<std::pair<std::string_view, Cadence>, 5> kHeadings{
        {{"day", Cadence::Daily},
         {"weekending", Cadence::Weekly},
         {"week", Cadence::Weekly},
         {"month", Cadence::Monthly},
         {"quarter", Cadence::Quarterly}}};
    if (namesOf(plan) == SeriesNames::Events)
        return Cadence::Daily;
    const std::string& heading = plan.layout.columns[plan.layout.dateColumn].normalised;
    for (const auto& [word, cadence] : kHeadings)
        if (word == heading && !plan.layout.fixedDay)
            return cadence;
    return seen;
}

} // namespace

ImportTarget targetFor(const ReadingPlan& plan, const Survey& survey, std::size_t group, const Symbol& symbol,
                       Cadence cadence) {
    const ValueGroup& values = plan.groups[group];
    ImportTarget target;
    target.instrument = instrumentOf(symbol, values, namesOf(plan));
    target.cadence = cadence;
    if (!values.bars)
        target.field = values.field;
    target.availability = availabilityOf(values, cadence);
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        const ValueColumn& column = plan.columns[i];
        if (column.group != group || !column.active)
            continue;
        target.decimals[column.slot] =
            survey.columns[i].numbers > 0 ? survey.columns[i].decimals : std::int8_t{0};
        target.sourceColumn[column.slot] = static_cast<std::int32_t>(column.column + 1);
    }
    return target;
}

void addTargets(PreparedImport& prepared, const Survey& survey, const ReadingChoices& choices) {
    const ReadingPlan& plan = prepared.plan;
    const std::size_t groups = plan.groups.size();
    prepared.percents.assign(groups, 1);
    for (std::size_t i = 0; i < plan.columns.size(); ++i)
        if (const ColumnEvidence& seen = survey.columns[i];
            plan.columns[i].active && (seen.percents == 0 || seen.percents < seen.numbers))
            prepared.percents[plan.columns[i].group] = 0;
    prepared.targetOf.assign(survey.series.size(), PreparedImport::kNoTarget);
    for (std::size_t i = 0; i < survey.series.size(); ++i) {
        if (survey.series[i].count == 0)
            continue;
        const ValueGroup& group = plan.groups[i % groups];
        const std::size_t number = i / groups;
        Symbol symbol = group.symbol;
        if (plan.layout.tickerColumn)
            symbol = symbolOfRows(plan, group, choices, prepared.tickers.symbols()[number]);
        const Spacing* unordered = prepared.repeats.spacing(number);
        const Spacing& spacing = unordered != nullptr ? *unordered : survey.series[i].spacing;
        const Cadence cadence = choices.cadence.value_or(cadenceOf(plan, spacing.cadence()));
        prepared.targetOf[i] = static_cast<std::uint32_t>(prepared.targets.size());
        prepared.targets.push_back(targetFor(plan, survey, i % groups, symbol, cadence));
        // A week that is dated by its first day is not known on it.
        if (cadence == Cadence::Weekly && survey.series[i].startsWeeks())
            prepared.targets.back().availability = Availability::AfterPeriod;
    }
}

std::vector<Symbol> symbolsOf(const std::vector<ImportTarget>& targets) {
    std::vector<Symbol> symbols;
    std::unordered_map<Symbol, bool> seen;
    for (const ImportTarget& target : targets)
        if (seen.emplace(target.instrument.symbol, true).second)
            symbols.push_back(target.instrument.symbol);
    return symbols;
}

} // namespace rotascope
