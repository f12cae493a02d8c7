// core/base: the words every room speaks (results, dates, text). Includes only the standard library and
// tl::expected. Errors of the outside world travel as values; data problems are findings (core/import); bugs
// are asserts. Add here only what at least three rooms need.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace rotascope {

/// Who has to act on an error. The command line maps each kind to one exit code.
enum class ErrorKind {
    Usage,   ///< the request itself is wrong (exit 1)
    Refused, ///< nothing was changed, for a stated reason (exit 3)
    Desk     ///< the desk or the system failed (exit 4)
};

/// An error of the outside world.
/// `code` is a stable slug for programs ("unknown_symbol"); `message` is one or two sentences for a person:
/// what went wrong, where, and what to do.
struct Error {
    ErrorKind kind = ErrorKind::Refused;
    std::string code;
    std::string message;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure usageError(std::string code, std::string message) {
    return Failure(Error{ErrorKind::Usage, std::move(code), std::move(message)});
}

inline Failure refused(std::string code, std::string message) {
    return Failure(Error{ErrorKind::Refused, std::move(code), std::move(message)});
}

inline Failure deskError(std::string code, std::string message) {
    return Failure(Error{ErrorKind::Desk, std::move(code), std::move(message)});
}

} // namespace rotascope
