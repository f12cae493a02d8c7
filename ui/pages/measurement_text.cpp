#include "ui/pages/measurement_text.h"

#include "core/base/text.h"
#include "ui/convert/convert.h"

#include <QCoreApplication>

namespace rotascope {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("Measure", source);
}

QString captureText(const char* words, const std::optional<double>& capture) {
    return capture ? text(words).arg(qtext(groupedNumber(*capture * 100, 0))) : QString();
}

CalloutLine riskLine(const Measurement& measurement) {
    if (measurement.sessions < kMeasuredSessions)
        return {{text("beta: %1+ sessions").arg(kMeasuredSessions), ColourRole::MutedText}};
    const QString beta = measurement.beta ? text("β %1").arg(qtext(groupedNumber(*measurement.beta, 2)))
                                          : text("β: large did not move");
    return {{beta, ColourRole::Text},
            {captureText("up %1 %", measurement.upCapture), ColourRole::MutedText},
            {captureText("down %1 %", measurement.downCapture), ColourRole::MutedText}};
}

} // namespace

std::vector<CalloutLine> measurementLines(const Divergence& divergence, const Measurement& measurement,
                                          Date first, Date last) {
    const QString small = symbolLabel(divergence.params.small);
    const QString large = symbolLabel(divergence.params.large);
    const QString count = qtext(groupedCount(static_cast<long long>(measurement.sessions)));
    return {{{text("%1 → %2 · %3 sessions").arg(dateText(first), dateText(last), count), ColourRole::Text}},
            {{small + QLatin1Char(' ') + percentLabel(measurement.returnSmall), ColourRole::SmallCap},
             {large + QLatin1Char(' ') + percentLabel(measurement.returnLarge), ColourRole::LargeCap}},
            {{text("spread %1").arg(pointsLabel(measurement.spread)), ColourRole::Text}},
            {{text("drawdown %1").arg(percentLabel(measurement.drawdownSmall)), ColourRole::SmallCap},
             {text("drawdown %1").arg(percentLabel(measurement.drawdownLarge)), ColourRole::LargeCap}},
            riskLine(measurement)};
}

} // namespace rotascope
