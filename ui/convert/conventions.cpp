#include "ui/convert/conventions.h"

#include <QCoreApplication>

#include <array>

namespace rotascope {

namespace {

constexpr std::array<Convention, 17> kConventions{{
    {ConventionId::Session, QT_TRANSLATE_NOOP("Conventions", "Session"),
     QT_TRANSLATE_NOOP("Conventions",
                       "A date on which both legs of the pair have a value. Dates that only one leg has "
                       "are left out and counted. Nothing is filled forward.")},
    {ConventionId::AsOf, QT_TRANSLATE_NOOP("Conventions", "As of"),
     QT_TRANSLATE_NOOP("Conventions",
                       "Every figure uses only what was known on this date. \"Latest\" uses everything the "
                       "desk holds.")},
    {ConventionId::Price, QT_TRANSLATE_NOOP("Conventions", "Price return"),
     QT_TRANSLATE_NOOP("Conventions", "Returns are simple returns of closes, without dividends.")},
    {ConventionId::Move, QT_TRANSLATE_NOOP("Conventions", "Move"),
     QT_TRANSLATE_NOOP("Conventions",
                       "The return over the last five sessions, or as many as the settings say.")},
    {ConventionId::Spread, QT_TRANSLATE_NOOP("Conventions", "Spread"),
     QT_TRANSLATE_NOOP("Conventions",
                       "The small-cap return less the large-cap return over the same sessions, in "
                       "percentage points.")},
    {ConventionId::Horizon, QT_TRANSLATE_NOOP("Conventions", "Horizons"),
     QT_TRANSLATE_NOOP("Conventions",
                       "1M = 21, 3M = 63, 6M = 126, 12M = 252 sessions. MTD, QTD and YTD are measured from "
                       "the last close of the month, quarter or year before.")},
    {ConventionId::Ratio, QT_TRANSLATE_NOOP("Conventions", "Ratio"),
     QT_TRANSLATE_NOOP("Conventions",
                       "Small divided by large. At 100, it starts at 100 where the range starts.")},
    {ConventionId::Relative, QT_TRANSLATE_NOOP("Conventions", "Relative performance"),
     QT_TRANSLATE_NOOP("Conventions",
                       "The small-cap return less the large-cap return since the start of the range: long "
                       "one, short one, never rebalanced, in percentage points.")},
    {ConventionId::BothAtHundred, QT_TRANSLATE_NOOP("Conventions", "Both at 100"),
     QT_TRANSLATE_NOOP("Conventions", "Both legs, each starting at 100 where the range starts.")},
    {ConventionId::Averages, QT_TRANSLATE_NOOP("Conventions", "SMA50, SMA200"),
     QT_TRANSLATE_NOOP("Conventions",
                       "Means of the last 50 and 200 sessions of the ratio; none before that many.")},
    {ConventionId::Z, QT_TRANSLATE_NOOP("Conventions", "z"),
     QT_TRANSLATE_NOOP(
         "Conventions",
         "The move less the mean of such moves, divided by their standard deviation σ (n − 1). "
         "There are six usual ways to take mean and σ; \"expanding\" uses all sessions up to the "
         "day, at least 252.")},
    {ConventionId::Percentile, QT_TRANSLATE_NOOP("Conventions", "Percentile"),
     QT_TRANSLATE_NOOP("Conventions",
                       "The share of sessions up to the day whose value is at or below this one.")},
    {ConventionId::Beta, QT_TRANSLATE_NOOP("Conventions", "After beta"),
     QT_TRANSLATE_NOOP("Conventions",
                       "The small-cap move less β times the large-cap move, β from the last 252 daily "
                       "returns: what is left when small caps merely move more.")},
    {ConventionId::Event, QT_TRANSLATE_NOOP("Conventions", "Event"),
     QT_TRANSLATE_NOOP("Conventions",
                       "A session whose z is at or above 3. After an event, later ones are skipped until "
                       "more than 63 sessions have passed. Threshold and gap are settings.")},
    {ConventionId::Overlap, QT_TRANSLATE_NOOP("Conventions", "Overlap and fat tails"),
     QT_TRANSLATE_NOOP("Conventions",
                       "Five-session moves of neighbouring days share sessions, and large moves are far more "
                       "common than a normal law says. A z is a yardstick, not a probability; read the "
                       "percentile beside it.")},
    {ConventionId::Flow, QT_TRANSLATE_NOOP("Conventions", "Weekly flow"),
     QT_TRANSLATE_NOOP(
         "Conventions",
         "Money into a fund less money out of it over a week of sessions, as reported or as the "
         "change in shares outstanding times NAV. The rank is among the weeks of the year so "
         "far, 1st the largest inflow; weeks under an open finding are left out.")},
    {ConventionId::Freshness, QT_TRANSLATE_NOOP("Conventions", "Age"),
     QT_TRANSLATE_NOOP(
         "Conventions",
         "New York sessions between a series' last value and the as-of date; at \"Latest\", the newest "
         "date in the desk.")},
}};

const Convention& rowOf(ConventionId id) {
    for (const Convention& row : kConventions)
        if (row.id == id)
            return row;
    return kConventions.front();
}

} // namespace

std::span<const Convention> conventionCatalogue() {
    return kConventions;
}

QString conventionTerm(ConventionId id) {
    return QCoreApplication::translate("Conventions", rowOf(id).term);
}

QString conventionText(ConventionId id) {
    return QCoreApplication::translate("Conventions", rowOf(id).text);
}

} // namespace rotascope
