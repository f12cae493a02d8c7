#include "core/analysis/catalysts/catalysts.h"

#include "core/analysis/event_dates.h"
#include "core/market/trading_calendar.h"

#include <algorithm>

namespace rotascope {

namespace {

using namespace std::chrono;

constexpr days kMinutesLater{21};

constexpr Date nthFriday(int y, month m, unsigned n) {
    return Date{year{y} / m / Friday[n]};
}
constexpr Date lastDay(int y, month m) {
    return Date{year{y} / m / last};
}

/// What touches the range. Computed dates make way for those that the desk lists.
class Collector {
public:
    Collector(DateRange range, const CatalystTable& own, std::vector<Catalyst>& out)
        : m_range(range)
        , m_own(own)
        , m_out(out) {
        for (const ListedCatalyst& row : own)
            if (const auto* info = catalystCategoryNamed(row.category))
                m_isListed[static_cast<std::size_t>(info->category)] = true;
    }

    void add(CatalystCategory category, std::string name, DateRange span) {
        const std::string_view id = infoOf(category).id;
        if (touches(span) && !isListed(category, span.first))
            m_out.push_back({category, std::move(name), span, std::string(id), {}});
    }
    void add(CatalystCategory category, Date day) {
        add(category, std::string(infoOf(category).label), {day, day});
    }
    void add(CatalystCategory category, DateRange span) {
        add(category, std::string(infoOf(category).label), span);
    }
    void addListed(const ListedCatalyst& row) {
        const auto* info = catalystCategoryNamed(row.category);
        const std::string label = info ? std::string(info->label) : row.category;
        if (touches({row.date, row.date}))
            m_out.push_back({info ? info->category : CatalystCategory::Listed,
                             row.name.empty() ? label : row.name,
                             {row.date, row.date},
                             row.category,
                             row.source});
    }
    void addImported(const Symbol& symbol, Date day) {
        if (touches({day, day}))
            m_out.push_back({CatalystCategory::Imported, symbol, {day, day}, symbol, {}});
    }

private:
    bool touches(DateRange span) const { return span.first <= m_range.last && span.last >= m_range.first; }
    bool isListed(CatalystCategory category, Date date) const {
        return m_isListed[static_cast<std::size_t>(category)] &&
               isListedOver(m_own, infoOf(category).id, date);
    }

