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
constexpr std::array kWords{
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
    HeaderWord{"open", R::Open},
    HeaderWord{"openprice", R::Open},
    HeaderWord{"pxopen", R::Open},
    HeaderWord{"eroffn", R::Open},
    HeaderWord{"eroffnung", R::Open},
    HeaderWord{"eroffnungskurs", R::Open},
    HeaderWord{"ouv", R::Open},
    HeaderWord{"ouverture", R::Open},
    HeaderWord{"apertura", R::Open},
    HeaderWord{"abertura", R::Open},
    HeaderWord{"high", R::High},
    HeaderWord{"highprice", R::High},
    HeaderWord{"pxhigh", R::High},
    HeaderWord{"hoch", R::High},
    HeaderWord{"hochst", R::High},
    HeaderWord{"tageshoch", R::High},
    HeaderWord{"plushaut", R::High},
    HeaderWord{"haut", R::High},
    HeaderWord{"maximo", R::High},
    HeaderWord{"maxima", R::High},
    HeaderWord{"low", R::Low},
    HeaderWord{"lowprice", R::Low},
    HeaderWord{"pxlow", R::Low},
    HeaderWord{"tief", R::Low},
    HeaderWord{"tiefst", R::Low},
    HeaderWord{"tagestief", R::Low},
    HeaderWord{"plusbas", R::Low},
    HeaderWord{"bas", R::Low},
    HeaderWord{"minimo", R::Low},
    HeaderWord{"minima", R::Low},
    HeaderWord{"close", R::Close},
    HeaderWord{"closelast", R::Close},
    HeaderWord{"closeprice", R::Close},
    HeaderWord{"closingprice", R::Close},
    HeaderWord{"last", R::Close},
    HeaderWord{"lastprice", R::Close},
    HeaderWord{"pxlast", R::Close},
    HeaderWord{"price", R::Close},
    HeaderWord{"settle", R::Close},
    HeaderWord{"schluss", R::Close},
    HeaderWord{"schlusskurs", R::Close},
    HeaderWord{"zuletzt", R::Close},
    HeaderWord{"kurs", R::Close},
    HeaderWord{"cloture", R::Close},
    HeaderWord{"dernier", R::Close},
    HeaderWord{"cierre", R::Close},
    HeaderWord{"ultimo", R::Close},
    HeaderWord{"fechamento", R::Close},
    HeaderWord{"adjclose", R::AdjClose},
    HeaderWord{"adjustedclose", R::AdjClose},
    HeaderWord{"adjclosingprice", R::AdjClose},
    HeaderWord{"closeadj", R::AdjClose},
    HeaderWord{"volume", R::Volume},
    HeaderWord{"vol", R::Volume},
    HeaderWord{"pxvolume", R::Volume},
    HeaderWord{"volumen", R::Volume},
    HeaderWord{"sharevolume", R::Volume},
    HeaderWord{"stuck", R::Volume},
    HeaderWord{"value", R::Value},
    HeaderWord{"values", R::Value},
    HeaderWord{"wert", R::Value},
    HeaderWord{"valeur", R::Value},
    HeaderWord{"valor", R::Value},
    HeaderWord{"nav", R::Nav},
    HeaderWord{"navpershare", R::Nav},
    HeaderWord{"netassetvalue", R::Nav},
    HeaderWord{"shares", R::Shares},
    HeaderWord{"sharesoutstanding", R::Shares},
    HeaderWord{"sharesout", R::Shares},
    HeaderWord{"aum", R::Aum},
    HeaderWord{"aumusd", R::Aum},
    HeaderWord{"netassets", R::Aum},
    HeaderWord{"totalnetassets", R::Aum},
    HeaderWord{"flow", R::Flow},
    HeaderWord{"flows", R::Flow},
    HeaderWord{"flowusd", R::Flow},
    HeaderWord{"netflow", R::Flow},
    HeaderWord{"netflows", R::Flow},
    HeaderWord{"netflowusd", R::Flow},
    HeaderWord{"fundflow", R::Flow},
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
};

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

int dateRank(std::string_view normalised) {
    const auto* row = std::find_if(kWords.begin(), kWords.end(),
                                   [&](const HeaderWord& word) { return word.word == normalised; });
    return static_cast<int>(row - kWords.begin());
}

} // namespace rotascope
