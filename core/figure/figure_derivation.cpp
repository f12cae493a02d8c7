#include "core/figure/figure_derivation.h"

#include "core/figure/figure_table.h"
#include "core/figure/layer_reading.h"

namespace rotascope {

namespace {

void join(std::string& text, const std::string& between, const std::string& part) {
    if (!part.empty())
        text += (text.empty() ? "" : between) + part;
}

std::string readingsOf(const Pane& pane, int session) {
    std::string out;
    for (const std::size_t layer : readingOrder(pane))
        if (const auto reading = readLayer(pane.layers[layer], pane.axis, session);
            reading && !reading->value.empty())
            join(out, " · ", (reading->name.empty() ? pane.title : reading->name) + " " + reading->value);
    return out;
}

std::string placeOf(const Figure& figure, int session) {
    if (!figure.steps && figure.dates)
        return dayMonthYear((*figure.dates)[static_cast<std::size_t>(session)]);
    return placeHeading(figure) + " " + placeText(figure, static_cast<std::size_t>(session));
}

} // namespace

Derivation derivationAt(const Figure& figure, int session) {
    Derivation out;
    const bool isThere = session >= 0 && static_cast<std::size_t>(session) < figure.size();
    out.figure = isThere ? figure.title + ", " + placeOf(figure, session) : figure.title;
    if (isThere && !figure.steps && figure.dates)
        out.day = (*figure.dates)[static_cast<std::size_t>(session)];
    for (const Pane& pane : figure.panes) {
        if (isThere)
            join(out.value, " · ", readingsOf(pane, session));
        join(out.formula, "; ", pane.note.empty() ? pane.title : pane.title + ": " + pane.note);
    }
    return out;
}

} // namespace rotascope
