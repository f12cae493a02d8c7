// ui/pages: one class per page, each one analysis with its figures, tables and controls. May include core and
// every room of ui but dialogs and main_window. A new page is one file and one row of the catalogue in
// page_catalogue.cpp.
#pragma once

#include "core/figure/derivation.h"
#include "ui/models/table_model.h"
#include "ui/session/session.h"
#include "ui/settings/appearance.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rotascope {

class DataTable;

/// What every page is given; all of it outlives the page.
struct PageContext {
    Session& session;
    Settings& settings;
    Appearance& appearance;
    /// Where the page will stand: to move it there once it is built would style all of it twice.
    QWidget* home = nullptr;
};

/// What a page is asked to show when a figure or row of another one leads to it.
struct PagePoint {
    std::optional<Date> date;
    Symbol symbol = {};   ///< empty: none in particular
    QString section = {}; ///< of a page that has sections; empty: the one that is seen
    bool operator==(const PagePoint&) const = default;
};

/// A series that a page computes from; nullopt: its main values.
struct PageInput {
    Symbol symbol;
    std::optional<Field> field = {};
    bool operator==(const PageInput&) const = default;
};

/// Refreshes itself when it is seen and something it shows has changed; a hidden page costs nothing.
class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(const PageContext& context, QWidget* parent = nullptr);

    /// Fills the page before it is seen, so that its first picture is whole.
    void prepare();

    /// Like Panel::sizeHint().
    QSize sizeHint() const override;

    /// Shows what another page leads to.
    virtual void openAt(const PagePoint& point);

    /// The values of the page's chart that are in sight; nullopt while it has none.
    virtual std::optional<TableSnapshot> chartData() const = 0;

    /// The derivation with what a figure does not know itself: the as-of date and, where it names no inputs,
    /// the page's.
    Derivation completed(Derivation derivation) const;

    /// What `rota` is asked for the page's figures ("flows --week 2025-11-28"), without the common options;
    /// empty where it has no such command.
    virtual std::string command() const { return {}; }

signals:
    /// A figure or row that belongs to another page.
    void pageRequested(const QString& id, const rotascope::PagePoint& point = {});
    void dataRequested();               ///< the chart's data as a table
    void said(const QString& sentence); ///< for the notice line
    void whereFromRequested(const rotascope::Derivation& derivation);

protected:
    /// Everything anew, from the session's analysis.
    virtual void refresh() = 0;
    void markStale();
    /// What the page's figures are computed from; the pair.
    virtual std::vector<PageInput> inputs() const;
    /// The main values of each; an empty symbol is left out, and one that stood before.
    static std::vector<PageInput> mainValuesOf(std::span<const Symbol> symbols);
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void showEvent(QShowEvent* event) override;

    Session& session() const { return m_context.session; }
    Settings& settings() const { return m_context.settings; }
    Appearance& appearance() const { return m_context.appearance; }

private:
    /// The page as a whole: what is said in words has no formula of its own.
    Derivation wholePage() const;
    /// What the page's figures are of, and how to print them again.
    std::vector<std::string> recipe(const TableSnapshot& table) const;
    void saveTable(const DataTable& table);

    PageContext m_context;
    bool m_stale = true;
};

} // namespace rotascope
