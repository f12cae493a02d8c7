#include "ui/import_wizard/review_words.h"

#include "core/base/text.h"
#include "core/import/issue_codes.h"
#include "ui/convert/convert.h"
#include "ui/import_wizard/setting_choices.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rotascope {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
};

QString count(std::uint64_t number) {
    return qtext(groupedCount(static_cast<long long>(number)));
}

std::size_t inState(std::span<const ReviewedFile> files, ReviewState state) {
    return static_cast<std::size_t>(std::count_if(
        files.begin(), files.end(), [state](const ReviewedFile& file) { return stateOf(file) == state; }));
}

QString rangeText(const std::optional<DateRange>& range) {
    return range ? dateText(range->first) + QStringLiteral(" – ") + dateText(range->last) : QString();
}

QString symbolsText(const std::vector<Symbol>& symbols) {
    constexpr std::size_t kNamed = 2;
    if (symbols.size() > kNamed)
        return Words::tr("%1 and %2 more").arg(qtext(symbols.front())).arg(symbols.size() - 1);
    QStringList names;
    for (const Symbol& symbol : symbols)
        names << qtext(symbol);
    return names.join(QStringLiteral(", "));
}

QString toLookAt(const FileImport& outcome) {
    QStringList parts;
    if (outcome.counts.conflicts > 0)
        parts << Words::tr("%1 in conflict").arg(count(outcome.counts.conflicts));
    if (outcome.counts.rejected > 0)
        parts << Words::tr("%1 rejected").arg(count(outcome.counts.rejected));
    if (outcome.cellsRejected > 0)
        parts << (outcome.cellsRejected == 1 ? Words::tr("%1 cell rejected") : Words::tr("%1 cells rejected"))
                     .arg(count(outcome.cellsRejected));
    return parts.join(QStringLiteral(", "));
}

QString importedText(const FileImport& outcome) {
    const QString open = toLookAt(outcome);
    return open.isEmpty() ? Words::tr("imported") : Words::tr("imported; %1").arg(open);
}

QString rowsText(const FileImport& outcome) {
    return Words::tr("%1 rows → %2 · %3")
        .arg(count(outcome.counts.rowsRead), symbolsText(outcome.symbols), rangeText(outcome.range));
}

QString questionText(const ReviewedFile& file) {
    if (!file.preview->question)
        return needsDay(file) ? Words::tr("which day?") : Words::tr("which instrument?");
    return file.preview->question->about == SettingOf::DateOrder ? Words::tr("day first or month first?")
                                                                 : Words::tr("decimal point or comma?");
}

struct StateWords {
    const char* mark;
    ColourRole ink;
};

constexpr std::array<StateWords, 8> kStates{{{"…", ColourRole::MutedText},
                                             {"✓", ColourRole::MutedText},
                                             {"!", ColourRole::Attention},
                                             {"?", ColourRole::Attention},
                                             {"✕", ColourRole::Negative},
                                             {"–", ColourRole::MutedText},
                                             {"✓", ColourRole::Positive},
                                             {"✕", ColourRole::Negative}}};

QString stateText(const ReviewedFile& file) {
    switch (stateOf(file)) {
    case ReviewState::Reading:
        return Words::tr("being read");
    case ReviewState::Ready:
        return rowsText(file.preview->outcome);
    case ReviewState::LookAt:
        return Words::tr("%1 · %2 rows → %3")
            .arg(toLookAt(file.preview->outcome), count(file.preview->outcome.counts.rowsRead),
                 symbolsText(file.preview->outcome.symbols));
    case ReviewState::Question:
        return questionText(file);
    case ReviewState::Refused:
        return Words::tr("refused: %1").arg(qtext(file.preview->outcome.error->message));
    case ReviewState::LeftOut:
        return Words::tr("left out");
    case ReviewState::Imported:
        return importedText(*file.outcome);
    case ReviewState::Failed:
        return Words::tr("refused: %1").arg(qtext(file.outcome->error->message));
    }
    return {};
}

