// A desk in a folder of its own, and imports written as rows that read like a file.
#pragma once

#include "core/store/market_store.h"
#include "db/open_desk.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace rotascope::test {

Date day(const char* iso);

/// A row of an invented file.
struct FileRow {
    std::uint32_t line = 0;
    std::uint32_t target = 0;
    Date date;
    std::map<Field, double> values;
};

/// An invented file and how it is imported.
struct InventedFile {
    std::string path = "/invented/prices.csv";
    std::string sha256 = "aa";
    std::string importedAt = "2025-11-28T21:05:00Z";
    std::vector<ImportTarget> targets;
    std::vector<FileRow> rows;
    ConflictPolicy policy = ConflictPolicy::Keep;
    RowCounts outside;
    std::vector<ImportIssue> issues;
    std::size_t blockRows = 1000;
    bool keep = true;

    ImportHeader header() const;
};

/// Bars of one symbol whose columns show `decimals` digits.
ImportTarget barTarget(const char* symbol, int decimals = 2, Cadence cadence = Cadence::Daily);
ImportTarget valueTarget(const char* symbol, Field field = Field::Value, int decimals = 2,
                         Cadence cadence = Cadence::Daily);

/// A file of closes: line 2 holds the first.
InventedFile closesFile(const char* symbol, const std::vector<std::pair<const char*, double>>& closes);

RecordBlock blockOf(const InventedFile& file, std::size_t first, std::size_t count);
Result<ImportReceipt> importInto(MarketStore& store, const InventedFile& file);

/// Names one value.
using ValueKey = std::tuple<Symbol, Cadence, Field, Date>;
/// Everything the desk holds, field by field; bars of daily and weekly cadence.
std::map<ValueKey, double> contentsOf(MarketStore& store);

class DeskFolder {
public:
    std::string path(const char* name = "test.rota") const;
    QString folder() const { return m_folder.path(); }
    /// Opens and fails the test when that is impossible.
    std::unique_ptr<MarketStore> open(DeskMode mode = DeskMode::Create, const char* name = "test.rota") const;

private:
    QTemporaryDir m_folder;
};

QByteArray fileBytes(const std::string& path);
void writeFile(const std::string& path, const QByteArray& bytes);

/// Runs SQL on the file as any other program would; false when SQLite refuses.
bool runSql(const std::string& path, const char* sql);
/// The rows of a query as text.
QByteArray queryAsText(const std::string& path, const QByteArray& sql);
/// Every row of every table as text, except tables whose name starts with `without`.
QByteArray tablesAsText(const std::string& path, const QByteArray& without = "no table");

} // namespace rotascope::test
