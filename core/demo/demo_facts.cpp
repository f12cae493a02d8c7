#include "core/demo/demo_facts.h"

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

constexpr auto on = demoDate;

constexpr std::array kEpochs{
    Epoch{on(1987, 9, 10), 18, 9, 0.85},    Epoch{on(1987, 10, 14), 48, 13.5, 0.85},
    Epoch{on(1987, 12, 7), 18, 8, 0.85},    Epoch{on(1988, 6, 1), 13, 8, 0.85},
    Epoch{on(1990, 8, 1), 18, 9, 0.85},     Epoch{on(1991, 3, 1), 12, 7.5, 0.90},
    Epoch{on(1996, 6, 1), 16, 8.5, 0.90},   Epoch{on(1998, 8, 1), 26, 12.5, 1.00},
    Epoch{on(1999, 1, 4), 18, 11.5, 1.00},  Epoch{on(2000, 3, 1), 22, 15.5, 1.10},
    Epoch{on(2001, 6, 1), 20, 12.5, 1.10},  Epoch{on(2002, 7, 1), 28, 13, 1.10},
    Epoch{on(2003, 3, 17), 12, 10, 1.20},   Epoch{on(2007, 7, 16), 20, 10, 1.20},
    Epoch{on(2008, 9, 12), 52, 19, 1.20},   Epoch{on(2009, 5, 1), 21, 12.5, 1.25},
    Epoch{on(2010, 9, 1), 15, 9, 1.25},     Epoch{on(2011, 8, 1), 30, 13, 1.25},
    Epoch{on(2012, 1, 3), 12, 9, 1.20},     Epoch{on(2015, 8, 17), 19, 9, 1.15},
    Epoch{on(2016, 3, 1), 10, 10.5, 1.15},  Epoch{on(2018, 2, 1), 15, 9.5, 1.15},
    Epoch{on(2018, 10, 1), 22, 11, 1.15},   Epoch{on(2019, 2, 1), 12, 9.5, 1.20},
    Epoch{on(2020, 2, 20), 60, 19, 1.20},   Epoch{on(2020, 5, 1), 22, 15, 1.20},
    Epoch{on(2020, 12, 1), 14, 14.5, 1.20}, Epoch{on(2022, 1, 3), 23, 12.5, 1.20},
    Epoch{on(2023, 1, 3), 13, 11.5, 1.20},  Epoch{on(2025, 3, 3), 20, 11, 1.20},
    Epoch{on(2025, 4, 3), 50, 13.5, 1.15},  Epoch{on(2025, 5, 1), 12, 10.5, 1.20},
};

