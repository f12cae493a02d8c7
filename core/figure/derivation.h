// Where a number comes from, as a value: its formula and the stored values that it was computed from. Tables
// and figures carry derivations; core/workflow/explain_figure.h looks the values up.
#pragma once

#include "core/base/date.h"
#include "core/market/field.h"
#include "core/market/instrument.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

/// One stored value, or a run of them, that a number was computed from.
struct DerivationInput {
    Symbol symbol;
    Date first;                      ///< of a run; else the value's own date
    Date last;                       ///< a value is the one of this day, or the last before it
    std::optional<Field> field = {}; ///< nullopt: the main one, close where there are bars
    bool operator==(const DerivationInput&) const = default;

    bool isRun() const { return first != last; }
};

/// A number on the way that is stored nowhere ("σ", "1.11 pp").
struct DerivationStep {
    std::string name;
    std::string value;
    bool operator==(const DerivationStep&) const = default;
};

struct Derivation {
    std::string figure;  ///< what it is: "RUT, 5 sessions"
    std::string value;   ///< as it is shown: "+5.5 %"
    std::string formula; ///< "{0} / {1} − 1": first the inputs by their place, then the steps
    std::vector<DerivationInput> inputs;
    std::vector<DerivationStep> steps = {};
    std::string note = {};         ///< what else is to be known of it
    std::optional<Date> day = {};  ///< that the figure is of, where it is not the as-of date
    std::optional<Date> asOf = {}; ///< values that were known later are not looked at
    bool operator==(const Derivation&) const = default;
};

using DerivationRef = std::shared_ptr<const Derivation>;

/// The formula with its places filled: input i by names[i], steps by their names. A place that is not there
/// stays as it is written.
std::string filledFormula(const Derivation& derivation, std::span<const std::string> inputs,
                          std::span<const std::string> steps);

/// "RUT close 28 Nov 2025"; of a run "RUT close 2 Jan 1987 to 28 Nov 2025".
std::string inputName(const DerivationInput& input, Field field);

} // namespace rotascope
