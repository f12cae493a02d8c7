#include "core/figure/tag_layout.h"

#include <algorithm>
#include <numeric>

namespace rotascope {

namespace {

/// Neighbouring boxes that touch and move as one.
struct Block {
    double centre = 0; ///< of the whole block
    std::size_t count = 0;

    double top(double height) const { return centre - height * static_cast<double>(count) / 2; }
    double bottom(double height) const { return centre + height * static_cast<double>(count) / 2; }
    void keepWithin(double height, double low, double high) {
        const double half = height * static_cast<double>(count) / 2;
        centre = std::clamp(centre, low + half, high - half);
    }
};

/// The mean of the wishes is the least moved centre of two joined blocks.
Block joined(const Block& a, const Block& b) {
    const auto countA = static_cast<double>(a.count);
    const auto countB = static_cast<double>(b.count);
    return {(a.centre * countA + b.centre * countB) / (countA + countB), a.count + b.count};
}

std::vector<Block> blocksOf(const std::vector<double>& sorted, double height, double low, double high) {
    std::vector<Block> blocks;
    for (const double centre : sorted) {
        Block block{centre, 1};
        block.keepWithin(height, low, high);
        while (!blocks.empty() && blocks.back().bottom(height) > block.top(height)) {
            block = joined(blocks.back(), block);
            block.keepWithin(height, low, high);
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    return blocks;
}

bool isFree(const Box& box, std::span<const Box> taken, const std::vector<Box>& placed) {
    const auto overlaps = [&box](const Box& other) { return box.overlaps(other); };
    return std::none_of(taken.begin(), taken.end(), overlaps) &&
           std::none_of(placed.begin(), placed.end(), overlaps);
}

constexpr int kSteps = 3;

std::optional<Box> placeFor(const LabelWish& wish, const Box& bounds, std::span<const Box> taken,
                            const std::vector<Box>& placed) {
    if (wish.width > bounds.right - bounds.left)
        return std::nullopt;
    const double left = std::clamp(wish.x - wish.width / 2, bounds.left, bounds.right - wish.width);
    for (int step = 0; step < kSteps; ++step) {
        const double bottom = wish.bottom + (wish.steppedDown ? step : -step) * wish.height;
        const Box box{left, bottom - wish.height, left + wish.width, bottom};
        if (box.top >= bounds.top && box.bottom <= bounds.bottom && isFree(box, taken, placed))
            return box;
    }
    return std::nullopt;
}

} // namespace

std::vector<double> movedApart(std::span<const double> centres, double height, double low, double high) {
    std::vector<std::size_t> order(centres.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return centres[a] < centres[b]; });
    std::vector<double> sorted;
    for (const std::size_t index : order)
        sorted.push_back(centres[index]);

    const auto count = static_cast<double>(centres.size());
    const double room = high - low;
    const double slot = std::min(height, count > 0 ? room / count : height);
    std::vector<double> moved(centres.size());
    std::size_t next = 0;
    for (const Block& block : blocksOf(sorted, slot, low, high))
        for (std::size_t i = 0; i < block.count; ++i)
            moved[order[next++]] = block.top(slot) + slot * (static_cast<double>(i) + 0.5);
    return moved;
}

std::vector<std::optional<Box>> placedLabels(std::span<const LabelWish> wishes, const Box& bounds,
                                             std::span<const Box> taken) {
    std::vector<std::optional<Box>> places(wishes.size());
    std::vector<Box> placed;
    for (std::size_t i = wishes.size(); i-- > 0;) {
        places[i] = placeFor(wishes[i], bounds, taken, placed);
        if (places[i])
            placed.push_back(*places[i]);
    }
    return places;
}

} // namespace rotascope
