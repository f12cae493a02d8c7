// db/sqlite: SQLite's C API behind RAII. May include core/base; sqlite3.h stays in the .cpp files.
// Inside db a failure is thrown; guarded() turns it into a Result at the room's door. A new kind of failure
// is one row of the table in failure.cpp.
#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rotascope::sqlite {

/// Carries an Error to the nearest guarded().
class StoreFailure : public std::exception {
public:
    explicit StoreFailure(Error error)
        : m_error(std::move(error)) {}
    const Error& error() const { return m_error; }
    const char* what() const noexcept override { return m_error.message.c_str(); }

private:
    Error m_error;
};

/// The sentence for an extended SQLite result code; `detail` is SQLite's own text.
Error errorOf(int resultCode, const std::string& path, std::string_view detail);

/// For a desk that was opened for reading only.
Error readOnlyError(const std::string& path);

/// For a desk whose check found something.
Error damagedError(const std::string& path, std::string_view detail);

/// Whether the failure says that this ground cannot be written or lock files cannot be made beside the desk.
bool meansReadOnlyGround(int resultCode);

/// A failure with the result code that caused it, for those who can try another way.
class SqliteFailure : public StoreFailure {
public:
    SqliteFailure(int resultCode, const std::string& path, std::string_view detail)
        : StoreFailure(errorOf(resultCode, path, detail))
        , m_resultCode(resultCode) {}
    int resultCode() const { return m_resultCode; }

private:
    int m_resultCode;
};

/// Runs `work` and returns its value, or the error of a StoreFailure thrown inside.
template <class Work>
Result<std::invoke_result_t<Work>> guarded(Work&& work) {
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            std::forward<Work>(work)();
            return {};
        } else {
            return std::forward<Work>(work)();
        }
    } catch (const StoreFailure& failure) {
        return Failure(failure.error());
    } catch (const std::bad_alloc&) {
        return deskError("out_of_memory",
                         "The machine is out of memory. Close other programs, then try again.");
    }
}

} // namespace rotascope::sqlite
