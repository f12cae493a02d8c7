// The rotation map: relative strength and its momentum against a benchmark, with tails.
#pragma once

#include "core/analysis/relative/rotation_map.h"
#include "ui/pages/universe_page.h"
#include "ui/widgets/quadrant_view.h"

#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QSlider;

namespace rotascope {

class DataTable;
class HeadlineLabel;
class Panel;
class ProseLabel;
class SegmentBar;
class SideColumn;

class RotationSection : public UniversePage {
    Q_OBJECT

public:
    explicit RotationSection(const PageContext& context);

    std::string command() const override;

protected:
    void analyse() override;
    std::vector<PageInput> inputs() const override;

private:
    struct Rotation {
        std::shared_ptr<const RotationMap> map;
        std::string refusal;
    };
    enum class Subjects { Coverage, Baskets };
    struct Wish {
        RotationParams params;
        Subjects subjects;

        bool operator==(const Wish&) const = default;
    };
    static Rotation rotationOf(const UniverseView& view, const Wish& wish);
    QWidget* makeMap();
    SideColumn* makeSide();
    void show();
    void showPoints();
    /// Positions that the slider stands before the last one.
    std::size_t back() const;
    std::vector<QuadrantPoint> points(const RotationMap& map) const;

    std::shared_ptr<const Rotation> m_rotation;
    HeadlineLabel* m_headline;
    Panel* m_mapPanel = nullptr;
    QComboBox* m_benchmark = nullptr;
    SegmentBar* m_subjects = nullptr;
    SegmentBar* m_cadence = nullptr;
    SegmentBar* m_tail = nullptr;
    QuadrantView* m_map = nullptr;
    QSlider* m_slider = nullptr;
    QLabel* m_date = nullptr;
    QLabel* m_formula = nullptr;
    Panel* m_tablePanel = nullptr;
    DataTable* m_table = nullptr;
    Panel* m_wordsPanel = nullptr;
    ProseLabel* m_words = nullptr;
};

} // namespace rotascope
