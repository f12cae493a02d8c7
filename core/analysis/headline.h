// The sentence on top of a page, made from the results: largest facts first, the sobering one last and muted.
#pragma once

#include "core/analysis/aftermath.h"
#include "core/analysis/divergence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace rotascope {

enum class Emphasis : std::uint8_t { Strong, Normal, Muted };

/// A stretch of the headline in one ink. Runs follow each other without anything between them.
struct HeadlineRun {
    std::string text;
    Emphasis emphasis = Emphasis::Normal;

    bool operator==(const HeadlineRun&) const = default;
};

using Headline = std::vector<HeadlineRun>;

/// |z| from which a move is called an event, where nothing else is set.
constexpr double kEventThreshold = 3.0;

/// The move, its z on the spread and on the index alone; then whether the six yardsticks agree, and what beta
/// leaves. An event in a headline is a z of at least kEventThreshold in the direction of the spread.
Headline divergenceHeadline(const Divergence& divergence);

/// The move with percentile and z; then `week`, a sentence about money, or without one both returns; last
/// what followed earlier moves of its size.
Headline overviewHeadline(const Divergence& divergence, const std::optional<Aftermath>& aftermath,
                          const Headline& week = {});

/// Adds `sentence` in that ink, a blank before it; nothing when it is empty.
void addSentence(Headline& headline, Emphasis emphasis, const std::string& sentence);

/// The whole headline as one string, for windows' accessible names and terminals.
std::string plainText(const Headline& headline);

} // namespace rotascope