QString certaintyText(const UnderstoodSetting& setting) {
    const bool sign = setting.setting == SettingOf::Decimal || setting.setting == SettingOf::Thousands ||
                      setting.setting == SettingOf::DateOrder;
    if (setting.certainty == Certainty::Open)
        return qtext(setting.value);
    if (setting.certainty == Certainty::Chosen)
        return Words::tr("%1, chosen").arg(qtext(setting.value));
    if (setting.certainty == Certainty::Assumed)
        return Words::tr("%1, usual").arg(qtext(setting.value));
    if (setting.setting == SettingOf::Instrument && !setting.evidence.empty())
        return Words::tr("%1 (%2)").arg(qtext(setting.value), qtext(setting.evidence));
    return sign ? Words::tr("%1, certain").arg(qtext(setting.value)) : qtext(setting.value);
}

TwoLines problemItem(const ImportIssue& issue) {
    TwoLines item;
    const QString message = qtext(issue.message);
    const QString line = Words::tr("line %1").arg(issue.line);
    item.first = issue.column > 0 ? Words::tr("%1, column %2").arg(line).arg(issue.column) : line;
    item.second = issue.text.empty() || message.contains(qtext(issue.text))
                      ? message
                      : Words::tr("“%1” %2").arg(qtext(issue.text), message);
    // "RUT close of 2025-03-19 2,081.10 here, …": what it is about belongs to the line, what differs below
    // it.
    const bool differs =
        issue.code == slugOf(IssueCode::Conflict) || issue.code == slugOf(IssueCode::Replaced);
    constexpr int kIsoLength = 10;
    const qsizetype of = message.indexOf(QLatin1String(" of "));
    if (differs && of > 0) {
        item.first = line + QStringLiteral(", ") + message.left(of + 4 + kIsoLength);
        item.second = message.mid(of + 5 + kIsoLength);
    }
    item.explanation = message;
    return item;
}

/// Of a file that was ready when the import was stopped.
QString notImportedText(const ReviewedFile& file) {
    const ReviewState state = stateOf(file);
    const bool ready = state == ReviewState::Ready || state == ReviewState::LookAt;
    return ready ? Words::tr("not imported: stopped before its end")
                 : Words::tr("not imported: %1").arg(stateText(file));
}

TableCell countCell(std::uint64_t number, std::optional<ColourRole> ink = std::nullopt) {
    TableCell cell = figureCell(count(number), static_cast<double>(number));
    if (number > 0)
        cell.ink = ink;
    return cell;
}

/// By which `rota imports`, `rota undo` and the Data page know it.
TableCell numberCell(std::optional<std::int64_t> importId) {
    return importId ? figureCell(QString::number(*importId), static_cast<double>(*importId))
                    : textCell(QStringLiteral("–"));
}

std::vector<TableCell> finishedRow(const ReviewedFile& file) {
    static const FileImport kNothing;
    const FileImport& done = file.outcome ? *file.outcome : kNothing;
    const RowCounts& counts = done.counts;
    TableCell what = textCell(file.outcome ? stateText(file) : notImportedText(file));
    what.explanation = what.text;
    what.ink = !file.outcome ? ColourRole::MutedText
               : done.error  ? ColourRole::Negative
                             : ColourRole::Positive;
    return {textCell(file.name),
            numberCell(done.importId),
            textCell(symbolsText(done.symbols)),
            textCell(rangeText(done.range)),
            countCell(counts.rowsRead),
            countCell(counts.stored),
            countCell(counts.unchanged),
            countCell(counts.replaced, ColourRole::Attention),
            countCell(counts.conflicts, ColourRole::Attention),
            countCell(counts.rejected, ColourRole::Negative),
            countCell(counts.ignored),
            what};
}

/// In `inkOfSome` unless there is none.
Fact countFact(const QString& label, std::uint64_t number, const QString& explanation = {},
               ColourRole inkOfSome = ColourRole::Text) {
    return {label, count(number), number > 0 ? inkOfSome : ColourRole::Text, explanation, {}, false};
}

