#include "core/csv/header_words.h"

#include "core/csv/letters.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

using R = ColumnRole;

constexpr std::array<std::string_view, kColumnRoles> kRoleNames{
    "ignored", "date",  "ticker", "open",   "high", "low",  "close", "adj_close",
    "volume",  "value", "nav",    "shares", "aum",  "flow", "series"};

/// Dates first, the best first: where a file has a date and a time of day, the date counts.
constexpr auto kWords = std::to_array<HeaderWord>({
    HeaderWord{"date", R::Day},
    HeaderWord{"observationdate", R::Day},
    HeaderWord{"tradedate", R::Day},
    HeaderWord{"tradingdate", R::Day},
    HeaderWord{"tradingday", R::Day},
    HeaderWord{"asof", R::Day},
    HeaderWord{"asofdate", R::Day},
    HeaderWord{"datum", R::Day},
    HeaderWord{"fecha", R::Day},
    HeaderWord{"data", R::Day},
    HeaderWord{"dates", R::Day},
    HeaderWord{"datetime", R::Day},
    HeaderWord{"timestamp", R::Day},
    HeaderWord{"time", R::Day},
    HeaderWord{"day", R::Day},
    HeaderWord{"jour", R::Day},
    HeaderWord{"tag", R::Day},
    HeaderWord{"weekending", R::Day},
    HeaderWord{"weekended", R::Day},
    HeaderWord{"week", R::Day},
    HeaderWord{"month", R::Day},
    HeaderWord{"period", R::Day},
    HeaderWord{"quarter", R::Day},
    HeaderWord{"exchangedate", R::Day},
    HeaderWord{"pricedate", R::Day},
    HeaderWord{"navdate", R::Day},
    HeaderWord{"valuationdate", R::Day},
    HeaderWord{"effectivedate", R::Day},
    HeaderWord{"timeperiod", R::Day},
    HeaderWord{"timestamputc", R::Day},
    HeaderWord{"windowstart", R::Day},
    HeaderWord{"handelstag", R::Day},
    HeaderWord{"dateheure", R::Day},
    HeaderWord{"fechahora", R::Day},
    HeaderWord{"gmttime", R::Day},
    HeaderWord{"tradedt", R::Day},
    HeaderWord{"updateddate", R::Day},
    HeaderWord{"updated", R::Day},
    HeaderWord{"ticker", R::Ticker},
    HeaderWord{"symbol", R::Ticker},
    HeaderWord{"tickersymbol", R::Ticker},
    HeaderWord{"series", R::Ticker},
    HeaderWord{"seriesid", R::Ticker},
    HeaderWord{"symbole", R::Ticker},
    HeaderWord{"simbolo", R::Ticker},
    HeaderWord{"etf", R::Ticker},
    HeaderWord{"tic", R::Ticker},
    HeaderWord{"instrument", R::Ticker},
    HeaderWord{"ric", R::Ticker},
    HeaderWord{"fundticker", R::Ticker},
    HeaderWord{"holdingticker", R::Ticker},
    HeaderWord{"etfticker", R::Ticker},
    HeaderWord{"code", R::Ticker},
    HeaderWord{"walor", R::Ticker},
    HeaderWord{"open", R::Open},
    HeaderWord{"openprice", R::Open},
    HeaderWord{"pxopen", R::Open},
    HeaderWord{"priceopen", R::Open},
    HeaderWord{"opening", R::Open},
    HeaderWord{"openingprice", R::Open},
    HeaderWord{"tradeopen", R::Open},
    HeaderWord{"otwarcie", R::Open},
    HeaderWord{"premier", R::Open},
    HeaderWord{"vorb", R::Open},
    HeaderWord{"erster", R::Open},
    HeaderWord{"eroffn", R::Open},
    HeaderWord{"eroffnung", R::Open},
    HeaderWord{"eroffnungskurs", R::Open},
    HeaderWord{"ouv", R::Open},
    HeaderWord{"ouverture", R::Open},
    HeaderWord{"apertura", R::Open},
    HeaderWord{"abertura", R::Open},
    HeaderWord{"offen", R::Open},
    HeaderWord{"kursotwarcia", R::Open},
    HeaderWord{"high", R::High},
    HeaderWord{"highprice", R::High},
    HeaderWord{"pxhigh", R::High},
    HeaderWord{"pricehigh", R::High},
    HeaderWord{"dayhigh", R::High},
    HeaderWord{"sessionhigh", R::High},
    HeaderWord{"najwyzszy", R::High},
    HeaderWord{"hochstkurs", R::High},
    HeaderWord{"masalto", R::High},
    HeaderWord{"alto", R::High},
    HeaderWord{"hoch", R::High},
    HeaderWord{"hochst", R::High},
    HeaderWord{"tageshoch", R::High},
    HeaderWord{"plushaut", R::High},
    HeaderWord{"haut", R::High},
    HeaderWord{"maximo", R::High},
    HeaderWord{"maxima", R::High},
    HeaderWord{"massimo", R::High},
    HeaderWord{"hoog", R::High},
    HeaderWord{"eleve", R::High},
    HeaderWord{"max", R::High},
    HeaderWord{"maks", R::High},
    HeaderWord{"kursmaksymalny", R::High},
    HeaderWord{"low", R::Low},
    HeaderWord{"lowprice", R::Low},
    HeaderWord{"pxlow", R::Low},
    HeaderWord{"pricelow", R::Low},
    HeaderWord{"daylow", R::Low},
    HeaderWord{"sessionlow", R::Low},
    HeaderWord{"najnizszy", R::Low},
    HeaderWord{"tiefstkurs", R::Low},
    HeaderWord{"masbajo", R::Low},
    HeaderWord{"bajo", R::Low},
    HeaderWord{"baixa", R::Low},
    HeaderWord{"tief", R::Low},
    HeaderWord{"tiefst", R::Low},
    HeaderWord{"tagestief", R::Low},
    HeaderWord{"plusbas", R::Low},
    HeaderWord{"bas", R::Low},
    HeaderWord{"minimo", R::Low},
    HeaderWord{"minima", R::Low},
    HeaderWord{"laag", R::Low},
    HeaderWord{"faible", R::Low},
    HeaderWord{"min", R::Low},
    HeaderWord{"kursminimalny", R::Low},
    HeaderWord{"close", R::Close},
    HeaderWord{"closelast", R::Close},
    HeaderWord{"closelastprice", R::Close},
    HeaderWord{"closeprice", R::Close},
    HeaderWord{"priceclose", R::Close},
    HeaderWord{"closing", R::Close},
    HeaderWord{"tradeclose", R::Close},
    HeaderWord{"sessionclose", R::Close},
    HeaderWord{"marketprice", R::Close},
    HeaderWord{"indexvalue", R::Close},
    HeaderWord{"marketclosingprice", R::Close},
    HeaderWord{"mktprice", R::Close},
    HeaderWord{"ostatnio", R::Close},
    HeaderWord{"laatste", R::Close},
    HeaderWord{"officialclose", R::Close},
    HeaderWord{"zamkniecie", R::Close},
    HeaderWord{"kurszamkniecia", R::Close},
    HeaderWord{"schluskurs", R::Close},
    HeaderWord{"schlusspreis", R::Close},
    HeaderWord{"dernierprix", R::Close},
    HeaderWord{"derniercours", R::Close},
    HeaderWord{"cours", R::Close},
    HeaderWord{"coursdecloture", R::Close},
    HeaderWord{"preciodecierre", R::Close},
    HeaderWord{"ultimoprecio", R::Close},
    HeaderWord{"precio", R::Close},
    HeaderWord{"preco", R::Close},
    HeaderWord{"precodefechamento", R::Close},
    HeaderWord{"closingprice", R::Close},
    // A future settles at another price than its last trade.
    HeaderWord{"settle", R::Close},
    HeaderWord{"settlement", R::Close},
    HeaderWord{"settlementprice", R::Close},
    HeaderWord{"last", R::Close},
    HeaderWord{"latest", R::Close},
    HeaderWord{"lastprice", R::Close},
    HeaderWord{"pxlast", R::Close},
    HeaderWord{"price", R::Close},
    HeaderWord{"schluss", R::Close},
    HeaderWord{"schlusskurs", R::Close},
    HeaderWord{"zuletzt", R::Close},
    HeaderWord{"kurs", R::Close},
    HeaderWord{"cloture", R::Close},
    HeaderWord{"clot", R::Close},
    HeaderWord{"dernier", R::Close},
    HeaderWord{"cierre", R::Close},
    HeaderWord{"ultimo", R::Close},
    HeaderWord{"fechamento", R::Close},
    HeaderWord{"adjclose", R::AdjClose},
    HeaderWord{"adjustedclose", R::AdjClose},
    HeaderWord{"adjclosingprice", R::AdjClose},
    HeaderWord{"closeadj", R::AdjClose},
    HeaderWord{"adjclosep", R::AdjClose},
    HeaderWord{"adjustedclosingprice", R::AdjClose},
    HeaderWord{"adjprice", R::AdjClose},
    HeaderWord{"adjustedprice", R::AdjClose},
    HeaderWord{"bereinigterschlusskurs", R::AdjClose},
    HeaderWord{"clotureajustee", R::AdjClose},
    HeaderWord{"cierreajustado", R::AdjClose},
    HeaderWord{"fechamentoajustado", R::AdjClose},
    HeaderWord{"adjschluss", R::AdjClose},
    // Shares before money where a file has both.
    HeaderWord{"stucke", R::Volume},
    HeaderWord{"stuecke", R::Volume},
    HeaderWord{"umsatzinstuck", R::Volume},
    HeaderWord{"volume", R::Volume},
    HeaderWord{"vol", R::Volume},
    HeaderWord{"pxvolume", R::Volume},
    HeaderWord{"volumen", R::Volume},
    HeaderWord{"sharevolume", R::Volume},
    HeaderWord{"tradevolume", R::Volume},
    HeaderWord{"tradingvolume", R::Volume},
    HeaderWord{"totalvolume", R::Volume},
    HeaderWord{"wolumen", R::Volume},
    HeaderWord{"wol", R::Volume},
    HeaderWord{"umsatz", R::Volume},
    HeaderWord{"handelsvolumen", R::Volume},
    HeaderWord{"volumenegociado", R::Volume},
    HeaderWord{"accumulatedvolume", R::Volume},
    HeaderWord{"stuck", R::Volume},
    HeaderWord{"tradedquantity", R::Volume},
    HeaderWord{"totaltradedquantity", R::Volume},
    HeaderWord{"value", R::Value},
    HeaderWord{"values", R::Value},
    HeaderWord{"obsvalue", R::Value},
    HeaderWord{"observationvalue", R::Value},
    HeaderWord{"wert", R::Value},
    HeaderWord{"valeur", R::Value},
    HeaderWord{"valor", R::Value},
    HeaderWord{"nav", R::Nav},
    HeaderWord{"navpershare", R::Nav},
    HeaderWord{"navprice", R::Nav},
    HeaderWord{"navpriceusd", R::Nav},
    HeaderWord{"unitnav", R::Nav},
    HeaderWord{"inventarwert", R::Nav},
    HeaderWord{"nettoinventarwert", R::Nav},
    HeaderWord{"navjeanteil", R::Nav},
    HeaderWord{"valeurliquidative", R::Nav},
    HeaderWord{"valorliquidativo", R::Nav},
    HeaderWord{"vl", R::Nav},
    HeaderWord{"netassetvalue", R::Nav},
    HeaderWord{"fundnetassetval", R::Nav},
    HeaderWord{"shares", R::Shares},
    HeaderWord{"sharesoutstanding", R::Shares},
    HeaderWord{"sharesout", R::Shares},
    HeaderWord{"outstandingshares", R::Shares},
    HeaderWord{"sharesinissue", R::Shares},
    HeaderWord{"sharesheld", R::Shares},
    HeaderWord{"sharesparvalue", R::Shares},
    HeaderWord{"quantity", R::Shares},
    HeaderWord{"unitsoutstanding", R::Shares},
    HeaderWord{"anteile", R::Shares},
    HeaderWord{"umlaufendeanteile", R::Shares},
    HeaderWord{"partsencirculation", R::Shares},
    HeaderWord{"accionesencirculacion", R::Shares},
    HeaderWord{"aum", R::Aum},
    HeaderWord{"aumusd", R::Aum},
    HeaderWord{"netassets", R::Aum},
    HeaderWord{"fundassets", R::Aum},
    HeaderWord{"totalassets", R::Aum},
    HeaderWord{"assetsundermanagement", R::Aum},
    HeaderWord{"fundsize", R::Aum},
    HeaderWord{"fondsvolumen", R::Aum},
    HeaderWord{"fondsvermogen", R::Aum},
    HeaderWord{"encours", R::Aum},
    HeaderWord{"patrimonio", R::Aum},
    HeaderWord{"totalnetassets", R::Aum},
    HeaderWord{"flow", R::Flow},
    HeaderWord{"flows", R::Flow},
    HeaderWord{"flowusd", R::Flow},
    HeaderWord{"netflow", R::Flow},
    HeaderWord{"netflows", R::Flow},
    HeaderWord{"netflowusd", R::Flow},
    HeaderWord{"fundflow", R::Flow},
    HeaderWord{"dailyflow", R::Flow},
    HeaderWord{"dailyflows", R::Flow},
    HeaderWord{"dailynetflow", R::Flow},
    HeaderWord{"weeklyflow", R::Flow},
    HeaderWord{"weeklyflows", R::Flow},
    HeaderWord{"netinflow", R::Flow},
    HeaderWord{"netinflows", R::Flow},
    HeaderWord{"netcreations", R::Flow},
    HeaderWord{"netcreation", R::Flow},
    HeaderWord{"1dayflow", R::Flow},
    HeaderWord{"1dflow", R::Flow},
    HeaderWord{"zuflusse", R::Flow},
    HeaderWord{"nettomittelzuflusse", R::Flow},
    HeaderWord{"mittelzuflusse", R::Flow},
    HeaderWord{"fluxnets", R::Flow},
    HeaderWord{"flujosnetos", R::Flow},
    HeaderWord{"fluxoliquido", R::Flow},
    HeaderWord{"fundflows", R::Flow},
    HeaderWord{"change", R::Ignored},
    HeaderWord{"change%", R::Ignored},
    HeaderWord{"%change", R::Ignored},
    HeaderWord{"chg", R::Ignored},
    HeaderWord{"chg%", R::Ignored},
    HeaderWord{"%chg", R::Ignored},
    HeaderWord{"variation%", R::Ignored},
    HeaderWord{"var%", R::Ignored},
    HeaderWord{"%var", R::Ignored},
    HeaderWord{"wijz%", R::Ignored},
    HeaderWord{"zmiana%", R::Ignored},
    HeaderWord{"+%", R::Ignored},
    HeaderWord{"dividends", R::Ignored},
    HeaderWord{"stocksplits", R::Ignored},
    HeaderWord{"capitalgains", R::Ignored},
    HeaderWord{"exdividends", R::Ignored},
    HeaderWord{"exdividend", R::Ignored},
    HeaderWord{"wap", R::Ignored},
    HeaderWord{"vwap", R::Ignored},
    HeaderWord{"openinterest", R::Ignored},
    HeaderWord{"turnover", R::Ignored},
    HeaderWord{"turnoverusd", R::Ignored},
    HeaderWord{"net", R::Ignored},
    HeaderWord{"netchange", R::Ignored},
    HeaderWord{"pricechange", R::Ignored},
    HeaderWord{"permno", R::Ignored},
    HeaderWord{"cusip", R::Ignored},
    HeaderWord{"isin", R::Ignored},
    HeaderWord{"sedol", R::Ignored},
    HeaderWord{"splitratio", R::Ignored},
    HeaderWord{"exdate", R::Ignored},
    HeaderWord{"transactions", R::Ignored},
    HeaderWord{"trades", R::Ignored},
    HeaderWord{"numtrades", R::Ignored},
    HeaderWord{"lastupdated", R::Ignored},
    HeaderWord{"adjopen", R::Ignored},
    HeaderWord{"adjhigh", R::Ignored},
    HeaderWord{"adjlow", R::Ignored},
    HeaderWord{"adjvolume", R::Ignored},
    HeaderWord{"closeunadj", R::Ignored},
});

