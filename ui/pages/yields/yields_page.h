// Yields and credit: by week, the pair against the 10-year yield, credit spreads, each on its own calendar.
#pragma once

#include "core/analysis/yields/yield_study.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <string>

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SideColumn;

class YieldsPage : public UniversePage {
    Q_OBJECT

public:
    explicit YieldsPage(const PageContext& context);

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Shown {
        std::shared_ptr<const YieldStudy> study;
        std::string refusal;
        UniverseView view;
    };
    QWidget* makeMain(const PageContext& context);
    QWidget* makeTables();
    SideColumn* makeSide();
    void show();
    void showLink(const YieldStudy& study);
    void showCredit(const YieldStudy& study);

    std::shared_ptr<const Shown> m_shown;
    HeadlineLabel* m_headline;
    QWidget* m_main = nullptr;
    Panel* m_chartPanel = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_bucketsPanel = nullptr;
    DataTable* m_buckets = nullptr;
    ProseLabel* m_bucketWords = nullptr;
    SideColumn* m_side = nullptr;
    Panel* m_weeksPanel = nullptr;
    DataTable* m_weeks = nullptr;
    Panel* m_linkPanel = nullptr;
    ProseLabel* m_link = nullptr;
    Panel* m_creditPanel = nullptr;
    DataTable* m_credit = nullptr;
    ProseLabel* m_creditWords = nullptr;
};

} // namespace rotascope
