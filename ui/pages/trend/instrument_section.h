// One instrument closely: averages, volume, an indicator of choice, falls, the user's own notes.
#pragma once

#include "core/analysis/trend/trend.h"
#include "core/analysis/trend/trend_history.h"
#include "core/figure/chart_recipe.h"
#include "ui/pages/universe_page.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QToolButton;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class LinkedChart;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class InstrumentSection : public UniversePage {
    Q_OBJECT

public:
    explicit InstrumentSection(const PageContext& context);

    void openAt(const PagePoint& point) override;

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    /// What stands beside the chart.
    struct Shown {
        std::string subject;
        std::optional<TrendRow> row; ///< of an instrument; none of a ratio or spread
        std::shared_ptr<const TrendHistory> history;
        std::string refusal;
        RecipeOptions asked; ///< what a command names the series by
    };
    struct Wish {
        std::string subject;
        PriceChoice prices;

        bool operator==(const Wish&) const = default;
    };
    static Shown shownOf(const UniverseView& view, const Wish& wish);
    QWidget* makeChart(const PageContext& context);
    SideColumn* makeSide();
    void showSubjects();
    void show();
    void showNotes();
    void draw();
    void addNote();
    void removeNote();
    void undoNotes();
    /// Keeps `notes` in the desk; what was there can be brought back.
    void keepNotes(std::vector<Annotation> notes);
    /// Those up to the as-of date.
    std::vector<Annotation> notesOf(const std::string& symbol) const;
    QString subject() const;
    PriceChoice prices() const;

    std::shared_ptr<const Shown> m_shown;
    QString m_wanted; ///< asked for before there was a list
    HeadlineLabel* m_headline;
    Panel* m_chartPanel = nullptr;
    QComboBox* m_subjects = nullptr;
    SegmentBar* m_prices = nullptr;
    QComboBox* m_indicator = nullptr;
    LinkedChart* m_chart = nullptr;
    Panel* m_figuresPanel = nullptr;
    DataTable* m_figures = nullptr;
    Panel* m_notesPanel = nullptr;
    DataTable* m_notes = nullptr;
    ProseLabel* m_noNotes = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_undo = nullptr;
    QString m_notesDesk;
    std::vector<std::vector<Annotation>> m_before; ///< what each change of this session replaced
    Panel* m_wordsPanel = nullptr;
    ProseLabel* m_words = nullptr;
};

} // namespace rotascope