constexpr auto kOtherDates = std::to_array<std::string_view>(
    {"inception",   "inceptiondate",   "inceptdate", "fundinception",  "launch",          "launchdate",
     "listingdate", "listed",          "ipodate",    "issuedate",      "maturity",        "maturitydate",
     "expiry",      "expirydate",      "expiration", "expirationdate", "auflage",         "auflagedatum",
     "auflegung",   "auflegungsdatum", "falligkeit", "datedecreation", "datedelancement", "fechadecreacion",
     "vencimiento", "vencimento"});

constexpr auto kPublications =
    std::to_array<std::string_view>({"releasedate", "publicationdate", "published", "publishdate",
                                     "lastupdated", "lastupdate", "reportdate", "loaddate"});

constexpr auto kTradeSides =
    std::to_array<std::string_view>({"side", "buysell", "bs", "buyorsell", "transactiontype", "tradetype",
                                     "ordertype", "kaufverkauf", "achatvente", "compraventa"});

bool isKept(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == '+' || c == '?';
}

} // namespace

std::string_view nameOf(ColumnRole role) {
    return kRoleNames[static_cast<std::size_t>(role)];
}

bool isBarRole(ColumnRole role) {
    return role >= ColumnRole::Open && role <= ColumnRole::Volume;
}

bool holdsValues(ColumnRole role) {
    return role >= ColumnRole::Open;
}

std::string normalisedHeading(std::string_view heading) {
    std::string out;
    for (std::size_t at = 0; at < heading.size(); ++at) {
        const char c = plainLetter(heading, at);
        if (isKept(c))
            out += c;
    }
    return out;
}

std::optional<ColumnRole> roleOfHeading(std::string_view normalised) {
    const auto* row = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const HeaderWord& word) { return word.word == normalised; });
    if (row == kWords.end())
        return std::nullopt;
    return row->role;
}

bool isDateOfOther(std::string_view normalised) {
    return std::find(kOtherDates.begin(), kOtherDates.end(), normalised) != kOtherDates.end();
}

bool isPublicationDate(std::string_view normalised) {
    return std::find(kPublications.begin(), kPublications.end(), normalised) != kPublications.end();
}

bool isSideOfTrade(std::string_view normalised) {
    return std::find(kTradeSides.begin(), kTradeSides.end(), normalised) != kTradeSides.end();
}

int dateRank(std::string_view normalised) {
    const auto* row = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const HeaderWord& word) { return word.word == normalised; });
    return static_cast<int>(row - kWords.begin());
}

} // namespace rotascope
