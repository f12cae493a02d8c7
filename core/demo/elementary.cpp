#include "core/demo/elementary.h"

#include <array>
#include <cmath>

namespace rotascope {

namespace {

// ln 2 in two parts, so that k·ln 2 loses nothing for small k (as in fdlibm).
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kSqrtHalf = 0.70710678118654752440;

/// 1/1, 1/3, 1/5 … of artanh's series.
constexpr auto kOddReciprocals = [] {
    std::array<double, 12> out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = 1.0 / static_cast<double>(2 * i + 1);
    return out;
}();

/// 1/n!
constexpr auto kFactorialReciprocals = [] {
    std::array<double, 15> out{1};
    double factorial = 1;
    for (std::size_t n = 1; n < out.size(); ++n) {
        factorial *= static_cast<double>(n);
        out[n] = 1 / factorial;
    }
    return out;
}();

constexpr std::array<double, 7> kPowersOfTen{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

} // namespace

double portableLog(double x) {
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent);
    if (mantissa < kSqrtHalf) {
        mantissa *= 2;
        --exponent;
    }
    // ln m = 2·artanh((m − 1)/(m + 1)); |s| ≤ 0.1716, so twelve terms reach the last bit.
    const double s = (mantissa - 1) / (mantissa + 1);
    const double square = s * s;
    double sum = 0;
    for (std::size_t i = kOddReciprocals.size(); i-- > 0;)
        sum = sum * square + kOddReciprocals[i];
    return exponent * kLn2High + (2 * s * sum + exponent * kLn2Low);
}

double portableExp(double x) {
    const double k = std::floor(x / (kLn2High + kLn2Low) + 0.5);
    const double r = (x - k * kLn2High) - k * kLn2Low;
    double sum = 0;
    for (std::size_t n = kFactorialReciprocals.size(); n-- > 0;)
        sum = sum * r + kFactorialReciprocals[n];
    return std::ldexp(sum, static_cast<int>(k));
}

double roundedTo(double x, int decimals) {
    const double scale = kPowersOfTen[static_cast<std::size_t>(decimals)];
    return std::floor(x * scale + 0.5) / scale;
}

} // namespace rotascope
