// Month by month and year by year: heat map of the spread, years won, streaks, a claim about years.
#pragma once

#include "ui/pages/seasons/season_section.h"

class QScrollArea;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class HeatMap;
class Panel;
class ProseLabel;
class SideColumn;
class ValueField;

class MonthsSection : public SeasonSection {
    Q_OBJECT

public:
    explicit MonthsSection(const PageContext& context);

protected:
    SeasonParams params() const override;
    void show(const Seasons& seasons) override;
    void refuse(const QString& sentence) override;

private:
    QWidget* makeMap();
    SideColumn* makeSide();
    QWidget* makeClaim();
    void takeYear(int YearRange::*year, const QString& text);

    YearRange m_claimed{2011, 2024};
    HeadlineLabel* m_headline;
    Panel* m_mapPanel = nullptr;
    HeatMap* m_map = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_yearsPanel = nullptr;
    DataTable* m_years = nullptr;
    ProseLabel* m_streaks = nullptr;
    ValueField* m_first = nullptr;
    ValueField* m_last = nullptr;
    ProseLabel* m_verdicts = nullptr;
};

} // namespace rotascope
