// Which instrument a file is about: its tickers, its headings, its name.
#pragma once

#include "core/market/instrument.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rotascope {

/// A vendor's ticker as the desk's symbol: "IWM US Equity", "iwm.us" and "^RUT" are IWM, IWM and RUT. Empty
/// for text that is no ticker.
Symbol symbolOfTicker(std::string_view text);

/// The symbol that a heading names by itself: an upper-case name such as "DGS10", "^RUT", "BBB_OAS", or a
/// known alias; nullopt for words such as "Total".
std::optional<Symbol> symbolOfHeading(std::string_view heading);

/// FRED's name of a constant maturity as the US Treasury heads it, normalised: "10yr" is DGS10.
std::optional<Symbol> symbolOfMaturity(std::string_view normalised);

/// A statistical office's or a central bank's name for a series ("BBK01.WT1010", "EXR.D.USD.EUR.SP00.A"), as
/// a ticker with a market or class behind a dot is not.
bool isKeyOfSeries(std::string_view symbol);

/// The symbol in a file's name: a vendor's pattern ("IWM ETF Stock Price History.csv", "iwm_us_d.csv",
/// "BATS_IWM, 1D.csv") or an upper-case token of one to six letters or digits ("^RUT.csv", "RUT_1w.csv");
/// nullopt when there is none, or more than one.
std::optional<Symbol> symbolOfFileName(std::string_view path);

/// A name as part of a symbol: upper case, everything but letters and digits an underscore ("Net flow":
/// NET_FLOW).
std::string symbolPart(std::string_view name);

/// The file's name without folder and extension.
std::string_view stemOf(std::string_view path);

/// Numbers the tickers of a file in order of appearance. Spellings of one symbol share a number.
class TickerIndex {
public:
    static constexpr std::size_t kNoTicker = SIZE_MAX;

    /// kNoTicker for text that is none.
    std::size_t indexOf(std::string_view ticker);
    const std::vector<Symbol>& symbols() const { return m_symbols; }

private:
    std::size_t lookUp(std::string_view ticker);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Symbol> m_symbols;
    std::unordered_map<Symbol, std::size_t> m_bySymbol;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> m_spellings;
    std::string m_last;
    std::size_t m_lastIndex = kNoTicker;
};

} // namespace rotascope
