#include "core/import/symbols.h"

#include "core/base/text.h"
#include "core/csv/heading_parts.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::size_t kLongestSymbol = 64;
constexpr std::size_t kLongestToken = 6;

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// What vendors write behind a ticker; the last four are LSEG's markets.
constexpr std::array<std::string_view, 12> kTails{" US EQUITY", " EQUITY", " INDEX", " COMDTY", ".US", " US",
                                                  ":US",        "-US",     ".OQ",    ".P",      ".N",  ".O"};

/// What they write in front of it.
constexpr std::array<std::string_view, 7> kMarkets{
    "NYSEARCA:", "NASDAQ:", "NYSE:", "AMEX:", "BATS:", "ARCA:", "CBOE:"};

/// Upper-case words of file names that are no tickers.
constexpr std::array<std::string_view, 49> kNoTickers{
    "WIKI",  "EQ",     "TOS",   "FUND",   "ARCX",  "XNAS", "XNYS",  "HIST",  "EUR",   "GBP",
    "ETF",   "ETFS",   "CSV",   "USD",    "US",    "EOD",  "OHLC",  "OHLCV", "DATA",  "TXT",
    "NAV",   "AUM",    "FRED",  "NYSE",   "CBOE",  "BATS", "AMEX",  "INDEX", "DAILY", "PRICE",
    "FLOWS", "FLOW",   "ALL",   "THE",    "OF",    "AND",  "STOCK", "DLY",   "ARCA",  "EXPORT",
    "SHEET", "SHEET1", "TABLE", "REPORT", "BOOK1", "YTD",  "QTD",   "WTD",   "COPY"};

/// Words that are tickers, or look like them, and stand for something else beside other words: "prices DEC
/// 2025", "MSCI small caps".
constexpr std::array<std::string_view, 42> kWordsBesideOthers{
    "UBS",  "SSGA", "SPDR", "HSBC", "EPFR", "CIBC", "AAII", "WSJ",  "CFTC", "JAN", "FEB",
    "MAR",  "APR",  "MAY",  "JUN",  "JUL",  "AUG",  "SEP",  "OCT",  "NOV",  "DEC", "Q1",
    "Q2",   "Q3",   "Q4",   "H1",   "H2",   "FY",   "MTD",  "MSCI", "FTSE", "BBG", "ICI",
    "LSEG", "ISM",  "CPI",  "GDP",  "EPS",  "MY",   "NEW",  "OLD",  "FINAL"};

struct Maturity {
    std::string_view heading;
    std::string_view symbol;
};
/// FRED has no series of six weeks, two and four months; they are named like the others.
constexpr std::array<Maturity, 14> kMaturities{{{"1mo", "DGS1MO"},
                                                {"15month", "DGS1_5MO"},
                                                {"2mo", "DGS2MO"},
                                                {"3mo", "DGS3MO"},
                                                {"4mo", "DGS4MO"},
                                                {"6mo", "DGS6MO"},
                                                {"1yr", "DGS1"},
                                                {"2yr", "DGS2"},
                                                {"3yr", "DGS3"},
                                                {"5yr", "DGS5"},
                                                {"7yr", "DGS7"},
                                                {"10yr", "DGS10"},
                                                {"20yr", "DGS20"},
                                                {"30yr", "DGS30"}}};

/// Endings of the names that vendors give to downloads; what stands before is the instrument.
constexpr std::array<std::string_view, 8> kVendorEndings{
    " Historische Daten", " ETF Stock Price History", " Stock Price History",      " Historical Data",
    " Historical Prices", " Historical Price Data",   " Overview Historical Data", "_History"};

std::string_view withoutCopyNumber(std::string_view stem) {
    if (!stem.ends_with(')'))
        return stem;
    const std::size_t open = stem.rfind(" (");
    if (open == std::string_view::npos ||
        !std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(open) + 2, stem.end() - 1, isDigit))
        return stem;
    return stem.substr(0, open);
}

/// One to six upper-case letters or digits, at least one a letter; a leading '^' or '.', and a class or
/// market behind
/// '.' or '-' ("BRK-B"), belong to it.
bool isTickerToken(std::string_view token) {
    if (token.starts_with('^') || token.starts_with('.'))
        token.remove_prefix(1);
    const std::size_t mark = std::min(token.find_first_of(".-"), token.size());
    const std::string_view name = token.substr(0, mark);
    const std::string_view tail = mark < token.size() ? token.substr(mark + 1) : std::string_view{};
    const auto ours = [](char c) { return isUpper(c) || isDigit(c); };
    return !name.empty() && name.size() <= kLongestToken && std::all_of(name.begin(), name.end(), ours) &&
           std::any_of(name.begin(), name.end(), isUpper) && tail.size() <= 2 &&
           std::all_of(tail.begin(), tail.end(), isUpper) && (mark == token.size() || !tail.empty());
}

