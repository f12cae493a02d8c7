// Who is who: symbols, names, kinds and units.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rotascope {

/// The desk's own name of an instrument or series: upper case, no leading '^' or '.' ("RUT", "DGS10").
using Symbol = std::string;

enum class InstrumentKind : std::uint8_t {
    Index,
    Fund,
    LeveragedFund,
    Yield,
    CreditSpread,
    Volatility,
    Ratio,
    Economic,
    Event, ///< a calendar's event: 1 on each of its days
    Other
};

/// The unit of an instrument's values.
enum class Unit : std::uint8_t { Price, IndexPoints, Percent, Usd, Count, Ratio };

struct Instrument {
    Symbol symbol;
    std::string name;
    InstrumentKind kind = InstrumentKind::Other;
    Unit unit = Unit::Price;

    bool operator==(const Instrument&) const = default;
};

std::string_view nameOf(InstrumentKind kind); ///< "index", "fund", … as stored in the desk
std::string_view nameOf(Unit unit);           ///< "price", "index", "percent", "usd", "count", "ratio"
std::optional<InstrumentKind> instrumentKindNamed(std::string_view name);
std::optional<Unit> unitNamed(std::string_view name);

/// ★ The catalogue of instruments we know by name. Everything else is imported all the same, under its
/// symbol.
std::span<const Instrument> knownInstruments();
const Instrument* knownInstrument(std::string_view symbol);

/// The catalogue's row, or one made of the bare symbol (kind Other, unit Price).
Instrument describeSymbol(std::string_view symbol);

/// A vendor's spelling as the desk's symbol: blanks trimmed, upper case, one leading '^' or '.' dropped,
/// aliases resolved (^GSPC, .INX and "S&P 500" are SPX). Empty for empty text.
Symbol canonicalSymbol(std::string_view text);

} // namespace rotascope
