#include "core/market/instrument.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::array<std::string_view, 10> kKindNames{
    "index",      "fund",  "leveraged_fund", "yield", "credit_spread",
    "volatility", "ratio", "economic",       "event", "other"};
constexpr std::array<std::string_view, 6> kUnitNames{"price", "index", "percent", "usd", "count", "ratio"};

// NOLINTNEXTLINE(readability-function-size): a table
const std::array<Instrument, 77>& catalogue() {
    using K = InstrumentKind;
    using U = Unit;
    static const std::array<Instrument, 77> rows{{
        {"RUT", "Russell 2000", K::Index, U::IndexPoints},
        {"SPX", "S&P 500", K::Index, U::IndexPoints},
        {"DJI", "Dow Jones Industrial Average", K::Index, U::IndexPoints},
        {"IXIC", "Nasdaq Composite", K::Index, U::IndexPoints},
        {"NDX", "Nasdaq 100", K::Index, U::IndexPoints},
        {"RUI", "Russell 1000", K::Index, U::IndexPoints},
        {"RUA", "Russell 3000", K::Index, U::IndexPoints},
        {"SML", "S&P SmallCap 600", K::Index, U::IndexPoints},
        {"MID", "S&P MidCap 400", K::Index, U::IndexPoints},
        {"IWM", "iShares Russell 2000 ETF", K::Fund, U::Price},
        {"SPY", "SPDR S&P 500 ETF", K::Fund, U::Price},
        {"IVV", "iShares Core S&P 500 ETF", K::Fund, U::Price},
        {"VOO", "Vanguard S&P 500 ETF", K::Fund, U::Price},
        {"QQQ", "Invesco QQQ Trust", K::Fund, U::Price},
        {"VGT", "Vanguard Information Technology ETF", K::Fund, U::Price},
        {"VB", "Vanguard Small-Cap ETF", K::Fund, U::Price},
        {"AVUV", "Avantis U.S. Small Cap Value ETF", K::Fund, U::Price},
        {"IJR", "iShares Core S&P Small-Cap ETF", K::Fund, U::Price},
        {"RSP", "Invesco S&P 500 Equal Weight ETF", K::Fund, U::Price},
        {"ARKK", "ARK Innovation ETF", K::Fund, U::Price},
        {"XLF", "Financial Select Sector SPDR", K::Fund, U::Price},
        {"KRE", "SPDR S&P Regional Banking ETF", K::Fund, U::Price},
        {"XLI", "Industrial Select Sector SPDR", K::Fund, U::Price},
        {"XLB", "Materials Select Sector SPDR", K::Fund, U::Price},
        {"XLP", "Consumer Staples Select Sector SPDR", K::Fund, U::Price},
        {"DIA", "SPDR Dow Jones Industrial Average ETF", K::Fund, U::Price},
        {"HYG", "iShares iBoxx High Yield Corporate Bond ETF", K::Fund, U::Price},
        {"LQD", "iShares iBoxx Investment Grade Corporate Bond ETF", K::Fund, U::Price},
        {"TLT", "iShares 20+ Year Treasury Bond ETF", K::Fund, U::Price},
        {"TNA", "Direxion Daily Small Cap Bull 3X", K::LeveragedFund, U::Price},
        {"TZA", "Direxion Daily Small Cap Bear 3X", K::LeveragedFund, U::Price},
        {"URTY", "ProShares UltraPro Russell2000", K::LeveragedFund, U::Price},
        {"TQQQ", "ProShares UltraPro QQQ", K::LeveragedFund, U::Price},
        {"DGS10", "10-year Treasury yield", K::Yield, U::Percent},
        {"DGS2", "2-year Treasury yield", K::Yield, U::Percent},
        {"DGS5", "5-year Treasury yield", K::Yield, U::Percent},
        {"DGS20", "20-year Treasury yield", K::Yield, U::Percent},
        {"DGS30", "30-year Treasury yield", K::Yield, U::Percent},
        {"DGS1", "1-year Treasury yield", K::Yield, U::Percent},
        {"DGS3", "3-year Treasury yield", K::Yield, U::Percent},
        {"DGS7", "7-year Treasury yield", K::Yield, U::Percent},
        {"DGS1MO", "1-month Treasury yield", K::Yield, U::Percent},
        {"DGS1_5MO", "6-week Treasury yield", K::Yield, U::Percent},
        {"DGS2MO", "2-month Treasury yield", K::Yield, U::Percent},
        {"DGS3MO", "3-month Treasury yield", K::Yield, U::Percent},
        {"DGS4MO", "4-month Treasury yield", K::Yield, U::Percent},
        {"DGS6MO", "6-month Treasury yield", K::Yield, U::Percent},
        {"T10Y2Y", "10-year minus 2-year Treasury yield", K::Yield, U::Percent},
        {"DFII10", "10-year real yield", K::Yield, U::Percent},
        {"DFF", "Effective federal funds rate", K::Yield, U::Percent},
        {"FEDFUNDS", "Effective federal funds rate, monthly", K::Yield, U::Percent},
        {"HYOAS", "US high-yield option-adjusted spread", K::CreditSpread, U::Percent},
        {"BAMLH0A0HYM2", "US high-yield option-adjusted spread", K::CreditSpread, U::Percent},
        {"BAMLH0A3HYC", "US CCC and lower option-adjusted spread", K::CreditSpread, U::Percent},
        {"BAMLC0A0CM", "US corporate option-adjusted spread", K::CreditSpread, U::Percent},
        {"VIX", "Cboe Volatility Index", K::Volatility, U::IndexPoints},
        {"VIXCLS", "Cboe Volatility Index (FRED)", K::Volatility, U::IndexPoints},
        {"VXN", "Cboe Nasdaq-100 Volatility Index", K::Volatility, U::IndexPoints},
        {"RVX", "Cboe Russell 2000 Volatility Index", K::Volatility, U::IndexPoints},
        {"PUTCALL", "Put/call ratio", K::Ratio, U::Ratio},
        {"S5FI", "S&P 500 members above their 50-day average", K::Ratio, U::Percent},
        {"S5OH", "S&P 500 members above their 100-day average", K::Ratio, U::Percent},
        {"S5TH", "S&P 500 members above their 200-day average", K::Ratio, U::Percent},
        {"NDFI", "Nasdaq 100 members above their 50-day average", K::Ratio, U::Percent},
        {"NDOH", "Nasdaq 100 members above their 100-day average", K::Ratio, U::Percent},
        {"NDTH", "Nasdaq 100 members above their 200-day average", K::Ratio, U::Percent},
        {"R2FI", "Russell 2000 members above their 50-day average", K::Ratio, U::Percent},
        {"R2OH", "Russell 2000 members above their 100-day average", K::Ratio, U::Percent},
        {"R2TH", "Russell 2000 members above their 200-day average", K::Ratio, U::Percent},
        {"MMFI", "US stocks above their 50-day average", K::Ratio, U::Percent},
        {"MMOH", "US stocks above their 100-day average", K::Ratio, U::Percent},
        {"MMTH", "US stocks above their 200-day average", K::Ratio, U::Percent},
        {"UNRATE", "Unemployment rate", K::Economic, U::Percent},
        {"WALCL", "Federal Reserve total assets, $ millions", K::Economic, U::Count},
        {"CPIAUCSL", "Consumer price index", K::Economic, U::IndexPoints},
        {"PAYEMS", "Nonfarm payrolls, thousands", K::Economic, U::Count},
        {"DRTSCILM", "Banks tightening standards, C&I loans", K::Economic, U::Percent},
    }};
    return rows;
}

