// December to March: how year-end leads went on; and the same weeks of other years.
#pragma once

#include "ui/pages/seasons/season_section.h"

namespace rotascope {

class DataTable;
class FigureView;
class HeadlineLabel;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class YearEndSection : public SeasonSection {
    Q_OBJECT

public:
    explicit YearEndSection(const PageContext& context);

    std::optional<TableSnapshot> chartData() const override;

protected:
    SeasonParams params() const override;
    void show(const Seasons& seasons) override;
    void refuse(const QString& sentence) override;

private:
    QWidget* makePaths();
    SideColumn* makeSide();

    HeadlineLabel* m_headline;
    Panel* m_pathsPanel = nullptr;
    FigureView* m_paths = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_yearsPanel = nullptr;
    DataTable* m_years = nullptr;
    Panel* m_windowPanel = nullptr;
    SegmentBar* m_window = nullptr;
    ProseLabel* m_windowWords = nullptr;
    DataTable* m_windows = nullptr;
};

} // namespace rotascope
