// Headings of columns that hold no values of the row's day.
#include "core/csv/header_words.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr auto kOtherDates = std::to_array<std::string_view>(
    {"inception",   "inceptiondate",   "inceptdate", "fundinception",  "launch",          "launchdate",
     "listingdate", "listed",          "ipodate",    "issuedate",      "maturity",        "maturitydate",
     "expiry",      "expirydate",      "expiration", "expirationdate", "auflage",         "auflagedatum",
     "auflegung",   "auflegungsdatum", "falligkeit", "datedecreation", "datedelancement", "fechadecreacion",
     "vencimiento", "vencimento"});

constexpr auto kPublications =
    std::to_array<std::string_view>({"releasedate", "publicationdate", "published", "publishdate",
                                     "lastupdated", "lastupdate", "reportdate", "loaddate"});

constexpr auto kTradeSides = std::to_array<std::string_view>(
    {"transcode", "transactioncode", "activitytype", "orderaction", "side", "buysell", "bs", "buyorsell",
     "transactiontype", "tradetype", "ordertype", "kaufverkauf", "achatvente", "compraventa"});

} // namespace

bool isDateOfOther(std::string_view normalised) {
    return std::find(kOtherDates.begin(), kOtherDates.end(), normalised) != kOtherDates.end();
}

bool isPublicationDate(std::string_view normalised) {
    return std::find(kPublications.begin(), kPublications.end(), normalised) != kPublications.end();
}

bool isSideOfTrade(std::string_view normalised) {
    return std::find(kTradeSides.begin(), kTradeSides.end(), normalised) != kTradeSides.end();
}

} // namespace rotascope
