// What is an event and how its outcomes are measured: the controls on top of the page of events.
#pragma once

#include "core/analysis/headline.h"
#include "ui/pages/page.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QMenu;

namespace rotascope {

class ChoiceButton;
class HeadlineLabel;
class SegmentBar;
class ValueField;

class MenuButton;

class EventStudyBar : public QFrame {
    Q_OBJECT

public:
    explicit EventStudyBar(const PageContext& context, QWidget* parent = nullptr);

    /// The desk's events, each of which may be the series; showState() shows them.
    void setEvents(const std::vector<Symbol>& events);
    /// Shows what is in force.
    void showState(const ViewState& state);
    /// "66 event days → 18 events", and the whole definition in words.
    void setCounts(const QString& counts, const QString& explanation);
    /// What the study says.
    void setSentence(const Headline& sentence);
    /// Shown by the button at the end.
    void setExportMenu(QMenu* menu);

signals:
    void said(const QString& sentence); ///< why a typed value is not taken

private:
    QHBoxLayout* makeDefinitionRow();
    QHBoxLayout* makeMeasureRow();
    void connectDefinition();
    void connectMeasures();
    void change(const std::function<void(EventChoice&)>& edit);
    int seriesIndexOf(const EventChoice& choice) const;
    void chooseSeries(int index);
    void chooseDates();
    void takeNumber(SettingId id, const QString& text);
    void takeNumber(SettingId id, double value);
    void takeCondition(const QString& text);
    void takeStart(const QString& text);
    void refuse(const QString& sentence);

    PageContext m_context;
    std::vector<Symbol> m_events;
    ChoiceButton* m_series;
    ValueField* m_days;
    ChoiceButton* m_sigma;
    ChoiceButton* m_direction;
    ValueField* m_threshold;
    ValueField* m_gap;
    ValueField* m_onlyIf;
    ValueField* m_start;
    SegmentBar* m_entry;
    SegmentBar* m_day;
    SegmentBar* m_baseline;
    SegmentBar* m_horizons;
    QLabel* m_counts;
    HeadlineLabel* m_sentence;
    MenuButton* m_export;
};

} // namespace rotascope
