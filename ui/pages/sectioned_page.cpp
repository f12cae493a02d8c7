#include "ui/pages/sectioned_page.h"

#include "ui/widgets/segment_bar.h"

#include <QJsonObject>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace rotascope {

namespace {

const QString kMemory = QStringLiteral("sections");

QStringList titlesOf(std::span<const PageInfo> sections) {
    QStringList out;
    for (const PageInfo& section : sections)
        out << pageTitle(section);
    return out;
}

} // namespace

SectionedPage::SectionedPage(const PageContext& context, const PageInfo& info)
    : Page(context)
    , m_context(context)
    , m_id(QLatin1String(info.id))
    , m_sections(sectionsOf(info))
    , m_pages(m_sections.size(), nullptr)
    , m_bar(new SegmentBar(tr("Section"), titlesOf(m_sections), this))
    , m_stack(new QStackedWidget(this)) {
    m_context.home = m_stack;
    for (std::size_t i = 0; i < m_sections.size(); ++i)
        m_bar->setExplanation(static_cast<int>(i), pageExplanation(m_sections[i]));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    m_bar->setContentsMargins(16, 0, 14, 0);
    const QString remembered = context.settings.memory(kMemory).value(m_id).toString();
    choose(std::max(0, pageIndex(m_sections, remembered)));
    connect(m_bar, &SegmentBar::chosen, this, &SectionedPage::choose);
}

Page* SectionedPage::sectionPage(int section) {
    Page*& page = m_pages[static_cast<std::size_t>(section)];
    if (page)
        return page;
    const PageInfo& info = m_sections[static_cast<std::size_t>(section)];
    page = info.make(info, m_context).release();
    m_stack->addWidget(page);
    connect(page, &Page::pageRequested, this, &Page::pageRequested);
    connect(page, &Page::dataRequested, this, &Page::dataRequested);
    connect(page, &Page::said, this, &Page::said);
    connect(page, &Page::whereFromRequested, this, &Page::whereFromRequested);
    return page;
}

void SectionedPage::choose(int section) {
    m_section = QLatin1String(m_sections[static_cast<std::size_t>(section)].id);
    m_bar->setCurrent(section);
    m_stack->setCurrentWidget(sectionPage(section));
    QJsonObject memory = settings().memory(kMemory);
    memory.insert(m_id, m_section);
    settings().remember(kMemory, memory);
}

void SectionedPage::openAt(const PagePoint& point) {
    int section = pageIndex(m_sections, point.section);
    if (section < 0 && !point.symbol.empty())
        section = static_cast<int>(
            std::find_if(m_sections.begin(), m_sections.end(), std::mem_fn(&PageInfo::takesSymbols)) -
            m_sections.begin());
    if (section >= 0 && std::cmp_less(section, m_sections.size()))
        choose(section);
    current()->openAt(point);
}

void SectionedPage::refresh() {
    current()->prepare();
}

std::optional<TableSnapshot> SectionedPage::chartData() const {
    return current()->chartData();
}

} // namespace rotascope
