// Named streams of random numbers: the same on every machine and compiler, and independent of one another, so
// that one more instrument changes no other.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rotascope {

/// xoshiro256** (Blackman and Vigna, 2018), seeded by splitmix64 from the stream's name.
class Random {
public:
    explicit Random(std::string_view stream);

    double uniform();  ///< in (0, 1)
    double normal();   ///< mean 0, variance 1 (Marsaglia's polar method)
    double fatTails(); ///< Student's t with six degrees of freedom, scaled to variance 1

private:
    std::uint64_t next();

    std::array<std::uint64_t, 4> m_state{};
};

/// A series whose variance clusters: GARCH(1,1) with fat-tailed innovations, long-run variance 1.
class ClusteredNoise {
public:
    explicit ClusteredNoise(std::string_view stream)
        : m_random(stream) {}

    struct Step {
        double value;
        double variance; ///< of this step, known before it
    };
    Step next();

private:
    Random m_random;
    double m_variance = 1;
    double m_last = 1;
};

/// First-order autoregression with variance 1.
class Drifting {
public:
    Drifting(std::string_view stream, double persistence)
        : m_random(stream)
        , m_persistence(persistence) {}

    double next();

private:
    Random m_random;
    double m_persistence;
    double m_value = 0;
};

} // namespace rotascope
