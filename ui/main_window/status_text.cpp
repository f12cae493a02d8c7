#include "ui/main_window/status_text.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Frame", source);
}

QString counted(const char* source, std::size_t count) {
    return text(source).arg(qtext(groupedCount(static_cast<long long>(count))));
}

QString dataText(const DeskSnapshot& desk) {
    const auto newest = newestDateOf(desk.instruments);
    return newest ? text("data to %1").arg(dateText(*newest)) : text("no data");
}

void addDropped(QStringList& parts, const Divergence& divergence) {
    const std::size_t dropped = divergence.pair.droppedSmall + divergence.pair.droppedLarge;
    if (dropped > 0)
        parts << counted("%1 dates of one leg alone left out", dropped);
}

/// "adjusted for splits: IWM, IJR": whatever page shows them.
void addAdjusted(QStringList& parts, const DeskSnapshot& desk) {
    constexpr std::size_t kNamed = 3;
    QStringList symbols;
    for (const auto& [symbol, splits] : desk.splits)
        if (static_cast<std::size_t>(symbols.size()) < kNamed)
            symbols << qtext(symbol);
    if (symbols.isEmpty())
        return;
    const std::size_t more = desk.splits.size() - static_cast<std::size_t>(symbols.size());
    const QString names = symbols.join(QStringLiteral(", "));
    parts << text("adjusted for splits: %1")
                 .arg(more == 0 ? names : text("%1 and %2 more").arg(names).arg(more));
}

QString spanText(const Session& session, const PairAnalysis& analysis) {
    const VisibleSpan span = session.visibleSpan();
    const auto dateAt = [&analysis](double position) {
        const double last = static_cast<double>(analysis.sessions->size() - 1);
        return dateText(
            (*analysis.sessions)[static_cast<std::size_t>(std::clamp(std::round(position), 0.0, last))]);
    };
    return text("range %1 to %2").arg(dateAt(span.first), dateAt(span.last));
}

} // namespace

QString conventionsText(const Session& session) {
    const auto analysis = session.analysis();
    const auto desk = session.desk();
    if (!desk || !analysis || !analysis->divergence)
        return desk ? dataText(*desk) : QString();
    const Divergence& divergence = *analysis->divergence;
    QStringList parts;
    if (desk->info.demo)
        parts << text("DEMO: a synthetic market");
    if (analysis->isPast())
        parts << text("As of %1: nothing later is used").arg(dateText(divergence.asOf));
    parts << counted("%1 sessions", static_cast<std::size_t>(divergence.params.days))
          << text("σ %1").arg(qtext(infoOf(analysis->state.sigma).label)) << text("price return");
    addAdjusted(parts, *desk);
    parts << spanText(session, *analysis) << dataText(*desk);
    addDropped(parts, divergence);
    return parts.join(QStringLiteral(" · "));
}

QString footerText(const DeskSnapshot* desk) {
    if (!desk)
        return text("not open");
    const std::size_t count = desk->instruments.size();
    QString words = count == 1 ? text("1 instrument") : counted("%1 instruments", count);
    if (desk->info.readOnly)
        words += text(" · read-only");
    return words;
}

QString idleText(const Session& session) {
    const auto analysis = session.analysis();
    if (!analysis || !analysis->divergence)
        return {};
    return counted("ready · %1 sessions", analysis->divergence->pair.size());
}

} // namespace rotascope
