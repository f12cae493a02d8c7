#include "db/packed.h"

#include "db/sqlite/failure.h"

#include <zstd.h>

#include <new>

namespace rotascope {

namespace {

/// Prices shrink to about a third at any level; the fastest keeps an import's speed.
constexpr int kLevel = 1;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
using Context = std::unique_ptr<ZSTD_CCtx, FreeContext>;

Context freshContext() {
    Context context(ZSTD_createCCtx());
    if (!context)
        throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    return context;
}

} // namespace

struct Packer::State {
    Context context = freshContext();
};

Packer::Packer()
    : m_state(std::make_unique<State>()) {}
Packer::~Packer() = default;

std::string Packer::pack(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress2(m_state->context.get(), out.data(), out.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    out.resize(size);
    return out;
}

struct PackedStream::State {
    Context context = freshContext();
    std::string out;
};

PackedStream::PackedStream()
    : m_state(std::make_unique<State>()) {}
PackedStream::~PackedStream() = default;

void PackedStream::compress(std::string_view bytes, bool last) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t left = 1;
    while (in.pos < in.size || (last && left > 0)) {
        const std::size_t at = m_state->out.size();
        m_state->out.resize(at + ZSTD_CStreamOutSize());
        ZSTD_outBuffer out{m_state->out.data() + at, ZSTD_CStreamOutSize(), 0};
        left = ZSTD_compressStream2(m_state->context.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
        if (ZSTD_isError(left))
            throw std::bad_alloc();
        m_state->out.resize(at + out.pos);
    }
}

void PackedStream::add(std::string_view bytes) {
    compress(bytes, false);
}

std::string PackedStream::finish() {
    compress({}, true);
    std::string out = std::move(m_state->out);
    restart();
    return out;
}

void PackedStream::restart() {
    ZSTD_CCtx_reset(m_state->context.get(), ZSTD_reset_session_only);
    m_state->out.clear();
}

std::string unpacked(std::string_view packed, std::size_t bytes, const std::string& desk) {
    if (ZSTD_getFrameContentSize(packed.data(), packed.size()) == ZSTD_CONTENTSIZE_ERROR)
        throw sqlite::StoreFailure(sqlite::damagedError(desk, "packed text cannot be read"));
    std::string out(bytes, '\0');
    const std::size_t size = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) || size != bytes)
        throw sqlite::StoreFailure(sqlite::damagedError(desk, "packed text cannot be read"));
    return out;
}

} // namespace rotascope
