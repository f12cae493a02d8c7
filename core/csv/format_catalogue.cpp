#include "core/csv/format_catalogue.h"

#include <algorithm>

namespace rotascope {

namespace {

using R = ColumnRole;
constexpr auto kSeries = OtherColumns::Named;
constexpr auto kIgnored = OtherColumns::Ignored;
constexpr bool kWhole = true;
constexpr auto kSymbols = SeriesNames::Symbols;
constexpr auto kEconomic = SeriesNames::Economic;

constexpr std::array<CsvFormat, 31> kCsvFormats{{
    // yfinance writes its date column under "Price", a line of tickers, and "Date" alone in a third line.
    {"yfinance",
     "yfinance",
     "price,#tickers",
     kIgnored,
     false,
     kSymbols,
     {{{"price", R::Day}, {"ticker", R::Day}}}},
    {"tiingo", "Tiingo", "date,close,high,low,open,volume,adjclose,divcash,splitfactor"},
    {"yahoo", "Yahoo Finance", "date,open,high,low,close,adjclose,volume"},
    {"investing", "Investing.com", "date,price,open,high,low,vol,change%"},
    {"nasdaq", "Nasdaq", "date,closelast,volume,open,high,low"},
    {"alpaca", "Alpaca", "timestamp,open,high,low,close,volume,tradecount"},
    {"alpaca_api",
     "Alpaca",
     "t,o,h,l,c,v",
     kIgnored,
     false,
     kSymbols,
     {{{"t", R::Day}, {"o", R::Open}, {"h", R::High}, {"l", R::Low}, {"c", R::Close}, {"v", R::Volume}}}},
    {"alpha_vantage", "Alpha Vantage", "timestamp,open,high,low,close,volume"},
    {"interactive_brokers", "Interactive Brokers",
     "date,open,high,low,close,volume,wap|average,count|barcount"},
    {"stooq_bulk", "Stooq", "ticker,per,date,time,open,high,low,close,vol,openint"},
    {"tradingview", "TradingView", "time,open,high,low,close"},
    // Its "Flow" is a measure of the price's, made of turnover; nobody's money came into a fund.
    {"lseg",
     "LSEG Workspace",
     "exchangedate,close,net,%chg",
     kIgnored,
     false,
     kSymbols,
     {{{"flow", R::Ignored}}}},
    {"bloomberg", "Bloomberg", "@date,pxlast"},
    {"fred", "FRED", "observationdate", kSeries, false, kEconomic},
    {"fred_old", "FRED", "date,value", kIgnored, kWhole, kEconomic},
    {"treasury_yields", "US Treasury", "date,3mo,2yr,10yr,30yr", kSeries, false, SeriesNames::Maturities},
    {"cboe_put_call", "Cboe",
     "@date,call|calls|callvolume,put|puts|putvolume,total|totalvolume,pcratio|ratio", kSeries, false,
     SeriesNames::Parts},
    {"ishares_historical", "iShares", "asof,navpershare,sharesoutstanding"},
    {"crsp",
     "CRSP",
     "permno,date,prc",
     kIgnored,
     false,
     kSymbols,
     {{{"prc", R::Close}, {"askhi", R::High}, {"bidlo", R::Low}, {"openprc", R::Open}}}},
    {"euronext",
     "Euronext",
     "date,open,high,low,last,close,numberofshares,numberoftrades",
     kIgnored,
     false,
     kSymbols,
     {{{"last", R::Ignored}, {"numberofshares", R::Volume}}}},
    {"sdmx",
     "ECB and others (SDMX)",
     "timeperiod,obsvalue",
     kIgnored,
     false,
     kEconomic,
     {{{"key", R::Ticker}, {"serieskey", R::Ticker}}}},
    {"holdings",
     "fund holdings",
     "@ticker,weight|weight%|%weight|weighting|weighting%|%ofnetassets|%offund|gewichtung%",
     kIgnored,
     false,
     SeriesNames::Holdings,
     {{{"weight", R::Value},
       {"weight%", R::Value},
       {"%weight", R::Value},
       {"weighting", R::Value},
       {"weighting%", R::Value},
       {"%ofnetassets", R::Value},
       {"%offund", R::Value},
       {"gewichtung%", R::Value},
       {"fundticker", R::Ignored},
       {"price", R::Ignored}}}},
    {"calendar",
     "calendar of events",
     "@date,event|eventname|release|title",
     kSeries,
     false,
     SeriesNames::Events,
     {{{"event", R::Ticker}, {"eventname", R::Ticker}, {"release", R::Ticker}, {"title", R::Ticker}}}},
    {"fund_flows", "fund flows", "@date,@ticker,@flow"},
    {"fund_shares", "fund shares", "@date,@ticker,@shares"},
    {"fund_aum", "fund assets", "@date,@ticker,@aum"},
    {"series_long", "long table of series", "@date,@ticker,@value", kIgnored, false, kEconomic},
    {"ohlcv_long", "long table of bars", "@date,@ticker,@close"},
    {"ohlcv", "daily bars", "@date,@open,@high,@low,@close"},
    {"date_close", "date and close", "@date,@close"},
    {"table", "table of series", "", kSeries},
}};

/// The next part of `list` up to `separator`, taken off its front.
std::string_view takePart(std::string_view& list, char separator) {
    const std::size_t end = std::min(list.find(separator), list.size());
    const std::string_view part = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    return part;
}

bool means(const CsvFormat& format, const std::string& heading, std::string_view wanted) {
    while (!wanted.empty()) {
        const std::string_view one = takePart(wanted, '|');
        if (one.starts_with('@')) {
            const auto role = roleUnder(format, heading);
            if (role && nameOf(*role) == one.substr(1))
                return true;
        } else if (heading == one) {
            return true;
        }
    }
    return false;
}

bool fits(const CsvFormat& format, std::span<const std::string> headings) {
    std::string_view wanted = format.headings;
    std::size_t count = 0;
    while (!wanted.empty()) {
        const std::string_view one = takePart(wanted, ',');
        ++count;
        if (std::none_of(headings.begin(), headings.end(),
                         [&](const std::string& heading) { return means(format, heading, one); }))
            return false;
    }
    const auto named =
        std::count_if(headings.begin(), headings.end(), [](const auto& h) { return !h.empty(); });
    return !format.whole || static_cast<std::size_t>(named) == count;
}

} // namespace

std::span<const CsvFormat> csvFormats() {
    return kCsvFormats;
}

const CsvFormat* csvFormatNamed(std::string_view id) {
    const auto* row = std::find_if(kCsvFormats.begin(), kCsvFormats.end(),
                                   [&](const CsvFormat& format) { return format.id == id; });
    return row == kCsvFormats.end() ? nullptr : row;
}

const CsvFormat& formatOf(std::span<const std::string> headings) {
    return *std::find_if(kCsvFormats.begin(), kCsvFormats.end(),
                         [&](const CsvFormat& format) { return fits(format, headings); });
}

std::optional<ColumnRole> roleUnder(const CsvFormat& format, std::string_view normalised) {
    for (const HeaderWord& word : format.roles)
        if (!word.word.empty() && word.word == normalised)
            return word.role;
    return roleOfHeading(normalised);
}

} // namespace rotascope
