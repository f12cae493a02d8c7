// A prepared statement: bind, step, read. Finalised when destroyed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace rotascope::sqlite {

class Connection;

/// Bytes that are no text; they must outlive the statement's run.
struct Blob {
    std::string_view bytes;
};

struct Columns;
inline constexpr const char* kColumnsType = "columns"; ///< tells SQLite's pointers of one kind from others

class Statement {
public:
    Statement(const Connection& connection, std::string_view sql);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds all parameters in their order, after a reset. std::nullopt binds NULL.
    template <class... Values>
    Statement& with(const Values&... values) {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    /// True while there is a row; throws on failure.
    bool step();
    /// Steps to the end, then resets.
    void run();
    void reset();

    std::int64_t integer(int column) const;
    /// NaN for NULL.
    double real(int column) const;
    std::string text(int column) const; ///< empty for NULL
    /// Holds until the next step.
    std::string_view blob(int column) const;
    bool isNull(int column) const;
    std::optional<std::int64_t> maybeInteger(int column) const;

private:
    void bind(int index, std::int64_t value);
    void bind(int index, std::int32_t value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::uint32_t value) { bind(index, std::int64_t{value}); }
    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    void bind(int index, const Columns& value);
    template <class Value>
    void bind(int index, const std::optional<Value>& value) {
        if (value)
            bind(index, *value);
        else
            bindNull(index);
    }
    void bindNull(int index);
    void check(int resultCode) const;

    const Connection* m_connection;
    sqlite3_stmt* m_statement = nullptr;
};

} // namespace rotascope::sqlite
