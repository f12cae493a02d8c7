// Three and five years, and how long the ratio has been below its high.
#pragma once

#include "ui/pages/seasons/season_section.h"

namespace rotascope {

class HeadlineLabel;
class LinkedChart;
class Panel;

class LongRunSection : public SeasonSection {
    Q_OBJECT

public:
    explicit LongRunSection(const PageContext& context);

protected:
    void show(const Seasons& seasons) override;
    void refuse(const QString& sentence) override;

private:
    HeadlineLabel* m_headline;
    Panel* m_panel;
    LinkedChart* m_chart;
};

} // namespace rotascope
