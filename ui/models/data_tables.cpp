#include "ui/models/data_tables.h"

#include "core/base/text.h"
#include "core/import/profile.h"
#include "core/quality/freshness.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace rotascope {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DataTables)
};

constexpr std::array<const char*, 3> kAvailabilities{QT_TRANSLATE_NOOP("DataTables", "same day"),
                                                     QT_TRANSLATE_NOOP("DataTables", "next session"),
                                                     QT_TRANSLATE_NOOP("DataTables", "after period")};

TableColumn words(const QString& heading) {
    return {heading, {}, true, std::nullopt};
}

TableColumn figure(const QString& heading, const QString& explanation = {}) {
    return {heading, explanation, false, std::nullopt};
}

TableCell countCell(std::uint64_t number, std::optional<ColourRole> ink = std::nullopt) {
    TableCell cell =
        figureCell(qtext(groupedCount(static_cast<long long>(number))), static_cast<double>(number));
    cell.ink = number > 0 ? ink : std::optional(ColourRole::MutedText);
    return cell;
}

TableCell dateCell(Date date) {
    return figureCell(dateText(date), static_cast<double>(dayNumber(date)));
}

/// Says what a narrow page leaves out.
TableCell lastCell(const SeriesSummary& series) {
    TableCell cell = dateCell(series.range.last);
    cell.explanation = Words::tr("%1 values from %2 to %3, known %4")
                           .arg(qtext(groupedCount(static_cast<long long>(series.observations))),
                                dateText(series.range.first), dateText(series.range.last),
                                availabilityText(series.availability));
    return cell;
}

TableCell freshCell(const Instrument& instrument, const SeriesSummary& series, Date asOf) {
    const int missing = periodsMissing(instrument, series, asOf);
    // "96 sessions old": the heading says that it is an age.
    TableCell cell =
        figureCell(qtext(freshnessText(series.cadence, missing)).remove(QLatin1String(" old")), missing);
    cell.ink = missing > 1 ? ColourRole::Attention : ColourRole::MutedText;
    cell.strong = missing > 1;
    return cell;
}

TableCell findingsCell(const Symbol& symbol, const FindingCounts* findings) {
    if (!findings)
        return {QStringLiteral("…"), QVariant(), ColourRole::MutedText, false, {}};
    const auto found = findings->find(symbol);
    return countCell(found == findings->end() ? 0 : found->second, ColourRole::Attention);
}

QString kindText(const SeriesSummary& series) {
    const QString cadence = qtext(nameOf(series.cadence));
    return series.field ? Words::tr("%1 %2").arg(cadence, qtext(nameOf(*series.field)))
                        : Words::tr("%1 bars").arg(cadence);
}

std::vector<TableCell> seriesRow(const Instrument& instrument, const SeriesSummary& series,
                                 const FindingCounts* findings, Date asOf) {
    TableCell symbol = textCell(qtext(instrument.symbol));
    symbol.strong = true;
    symbol.explanation = qtext(instrument.name);
    // A name that only repeats the symbol says nothing.
    TableCell name = textCell(instrument.name == instrument.symbol ? QString() : qtext(instrument.name));
    name.explanation = name.text;
    name.ink = ColourRole::MutedText;
    return {symbol,
            textCell(kindText(series)),
            name,
            dateCell(series.range.first),
            lastCell(series),
            freshCell(instrument, series, asOf),
            findingsCell(instrument.symbol, findings),
            countCell(series.observations),
            textCell(availabilityText(series.availability))};
}

QString symbolsText(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 1;
    QStringList names;
    for (std::size_t i = 0; i < std::min(symbols.size(), kNamed); ++i)
        names << qtext(symbols[i]);
    QString text = names.join(QStringLiteral(", "));
    return symbols.size() > kNamed ? Words::tr("%1 +%2").arg(text).arg(symbols.size() - kNamed) : text;
}

/// A long name without its middle.
QString shortened(const QString& name) {
    constexpr int kLongest = 48;
    constexpr int kEnd = 20;
    return name.size() <= kLongest ? name : name.left(kLongest - kEnd - 1) + QChar(0x2026) + name.right(kEnd);
}

