// The days to come as a strip: a row for each kind of event, days as dots, stretches of days as bands.
#pragma once

#include "ui/settings/appearance.h"

#include <QDate>
#include <QString>
#include <QWidget>

#include <vector>

namespace rotascope {

struct CalendarBand {
    QDate first;
    QDate last; ///< the same as `first` for a single day
    QString explanation;

    bool operator==(const CalendarBand&) const = default;
};

struct CalendarRow {
    QString name;
    std::vector<CalendarBand> bands;

    bool operator==(const CalendarRow&) const = default;
};

class BandCalendar : public QWidget {
    Q_OBJECT

public:
    explicit BandCalendar(const Appearance& appearance, QWidget* parent = nullptr);

    /// From `first` over so many days.
    void setRows(const QDate& first, int days, std::vector<CalendarRow> rows);
    const std::vector<CalendarRow>& rows() const { return m_rows; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    double nameWidth() const;
    /// Where a day begins.
    double placeOf(const QDate& day) const;
    QRectF place(int row, const CalendarBand& band) const;
    void paintWeeks(QPainter& painter) const;
    void paintRow(QPainter& painter, int row) const;
    void paintBand(QPainter& painter, int row, const CalendarBand& band, double limit) const;

    const Appearance& m_appearance;
    QDate m_first;
    int m_days = 1;
    std::vector<CalendarRow> m_rows;
};

} // namespace rotascope
