#include "ui/models/note_tables.h"

#include "core/base/text.h"
#include "core/figure/derivations.h"
#include "ui/convert/convert.h"
#include "ui/models/table_cells.h"

#include <array>
#include <cmath>

namespace rotascope {

namespace {

constexpr int kWordsInList = 60;

QString text(const char* source) {
    return tableText(source);
}

QString firstWords(const QString& words) {
    const QString line = words.simplified();
    return line.size() <= kWordsInList ? line : line.left(kWordsInList).trimmed() + QStringLiteral("…");
}

QString titleOf(const Note& note) {
    if (!note.title.empty())
        return qtext(note.title);
    return firstWords(qtext(!note.text.empty() ? note.text : note.claims.front()));
}

struct VerdictLook {
    const char* words;
    ColourRole ink;
};

/// ★ In the order of ClaimVerdict.
constexpr std::array<VerdictLook, 4> kVerdictLooks{{
    {QT_TRANSLATE_NOOP("Tables", "✓ matches"), ColourRole::Positive},
    {QT_TRANSLATE_NOOP("Tables", "≈ near"), ColourRole::Text},
    {QT_TRANSLATE_NOOP("Tables", "✗ contradicted"), ColourRole::Negative},
    {QT_TRANSLATE_NOOP("Tables", "? unknown"), ColourRole::MutedText},
}};

TableCell verdictCell(ClaimVerdict verdict) {
    const VerdictLook& look = kVerdictLooks[static_cast<std::size_t>(verdict)];
    TableCell cell = textCell(text(look.words));
    cell.ink = look.ink;
    return cell;
}

/// "3 ✓  1 ✗  1 ?"
TableCell verdictsCell(const std::vector<ClaimAudit>& audits) {
    std::array<int, kVerdictLooks.size()> counts{};
    for (const ClaimAudit& audit : audits)
        ++counts[static_cast<std::size_t>(audit.verdict)];
    QStringList parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            parts << QStringLiteral("%1 %2").arg(counts[i]).arg(text(kVerdictLooks[i].words).at(0));
    TableCell cell = textCell(parts.join(QStringLiteral("  ")));
    if (!audits.empty())
        cell.explanation = qtext(auditSummary(audits));
    if (counts[static_cast<std::size_t>(ClaimVerdict::Contradicted)] > 0)
        cell.ink = ColourRole::Negative;
    return cell;
}

TableCell sentimentCell(const Note& note) {
    if (!note.sentiment)
        return figureCell({}, std::nan(""));
    TableCell cell = signedCell(qtext(signedNumber(*note.sentiment, 2)), *note.sentiment);
    QStringList subjects;
    for (const Symbol& symbol : subjectsOf(note))
        subjects << symbolLabel(symbol);
    cell.explanation =
        text("From −1 to +1, on %1")
            .arg(subjects.isEmpty() ? text("nothing in particular") : subjects.join(QStringLiteral(", ")));
    return cell;
}

/// "+5.52 %", "26 bp", "2,500.43", "1.5×"; "–" where the history is too short.
TableCell dataCell(const MarketClaim& claim, double value) {
    constexpr int kDecimals = 2;
    if (std::isnan(value))
        return figureCell(QStringLiteral("–"), value);
    if (claim.measure == ClaimMeasure::Level)
        return figureCell(qtext(groupedNumber(value, kDecimals)), value);
    if (claim.measure == ClaimMeasure::Volume)
        return figureCell(qtext(groupedNumber(value, kDecimals)) + QStringLiteral("×"), value);
    return figureCell(qtext(signedNumber(value, kDecimals)) +
                          (claim.isBasisPoints ? QStringLiteral(" bp") : QStringLiteral(" %")),
                      value);
}

QString statementText(const NotesReading& reading, const NoteStatement& statement) {
    const Note& note = reading.notes[statement.note].note;
    const QString said = statement.claim ? qtext(note.claims[*statement.claim])
                                         : text("sentiment %1").arg(qtext(signedNumber(*note.sentiment, 2)));
    return QStringLiteral("%1: %2").arg(dateText(note.date), said);
}

} // namespace

TableSnapshot noteListOf(const NotesReading& reading) {
    TableSnapshot table{text("Notes"),
                        {figureColumn(text("date")), textColumn(text("note")),
                         figureColumn(text("mood"), text("Sentiment from −1, bearish, to +1, bullish")),
                         textColumn(text("claims"))},
                        {}};
    for (const NoteReading& row : reading.notes) {
        const Note& note = row.note;
        TableCell name = textCell(titleOf(note));
        name.explanation = firstWords(qtext(note.text)) +
                           (note.source.empty() ? QString() : QStringLiteral("\n") + qtext(note.source));
        table.rows.push_back({dateCell(note.date), name, sentimentCell(note), verdictsCell(row.audits)});
    }
    return table;
}

TableSnapshot auditTableOf(const std::vector<ClaimAudit>& audits) {
    TableSnapshot table{text("Claims against the data"),
                        {textColumn(text("claim")), textColumn(text("read as")), figureColumn(text("data")),
                         textColumn(text("verdict"))},
                        {}};
    for (const ClaimAudit& audit : audits) {
        TableCell claim = explained(textCell(qtext(audit.claim.text)), qtext(audit.sentence));
        claim.strong = true;
        if (audit.readings.empty()) {
            table.rows.push_back({claim, explained(textCell(qtext(audit.sentence)), qtext(audit.sentence)),
                                  textCell({}), verdictCell(audit.verdict)});
            continue;
        }
        bool isFirst = true;
        for (const ClaimReading& row : audit.readings) {
            TableCell convention =
                textCell(qtext(row.convention) + (row.isAdjusted ? text(", adjusted closes") : QString()));
            table.rows.push_back({isFirst ? claim : textCell({}), convention,
                                  dataCell(audit.claim, row.value), verdictCell(row.verdict)});
            table.rows.back()[2].from = historiesFrom(row.convention, {audit.claim.symbol}, audit.claim.made);
            isFirst = false;
        }
    }
    return table;
}

TableSnapshot contradictionTableOf(const NotesReading& reading) {
    TableSnapshot table{
        text("Contradictions"),
        {textColumn(text("why")), textColumn(text("one says")), textColumn(text("the other says"))},
        {}};
    for (const Contradiction& row : reading.contradictions) {
        const QString why = row.first.claim ? text("one window, two figures") : text("opposite views");
        const auto said = [&](const NoteStatement& statement) {
            const QString words = statementText(reading, statement);
            return explained(textCell(words), words);
        };
        table.rows.push_back(
            {explained(textCell(why), qtext(row.sentence)), said(row.first), said(row.second)});
    }
    return table;
}

std::string draftWords(const Note& note, const RuleDraft& draft) {
    return std::string(
        trimmed(std::string_view(note.text).substr(draft.words.begin, draft.words.end - draft.words.begin)));
}

TableSnapshot draftTableOf(const NoteReading& reading) {
    TableSnapshot table{text("Rules that the words propose"),
                        {textColumn(text("words")), textColumn(text("rule")), textColumn(text("asks"))},
                        {}};
    for (const RuleDraft& draft : reading.drafts) {
        const QString words = qtext(draftWords(reading.note, draft));
        table.rows.push_back({explained(textCell(firstWords(words)), words),
                              textCell(qtext(draft.expression)), textCell(qtext(draft.question))});
    }
    return table;
}

} // namespace rotascope