std::vector<TableCell> importRow(const ImportRecord& record) {
    const RowCounts& counts = record.counts;
    const std::string profile = profileInSettings(record.header.settings);
    const QString format = qtext(record.header.format);
    TableCell file = textCell(shortened(QFileInfo(qtext(record.header.path)).fileName()));
    const auto count = [](std::uint64_t rows) { return qtext(groupedCount(static_cast<long long>(rows))); };
    file.explanation =
        QStringList{
            qtext(record.header.path), qtext(record.header.sha256),
            Words::tr("%1 rows: %2 new, %3 the same, %4 replaced, %5 in conflict, %6 rejected, %7 ignored")
                .arg(count(counts.rowsRead), count(counts.stored), count(counts.unchanged),
                     count(counts.replaced), count(counts.conflicts), count(counts.rejected),
                     count(counts.ignored)),
            profile.empty() ? format : Words::tr("%1, profile %2").arg(format, qtext(profile))}
            .join(QLatin1Char('\n'));
    TableCell state = textCell(record.undone ? Words::tr("taken back") : QStringLiteral("✓"));
    state.ink = record.undone ? ColourRole::Attention : ColourRole::MutedText;
    state.explanation = record.undoneAt ? qtext(*record.undoneAt) : Words::tr("stands");
    TableCell at = textCell(qtext(record.header.importedAt).left(10));
    at.explanation = qtext(record.header.importedAt);
    at.sortValue = at.explanation;
    return {figureCell(QString::number(record.id), static_cast<double>(record.id)),
            at,
            file,
            textCell(symbolsText(record.symbols)),
            state,
            countCell(counts.rowsRead),
            countCell(counts.stored),
            countCell(counts.unchanged),
            countCell(counts.replaced, ColourRole::Attention),
            countCell(counts.conflicts, ColourRole::Attention),
            countCell(counts.rejected, ColourRole::Negative),
            countCell(counts.ignored)};
}

} // namespace

TableSnapshot seriesTableOf(std::span<const InstrumentSummary> instruments, const FindingCounts* findings,
                            Date asOf) {
    TableSnapshot table;
    table.name = Words::tr("Series of the desk");
    table.columns = {
        words(Words::tr("Symbol")),
        words(Words::tr("Kind")),
        words(Words::tr("Name")),
        figure(Words::tr("first")),
        figure(Words::tr("last")),
        figure(Words::tr("age"), Words::tr("Sessions, weeks, months or quarters of its own calendar that "
                                           "it lags behind the desk's newest value.")),
        figure(Words::tr("findings")),
        figure(Words::tr("values")),
        words(Words::tr("Known from"))};
    for (const InstrumentSummary& row : instruments)
        for (const SeriesSummary& series : row.series)
            table.rows.push_back(seriesRow(row.instrument, series, findings, asOf));
    return table;
}

std::vector<SeriesKey> seriesKeys(std::span<const InstrumentSummary> instruments) {
    std::vector<SeriesKey> keys;
    for (const InstrumentSummary& row : instruments)
        for (const SeriesSummary& series : row.series)
            keys.push_back({row.instrument.symbol, series.cadence, series.field});
    return keys;
}

QString availabilityText(Availability availability) {
    return QCoreApplication::translate("DataTables", kAvailabilities[static_cast<std::size_t>(availability)]);
}

TableSnapshot importsTableOf(std::span<const ImportRecord> imports) {
    TableSnapshot table;
    table.name = Words::tr("Imports");
    table.columns = {
        figure(Words::tr("id")),
        {Words::tr("Date"), Words::tr("Of the import, UTC"), true, std::nullopt},
        words(Words::tr("File")),
        words(Words::tr("Symbols")),
        {QString(), Words::tr("Whether it stands or was taken back"), true, std::nullopt},
        figure(Words::tr("rows"), Words::tr("Rows read: the sum of the six that follow.")),
        figure(Words::tr("new")),
        figure(Words::tr("same"), Words::tr("Unchanged: the desk held these values already.")),
        figure(Words::tr("replaced")),
        figure(Words::tr("conflicts"), Words::tr("Differing values; those of the desk were kept.")),
        figure(Words::tr("rejected")),
        figure(Words::tr("ignored"))};
    for (auto record = imports.rbegin(); record != imports.rend(); ++record)
        table.rows.push_back(importRow(*record));
    return table;
}

} // namespace rotascope
