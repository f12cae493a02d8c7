#include "tests/db/random_files.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace rotascope::test {

namespace {

constexpr int kDates = 60;

} // namespace

InventedFile RandomFiles::next() {
    InventedFile file;
    file.policy = one(3) ? ConflictPolicy::Replace : ConflictPolicy::Keep;
    file.keep = !one(10);
    file.blockRows = 1 + below(40);
    const bool wide = one(3);
    addTargets(file, wide ? 1 + below(4) : 1 + below(2));
    std::vector<int> dates(kDates);
    for (int i = 0; i < kDates; ++i)
        dates[i] = i;
    if (one(2))
        std::shuffle(dates.begin(), dates.end(), m_random);
    else if (one(2))
        std::reverse(dates.begin(), dates.end());
    dates.resize(1 + below(kDates));
    wide ? addWideRows(file, dates) : addLongRows(file, dates);
    return file;
}

void RandomFiles::addTargets(InventedFile& file, std::size_t count) {
    const char* symbols[] = {"IWM", "SPY", "RUT", "DGS10"};
    std::set<std::tuple<Symbol, Cadence, std::optional<Field>>> taken;
    while (file.targets.size() < count) {
        const char* symbol = symbols[below(4)];
        const Cadence cadence = one(4) ? Cadence::Weekly : Cadence::Daily;
        ImportTarget target = one(3) ? valueTarget(symbol, one(2) ? Field::Value : Field::Shares, 0, cadence)
                                     : barTarget(symbol, 0, cadence);
        for (auto& decimals : target.decimals)
            decimals = static_cast<std::int8_t>(below(4));
        if (taken.insert({symbol, cadence, target.field}).second)
            file.targets.push_back(target);
    }
}

double RandomFiles::value(int date) {
    const double fine[] = {0, 0, 0, 0.004, 0.0004, 0.01, 0.3, 1e-9};
    return 10 + date + fine[below(8)];
}

FileRow RandomFiles::row(const InventedFile& file, std::uint32_t line, std::uint32_t target, int date) {
    FileRow out{line, target, day("1969-12-01") + std::chrono::days(date * (1 + 20 * (target % 2))), {}};
    if (const auto field = file.targets[target].field) {
        if (!one(10))
            out.values[*field] = value(date);
        return out;
    }
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        if (one(2))
            out.values[static_cast<Field>(slot)] = value(date);
    return out;
}

void RandomFiles::addLongRows(InventedFile& file, const std::vector<int>& dates) {
    std::uint32_t line = 1;
    for (std::uint32_t target = 0; target < file.targets.size(); ++target)
        for (const int date : dates)
            file.rows.push_back(row(file, ++line, target, date));
}

void RandomFiles::addWideRows(InventedFile& file, const std::vector<int>& dates) {
    std::uint32_t line = 1;
    for (const int date : dates) {
        ++line;
        for (std::uint32_t target = 0; target < file.targets.size(); ++target)
            file.rows.push_back(row(file, line, target, date));
    }
}

} // namespace rotascope::test