    DateRange m_range;
    const CatalystTable& m_own;
    std::array<bool, kCatalystCategories.size()> m_isListed{};
    std::vector<Catalyst>& m_out;
};

/// The rows in force; minutes follow each decision, wherever it is listed.
void addTable(Collector& out, const CatalystTable& own) {
    const std::string_view decision = infoOf(CatalystCategory::FomcDecision).id;
    for (const ListedCatalyst& row : catalystsInForce(own)) {
        out.addListed(row);
        if (row.category == decision)
            out.add(CatalystCategory::FomcMinutes, row.date + kMinutesLater);
    }
}

/// The first of the last five sessions up to `end`.
DateRange lastSessions(Date end) {
    constexpr int kSessions = 5;
    const Date last = nyseSessionOnOrBefore(end);
    Date first = last;
    for (int i = 1; i < kSessions; ++i)
        first = nyseSessionOnOrBefore(first - days{1});
    return {first, last};
}

void addYear(Collector& out, int y) {
    constexpr int kSecondReconstitution = 2026;
    constexpr days kSeason{42};
    constexpr unsigned kQuarter = 3;
    for (unsigned m = 1; m <= 12; ++m)
        out.add(CatalystCategory::Payrolls, nthFriday(y, month{m}, 1));
    out.add(CatalystCategory::RussellReconstitution, nthFriday(y, June, 4));
    if (y >= kSecondReconstitution)
        out.add(CatalystCategory::RussellReconstitution, nthFriday(y, November, 2));
    for (unsigned q = kQuarter; q <= 12; q += kQuarter) {
        out.add(CatalystCategory::QuadWitching, nyseSessionOnOrBefore(nthFriday(y, month{q}, 3)));
        const Date begin = nthFriday(y, month{q - 2}, 2);
        out.add(CatalystCategory::EarningsSeason, {begin, begin + kSeason - days{1}});
        out.add(CatalystCategory::WindowDressing, lastSessions(lastDay(y, month{q})));
    }
    out.add(CatalystCategory::TaxLossSelling,
            {Date{year{y} / December / 1}, nyseSessionOnOrBefore(lastDay(y, December))});
}

void addClosures(Collector& out, DateRange range) {
    for (Date day = range.first; day <= range.last; day += days{1}) {
        if (const auto why = nyseClosure(day))
            out.add(CatalystCategory::Holiday, std::string(*why), {day, day});
        if (isNyseSession(day) && isNyseEarlyClose(day))
            out.add(CatalystCategory::EarlyClose, day);
    }
}

/// Minutes of the decisions that a table lists.
std::optional<DateRange> minutesIn(const CatalystTable& table) {
    const auto decisions = listedRange(table, infoOf(CatalystCategory::FomcDecision).id);
    return decisions
               ? std::optional(DateRange{decisions->first + kMinutesLater, decisions->last + kMinutesLater})
               : std::nullopt;
}

std::optional<DateRange> joined(const std::optional<DateRange>& a, const std::optional<DateRange>& b) {
    if (!a || !b)
        return a ? a : b;
    return DateRange{std::min(a->first, b->first), std::max(a->last, b->last)};
}

void addImported(Collector& out, const MarketView& view) {
    for (const Symbol& symbol : eventSymbols(view))
        if (const auto list = eventDates(view, symbol))
            for (const ListedDate& row : list->dates)
                out.addImported(symbol, row.date);
}

} // namespace

const CatalystCategoryInfo* catalystCategoryNamed(std::string_view id) {
    const auto* row = std::find_if(kCatalystCategories.begin(), kCatalystCategories.end(),
                                   [id](const CatalystCategoryInfo& info) { return info.id == id; });
    return row == kCatalystCategories.end() ? nullptr : row;
}

std::vector<Catalyst> catalystsIn(const MarketView& view, DateRange range, const CatalystTable& own) {
    std::vector<Catalyst> found;
    Collector out(range, own, found);
    addTable(out, own);
    for (int y = yearOf(range.first) - 1; y <= yearOf(range.last); ++y)
        addYear(out, y);
    addClosures(out, range);
    addImported(out, view);
    std::stable_sort(found.begin(), found.end(), [](const Catalyst& a, const Catalyst& b) {
        return a.days.first != b.days.first ? a.days.first < b.days.first : a.category < b.category;
    });
    return found;
}

int daysUntil(const Catalyst& catalyst, Date today) {
    return std::max(0, static_cast<int>((catalyst.days.first - today).count()));
}

std::vector<CatalystList> catalystLists(const CatalystTable& own) {
    const CatalystTable table = catalystsInForce(own);
    std::vector<CatalystList> out;
    for (const CatalystCategoryInfo& info : kCatalystCategories) {
        auto range = listedRange(table, info.id);
        if (info.category == CatalystCategory::FomcMinutes)
            range = joined(range, minutesIn(table));
        const bool isTable = info.source == CatalystSource::Table;
        if (range || (isTable && info.category != CatalystCategory::Listed))
            out.push_back({std::string(info.id), std::string(info.label), range, !isTable});
    }
    for (const ListedCatalyst& row : table) // by category
        if (!catalystCategoryNamed(row.category) && out.back().id != row.category)
            out.push_back({row.category, row.category, listedRange(table, row.category), false});
    return out;
}

Date listedCatalystsEnd(const CatalystTable& own) {
    std::optional<Date> end;
    for (const CatalystList& list : catalystLists(own))
        if (catalystCategoryNamed(list.id) && !list.goesOn && list.listed)
            end = end ? std::min(*end, list.listed->last) : list.listed->last;
    return end.value_or(builtInCatalysts().back().date);
}

std::optional<Date> listedCatalystsEnd(std::string_view id, const CatalystTable& own) {
    for (const CatalystList& list : catalystLists(own))
        if (list.id == id && list.listed)
            return list.listed->last;
    return std::nullopt;
}

std::vector<Date> catalystDates(const MarketView& view, CatalystCategory category, DateRange range,
                                const CatalystTable& own) {
    std::vector<Date> dates;
    for (const Catalyst& row : catalystsIn(view, range, own))
        if (row.category == category && row.days.first >= range.first)
            dates.push_back(row.days.first);
    return dates;
}

std::vector<std::string> catalystIds(const CatalystTable& own) {
    std::vector<std::string> ids;
    for (const CatalystCategoryInfo& info : kCatalystCategories)
        if (info.source != CatalystSource::Imported && info.category != CatalystCategory::Listed)
            ids.emplace_back(info.id);
    for (const CatalystList& list : catalystLists(own))
        if (!catalystCategoryNamed(list.id))
            ids.push_back(list.id);
    return ids;
}

std::optional<DateList> catalystEvents(const MarketView& view, std::string_view id, DateRange range,
                                       const CatalystTable& own) {
    const auto ids = catalystIds(own);
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
        return std::nullopt;
    const auto* info = catalystCategoryNamed(id);
    DateList list;
    list.name = info ? std::string(info->label) : std::string(id);
    for (const Catalyst& row : catalystsIn(view, range, own))
        if (row.list == id && row.category != CatalystCategory::Imported && row.days.first >= range.first)
            list.dates.push_back({row.days.first, 0});
    return list;
}

} // namespace rotascope
