#include "ui/dialogs/explanation_table.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/table_cells.h"

#include <QFileInfo>

#include <cmath>

namespace rotascope {

namespace {

constexpr std::size_t kFilesNamed = 3;

QString text(const char* source) {
    return tableText(source);
}

std::vector<TableCell> valueCells(const ExplainedInput& input, const Provenance& provenance) {
    const ValueOrigin& origin = provenance.origin;
    const double value = provenance.adjusted.value_or(origin.value);
    TableCell number = figureCell(qtext(shortestNumber(value)), value);
    if (provenance.adjusted)
        number.explanation =
            text("%1 in the file, adjusted for splits").arg(qtext(shortestNumber(origin.value)));
    const QString path = qtext(origin.header.path);
    return {textCell(qtext(input.input.symbol)),
            textCell(qtext(infoOf(input.field).heading)),
            dateCell(origin.date),
            number,
            explained(textCell(QFileInfo(path).fileName()), path),
            figureCell(qtext(groupedCount(origin.line)), origin.line),
            countCell(static_cast<std::size_t>(origin.importId))};
}

/// What stands where there is no single value.
std::vector<TableCell> wordsCells(const ExplainedInput& input, const QString& words, const QString& files) {
    TableCell muted = textCell(words);
    muted.ink = ColourRole::MutedText;
    return {textCell(qtext(input.input.symbol)), textCell(qtext(infoOf(input.field).heading)),
            figureCell({}, std::nan("")),        muted,
            explained(textCell(files), files),   figureCell({}, std::nan("")),
            figureCell({}, std::nan(""))};
}

QString filesOf(const ExplainedInput& input) {
    QStringList names;
    for (const ImportRecord& record : input.files)
        names << QFileInfo(qtext(record.header.path)).fileName();
    names.removeDuplicates();
    if (names.size() > static_cast<qsizetype>(kFilesNamed))
        return text("%1 files").arg(names.size());
    return names.join(QStringLiteral(", "));
}

} // namespace

TableSnapshot explanationTableOf(const Explanation& explanation) {
    TableSnapshot table{text("Values it was computed from"),
                        {textColumn(text("series")), textColumn(text("field")), figureColumn(text("day")),
                         figureColumn(text("value")), textColumn(text("file")), figureColumn(text("line")),
                         figureColumn(text("import"))},
                        {}};
    for (const ExplainedInput& input : explanation.inputs) {
        if (!input.missing.empty()) {
            table.rows.push_back(wordsCells(input, text("none"), qtext(input.missing)));
            continue;
        }
        if (input.first) {
            table.rows.push_back(valueCells(input, *input.first));
            if (input.count > 2)
                table.rows.push_back(
                    wordsCells(input, text("%1 between").arg(countLabel(input.count - 2)), filesOf(input)));
        }
        table.rows.push_back(valueCells(input, *input.last));
    }
    return table;
}

std::vector<const Provenance*> provenancesOf(const Explanation& explanation) {
    std::vector<const Provenance*> out;
    for (const ExplainedInput& input : explanation.inputs) {
        if (!input.missing.empty()) {
            out.push_back(nullptr);
            continue;
        }
        if (input.first) {
            out.push_back(&*input.first);
            if (input.count > 2)
                out.push_back(nullptr);
        }
        out.push_back(&*input.last);
    }
    return out;
}

} // namespace rotascope