/// The key of a series at the end of a heading: "US dollar/Euro (EXR.D.USD.EUR.SP00.A)".
std::optional<Symbol> keyInHeading(std::string_view heading) {
    constexpr std::ptrdiff_t kFewestDots = 3;
    const std::size_t open = heading.rfind(" (");
    if (open == std::string_view::npos || !heading.ends_with(')'))
        return std::nullopt;
    const std::string_view key = heading.substr(open + 2, heading.size() - open - 3);
    const bool shaped = std::all_of(key.begin(), key.end(),
                                    [](char c) { return isUpper(c) || isDigit(c) || c == '.' || c == '_'; });
    return shaped && key.size() <= kLongestSymbol && std::count(key.begin(), key.end(), '.') >= kFewestDots
               ? std::optional(Symbol(key))
               : std::nullopt;
}

/// A word of file names, or a length of time.
bool isNoTicker(std::string_view token) {
    return isSpanOfTime(token) || std::find(kNoTickers.begin(), kNoTickers.end(), token) != kNoTickers.end();
}

constexpr std::string_view kTokenMarks = " _,;+()";

std::vector<std::string_view> tokensOf(std::string_view stem, std::string_view marks = kTokenMarks) {
    std::vector<std::string_view> tokens;
    std::size_t at = 0;
    while (at < stem.size()) {
        const std::size_t start = stem.find_first_not_of(marks, at);
        if (start == std::string_view::npos)
            break;
        at = std::min(stem.find_first_of(marks, start), stem.size());
        tokens.push_back(stem.substr(start, at - start));
    }
    return tokens;
}

/// Stooq: "iwm_us_d", "^rut_w", "iwm.us".
std::optional<Symbol> stooqSymbol(std::string_view stem) {
    if (stem.ends_with(".us"))
        return canonicalSymbol(stem.substr(0, stem.size() - 3));
    const std::vector<std::string_view> tokens = tokensOf(stem);
    if (tokens.size() < 2 || tokens.size() > 3 || tokens.back().size() != 1 ||
        std::string_view("dwmq").find(tokens.back()) == std::string_view::npos ||
        (tokens.size() == 3 && tokens[1] != "us"))
        return std::nullopt;
    const std::string upper = toUpper(tokens.front());
    return isTickerToken(upper) ? std::optional(canonicalSymbol(upper)) : std::nullopt;
}

/// TradingView: "BATS_IWM, 1D", "TVC_RUT, 1W_a1b2c", "CBOE_DLY_RUT, 240".
std::optional<Symbol> tradingViewSymbol(std::string_view stem) {
    const std::size_t comma = stem.find(", ");
    const std::size_t mark = stem.substr(0, comma).rfind('_');
    // "AMEX_IWM_AMEX_SPY": a ratio of two.
    const auto parts = tokensOf(stem.substr(0, comma), "_").size();
    if (comma == std::string_view::npos || mark == std::string_view::npos || parts > 3)
        return std::nullopt;
    const std::string_view token = stem.substr(mark + 1, comma - mark - 1);
    return isTickerToken(token) ? std::optional(canonicalSymbol(token)) : std::nullopt;
}

std::optional<Symbol> knownName(std::string_view name) {
    Symbol symbol = canonicalSymbol(name);
    if (knownInstrument(symbol) != nullptr)
        return symbol;
    return std::nullopt;
}

/// An instrument's name written out: "S&P 500", "Russell 2000".
std::optional<Symbol> writtenOutName(std::string_view stem) {
    return stem.find(' ') == std::string_view::npos ? std::nullopt : knownName(stem);
}

std::optional<Symbol> vendorSymbol(std::string_view stem) {
    for (const std::string_view ending : kVendorEndings) {
        if (!stem.ends_with(ending))
            continue;
        const std::string_view name = stem.substr(0, stem.size() - ending.size());
        if (const auto known = knownName(name))
            return known;
        return isTickerToken(name) ? std::optional(canonicalSymbol(name)) : std::nullopt;
    }
    return std::nullopt;
}

/// Barchart: "iwm_daily_historical-data-12-01-2025", "$rut_price-history-12-01-2025".
std::optional<Symbol> barchartSymbol(std::string_view stem) {
    if (stem.find("_historical-data-") == std::string_view::npos &&
        stem.find("_price-history-") == std::string_view::npos)
        return std::nullopt;
    std::string token = toUpper(stem.substr(0, stem.find('_')));
    if (token.starts_with('$'))
        token.erase(0, 1);
    return isTickerToken(token) ? std::optional(canonicalSymbol(token)) : std::nullopt;
}

/// The only upper-case token between `marks`.
std::optional<Symbol> onlyToken(std::string_view stem, std::string_view marks) {
    const std::vector<std::string_view> tokens = tokensOf(stem, marks);
    std::optional<Symbol> found;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool word =
            tokens.size() > 1 && std::ranges::find(kWordsBesideOthers, tokens[i]) != kWordsBesideOthers.end();
        if (!isTickerToken(tokens[i]) || isNoTicker(tokens[i]) || word)
            continue;
        Symbol symbol = symbolOfTicker(tokens[i]);
        if (found && *found != symbol)
            return std::nullopt;
        found = std::move(symbol);
    }
    return found;
}

