// Bytes packed with zstd.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rotascope {

/// One piece at once, for pieces of some kilobytes; keeps its working memory between pieces.
class Packer {
public:
    Packer();
    ~Packer();
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    std::string pack(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Many pieces in their order, packed as they come.
class PackedStream {
public:
    PackedStream();
    ~PackedStream();
    PackedStream(const PackedStream&) = delete;
    PackedStream& operator=(const PackedStream&) = delete;

    void add(std::string_view bytes);
    /// All that was added, packed; starts afresh.
    std::string finish();
    void restart();

private:
    void compress(std::string_view bytes, bool last);

    struct State;
    std::unique_ptr<State> m_state;
};

/// Throws StoreFailure ("corrupt_desk", naming `desk`) when `packed` does not give `bytes` bytes.
std::string unpacked(std::string_view packed, std::size_t bytes, const std::string& desk);

} // namespace rotascope
