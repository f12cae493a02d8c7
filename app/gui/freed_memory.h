// What becomes of memory that an analysis has freed.
#pragma once

#ifdef __linux__
#include <malloc.h>
#endif

namespace rotascope {

/// Keeps up to 32 MB of freed memory for the next analysis. Without this glibc hands it back after each one,
/// and fresh pages for the next cost more than what is computed in them. Elsewhere nothing needs to be done.
inline void keepFreedMemory() {
#ifdef __GLIBC__
    constexpr int kKept = 32 << 20;
    mallopt(M_TRIM_THRESHOLD, kKept);
    mallopt(M_MMAP_THRESHOLD, kKept);
#endif
}

/// Hands all of it back, after work that needed much more than the next analyses will.
inline void handBackFreedMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace rotascope