std::optional<Symbol> tokenSymbol(std::string_view stem) {
    return onlyToken(stem, kTokenMarks);
}

/// Where blanks and underscores part nothing, hyphens do: "WIKI-IWM", "2025-12-01-IWM-TOS".
std::optional<Symbol> hyphenatedSymbol(std::string_view stem) {
    return onlyToken(stem, " _,;+()-");
}

} // namespace

Symbol symbolOfTicker(std::string_view text) {
    std::string upper = toUpper(trimmed(text));
    // Our own export writes this apostrophe so that a spreadsheet does not run the name as a formula.
    if (upper.size() > 1 && upper[0] == '\'' &&
        std::string_view("=+-@").find(upper[1]) != std::string_view::npos)
        upper.erase(0, 1);
    if (Symbol whole = canonicalSymbol(upper); knownInstrument(whole) != nullptr)
        return whole;
    for (const std::string_view tail : kTails)
        if (upper.size() > tail.size() && upper.ends_with(tail)) {
            upper.resize(upper.size() - tail.size());
            break;
        }
    for (const std::string_view market : kMarkets)
        if (upper.size() > market.size() && upper.starts_with(market))
            upper.erase(0, market.size());
    Symbol symbol = canonicalSymbol(upper);
    const bool printable =
        std::all_of(symbol.begin(), symbol.end(), [](char c) { return c >= ' ' && c < 0x7F; });
    const bool named =
        std::any_of(symbol.begin(), symbol.end(), [](char c) { return isUpper(c) || isDigit(c); });
    return symbol.size() <= kLongestSymbol && printable && named ? symbol : Symbol{};
}

std::optional<Symbol> symbolOfHeading(std::string_view heading) {
    if (const auto known = knownName(heading))
        return known;
    if (isSpanOfTime(heading))
        return std::nullopt;
    if (auto key = keyInHeading(heading))
        return key;
    const Symbol symbol = symbolOfTicker(heading);
    const bool shaped = !symbol.empty() && std::all_of(symbol.begin(), symbol.end(), [](char c) {
        return isUpper(c) || isDigit(c) || std::string_view("^._-=/").find(c) != std::string_view::npos;
    });
    if (heading.starts_with('^') || heading.starts_with('.'))
        heading.remove_prefix(1);
    // Words such as "Total" are written in mixed case, names such as "DGS10" are not.
    const bool upper =
        shaped && heading.starts_with(symbol) && std::any_of(symbol.begin(), symbol.end(), isUpper);
    return upper ? std::optional(symbol) : std::nullopt;
}

bool isKeyOfSeries(std::string_view symbol) {
    constexpr std::size_t kLongestTail = 3;
    const std::size_t dot = symbol.find('.');
    return dot != std::string_view::npos && symbol.size() - dot - 1 > kLongestTail;
}

std::optional<Symbol> symbolOfMaturity(std::string_view normalised) {
    const auto* row = std::find_if(kMaturities.begin(), kMaturities.end(),
                                   [&](const Maturity& maturity) { return maturity.heading == normalised; });
    return row == kMaturities.end() ? std::nullopt : std::optional(Symbol(row->symbol));
}

std::optional<Symbol> symbolOfFileName(std::string_view path) {
    const std::string_view stem = withoutCopyNumber(stemOf(path));
    if (isTickerToken(stem) && !isNoTicker(stem))
        return symbolOfTicker(stem);
    for (const auto& pattern : {vendorSymbol, tradingViewSymbol, stooqSymbol, barchartSymbol, writtenOutName,
                                tokenSymbol, hyphenatedSymbol})
        if (auto symbol = pattern(stem))
            return symbol;
    return std::nullopt;
}

std::string symbolPart(std::string_view name) {
    std::string out;
    for (const char c : toUpper(name)) {
        if (isUpper(c) || isDigit(c))
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
    }
    while (out.ends_with('_'))
        out.pop_back();
    return out;
}

std::string_view stemOf(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    for (const std::string_view packed : {".gz", ".zip"})
        if (name.ends_with(packed) && name.find('.') < name.size() - packed.size())
            name.remove_suffix(packed.size());
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos && dot > 0)
        name = name.substr(0, dot);
    return name;
}

std::size_t TickerIndex::indexOf(std::string_view ticker) {
    if (ticker == m_last)
        return m_lastIndex;
    m_lastIndex = lookUp(ticker);
    m_last = ticker;
    return m_lastIndex;
}

std::size_t TickerIndex::lookUp(std::string_view ticker) {
    const auto known = m_spellings.find(ticker);
    if (known != m_spellings.end())
        return known->second;
    Symbol symbol = symbolOfTicker(ticker);
    if (symbol.empty())
        return kNoTicker;
    const std::size_t index = m_bySymbol.try_emplace(symbol, m_symbols.size()).first->second;
    if (index == m_symbols.size())
        m_symbols.push_back(std::move(symbol));
    m_spellings.emplace(ticker, index);
    return index;
}

} // namespace rotascope
