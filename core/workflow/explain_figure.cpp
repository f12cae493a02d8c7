#include "core/workflow/explain_figure.h"

#include "core/base/text.h"
#include "core/workflow/provenance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace rotascope {

namespace {

Field mainFieldOf(const InstrumentData& data) {
    return !data.daily.dates.empty() || data.series.empty() ? Field::Close : data.series.front().field;
}

/// What could be known as of the date: daily values, else those of the first cadence there is.
Result<SeriesView> valuesOf(const std::shared_ptr<const Market>& market, const Symbol& symbol, Field field,
                            std::optional<Date> asOf) {
    const MarketView view = asOf ? MarketView::asOf(market, *asOf) : MarketView::latest(market);
    auto values = view.values(symbol, field);
    for (const Cadence cadence : {Cadence::Weekly, Cadence::Monthly, Cadence::Quarterly})
        if (!values)
            if (auto other = view.values(symbol, field, cadence))
                values = std::move(other);
    return values;
}

std::string nothingThere(const DerivationInput& input, Field field) {
    return fmt::format("The desk holds no {} of {} up to {}.", toLower(infoOf(field).heading), input.symbol,
                       dayMonthYear(input.last));
}

ExplainedInput notThere(const DerivationInput& input, std::string why) {
    ExplainedInput out;
    out.input = input;
    out.field = input.field.value_or(Field::Close);
    out.value = std::nan("");
    out.missing = std::move(why);
    return out;
}

std::string sourceText(const Provenance& provenance) {
    const ValueOrigin& origin = provenance.origin;
    return fmt::format("{}, line {}, import {} of {}, SHA-256 {}\n      {}", origin.header.path,
                       groupedCount(origin.line), origin.importId, origin.header.importedAt,
                       origin.header.sha256.empty() ? "–" : origin.header.sha256,
                       provenance.text ? *provenance.text : provenance.text.error().message);
}

std::string inputText(const ExplainedInput& input) {
    if (!input.missing.empty())
        return "  " + input.missing + "\n";
    const DerivationInput last{input.input.symbol, input.input.last, input.input.last};
    std::string out = fmt::format("  {} = {}\n    {}\n", inputName(last, input.field),
                                  shortestNumber(input.value), sourceText(*input.last));
    if (input.first)
        out = fmt::format("  {}, {} values; the first and the last:\n    {}\n    {}\n",
                          inputName(input.input, input.field),
                          groupedCount(static_cast<long long>(input.count)), sourceText(*input.first),
                          sourceText(*input.last));
    return out;
}

} // namespace

Result<std::shared_ptr<const Market>> FigureLookup::market(const Symbol& symbol) {
    if (const auto known = m_markets.find(symbol); known != m_markets.end())
        return known->second;
    auto data = m_store.read(symbol);
    if (!data)
        return Failure(data.error());
    auto market = std::make_shared<const Market>(std::vector<InstrumentData>{std::move(*data)});
    return m_markets.emplace(symbol, std::move(market)).first->second;
}

Result<Provenance> FigureLookup::provenance(const Symbol& symbol, Date date, Field field) {
    const std::tuple key(symbol, date, field);
    if (const auto known = m_provenances.find(key); known != m_provenances.end())
        return known->second;
    auto found = whereFrom(m_store, m_lines, symbol, date, field);
    if (found)
        m_provenances.emplace(key, *found);
    return found;
}

Result<ExplainedInput> FigureLookup::lookUp(const DerivationInput& input, std::optional<Date> asOf) {
    const auto data = market(input.symbol);
    if (!data && data.error().kind == ErrorKind::Desk)
        return Failure(data.error());
    if (!data)
        return notThere(input, data.error().message);
    const Field field = input.field.value_or(mainFieldOf(*(*data)->find(input.symbol)));
    const auto values = valuesOf(*data, input.symbol, field, asOf);
    if (!values)
        return notThere(input, values.error().message);
    const std::span<const Date> dates = values->dates;
    const auto end = std::upper_bound(dates.begin(), dates.end(), input.last);
    const auto begin = input.isRun() ? std::lower_bound(dates.begin(), end, input.first)
                                     : end - (end == dates.begin() ? 0 : 1);
    if (begin == end)
        return notThere(input, nothingThere(input, field));
    const auto at = static_cast<std::size_t>(end - dates.begin()) - 1;
    ExplainedInput out;
    out.input = {input.symbol, *begin, dates[at], field};
    out.field = field;
    out.value = values->values[at];
    out.count = static_cast<std::size_t>(end - begin);
    for (auto [day, where] : {std::pair(*begin, &out.first), std::pair(dates[at], &out.last)}) {
        if (where == &out.first && !input.isRun())
            continue;
        auto found = provenance(input.symbol, day, field);
        if (!found && found.error().kind == ErrorKind::Desk)
            return Failure(found.error());
        if (!found)
            return notThere(input, found.error().message);
        *where = std::move(*found);
    }
    if (!input.isRun())
        return out;
    auto files = importsOf(m_store, std::span(&input.symbol, 1));
    if (!files)
        return Failure(files.error());
    out.files = std::move(*files);
    return out;
}

Result<Explanation> FigureLookup::explain(const Derivation& derivation) {
    Explanation out;
    out.derivation = derivation;
    std::vector<std::string> names;
    std::vector<std::string> values;
    for (const DerivationInput& input : derivation.inputs) {
        auto one = lookUp(input, derivation.asOf);
        if (!one)
            return Failure(one.error());
        names.push_back(inputName(one->input, one->field));
        values.push_back(one->missing.empty() ? shortestNumber(one->value) : "?");
        out.inputs.push_back(std::move(*one));
    }
    std::vector<std::string> steps;
    std::vector<std::string> stepValues;
    for (const DerivationStep& step : derivation.steps) {
        steps.push_back(step.name);
        stepValues.push_back(step.value);
    }
    out.inWords = filledFormula(derivation, names, steps);
    out.withValues = filledFormula(derivation, values, stepValues);
    return out;
}

Result<Explanation> explainFigure(MarketStore& store, const Derivation& derivation) {
    return FigureLookup(store).explain(derivation);
}

std::string explanationText(const Explanation& explanation) {
    const Derivation& derivation = explanation.derivation;
    std::string out = derivation.figure + (derivation.value.empty() ? "" : ": " + derivation.value) + "\n";
    if (!derivation.formula.empty())
        out += explanation.inWords + "\n";
    if (explanation.withValues != explanation.inWords)
        out += "= " + explanation.withValues + "\n";
    for (const DerivationStep& step : derivation.steps)
        out += step.name + " = " + step.value + "\n";
    if (!derivation.note.empty())
        out += derivation.note + "\n";
    for (const ExplainedInput& input : explanation.inputs)
        out += inputText(input);
    return out;
}

} // namespace rotascope
