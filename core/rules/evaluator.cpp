#include "core/rules/evaluator.h"

#include "core/analysis/trend/price_basis.h"
#include "core/analysis/z_score.h"
#include "core/rules/whole_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rotascope {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kTolerance = 1e-9;

bool holds(Comparator comparator, int order) {
    switch (comparator) {
    case Comparator::Less:
        return order < 0;
    case Comparator::LessEqual:
        return order <= 0;
    case Comparator::Greater:
        return order > 0;
    case Comparator::GreaterEqual:
        return order >= 0;
    case Comparator::Equal:
        return order == 0;
    case Comparator::NotEqual:
        break;
    }
    return order != 0;
}

Truth compare(Comparator comparator, double a, double b) {
    if (std::isnan(a) || std::isnan(b))
        return Truth::Unknown;
    return holds(comparator, comparedWithin(a, b)) ? Truth::Yes : Truth::No;
}

/// Division by zero has no value, and neither has what overflows.
double finite(double value) {
    return std::isfinite(value) ? value : kNone;
}

bool isComparison(const Term& term) {
    return term.kind == TermKind::Compare || term.kind == TermKind::Cross;
}

const Term* firstComparison(const Term& term) {
    if (isComparison(term))
        return &term;
    for (const Term& input : term.inputs)
        if (const Term* found = firstComparison(input))
            return found;
    return nullptr;
}

/// The first price level below a term; nullptr where there is none.
const Term* priceLevel(const Term& term) {
    const bool isPrice = term.series.kind == FunctionKind::Field && term.series.quantity == Quantity::Level;
    if (term.kind == TermKind::OverSeries && term.quantity == Quantity::Level && isPrice)
        return &term;
    for (const Term& input : term.inputs)
        if (const Term* found = priceLevel(input))
            return found;
    return nullptr;
}

/// Why a comparison with a level says nothing in a view; empty where it says something.
std::string whyNoLevel(const MarketView& view, const Term& comparison) {
    const Term& a = comparison.inputs[0];
    const Term& b = comparison.inputs[1];
    const bool isLevel = (a.kind == TermKind::Constant || b.kind == TermKind::Constant) &&
                         a.quantity == Quantity::Level && b.quantity == Quantity::Level;
    const Term* price = !isLevel ? nullptr : a.kind == TermKind::Constant ? priceLevel(b) : priceLevel(a);
    if (!price)
        return {};
    const auto closes = pricedCloses(view, price->series.symbol, PriceChoice::Close);
    return closes && isAdjusted(closes->basis)
               ? fmt::format("The closes of {} are adjusted for dividends: they say nothing about a level.",
                             price->series.symbol)
               : std::string();
}

} // namespace

std::vector<std::string> levelReasons(const MarketView& view, const Term& condition) {
    std::vector<std::string> out;
    if (isComparison(condition))
        if (std::string why = whyNoLevel(view, condition); !why.empty())
            out.push_back(std::move(why));
    for (const Term& input : condition.inputs)
        for (std::string& why : levelReasons(view, input))
            out.push_back(std::move(why));
    return out;
}

int comparedWithin(double a, double b) {
    if (std::abs(a - b) <= kTolerance * std::max(1.0, std::abs(b)))
        return 0;
    return a < b ? -1 : 1;
}

Truths persistent(std::span<const Truth> values, int n, int m) {
    Truths out(values.size());
    const auto window = static_cast<std::size_t>(m);
    int yes = 0;
    int unknown = m;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Truth leaves = i >= window ? values[i - window] : Truth::Unknown;
        yes += (values[i] == Truth::Yes ? 1 : 0) - (leaves == Truth::Yes ? 1 : 0);
        unknown += (values[i] == Truth::Unknown ? 1 : 0) - (leaves == Truth::Unknown ? 1 : 0);
        out[i] = yes >= n ? Truth::Yes : yes + unknown < n ? Truth::No : Truth::Unknown;
    }
    return out;
}

double RuleMeasure::distance(std::size_t session) const {
    const double ahead = threshold[session] - value[session];
    return isUpward() ? ahead : -ahead;
}

double RuleMeasure::daysSpanned(std::size_t session) const {
    return spannedDays.empty() ? kNone : spannedDays[session];
}

RuleEvaluator::RuleEvaluator(MarketView view, std::vector<Date> sessions, RuleInputs inputs)
    : m_view(std::move(view))
    , m_sessions(std::move(sessions))
    , m_inputs(std::move(inputs)) {}

RuleEvaluator::~RuleEvaluator() = default;

std::shared_ptr<const OwnSeries> RuleEvaluator::series(const SeriesRef& ref) {
    auto& kept = m_series[textOf(ref)];
    if (!kept)
        kept = std::make_shared<const OwnSeries>(ownSeries(m_view, ref, m_inputs.flows));
    return kept;
}