Fact differingFact(const RowCounts& counts, bool replace) {
    Fact fact =
        countFact(replace ? Words::tr("Replaced") : Words::tr("Conflicts"),
                  replace ? counts.replaced : counts.conflicts,
                  Words::tr("Values that differ from those of the desk: kept as they are, or replaced. What "
                            "is replaced stays as a vintage."),
                  ColourRole::Attention);
    fact.choices = {replace ? Words::tr("replace") : Words::tr("keep"),
                    replace ? Words::tr("keep") : Words::tr("replace")};
    fact.boxed = true;
    return fact;
}

} // namespace

QString reviewTitle(std::span<const ReviewedFile> files) {
    return files.size() == 1 ? Words::tr("Import 1 file") : Words::tr("Import %1 files").arg(files.size());
}

QString reviewSummary(std::span<const ReviewedFile> files) {
    QStringList parts;
    const auto part = [&](ReviewState state, const QString& words) {
        if (const std::size_t number = inState(files, state); number > 0)
            parts << words.arg(number);
    };
    part(ReviewState::Ready, Words::tr("%1 ready"));
    const std::size_t questions = inState(files, ReviewState::Question);
    part(ReviewState::Question, questions == 1 ? Words::tr("%1 question") : Words::tr("%1 questions"));
    std::uint64_t things = 0;
    for (const ReviewedFile& file : files)
        if (stateOf(file) == ReviewState::LookAt)
            things += thingsToLookAt(file.preview->outcome);
    part(ReviewState::LookAt,
         things == 1 ? Words::tr("%1 with 1 thing to look at")
                     : Words::tr("%1 with %2 things to look at").arg(QStringLiteral("%1"), count(things)));
    part(ReviewState::Refused, Words::tr("%1 refused"));
    part(ReviewState::LeftOut, Words::tr("%1 left out"));
    part(ReviewState::Reading, Words::tr("%1 being read"));
    return parts.join(QStringLiteral(", "));
}

TwoLines fileItem(const ReviewedFile& file) {
    const ReviewState state = stateOf(file);
    const StateWords& words = kStates[static_cast<std::size_t>(state)];
    TwoLines item;
    item.first = QString::fromUtf8(words.mark) + QLatin1Char(' ') + file.name;
    item.second = stateText(file);
    item.ink = words.ink;
    item.strong = state == ReviewState::Question;
    item.explanation = file.path + QLatin1Char('\n') + item.second;
    return item;
}

std::vector<TwoLines> problemItems(const FileImport& outcome) {
    std::vector<TwoLines> items;
    for (const ImportIssue& issue : outcome.issues)
        items.push_back(problemItem(issue));
    return items;
}

std::vector<Fact> understoodFacts(const ReviewedFile& file) {
    std::vector<Fact> facts;
    if (!file.preview)
        return facts;
    for (const UnderstoodSetting& setting : file.preview->settings) {
        Fact fact;
        fact.label = qtext(labelOf(setting.setting));
        fact.value = certaintyText(setting);
        fact.ink = setting.certainty == Certainty::Open ? ColourRole::Attention : ColourRole::Text;
        fact.explanation = qtext(setting.evidence);
        fact.choices = choicesFor(setting.setting);
        facts.push_back(std::move(fact));
    }
    return facts;
}

std::vector<Fact> outcomeFacts(const ReviewedFile& file) {
    if (!file.preview)
        return {};
    const FileImport& outcome = expectedOutcome(*file.preview);
    const RowCounts& counts = outcome.counts;
    const Fact rowsRead = countFact(Words::tr("Rows read"), counts.rowsRead);
    if (file.preview->outcome.error && !file.preview->ifAnswered)
        return {rowsRead, {Words::tr("Stored"), Words::tr("nothing"), ColourRole::Attention, {}, {}, false}};
    return {rowsRead,
            countFact(Words::tr("New"), counts.stored),
            countFact(Words::tr("Unchanged"), counts.unchanged,
                      Words::tr("The desk holds these values already.")),
            countFact(
                Words::tr("Ignored"), counts.ignored,
                Words::tr("Blank lines, repeated headers, notes, rows without a value, identical repeats.")),
            differingFact(counts, file.options.onConflict == ConflictPolicy::Replace),
            countFact(Words::tr("Rejected"), counts.rejected,
                      Words::tr("Rows with a cell that is not what its column holds. None of their values is "
                                "stored."),
                      ColourRole::Negative),
            countFact(Words::tr("Rejected cells"), outcome.cellsRejected,
                      Words::tr("In a table with a column per series: prices of zero or less. The other "
                                "values of their rows are stored."),
                      ColourRole::Negative)};
}

