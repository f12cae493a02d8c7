// A page of several sections, each an analysis with its own headline, of which one is seen.
#pragma once

#include "ui/pages/page_catalogue.h"

#include <QStackedWidget>

#include <span>

namespace rotascope {

class SegmentBar;

class SectionedPage : public Page {
    Q_OBJECT

public:
    /// `info` has sections; the one that is chosen is remembered under its id.
    SectionedPage(const PageContext& context, const PageInfo& info);

    std::optional<TableSnapshot> chartData() const override;
    /// Chooses the point's section, or for a symbol the one that takes symbols, then shows the point there.
    void openAt(const PagePoint& point) override;
    const QString& currentSection() const { return m_section; }

protected:
    void refresh() override;

private:
    void choose(int section);
    /// The section's page, made when it is first seen.
    Page* sectionPage(int section);
    Page* current() const { return qobject_cast<Page*>(m_stack->currentWidget()); }

    PageContext m_context;
    QString m_id;
    std::span<const PageInfo> m_sections;
    std::vector<Page*> m_pages; ///< null: not made yet
    QString m_section;          ///< id of the one that is seen
    SegmentBar* m_bar;
    QStackedWidget* m_stack;
};

} // namespace rotascope
