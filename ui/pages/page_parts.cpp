#include "ui/pages/page_parts.h"

#include "ui/pages/linked_chart.h"
#include "ui/widgets/headline_label.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/prose_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rotascope {

QVBoxLayout* pageColumn(QWidget* page, HeadlineLabel* headline) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 14, 12);
    column->setSpacing(12);
    column->addWidget(headline);
    return column;
}

ProseLabel* proseIn(QWidget* parent, TextSize size, ColourRole ink) {
    auto* label = new ProseLabel(parent);
    setTextSize(*label, size);
    setInk(*label, ink);
    label->setContentsMargins(12, 2, 12, 8);
    return label;
}

QToolButton* flatButton(const QString& words, const QString& explanation, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(words);
    button->setToolTip(explanation);
    setDress(*button, Dress::Flat);
    setTextSize(*button, TextSize::Small);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QLabel* caption(const QString& words, QWidget* parent) {
    auto* label = new QLabel(words, parent);
    setTextSize(*label, TextSize::Table);
    setInk(*label, ColourRole::MutedText);
    return label;
}

QHBoxLayout* controlRow(QWidget* parent) {
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(12, 0, 12, 8);
    row->setSpacing(8);
    return row;
}

void addControls(Panel* panel, std::initializer_list<QWidget*> widgets) {
    auto* controls = new QWidget(panel);
    auto* row = controlRow(controls);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    panel->addContent(controls);
}

QComboBox* choiceList(const QString& name, QWidget* parent) {
    auto* list = new QComboBox(parent);
    list->setAccessibleName(name);
    list->setToolTip(name);
    list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return list;
}

// A list that stays the same keeps its entries: filling it lays the whole row out anew.
void showChoices(QComboBox& list, const QStringList& names, const QString& wanted) {
    QStringList held;
    for (int i = 0; i < list.count(); ++i)
        held << list.itemText(i);
    if (held != names) {
        list.clear();
        list.addItems(names);
    }
    list.setCurrentIndex(std::max<int>(0, static_cast<int>(names.indexOf(wanted))));
}

void wireChart(Page& page, Panel& panel, LinkedChart& chart) {
    QObject::connect(&chart, &LinkedChart::rangeTextChanged, &panel,
                     [&panel, &chart] { panel.setNote(chart.rangeText()); });
    QObject::connect(&chart.view(), &FigureView::dataRequested, &page, &Page::dataRequested);
    QObject::connect(&chart.view(), &FigureView::saveFailed, &page, &Page::said);
}

void saveText(Page& page, const QString& path, const std::string& text) {
    QSaveFile file(path); // a file that is half written never takes the place of a whole one
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        emit page.said(Page::tr("%1 cannot be written: %2").arg(path, file.errorString()));
}

DataTable* tableIn(Panel* panel, const Appearance& appearance, DataTable::Height height) {
    auto* table = new DataTable(appearance, height, panel);
    panel->addContent(table, height == DataTable::Height::Scrolls ? 1 : 0);
    return table;
}

} // namespace rotascope
