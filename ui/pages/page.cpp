#include "ui/pages/page.h"

#include "ui/convert/convert.h"
#include "ui/models/table_csv.h"
#include "ui/pages/page_parts.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/where_from.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLayout>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace rotascope {

Page::Page(const PageContext& context, QWidget* parent)
    : QWidget(parent ? parent : context.home)
    , m_context(context) {
    connect(&context.session, &Session::analysisChanged, this, &Page::markStale);
    connect(&context.session, &Session::deskChanged, this, &Page::markStale);
}

QSize Page::sizeHint() const {
    return layout() ? layout()->sizeHint() : QWidget::sizeHint();
}

void Page::openAt(const PagePoint&) {}

void Page::markStale() {
    m_stale = true;
    if (isVisible())
        prepare();
}

void Page::prepare() {
    if (!std::exchange(m_stale, false))
        return;
    refresh();
}

std::vector<PageInput> Page::inputs() const {
    return {{session().state().small}, {session().state().large}};
}

std::vector<PageInput> Page::mainValuesOf(std::span<const Symbol> symbols) {
    std::vector<PageInput> out;
    for (const Symbol& symbol : symbols)
        if (!symbol.empty() && std::find(out.begin(), out.end(), PageInput{symbol}) == out.end())
            out.push_back({symbol});
    return out;
}

Derivation Page::completed(Derivation derivation) const {
    constexpr Date kEver = std::chrono::sys_days{std::chrono::year{1800} / 1 / 1};
    const auto analysis = session().analysis();
    const auto& asOf = session().state().asOf;
    const Date last = derivation.day                     ? *derivation.day
                      : asOf                             ? *asOf
                      : analysis && analysis->divergence ? analysis->divergence->asOf
                                                         : Date{std::chrono::year{2200} / 1 / 1};
    derivation.asOf = asOf;
    if (derivation.inputs.empty())
        for (const PageInput& input : inputs())
            derivation.inputs.push_back({input.symbol, kEver, last, input.field});
    return derivation;
}

Derivation Page::wholePage() const {
    Derivation out;
    const auto* headline = findChild<HeadlineLabel*>();
    out.figure = headline ? plainText(headline->headline()) : std::string();
    out.note = utf8(tr("Each figure has its own formula: right-click it, or put the cursor on it and press "
                       "Ctrl+Shift+W. These are the series that the page computes from."));
    return completed(std::move(out));
}

std::vector<std::string> Page::recipe(const TableSnapshot& table) const {
    const ViewState& state = session().state();
    std::vector<std::string> heads{"Rotascope: " + utf8(table.name)};
    if (const auto* headline = findChild<HeadlineLabel*>())
        heads.push_back(plainText(headline->headline()));
    const auto analysis = session().analysis();
    if (analysis && analysis->divergence)
        heads.push_back("as of " + isoText(analysis->divergence->asOf) +
                        (state.asOf ? ", with what was known then" : ", the latest"));
    if (command().empty())
        return heads;
    std::string line = "rota --db \"" + utf8(QFileInfo(session().deskPath()).fileName()) + "\"";
    if (state.asOf)
        line += " --as-of " + isoText(*state.asOf);
    heads.push_back(line + " --small " + state.small + " --large " + state.large + " " + command());
    return heads;
}

void Page::saveTable(const DataTable& table) {
    const QString proposed =
        table.snapshot().name.toLower().replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".csv");
    QString path =
        QFileDialog::getSaveFileName(this, tr("Save the table"), proposed, tr("CSV table (*.csv)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        path += QLatin1String(".csv");
    saveText(*this, path, tableCsv(table.snapshot(), table.rowsAsShown(), recipe(table.snapshot())));
}

bool Page::event(QEvent* event) {
    if (event->type() == SaveTableEvent::eventType()) {
        saveTable(static_cast<SaveTableEvent*>(event)->table());
        event->accept();
        return true;
    }
    if (event->type() == WhereFromEvent::eventType()) {
        emit whereFromRequested(completed(static_cast<WhereFromEvent*>(event)->derivation()));
        event->accept();
        return true;
    }
    if (event->type() == FigureAtCursorEvent::eventType()) {
        emit whereFromRequested(wholePage());
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Page::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    addWhereFrom(menu, *this, wholePage());
    menu.exec(event->globalPos());
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    prepare();
}

} // namespace rotascope
