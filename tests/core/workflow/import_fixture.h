// Imports of invented files, written as they would be in a test's sentence.
#pragma once

#include "core/workflow/import_files.h"
#include "tests/support/memory_store.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <string>

namespace rotascope::test {

Date day(const char* iso);

/// Tells nothing and never cancels, unless told to after some reports.
class QuietProgress final : public ProgressSink {
public:
    void report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) override;
    bool cancelled() const override { return cancel; }

    bool cancel = false;
    bool wentBackwards = false;
    std::uint64_t reports = 0;

private:
    std::uint64_t m_done = 0;
};

/// A folder with files of the test's making.
class ImportFolder {
public:
    std::string write(const char* name, const QByteArray& bytes) const;
    std::string path(const char* name) const;

private:
    QTemporaryDir m_folder;
};

ImportOptions quietOptions();

/// Imports a file of the given name and text into the store.
FileImport importText(MarketStore& store, const char* name, const QByteArray& text,
                      const ImportOptions& options = quietOptions());

/// "rows 4 stored 3 ignored 1": the counts that are not zero.
QString countsText(const RowCounts& counts);

/// "3:2 not_a_number" per issue.
QStringList issueTexts(const FileImport& file);

std::string codeOf(const FileImport& file);

} // namespace rotascope::test
