// Yields and credit in sentences: page and command line read the same.
#pragma once

#include "core/analysis/headline.h"
#include "core/analysis/yields/yield_study.h"

#include <string>
#include <vector>

namespace rotascope {

/// ★ Bond sessions after which a value is called stale; one is usual, yields are published a day late.
constexpr std::size_t kStaleSessions = 3;

std::string basisPointsText(double bp);            ///< "+7 bp", "−5.4 bp"; "–" for missing
std::string yieldText(double percent);             ///< "4.30 %"
std::string ageText(std::size_t sessionsOld);      ///< "current", "1 session old", "12 sessions old"
std::string streakText(int streak);                ///< "second rise in a row"; empty for one week alone
std::string bucketText(const YieldBucket& bucket); ///< "−15 to −5 bp", "below −15 bp", "15 bp or more"

/// "The 10-year yield fell 7 bp to 4.30 % in the week to 8 Nov 2024, the second fall in a row (DGS10)." Then
/// the curve, the link to the pair, and the age of a stale series.
Headline yieldHeadline(const YieldStudy& study);

/// "A rise of 10 bp in a day went with −0.12 points of RUT − SPX over the 252 days to 8 Nov 2024 (95 %
/// interval −0.30 to +0.06, correlation −0.08): not distinguishable from zero."
std::string sensitivityInWords(const YieldStudy& study);

/// One sentence for the weeks of the largest rises, one for those of the largest falls; each with n and what
/// any week did.
std::vector<std::string> bucketsInWords(const YieldStudy& study);

/// One sentence for each credit spread; says so where there is none.
std::vector<std::string> creditInWords(const YieldStudy& study);

/// All of the above, one after the other.
std::vector<std::string> yieldsInWords(const YieldStudy& study);

} // namespace rotascope
