// What is piped into rota, as a file that can be read more than once.
#pragma once

#include "core/base/result.h"

#include <memory>
#include <string>

namespace rotascope::cli {

/// A file of the temporary folder that only this user can read; removed at the end.
class SpooledInput {
public:
    /// Reads standard input to its end. Refuses more than 4 GB; a full or missing temporary folder is the
    /// system's failure.
    static Result<std::unique_ptr<SpooledInput>> fromStandardInput();

    ~SpooledInput();
    SpooledInput(const SpooledInput&) = delete;
    SpooledInput& operator=(const SpooledInput&) = delete;

    const std::string& path() const { return m_path; }

private:
    explicit SpooledInput(std::string path)
        : m_path(std::move(path)) {}

    std::string m_path;
};

} // namespace rotascope::cli