constexpr std::array kPins{
    LevelPin{"SPX", on(1987, 9, 10), 315},
    LevelPin{"RUT", on(1987, 9, 10), 168},
    LevelPin{"SPX", on(1987, 12, 4), 225},
    LevelPin{"RUT", on(1987, 12, 4), 108},
    LevelPin{"SPX", on(1989, 10, 6), 355},
    LevelPin{"RUT", on(1989, 10, 6), 178},
    LevelPin{"SPX", on(1990, 10, 12), 300},
    LevelPin{"RUT", on(1990, 10, 12), 122},
    LevelPin{"SPX", on(1993, 12, 31), 465},
    LevelPin{"RUT", on(1993, 12, 31), 256},
    LevelPin{"SPX", on(1996, 5, 31), 670},
    LevelPin{"RUT", on(1996, 5, 31), 358},
    LevelPin{"SPX", on(1998, 4, 20), 1'120},
    LevelPin{"RUT", on(1998, 4, 20), 485},
    LevelPin{"SPX", on(1998, 10, 8), 970},
    LevelPin{"RUT", on(1998, 10, 8), 320},
    LevelPin{"SPX", on(2000, 3, 10), 1'400},
    LevelPin{"RUT", on(2000, 3, 10), 595},
    LevelPin{"SPX", on(2002, 10, 9), 785},
    LevelPin{"RUT", on(2002, 10, 9), 335},
    LevelPin{"SPX", on(2003, 3, 11), 805},
    LevelPin{"RUT", on(2003, 3, 11), 350},
    LevelPin{"SPX", on(2007, 7, 13), 1'545},
    LevelPin{"RUT", on(2007, 7, 13), 850},
    LevelPin{"SPX", on(2008, 9, 12), 1'250},
    LevelPin{"RUT", on(2008, 9, 12), 715},
    LevelPin{"SPX", on(2009, 3, 9), 685},
    LevelPin{"RUT", on(2009, 3, 9), 350},
    LevelPin{"SPX", on(2011, 4, 29), 1'355},
    LevelPin{"RUT", on(2011, 4, 29), 855},
    LevelPin{"SPX", on(2011, 10, 3), 1'110},
    LevelPin{"RUT", on(2011, 10, 3), 615},
    LevelPin{"SPX", on(2015, 6, 23), 2'120},
    LevelPin{"RUT", on(2015, 6, 23), 1'285},
    LevelPin{"SPX", on(2016, 2, 11), 1'840},
    LevelPin{"RUT", on(2016, 2, 11), 965},
    LevelPin{"SPX", on(2018, 8, 31), 2'890},
    LevelPin{"RUT", on(2018, 8, 31), 1'730},
    LevelPin{"SPX", on(2018, 12, 24), 2'370},
    LevelPin{"RUT", on(2018, 12, 24), 1'280},
    LevelPin{"SPX", on(2020, 2, 19), 3'380},
    LevelPin{"RUT", on(2020, 2, 19), 1'690},
    LevelPin{"SPX", on(2020, 3, 23), 2'260},
    LevelPin{"RUT", on(2020, 3, 23), 1'015},
    LevelPin{"SPX", on(2020, 10, 30), 3'290},
    LevelPin{"RUT", on(2020, 10, 30), 1'550},
    LevelPin{"SPX", on(2021, 11, 8), 4'690},
    LevelPin{"RUT", on(2021, 11, 8), 2'420},
    LevelPin{"SPX", on(2022, 10, 12), 3'590},
    LevelPin{"RUT", on(2022, 10, 12), 1'695},
    LevelPin{"SPX", on(2023, 10, 27), 4'130},
    LevelPin{"RUT", on(2023, 10, 27), 1'645},
    // Over the five sessions to 2024-11-06: +7.20 % against +2.00 %, a spread of more than three σ.
    LevelPin{"SPX", on(2024, 10, 30), 5'815},
    LevelPin{"RUT", on(2024, 10, 30), 2'235},
    LevelPin{"SPX", on(2024, 11, 6), 5'931.30},
    LevelPin{"RUT", on(2024, 11, 6), 2'395.92},
    // 2025 to date: +16 % and +12 %.
    LevelPin{"SPX", on(2024, 12, 31), 5'905.17},
    LevelPin{"RUT", on(2024, 12, 31), 2'232.14},
    LevelPin{"SPX", on(2025, 4, 8), 4'990},
    LevelPin{"RUT", on(2025, 4, 8), 1'770},
    LevelPin{"SPX", on(2025, 10, 28), 6'880},
    LevelPin{"RUT", on(2025, 10, 28), 2'515},
    // Over the five sessions to 2025-11-28: +8.47 % against +4.75 % (published).
    LevelPin{"SPX", on(2025, 11, 20), 6'539.38},
    LevelPin{"RUT", on(2025, 11, 20), 2'304.79},
    LevelPin{"SPX", on(2025, 11, 28), 6'850},
    LevelPin{"RUT", on(2025, 11, 28), 2'500},

    LevelPin{"IXIC", on(2000, 3, 10), 5'000},
    LevelPin{"IXIC", on(2002, 10, 9), 1'120},
    LevelPin{"QQQ", on(2000, 3, 10), 113},
    LevelPin{"QQQ", on(2002, 10, 9), 20},
    LevelPin{"IXIC", on(2024, 12, 31), 19'400},
    LevelPin{"IXIC", on(2025, 11, 20), 22'320},
    LevelPin{"QQQ", on(2024, 12, 31), 512},
    LevelPin{"QQQ", on(2025, 11, 20), 591},
    LevelPin{"VGT", on(2024, 12, 31), 622},
    LevelPin{"VGT", on(2025, 11, 20), 726},
    LevelPin{"XLF", on(2007, 5, 31), 31},
    LevelPin{"XLF", on(2009, 3, 9), 5.20},
    LevelPin{"KRE", on(2009, 3, 9), 15.50},
    LevelPin{"KRE", on(2023, 3, 1), 61},
    LevelPin{"KRE", on(2023, 5, 11), 36.50},
    LevelPin{"ARKK", on(2020, 3, 23), 36},
    LevelPin{"ARKK", on(2021, 2, 12), 152},
    LevelPin{"ARKK", on(2022, 12, 28), 31},

    LevelPin{"DGS10", on(1987, 9, 10), 9.40},
    LevelPin{"DGS10", on(1987, 10, 16), 10.15},
    LevelPin{"DGS10", on(1990, 5, 1), 9.00},
    LevelPin{"DGS10", on(1993, 10, 15), 5.25},
    LevelPin{"DGS10", on(1994, 11, 7), 8.00},
    LevelPin{"DGS10", on(1998, 10, 5), 4.20},
    LevelPin{"DGS10", on(2000, 1, 20), 6.75},
    LevelPin{"DGS10", on(2003, 6, 13), 3.15},
    LevelPin{"DGS10", on(2007, 6, 12), 5.25},
    LevelPin{"DGS10", on(2008, 12, 30), 2.10},
    LevelPin{"DGS10", on(2010, 4, 5), 3.95},
    LevelPin{"DGS10", on(2012, 7, 25), 1.45},
    LevelPin{"DGS10", on(2013, 12, 31), 3.00},
    LevelPin{"DGS10", on(2016, 7, 8), 1.40},
    LevelPin{"DGS10", on(2018, 11, 8), 3.20},
    LevelPin{"DGS10", on(2020, 8, 4), 0.55},
    LevelPin{"DGS10", on(2021, 3, 31), 1.70},
    LevelPin{"DGS10", on(2023, 10, 19), 4.95},
    LevelPin{"DGS10", on(2024, 9, 16), 3.65},
    LevelPin{"DGS10", on(2025, 1, 14), 4.75},
    LevelPin{"DGS10", on(2025, 11, 26), 4.00},

    LevelPin{"DGS2", on(1987, 9, 10), 8.30},
    LevelPin{"DGS2", on(1989, 3, 20), 9.80},
    LevelPin{"DGS2", on(1993, 9, 7), 3.80},
    LevelPin{"DGS2", on(1994, 12, 20), 7.70},
    LevelPin{"DGS2", on(1998, 10, 15), 4.00},
    LevelPin{"DGS2", on(2000, 5, 18), 6.85},
    LevelPin{"DGS2", on(2003, 6, 13), 1.15},
    LevelPin{"DGS2", on(2006, 6, 28), 5.25},
    LevelPin{"DGS2", on(2008, 12, 17), 0.75},
    LevelPin{"DGS2", on(2011, 9, 19), 0.17},
    LevelPin{"DGS2", on(2015, 12, 29), 1.05},
    LevelPin{"DGS2", on(2018, 11, 8), 2.95},
    LevelPin{"DGS2", on(2020, 5, 8), 0.17},
    LevelPin{"DGS2", on(2021, 9, 21), 0.23},
    LevelPin{"DGS2", on(2023, 10, 18), 5.15},
    LevelPin{"DGS2", on(2024, 9, 24), 3.55},
    LevelPin{"DGS2", on(2025, 1, 10), 4.35},
    LevelPin{"DGS2", on(2025, 11, 26), 3.50},

    LevelPin{"HYOAS", on(1996, 12, 31), 3.10},
    LevelPin{"HYOAS", on(1998, 10, 16), 6.60},
    LevelPin{"HYOAS", on(2002, 10, 10), 10.80},
    LevelPin{"HYOAS", on(2007, 6, 5), 2.45},
    LevelPin{"HYOAS", on(2008, 12, 15), 21.00},
    LevelPin{"HYOAS", on(2011, 4, 14), 4.55},
    LevelPin{"HYOAS", on(2011, 10, 4), 8.90},
    LevelPin{"HYOAS", on(2014, 6, 23), 3.40},
    LevelPin{"HYOAS", on(2016, 2, 11), 8.70},
    LevelPin{"HYOAS", on(2020, 2, 19), 3.60},
    LevelPin{"HYOAS", on(2020, 3, 23), 10.60},
    LevelPin{"HYOAS", on(2021, 7, 1), 3.05},
    LevelPin{"HYOAS", on(2022, 7, 5), 5.80},
    LevelPin{"HYOAS", on(2025, 1, 22), 2.60},
    LevelPin{"HYOAS", on(2025, 4, 7), 4.50},
    LevelPin{"HYOAS", on(2025, 11, 26), 2.95},
};

constexpr std::array kGivenDays{
    GivenDay{on(1987, 10, 19), -20, -12.5}, GivenDay{on(2020, 3, 16), -12, -14},
    GivenDay{on(2024, 10, 31), -1.4, -1.2}, GivenDay{on(2024, 11, 1), 0.4, 0.5},
    GivenDay{on(2024, 11, 4), -0.3, 0.3},   GivenDay{on(2024, 11, 5), 1.1, 1.7},
    GivenDay{on(2025, 4, 9), 9.4, 8.6},     GivenDay{on(2025, 11, 21), 0.9, 2.3},
    GivenDay{on(2025, 11, 24), 1.5, 1.6},   GivenDay{on(2025, 11, 25), 0.9, 2.0},
    GivenDay{on(2025, 11, 26), 0.7, 0.9},
};

constexpr std::array kGivenFlows{
    GivenFlow{"IWM", on(2024, 11, 8), 4.0},
    // The four weeks that lie wholly in November 2025 add up to +3.70 bn (published: +3.7 bn in the month).
    GivenFlow{"IWM", on(2025, 11, 7), 1.35},
    GivenFlow{"IWM", on(2025, 11, 14), 1.24},
    GivenFlow{"IWM", on(2025, 11, 21), -1.67},
    // The week of Thanksgiving, published.
    GivenFlow{"IWM", on(2025, 11, 28), 2.78},
    GivenFlow{"VOO", on(2025, 11, 28), 4.32},
    GivenFlow{"QQQ", on(2025, 11, 28), -1.88},
    GivenFlow{"VGT", on(2025, 11, 28), -0.31},
};

static_assert(std::is_sorted(kEpochs.begin(), kEpochs.end(),
                             [](const Epoch& a, const Epoch& b) { return a.first < b.first; }));

} // namespace

std::span<const Epoch> demoEpochs() {
    return kEpochs;
}
std::span<const LevelPin> demoPins() {
    return kPins;
}
std::span<const GivenDay> demoGivenDays() {
    return kGivenDays;
}
std::span<const GivenFlow> demoGivenFlows() {
    return kGivenFlows;
}

const Epoch& demoEpoch(Date date) {
    const auto after = std::upper_bound(kEpochs.begin(), kEpochs.end(), date,
                                        [](Date d, const Epoch& epoch) { return d < epoch.first; });
    return after == kEpochs.begin() ? kEpochs.front() : *(after - 1);
}

} // namespace rotascope
