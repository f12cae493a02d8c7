// Files of random rows, close enough to each other to agree, conflict and replace.
#pragma once

#include "tests/db/desk_fixture.h"

#include <cstddef>
#include <random>
#include <vector>

namespace rotascope::test {

class RandomFiles {
public:
    explicit RandomFiles(unsigned seed)
        : m_random(seed) {}

    InventedFile next();

    std::size_t below(std::size_t n) { return m_random() % n; }
    bool one(std::size_t in) { return below(in) == 0; }

private:
    void addTargets(InventedFile& file, std::size_t count);
    double value(int date);
    FileRow row(const InventedFile& file, std::uint32_t line, std::uint32_t target, int date);
    void addLongRows(InventedFile& file, const std::vector<int>& dates);
    void addWideRows(InventedFile& file, const std::vector<int>& dates);

    std::mt19937 m_random;
};

} // namespace rotascope::test