RuleEvaluator::Numbers RuleEvaluator::onSessions(const OwnSeries& own, const RuleFunction& function,
                                                 std::size_t length) {
    Numbers out(m_sessions.size(), kNone);
    if (own.dates.empty() || (function.needsBars && own.high.empty()))
        return out;
    const Numbers values = function.column(own.columns(), length);
    const auto serve = [&](const OwnSeries& from, std::span<const double> column, int days) {
        const auto serving = servingOn(m_sessions, from, days);
        for (std::size_t i = 0; i < out.size(); ++i)
            if (serving[i] != kNoObservation)
                out[i] = finite(column[serving[i]]);
    };
    if (!function.byWeek) {
        serve(own, values, own.servingDays);
        return out;
    }
    constexpr int kWeekDays = 7;
    OwnSeries weeks;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) {
            weeks.dates.push_back(own.dates[i]);
            weeks.knownOn.push_back(own.knownOn[i]);
            weeks.values.push_back(values[i]);
        }
    serve(weeks, weeks.values, kServingDays + kWeekDays);
    return out;
}

std::shared_ptr<const RuleEvaluator::Numbers> RuleEvaluator::column(const Term& term) {
    auto& kept = m_columns[fmt::format("{}|{}|{}", term.function->name(), textOf(term.series), term.length)];
    if (!kept)
        kept = std::make_shared<const Numbers>(onSessions(*series(term.series), *term.function, term.length));
    return kept;
}

RuleEvaluator::Numbers RuleEvaluator::sessionsSince(Date day) const {
    Numbers out(m_sessions.size(), kNone);
    const auto first = std::upper_bound(m_sessions.begin(), m_sessions.end(), day);
    for (auto at = std::lower_bound(m_sessions.begin(), m_sessions.end(), day); at != m_sessions.end(); ++at)
        out[static_cast<std::size_t>(at - m_sessions.begin())] = static_cast<double>(at - first + 1);
    return out;
}

RuleEvaluator::Numbers RuleEvaluator::numbers(const Term& term) {
    switch (term.kind) {
    case TermKind::Constant:
        return Numbers(m_sessions.size(), term.constant);
    case TermKind::OverSeries:
        return *column(term);
    case TermKind::Since:
        return sessionsSince(term.day);
    case TermKind::Z:
        return zScores(numbers(term.inputs.front()), term.sigma);
    default:
        break;
    }
    return combined(term);
}

RuleEvaluator::Numbers RuleEvaluator::combined(const Term& term) {
    Numbers out = numbers(term.inputs.front());
    if (term.kind == TermKind::Negate || term.kind == TermKind::Absolute)
        for (double& value : out)
            value = term.kind == TermKind::Negate ? -value : std::abs(value);
    for (std::size_t k = 1; k < term.inputs.size(); ++k) {
        const bool inverse = term.inputs[k].inverse;
        const Numbers next = numbers(term.inputs[k]);
        for (std::size_t i = 0; i < out.size(); ++i) {
            const double a = out[i];
            const double b = next[i];
            if (term.kind == TermKind::Sum)
                out[i] = inverse ? a - b : a + b;
            else if (term.kind == TermKind::Product)
                out[i] = finite(inverse ? a / b : a * b);
            else
                out[i] = std::isnan(a) || std::isnan(b)  ? kNone
                         : term.kind == TermKind::Larger ? std::max(a, b)
                                                         : std::min(a, b);
        }
    }
    return out;
}

void RuleEvaluator::addReasons(const Term& term, std::vector<std::string>& reasons) const {
    if (isComparison(term))
        if (std::string why = whyNoLevel(m_view, term); !why.empty())
            reasons.push_back(std::move(why));
    if (term.kind == TermKind::Flag && flagged(term.flag).back() == Truth::Unknown)
        reasons.push_back(fmt::format("The flag \"{}\" has no date yet.", term.flag));
    for (const Term& input : term.inputs)
        addReasons(input, reasons);
}

/// Empty where a term is no move of own observations.
RuleEvaluator::Numbers RuleEvaluator::spannedDays(const Term& term) {
    if (term.kind == TermKind::Larger || term.kind == TermKind::Smaller) {
        const Numbers ofA = spannedDays(term.inputs[0]);
        const Numbers ofB = spannedDays(term.inputs[1]);
        if (ofA.empty() && ofB.empty())
            return {};
        const Numbers a = numbers(term.inputs[0]);
        const Numbers b = numbers(term.inputs[1]);
        Numbers out(m_sessions.size(), kNone);
        for (std::size_t i = 0; i < out.size(); ++i) {
            const Numbers& taken = (a[i] >= b[i]) == (term.kind == TermKind::Larger) ? ofA : ofB;
            out[i] = taken.empty() ? kNone : taken[i];
        }
        return out;
    }
    const bool isMove =
        term.kind == TermKind::OverSeries &&
        (term.function->unit == UnitRule::Return || term.function->unit == UnitRule::Change) &&
        term.length != kAllObservations;
    if (!isMove)
        return {};
    Numbers out(m_sessions.size(), kNone);
    const auto own = series(term.series);
    const auto serving = servingOn(m_sessions, *own, own->servingDays);
    for (std::size_t i = 0; i < out.size(); ++i)
        if (serving[i] != kNoObservation && serving[i] >= term.length)
            out[i] =
                static_cast<double>((own->dates[serving[i]] - own->dates[serving[i] - term.length]).count());
    return out;
}

