// The window on the page of events, with enough events to average over.
#pragma once

#include "core/base/text.h"
#include "tests/ui/main_window/window_fixture.h"
#include "ui/convert/convert.h"
#include "ui/main_window/page_stack.h"
#include "ui/pages/event_study_bar.h"
#include "ui/pages/event_study_page.h"
#include "ui/plots/cursor_scene.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/plot_scene.h"
#include "ui/session/event_board.h"
#include "ui/widgets/choice_button.h"
#include "ui/widgets/claim_card.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/knob_strip.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/value_field.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace rotascope::test {

constexpr std::size_t kEventPageSessions = 2600;

/// A window on the page, with enough events to average over.
struct EventPageFixture : WindowFixture {
    EventPageFixture()
        : WindowFixture(kEventPageSessions) {
        settings.setNumber(SettingId::EventThreshold, 1.5);
        settings.setNumber(SettingId::EventGap, 21);
        open();
        show(QStringLiteral("events"), {1600, 1000}, QStringLiteral("light"));
    }
    Session& session() const { return window->session(); }
    EventBoard board() const { return eventBoardOf(session().analysis()); }
    DataTable* events() const { return table("Events"); }
    template <class T>
    T* named(const QString& name) const {
        for (T* widget : window->findChildren<T*>())
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
    void choose(const QString& bar, int segment) {
        auto* buttons = named<SegmentBar>(bar);
        QVERIFY(buttons);
        QTest::mouseClick(buttons->findChildren<QToolButton*>().at(segment), Qt::LeftButton);
        settle();
    }
    void type(const QString& name, const QString& text) {
        auto* field = named<ValueField>(name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
    }
    QString notice() const {
        QString words;
        for (const QLabel* label : window->findChildren<QLabel*>())
            if (label->isVisible())
                words += label->text() + QLatin1Char('\n');
        return words;
    }
    /// What the button "Series" offers under that name; null where it does not.
    QAction* seriesAction(const QString& name) const {
        for (const ChoiceButton* button : window->findChildren<ChoiceButton*>())
            if (button->accessibleName().startsWith(QLatin1String("Series")))
                for (QAction* action : button->menu()->actions())
                    if (action->text() == name)
                        return action;
        return nullptr;
    }
    /// The row of an event's date; empty without one.
    std::vector<TableCell> eventRow(Date date) const {
        for (const auto& row : events()->snapshot().rows)
            if (row[0].text == dateText(date))
                return row;
        return {};
    }
    /// What the list shows for 63, 126 and 252 sessions after an event.
    QStringList outcomesOn(Date date) const {
        QStringList out;
        const std::vector<TableCell> row = eventRow(date);
        for (std::size_t column = 3; column < row.size(); ++column)
            out << row[column].text;
        return out;
    }
    QToolButton* revealButton() const {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QLatin1String("Reveal"))
                return button;
        return nullptr;
    }
    QStringList allCells() const {
        QStringList cells;
        for (const DataTable* each : window->findChildren<DataTable*>())
            for (const auto& row : each->snapshot().rows)
                for (const TableCell& cell : row)
                    cells << cell.text;
        return cells;
    }
};

/// Values of z with their sessions, the highest first.
inline std::vector<std::pair<double, std::size_t>> strongestDays(const std::vector<double>& z) {
    std::vector<std::pair<double, std::size_t>> days;
    for (std::size_t i = 0; i < z.size(); ++i)
        if (!std::isnan(z[i]))
            days.emplace_back(z[i], i);
    std::sort(days.rbegin(), days.rend());
    return days;
}

inline std::size_t lastEventSession(const EventPageFixture& fixture) {
    return fixture.board().study.rows.back().session;
}

} // namespace rotascope::test
