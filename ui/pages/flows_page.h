// Flows: who pays for the rotation. Bars of a fund or basket, league table, rotation, quadrant, funds
// compared.
#pragma once

#include "core/figure/flow_figure.h"
#include "ui/pages/page.h"
#include "ui/session/flow_session.h"

class QComboBox;
class QLayout;
class QStackedWidget;

namespace rotascope {

class DataTable;
class FigureView;
class FlowChart;
class HeadlineLabel;
class Panel;
class ProseLabel;
class QuadrantView;
class RotationView;
class SegmentBar;

class FlowsPage : public Page {
    Q_OBJECT

public:
    explicit FlowsPage(const PageContext& context, QWidget* parent = nullptr);

    std::optional<TableSnapshot> chartData() const override;
    std::string command() const override;
    void openAt(const PagePoint& point) override;

protected:
    void refresh() override;
    std::vector<PageInput> inputs() const override;

private:
    void build(const PageContext& context);
    QWidget* makeBars(const PageContext& context);
    QLayout* makeLower();
    QWidget* makeRotation();
    QWidget* makeCompared();
    QWidget* makeRecord();
    QWidget* makeSide();
    void connectParts();
    void showSubjects();
    void showSubject();
    void showBars();
    void showLeague();
    void showWords();
    void showLower();
    void showCompared();
    void showStudy();
    void editBaskets();
    void editFacts();
    const LeagueRow* chosenRow() const;
    /// The fund or basket in the list.
    QString subject() const;
    /// Those that can be chosen.
    QStringList subjects() const;
    bool showsBasket() const;

    FlowSession& m_flows;
    std::shared_ptr<const FlowView> m_view;
    Symbol m_fund; ///< chosen by the user; empty: the one that the headline is about
    HeadlineLabel* m_headline;
    QWidget* m_content = nullptr;
    QWidget* m_nothing = nullptr; ///< in its place while there are no flows
    Panel* m_barsPanel = nullptr;
    QComboBox* m_subjects = nullptr;
    SegmentBar* m_kind = nullptr;
    SegmentBar* m_period = nullptr;
    SegmentBar* m_unit = nullptr;
    FlowChart* m_chart = nullptr;
    Panel* m_lowerPanel = nullptr;
    SegmentBar* m_lower = nullptr;
    QStackedWidget* m_lowerStack = nullptr;
    RotationView* m_rotation = nullptr;
    ProseLabel* m_rotationNote = nullptr;
    DataTable* m_compared = nullptr;
    SegmentBar* m_comparedFigure = nullptr;
    FigureView* m_comparedView = nullptr;
    ProseLabel* m_study = nullptr;
    Panel* m_quadrantPanel = nullptr;
    QuadrantView* m_quadrant = nullptr;
    Panel* m_leaguePanel = nullptr;
    DataTable* m_league = nullptr;
    ProseLabel* m_leagueNote = nullptr;
    SegmentBar* m_source = nullptr;
    Panel* m_wordsPanel = nullptr;
    ProseLabel* m_words = nullptr;
    Panel* m_monthsPanel = nullptr;
    DataTable* m_months = nullptr;
};

} // namespace rotascope
