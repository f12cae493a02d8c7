#include "core/demo/demo_catalogue.h"

#include "core/demo/demo_facts.h"

#include <array>

namespace rotascope {

namespace {

constexpr auto on = demoDate;

// clang-format off
constexpr std::array kInstruments{
    //             symbol  first              first    last     large small growth fin. value own   yield volume, millions assets growth flow
    DemoInstrument{"RUT",  kDemoFirst,        0,       2'500,   0,    1,    0,     0,   0,    0,    0,    160,    4'600,   0,     0,     0},
    DemoInstrument{"SPX",  kDemoFirst,        0,       6'850,   1,    0,    0,     0,   0,    0,    0,    170,    4'900,   0,     0,     0},
    DemoInstrument{"DJI",  kDemoFirst,        2'600,   47'700,  0.96, 0,   -0.3,   0.1, 0.2,  2.5,  0,    18,     480,     0,     0,     0},
    DemoInstrument{"IXIC", kDemoFirst,        445,     23'400,  0.80, 0.3,  1.1,  -0.1, 0,    3,    0,    140,    8'600,   0,     0,     0},
    DemoInstrument{"IWM",  on(2000, 5, 26),   0,       248.70,  0,    1,    0,     0,   0,    0.4,  1.2,  1.2,    32,      68,    3,     1.45},
    DemoInstrument{"SPY",  on(1993, 1, 29),   0,       683.40,  1,    0,    0,     0,   0,    0.3,  1.7,  0.3,    70,      705,   9,     1.20},
    DemoInstrument{"VOO",  on(2010, 9, 9),    0,       628.20,  1,    0,    0,     0,   0,    0.3,  1.7,  0.05,   8.5,     805,   15,    0.35},
    DemoInstrument{"QQQ",  on(1999, 3, 10),   51,      619.30,  0.95, 0.1,  1.5,  -0.1, 0,    3,    0.7,  5,      55,      402,   6,     0.90},
    DemoInstrument{"VGT",  on(2004, 1, 30),   49,      752.10,  0.90, 0.2,  1.6,   0,   0,    5,    0.8,  0.05,   0.6,     112,   7,     0.45},
    DemoInstrument{"VB",   on(2004, 1, 30),   50,      258.90,  0.30, 0.65, 0,     0,   0.1,  2,    1.4,  0.05,   1.1,     70,    6,     0.50},
    DemoInstrument{"AVUV", on(2019, 9, 26),   50,      101.60,  0,    0.95, 0,     0.3, 1.2,  4,    1.6,  0.03,   1.0,     20,    18,    0.70},
    DemoInstrument{"IJR",  on(2000, 5, 26),   27,      119.80,  0.05, 0.90, 0,     0.1, 0.4,  2,    1.3,  0.1,    5.5,     88,    6,     0.60},
    DemoInstrument{"RSP",  on(2003, 5, 1),    24,      190.40,  0.80, 0.2, -0.2,   0,   0.4,  1.5,  1.6,  0.1,    14,      76,    6,     0.70},
    DemoInstrument{"ARKK", on(2014, 10, 31),  20,      79.90,   0.40, 0.8,  1.6,   0,  -0.5,  20,   0,    0.02,   9,       7.6,   2,     1.60},
    DemoInstrument{"XLF",  on(1998, 12, 22),  19,      53.30,   0.95, 0.05, 0,     1,   0.3,  4,    1.7,  0.5,    38,      53,    5,     1.40},
    DemoInstrument{"KRE",  on(2006, 6, 22),   50,      62.20,   0.20, 0.75, 0,     1.2, 0.6,  8,    2.4,  0.3,    14,      4,     5,     3.20},
    DemoInstrument{"XLI",  on(1998, 12, 22),  24,      153.70,  0.80, 0.2, -0.1,   0.1, 0.4,  5,    1.6,  0.2,    9,       26,    6,     1.50},
    DemoInstrument{"XLB",  on(1998, 12, 22),  21,      89.20,   0.75, 0.25,-0.1,   0,   0.5,  8,    1.9,  0.1,    7,       5.6,   4,     1.80},
    DemoInstrument{"XLP",  on(1998, 12, 22),  27,      78.90,   0.62, 0,   -0.3,   0,   0.1,  7,    2.5,  0.2,    13,      15.5,  4,     1.50},
};

constexpr std::array kLeveraged{
    //            symbol first              last   ×    cost  volume, millions  assets growth flow
    DemoLeveraged{"TNA", on(2008, 11, 19),  46.10,  3,  1.60, 4,       9.5,     1.95,  4,     3.0},
    DemoLeveraged{"TZA", on(2008, 11, 19),  9.05,  -3,  1.10, 0.00004, 26,      0.31,  70,    5.0},
};
// clang-format on

} // namespace

std::span<const DemoInstrument> demoInstruments() {
    return kInstruments;
}
std::span<const DemoLeveraged> demoLeveraged() {
    return kLeveraged;
}

} // namespace rotascope