QString outcomeNote(const ReviewedFile& file, std::size_t files) {
    if (file.preview && file.preview->ifAnswered)
        return Words::tr("if %1").arg(qtext(file.preview->question->answers[file.preview->assumedAnswer]));
    return files > 1 ? Words::tr("this file by itself") : QString();
}

QString problemsNote(const ReviewedFile& file) {
    if (stateOf(file) == ReviewState::Question && !file.preview->ifAnswered)
        return Words::tr("after the answer");
    const FileImport& expected = expectedOutcome(*file.preview);
    const QString note = problemsNote(expected);
    return expected.issues.empty() ? note : Words::tr("%1, click to jump").arg(note);
}

QString problemsNote(const FileImport& outcome) {
    if (outcome.issueCount == 0)
        return outcome.error ? QString() : Words::tr("none");
    return outcome.issueCount <= outcome.issues.size()
               ? Words::tr("all of them")
               : Words::tr("the first %1 of %2").arg(count(outcome.issues.size()), count(outcome.issueCount));
}

QString previewNote(const ImportPreview& preview) {
    const std::uint64_t rows = preview.outcome.counts.rowsRead;
    QStringList parts{rows > preview.rows.size()
                          ? Words::tr("first %1 of %2 rows").arg(preview.rows.size()).arg(count(rows))
                          : Words::tr("all %1 rows").arg(preview.rows.size())};
    for (const UnderstoodSetting& setting : preview.settings) {
        if (setting.setting == SettingOf::Header)
            parts.insert(1, Words::tr("header in %1").arg(qtext(setting.value)));
        if (setting.setting == SettingOf::Encoding || setting.setting == SettingOf::Delimiter)
            parts << qtext(setting.value);
    }
    return parts.join(QStringLiteral(" · "));
}

QString progressText(const JobProgress& job, double share, double seconds) {
    QStringList parts{job.title, Words::tr("%1 %").arg(qRound(share * 100))};
    // Too early to tell a rate by.
    constexpr double kTelling = 0.02;
    if (share > kTelling && seconds > 0) {
        parts << Words::tr("%1 rows/s")
                     .arg(count(static_cast<std::uint64_t>(static_cast<double>(job.rows) / seconds)));
        parts << Words::tr("%1 s left").arg(qRound(seconds / share * (1 - share)));
    }
    return parts.join(QStringLiteral(" · "));
}

TableSnapshot finishedTable(std::span<const ReviewedFile> files) {
    TableSnapshot table;
    table.name = Words::tr("Imported files");
    const auto words = [](const QString& heading) { return TableColumn{heading, {}, true, std::nullopt}; };
    const auto figure = [](const QString& heading) { return TableColumn{heading, {}, false, std::nullopt}; };
    table.columns = {words(Words::tr("File")),       figure(Words::tr("import")),
                     words(Words::tr("Instrument")), words(Words::tr("Range")),
                     figure(Words::tr("rows read")), figure(Words::tr("new")),
                     figure(Words::tr("unchanged")), figure(Words::tr("replaced")),
                     figure(Words::tr("conflicts")), figure(Words::tr("rejected")),
                     figure(Words::tr("ignored")),   words(Words::tr("What became of it"))};
    for (const ReviewedFile& file : files)
        table.rows.push_back(finishedRow(file));
    return table;
}

} // namespace rotascope
