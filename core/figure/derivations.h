// Derivations of the usual figures. A figure of its own kind builds one where its table is built.
#pragma once

#include "core/analysis/divergence.h"
#include "core/analysis/flows/fund_flows.h"
#include "core/analysis/trend/trend.h"
#include "core/analysis/yields/yield_weeks.h"
#include "core/figure/derivation.h"

#include <initializer_list>
#include <string_view>

namespace rotascope {

/// The value itself.
DerivationRef valueFrom(const Symbol& symbol, Date date, std::optional<Field> field = std::nullopt);
/// Close over close, less one.
DerivationRef returnFrom(const Symbol& symbol, Date base, Date last,
                         std::optional<Field> field = std::nullopt);
/// The return of one less that of the other, over the same days.
DerivationRef spreadFrom(const Symbol& small, const Symbol& large, Date base, Date last);
/// What takes all closes of a range; `formula` in words.
DerivationRef runsFrom(std::string_view formula, std::span<const Symbol> symbols, Date first, Date last);
DerivationRef runsFrom(std::string_view formula, std::initializer_list<Symbol> symbols, Date first,
                       Date last);
/// The same from the beginning of each history on.
DerivationRef historiesFrom(std::string_view formula, std::span<const Symbol> symbols, Date last);
DerivationRef historiesFrom(std::string_view formula, std::initializer_list<Symbol> symbols, Date last);

/// The session that the divergence's moves are measured from.
Date moveBase(const Divergence& divergence);
/// The z of the divergence's last session: of the spread, or of the small leg alone.
DerivationRef zFrom(const Divergence& divergence, SigmaMode mode, bool ofSpread);
/// Everything that the divergence looked at, for what is computed from its whole history.
DerivationRef historyFrom(const Divergence& divergence, std::string_view formula);

/// An average of the trend states: the close against it.
DerivationRef averageFrom(const TrendRow& row, std::size_t average);
/// The field that closes of this basis are read from; nullopt: the main one.
std::optional<Field> fieldOf(PriceBasis basis);
/// What a row of the trend states is computed from; its own formula stands in the heading.
DerivationRef trendFrom(const TrendRow& row);
/// A move of the trend states; null without a base.
DerivationRef moveFrom(const TrendRow& row, const std::optional<Date>& base);

/// A week's flow, by the source that it has. `since`: the end of the week before.
DerivationRef flowFrom(const Symbol& fund, FlowSource source, Date since, Date last);
/// A week's observation of a yield, or its change against the week before, in basis points.
DerivationRef yieldFrom(const YieldInfo& info, Date observed);
DerivationRef yieldChangeFrom(const YieldInfo& info, Date before, Date observed);

} // namespace rotascope