struct Alias {
    std::string_view spelling; ///< upper case, without a leading '^', '.' or '$'
    std::string_view symbol;
};

constexpr std::array kAliases{
    Alias{"GSPC", "SPX"},
    Alias{"INX", "SPX"},
    Alias{"SP500", "SPX"},
    Alias{"S&P 500", "SPX"},
    Alias{"S&P500", "SPX"},
    Alias{"SPX INDEX", "SPX"},
    Alias{"RUSSELL 2000", "RUT"},
    Alias{"RUT INDEX", "RUT"},
    Alias{"RTY INDEX", "RUT"},
    Alias{"US2000", "RUT"},
    Alias{"DOW JONES", "DJI"},
    Alias{"DJIA", "DJI"},
    Alias{"SPXA50R", "S5FI"},
    Alias{"SPXA100R", "S5OH"},
    Alias{"SPXA200R", "S5TH"},
    Alias{"NDXA50R", "NDFI"},
    Alias{"NDXA200R", "NDTH"},
    Alias{"COMPX", "IXIC"},
    Alias{"NASDAQ", "IXIC"},
    Alias{"NASDAQ COMPOSITE", "IXIC"},
    Alias{"RUSSELL 1000", "RUI"},
    Alias{"RUSSELL 3000", "RUA"},
    Alias{"S&P SMALLCAP 600", "SML"},
    Alias{"S&P MIDCAP 400", "MID"},
    Alias{"NASDAQ 100", "NDX"},
    Alias{"TNX INDEX", "DGS10"},
};

/// Funds and indices may be called by their whole names.
const Instrument* instrumentCalled(std::string_view upper) {
    if (upper.find(' ') == std::string_view::npos)
        return nullptr;
    for (const Instrument& row : catalogue())
        if (row.kind <= InstrumentKind::LeveragedFund && toUpper(row.name) == upper)
            return &row;
    return nullptr;
}

template <class Names, class Enum>
std::optional<Enum> named(const Names& names, std::string_view name) {
    const auto it = std::find(names.begin(), names.end(), name);
    if (it == names.end())
        return std::nullopt;
    return static_cast<Enum>(it - names.begin());
}

} // namespace

std::string_view nameOf(InstrumentKind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}
std::string_view nameOf(Unit unit) {
    return kUnitNames[static_cast<std::size_t>(unit)];
}

std::optional<InstrumentKind> instrumentKindNamed(std::string_view name) {
    return named<decltype(kKindNames), InstrumentKind>(kKindNames, name);
}

std::optional<Unit> unitNamed(std::string_view name) {
    return named<decltype(kUnitNames), Unit>(kUnitNames, name);
}

std::span<const Instrument> knownInstruments() {
    return catalogue();
}

const Instrument* knownInstrument(std::string_view symbol) {
    for (const Instrument& row : catalogue())
        if (row.symbol == symbol)
            return &row;
    return nullptr;
}

Instrument describeSymbol(std::string_view symbol) {
    if (const Instrument* known = knownInstrument(symbol))
        return *known;
    return Instrument{Symbol(symbol), std::string(symbol), InstrumentKind::Other, Unit::Price};
}

Symbol canonicalSymbol(std::string_view text) {
    std::string symbol = toUpper(trimmed(text));
    if (symbol.find_first_of("^.$") == 0)
        symbol.erase(0, 1);
    for (const Alias& alias : kAliases)
        if (alias.spelling == symbol)
            return Symbol(alias.symbol);
    const Instrument* called = instrumentCalled(symbol);
    return called != nullptr ? called->symbol : symbol;
}

} // namespace rotascope
