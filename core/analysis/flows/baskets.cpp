#include "core/analysis/flows/baskets.h"

#include "core/analysis/flows/desk_lines.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr std::string_view kSeparators = " \t,;";
constexpr char kOutside = '*';

constexpr std::array<std::string_view, 5> kSp500{"SPY", "VOO", "IVV", "SPLG", "SPYM"};
constexpr std::array<std::string_view, 2> kRussell2000{"IWM", "VTWO"};
constexpr std::array<std::string_view, 2> kNasdaq100{"QQQ", "QQQM"};
constexpr std::array<std::string_view, 3> kSmallCap600{"IJR", "SPSM", "VIOO"};
constexpr std::array<std::string_view, 3> kTotalMarket{"VTI", "ITOT", "SPTM"};
constexpr std::array<std::string_view, 2> kAggregate{"AGG", "BND"};
constexpr std::array<std::string_view, 4> kGold{"GLD", "IAU", "GLDM", "SGOL"};

constexpr std::array<SameIndex, 7> kSameIndex{{
    {"S&P 500", kSp500},
    {"Russell 2000", kRussell2000},
    {"Nasdaq 100", kNasdaq100},
    {"S&P SmallCap 600", kSmallCap600},
    {"total US market", kTotalMarket},
    {"US aggregate bonds", kAggregate},
    {"gold bullion", kGold},
}};

std::vector<Symbol> symbolsIn(std::string_view text) {
    std::vector<Symbol> out;
    for (const std::string_view word : wordsIn(text, kSeparators)) {
        Symbol symbol = canonicalSymbol(word);
        if (!symbol.empty() && std::find(out.begin(), out.end(), symbol) == out.end())
            out.push_back(std::move(symbol));
    }
    return out;
}

Failure badBasket(int line, std::string_view why) {
    return usageError(
        "bad_basket",
        fmt::format("Line {}: {} Write one basket a line, such as \"Small caps: IWM VB\".", line, why));
}

Result<Basket> parseBasket(std::string_view text, int line) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return badBasket(line, "there is no colon between name and funds.");
    Basket basket;
    std::string_view name = trimmed(text.substr(0, colon));
    if (name.starts_with(kOutside)) {
        basket.inRotation = false;
        name = trimmed(name.substr(1));
    }
    if (name.empty())
        return badBasket(line, "the basket has no name.");
    basket.name = name;
    basket.funds = symbolsIn(text.substr(colon + 1));
    if (basket.funds.empty())
        return badBasket(line, fmt::format("\"{}\" has no funds.", basket.name));
    return basket;
}

bool sameName(std::string_view a, std::string_view b) {
    return toLower(a) == toLower(b);
}

} // namespace

std::span<const Basket> shippedBaskets() {
    static const std::array<Basket, 7> rows{{
        {"Small caps", {"IWM", "VB", "AVUV", "IJR"}, true},
        {"Broad", {"SPY", "VOO"}, true},
        {"Growth and technology", {"QQQ", "VGT", "ARKK"}, true},
        {"Cyclicals", {"XLF", "KRE", "XLI", "XLB"}, true},
        {"Defensives", {"XLP"}, true},
        {"Leveraged", {"TNA", "TZA"}, true},
        {"Coverage list",
         {"IWM", "SPY", "VOO", "QQQ", "VGT", "VB", "AVUV", "IJR", "RSP", "ARKK", "XLF", "KRE", "XLI", "XLB",
          "XLP"},
         false},
    }};
    return rows;
}

Result<const Basket*> basketNamed(std::span<const Basket> baskets, std::string_view name) {
    std::vector<std::string> names;
    for (const Basket& basket : baskets) {
        if (sameName(basket.name, name))
            return &basket;
        names.push_back(basket.name);
    }
    const auto nearest = nearestName(name, names);
    std::string all;
    for (const std::string& each : names)
        all += (all.empty() ? "" : ", ") + each;
    return usageError("unknown_group",
                      fmt::format("There is no basket \"{}\"{}. There are: {}.", name,
                                  nearest ? "; the nearest name is \"" + *nearest + "\"" : "", all));
}

const Basket* smallCapBasket(std::span<const Basket> baskets) {
    const auto basket = basketNamed(baskets, "Small caps");
    return basket ? *basket : nullptr;
}

std::vector<Symbol> smallCapFunds(std::span<const Basket> baskets) {
    const Basket* basket = smallCapBasket(baskets);
    return basket ? basket->funds : std::vector<Symbol>();
}

std::string basketsText(std::span<const Basket> baskets) {
    std::string text;
    for (const Basket& basket : baskets) {
        text += basket.inRotation ? "" : std::string(1, kOutside);
        text += basket.name + ":";
        for (const Symbol& fund : basket.funds)
            text += " " + fund;
        text += '\n';
    }
    return text;
}

Result<std::vector<Basket>> parseBaskets(std::string_view text) {
    std::vector<Basket> out;
    const auto read = forEachLine(text, [&out](std::string_view row, int line) -> Result<void> {
        auto basket = parseBasket(row, line);
        if (!basket)
            return Failure(basket.error());
        if (std::any_of(out.begin(), out.end(),
                        [&basket](const Basket& each) { return sameName(each.name, basket->name); }))
            return badBasket(line, fmt::format("there is a second basket \"{}\".", basket->name));
        out.push_back(std::move(*basket));
        return {};
    });
    if (!read)
        return Failure(read.error());
    return out;
}

std::span<const SameIndex> sameIndexFunds() {
    return kSameIndex;
}

} // namespace rotascope
