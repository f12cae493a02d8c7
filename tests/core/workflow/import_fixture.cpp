#include "tests/core/workflow/import_fixture.h"

#include <QFile>

#include <array>

namespace rotascope::test {

Date day(const char* iso) {
    return parseIsoDate(iso).value();
}

void QuietProgress::report(std::uint64_t done, std::uint64_t total, std::uint64_t rows) {
    (void)rows;
    ++reports;
    wentBackwards = wentBackwards || done < m_done || done > total;
    m_done = done;
}

std::string ImportFolder::path(const char* name) const {
    return m_folder.filePath(QString::fromUtf8(name)).toStdString();
}

std::string ImportFolder::write(const char* name, const QByteArray& bytes) const {
    const std::string file = path(name);
    QFile out(QString::fromStdString(file));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("%s cannot be written", file.c_str());
    return file;
}

ImportOptions quietOptions() {
    ImportOptions options;
    options.reading.today = day("2026-06-30");
    options.importedAt = "2026-06-30T12:00:00Z";
    return options;
}

FileImport importText(MarketStore& store, const char* name, const QByteArray& text,
                      const ImportOptions& options) {
    const ImportFolder folder;
    QuietProgress progress;
    return importFile(store, folder.write(name, text), options, progress);
}

QString countsText(const RowCounts& counts) {
    const std::array<std::pair<const char*, std::uint64_t>, 7> parts{{{"rows", counts.rowsRead},
                                                                      {"stored", counts.stored},
                                                                      {"unchanged", counts.unchanged},
                                                                      {"replaced", counts.replaced},
                                                                      {"conflicts", counts.conflicts},
                                                                      {"rejected", counts.rejected},
                                                                      {"ignored", counts.ignored}}};
    QStringList texts;
    for (const auto& [name, count] : parts)
        if (count > 0)
            texts << QStringLiteral("%1 %2").arg(QString::fromUtf8(name)).arg(count);
    return texts.join(' ');
}

QStringList issueTexts(const FileImport& file) {
    QStringList texts;
    for (const ImportIssue& issue : file.issues)
        texts << QStringLiteral("%1:%2 %3")
                     .arg(issue.line)
                     .arg(issue.column)
                     .arg(QString::fromStdString(issue.code));
    return texts;
}

std::string codeOf(const FileImport& file) {
    return file.error ? file.error->code : std::string();
}

} // namespace rotascope::test
