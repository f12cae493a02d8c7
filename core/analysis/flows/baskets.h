// Groups of funds. A fund may be in several.
#pragma once

#include "core/base/result.h"
#include "core/market/instrument.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rotascope {

struct Basket {
    std::string name;
    std::vector<Symbol> funds;
    bool inRotation = true; ///< stands in the picture of where the money went; a list of everything does not

    bool operator==(const Basket&) const = default;
};

/// ★ The baskets of a new desk.
std::span<const Basket> shippedBaskets();

/// The basket called `name`, whatever its case; a refusal names the nearest.
Result<const Basket*> basketNamed(std::span<const Basket> baskets, std::string_view name);

/// The basket "Small caps"; null where there is none.
const Basket* smallCapBasket(std::span<const Basket> baskets);
/// Its funds.
std::vector<Symbol> smallCapFunds(std::span<const Basket> baskets);

/// One basket a line, "Small caps: IWM VB AVUV IJR"; a '*' before the name keeps it out of the rotation. This
/// is how a desk keeps them and how people edit them.
std::string basketsText(std::span<const Basket> baskets);

/// The same read back: symbols separated by blanks, commas or semicolons, duplicates dropped. Usage errors
/// name the line: no colon ("bad_basket"), no name, no fund, a name used twice.
Result<std::vector<Basket>> parseBaskets(std::string_view text);

/// ★ Funds that follow the same index: money moves between them without a view on the market.
struct SameIndex {
    std::string_view index;
    std::span<const std::string_view> funds;
};
std::span<const SameIndex> sameIndexFunds();

} // namespace rotascope