Truths RuleEvaluator::compared(const Term& term) {
    if (!whyNoLevel(m_view, term).empty())
        return Truths(m_sessions.size(), Truth::Unknown);
    const Numbers a = numbers(term.inputs[0]);
    const Numbers b = numbers(term.inputs[1]);
    Truths out(a.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = compare(term.comparator, a[i], b[i]);
    return out;
}

Truths RuleEvaluator::crossed(const Term& term) {
    if (!whyNoLevel(m_view, term).empty())
        return Truths(m_sessions.size(), Truth::Unknown);
    const Numbers a = numbers(term.inputs[0]);
    const Numbers b = numbers(term.inputs[1]);
    const Comparator before = term.above ? Comparator::LessEqual : Comparator::GreaterEqual;
    const Comparator now = term.above ? Comparator::Greater : Comparator::Less;
    Truths out(a.size(), Truth::Unknown);
    for (std::size_t i = 1; i < out.size(); ++i)
        out[i] = both(compare(before, a[i - 1], b[i - 1]), compare(now, a[i], b[i]));
    return out;
}

Truths RuleEvaluator::joined(const Term& term) {
    Truths out = truths(term.inputs.front());
    for (std::size_t k = 1; k < term.inputs.size(); ++k) {
        const Truths next = truths(term.inputs[k]);
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = term.kind == TermKind::And ? both(out[i], next[i]) : either(out[i], next[i]);
    }
    return out;
}

Truths RuleEvaluator::flagged(const std::string& name) const {
    Truths out(m_sessions.size(), Truth::Unknown);
    const auto flag = std::find_if(m_inputs.flags.begin(), m_inputs.flags.end(),
                                   [&](const Flag& row) { return row.name == name; });
    if (flag == m_inputs.flags.end())
        return out;
    std::size_t next = 0;
    Truth now = Truth::Unknown;
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (; next < flag->entries.size() && flag->entries[next].date <= m_sessions[i]; ++next)
            now = flag->entries[next].value ? Truth::Yes : Truth::No;
        out[i] = now;
    }
    return out;
}

Truths RuleEvaluator::truths(const Term& term) {
    switch (term.kind) {
    case TermKind::Compare:
        return compared(term);
    case TermKind::Cross:
        return crossed(term);
    case TermKind::Flag:
        return flagged(term.flag);
    case TermKind::Persist:
        return persistent(truths(term.inputs.front()), term.n, term.m);
    case TermKind::Not: {
        Truths out = truths(term.inputs.front());
        std::transform(out.begin(), out.end(), out.begin(), opposite);
        return out;
    }
    default:
        break;
    }
    return joined(term);
}

std::string RuleEvaluator::missingNow(const SeriesRef& ref) {
    const auto own = series(ref);
    if (!own->missing.empty())
        return own->missing;
    if (own->dates.empty())
        return fmt::format("{} has no values in this desk.", textOf(ref));
    const Date last = m_sessions.back();
    if (servingOn(std::span(&last, 1), *own, own->servingDays).front() != kNoObservation)
        return {};
    return fmt::format("{} ends on {}.", textOf(ref), dayMonthYear(own->dates.back()));
}

RuleColumns RuleEvaluator::columnsOf(const Term& condition) {
    RuleColumns out;
    out.truth = truths(condition);
    if (const Term* shown = firstComparison(condition))
        out.measure = RuleMeasure{numbers(shown->inputs[0]),
                                  numbers(shown->inputs[1]),
                                  shown->inputs[0].quantity,
                                  shown->kind == TermKind::Compare ? shown->comparator
                                  : shown->above                   ? Comparator::Greater
                                                                   : Comparator::Less,
                                  shown->inputs[0].kind == TermKind::Sum,
                                  spannedDays(shown->inputs[0])};
    return out;
}

RuleColumns RuleEvaluator::evaluate(const CheckedRule& rule) {
    auto cut = m_inputs.whole ? m_inputs.whole->cut(m_view, m_sessions, rule) : std::nullopt;
    RuleColumns out = cut ? std::move(cut->columns) : columnsOf(rule.condition);
    if (m_sessions.empty())
        return out;
    addReasons(rule.condition, out.missing);
    for (const SeriesRef& ref : cut ? cut->unserved : rule.series)
        if (std::string why = missingNow(ref); !why.empty())
            out.missing.push_back(std::move(why));
    return out;
}

} // namespace rotascope
