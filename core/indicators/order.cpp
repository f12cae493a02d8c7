#include "core/indicators/order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

namespace rotascope {

namespace {

/// The upper half of the number's bits, arranged so that they order as the numbers do, above the number's
/// position. Positions fit 32 bits: a column of four billion rows is beyond any desk.
using Item = std::uint64_t;

constexpr int kDigitBits = 11;
constexpr int kDigits = 3; ///< three digits of 11 bits cover the upper 32
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;

using Histogram = std::array<std::uint32_t, kBuckets>;

std::uint32_t leadOf(Item item) {
    return static_cast<std::uint32_t>(item >> 32);
}
std::uint32_t positionOf(Item item) {
    return static_cast<std::uint32_t>(item);
}
std::size_t digitOf(Item item, int digit) {
    return (item >> (32 + digit * kDigitBits)) & (kBuckets - 1);
}

Item itemOf(double value, std::size_t position) {
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0); // −0 becomes 0
    const bool negative = (bits >> 63) != 0;
    const std::uint64_t ordered = negative ? ~bits : bits | (std::uint64_t{1} << 63);
    return (ordered & 0xFFFFFFFF00000000U) | position;
}

void sortByLead(std::vector<Item>& items) {
    std::array<Histogram, kDigits> counts{};
    for (const Item item : items)
        for (int digit = 0; digit < kDigits; ++digit)
            ++counts[static_cast<std::size_t>(digit)][digitOf(item, digit)];
    std::vector<Item> other(items.size());
    for (int digit = 0; digit < kDigits; ++digit) {
        Histogram& starts = counts[static_cast<std::size_t>(digit)];
        std::uint32_t total = 0;
        for (std::uint32_t& start : starts)
            total += std::exchange(start, total);
        for (const Item item : items)
            other[starts[digitOf(item, digit)]++] = item;
        items.swap(other);
    }
}

/// Numbers that agree in their upper half are told apart by their whole value.
void sortRunsByValue(std::vector<Item>& items, std::span<const double> values) {
    const auto smaller = [&](Item a, Item b) { return values[positionOf(a)] < values[positionOf(b)]; };
    for (auto first = items.begin(); first != items.end();) {
        const auto last =
            std::find_if(first + 1, items.end(), [&](Item item) { return leadOf(item) != leadOf(*first); });
        if (last - first > 1)
            std::stable_sort(first, last, smaller);
        first = last;
    }
}

} // namespace

std::vector<std::uint32_t> sortedOrder(std::span<const double> values) {
    std::vector<Item> items;
    items.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            items.push_back(itemOf(values[i], i));
    sortByLead(items);
    sortRunsByValue(items, values);
    std::vector<std::uint32_t> order(items.size());
    std::transform(items.begin(), items.end(), order.begin(), positionOf);
    return order;
}

} // namespace rotascope
