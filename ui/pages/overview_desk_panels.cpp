#include "ui/pages/overview_desk_panels.h"

#include "ui/convert/convert.h"
#include "ui/models/desk_tables.h"
#include "ui/session/visits.h"
#include "ui/theme/dress.h"

#include <QDateTime>
#include <QLabel>

#include <algorithm>

namespace rotascope {

namespace {

constexpr int kLeastHeight = 92;
constexpr std::size_t kPerKind = 4; ///< sentences of one kind on the card

} // namespace

ChangesPanel::ChangesPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Since you last looked"), parent)
    , m_looks(LookSession::of(context.session))
    , m_changes(new QLabel(this)) {
    setTextSize(*m_changes, TextSize::Table);
    m_changes->setWordWrap(true);
    m_changes->setContentsMargins(12, 0, 12, 8);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addContent(m_changes);
    connect(&m_looks, &LookSession::changed, this, [this] {
        if (const auto analysis = session().analysis())
            showAnalysis(*analysis);
    });
    m_looks.compareWith([&kept = settings()](const QString& path) { return lastVisit(kept, path); });
    m_looks.wantLater();
}

/// The whole list once the look has been taken; before, what the analysis at hand tells.
std::vector<Change> ChangesPanel::changesNow(const DeskLook& before, const PairAnalysis& analysis) const {
    if (const auto view = m_looks.view())
        return view->changes;
    return firstChanges(before, analysis);
}

// A look at the past has nothing new.
void ChangesPanel::showAnalysis(const PairAnalysis& analysis) {
    const auto before = lastVisit(settings(), session().deskPath());
    const bool known = before && analysis.divergence && !analysis.isPast();
    setVisible(known);
    if (!known)
        return;
    QStringList lines;
    for (const std::string& change : shortened(changesNow(*before, analysis), kPerKind))
        lines << qtext(change);
    m_changes->setText(lines.isEmpty() ? tr("Nothing changed.") : lines.join(QLatin1Char('\n')));
    const QDateTime at = QDateTime::fromString(qtext(before->at), Qt::ISODate).toLocalTime();
    setNote(dateText(dateOf(at.date())) + at.toString(QStringLiteral(", HH:mm")));
}

FreshnessPanel::FreshnessPanel(const PageContext& context, QWidget* parent)
    : OverviewPanel(context, tr("Data"), parent)
    , m_table(addTable(DataTable::Height::Scrolls)) {
    m_table->setMinimumHeight(kLeastHeight);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const auto desk = session().desk())
            emit pageRequested(
                QStringLiteral("data"),
                {{}, desk->instruments[m_order[static_cast<std::size_t>(row)]].instrument.symbol});
    });
}

void FreshnessPanel::showAnalysis(const PairAnalysis& analysis) {
    const auto& desk = analysis.desk;
    const auto& asOf = analysis.state.asOf;
    if (!asOf)
        showDates(*desk, lastDatesOf(desk->instruments), newestDateOf(desk->instruments).value_or(Date{}));
    else if (m_datesOf == desk && m_dates)
        showDates(*desk, lastDates(*m_dates, *asOf), *asOf);
    else
        readDatesOf(desk, *asOf);
}

void FreshnessPanel::readDatesOf(const std::shared_ptr<const DeskSnapshot>& desk, Date asOf) {
    using Dates = Result<DeskDates>;
    session().tasks().run<Dates>(
        QStringLiteral("dates"), {},
        [opener = session().opener(), path = utf8(session().deskPath()), desk](ProgressSink&) -> Dates {
            auto store = opener(path, DeskAccess::Existing);
            if (!store)
                return Failure(store.error());
            return readDates(**store, desk->instruments);
        },
        [this, desk, asOf](const std::shared_ptr<const Dates>& dates) {
            if (!*dates)
                return emit said(qtext(dates->error().message));
            m_datesOf = desk;
            m_dates = std::make_shared<const DeskDates>(**dates);
            const auto now = session().analysis();
            const Date wanted = now && now->state.asOf ? *now->state.asOf : asOf;
            showDates(*desk, lastDates(*m_dates, wanted), wanted);
        });
}

void FreshnessPanel::showDates(const DeskSnapshot& desk, std::span<const std::optional<Date>> last,
                               Date asOf) {
    const auto known =
        std::count_if(last.begin(), last.end(), [](const auto& date) { return date.has_value(); });
    setNote(known == 1 ? tr("1 instrument by %1").arg(dateText(asOf))
                       : tr("%1 instruments by %2").arg(known).arg(dateText(asOf)));
    m_order = freshnessOrder(desk.instruments, last, desk.small, desk.large);
    m_table->setSnapshot(freshnessTableOf(desk.instruments, last, asOf, m_order));
}

} // namespace rotascope
