#include "tests/db/full_disk.h"

#include <sqlite3.h>

#include <map>

namespace rotascope::test {

namespace {

std::int64_t bytesLeft = 0;
sqlite3_vfs* realVfs = nullptr;
sqlite3_vfs fullVfs;
int (*realWrite)(sqlite3_file*, const void*, int, sqlite3_int64) = nullptr;

int writeWithinBudget(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    if (bytesLeft < count)
        return SQLITE_FULL;
    bytesLeft -= count;
    return realWrite(file, bytes, count, offset);
}

/// The real layer's methods with our xWrite; one copy for each kind of file it knows.
const sqlite3_io_methods* methodsWithBudget(const sqlite3_io_methods* methods) {
    static std::map<const sqlite3_io_methods*, sqlite3_io_methods> copies;
    const auto [copy, isNew] = copies.try_emplace(methods, *methods);
    if (isNew) {
        realWrite = methods->xWrite;
        copy->second.xWrite = writeWithinBudget;
    }
    return &copy->second;
}

int openWithBudget(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    const int code = realVfs->xOpen(realVfs, name, file, flags, outFlags);
    if (code == SQLITE_OK && file->pMethods)
        file->pMethods = methodsWithBudget(file->pMethods);
    return code;
}

} // namespace

FullDisk::FullDisk(std::int64_t bytes) {
    realVfs = sqlite3_vfs_find(nullptr);
    fullVfs = *realVfs;
    fullVfs.zName = "full-disk";
    fullVfs.xOpen = openWithBudget;
    sqlite3_vfs_register(&fullVfs, 1);
    allow(bytes);
}

FullDisk::~FullDisk() {
    allow(INT64_MAX);
    sqlite3_vfs_unregister(&fullVfs);
    sqlite3_vfs_register(realVfs, 1);
}

void FullDisk::allow(std::int64_t bytes) {
    bytesLeft = bytes;
}

} // namespace rotascope::test
