// What a user wrote beside an instrument's chart.
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/market/instrument.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct Annotation {
    Symbol symbol;
    Date date;
    std::string text; ///< one line

    bool operator==(const Annotation&) const = default;
};

/// One a line, "IWM 2025-11-28 Thanksgiving week". This is how a desk keeps them.
std::string annotationsText(std::span<const Annotation> annotations);

/// The same read back, by symbol and date. Usage: a line without symbol, date and words names the line
/// ("bad_annotation").
Result<std::vector<Annotation>> parseAnnotations(std::string_view text);

/// Those of one instrument that were written about days up to `asOf`.
std::vector<Annotation> annotationsOf(std::span<const Annotation> annotations, std::string_view symbol,
                                      std::optional<Date> asOf);

} // namespace rotascope
