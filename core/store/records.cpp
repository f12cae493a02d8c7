#include "core/store/records.h"

namespace rotascope {

void RecordBlock::clear() {
    target.clear();
    day.clear();
    line.clear();
    for (auto& column : values)
        column.clear();
    joining.clear();
}

void RecordBlock::reserve(std::size_t rows) {
    target.reserve(rows);
    day.reserve(rows);
    line.reserve(rows);
    for (auto& column : values)
        column.reserve(rows);
}

void RecordBlock::append(std::uint32_t targetIndex, std::int32_t number, std::uint32_t lineNumber,
                         const std::array<double, kBarFieldCount>& slots) {
    target.push_back(targetIndex);
    day.push_back(number);
    line.push_back(lineNumber);
    for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
        values[slot].push_back(slots[slot]);
}

} // namespace rotascope
