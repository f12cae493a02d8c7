#include "core/market/trading_calendar.h"

namespace rotascope {

bool isNyseSession(Date date) { return !isWeekend(date); }

Date nextNyseSession(Date date) {
    do
        date += std::chrono::days{1};
    while (!isNyseSession(date));
    return date;
}

} // namespace rotascope
