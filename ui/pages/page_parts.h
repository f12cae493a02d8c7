// Small pieces that every page is made of.
#pragma once

#include "ui/theme/dress.h"
#include "ui/widgets/data_table.h"

#include <QString>

#include <initializer_list>
#include <string>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace rotascope {

class HeadlineLabel;
class LinkedChart;
class Page;
class Panel;
class ProseLabel;

/// The page's own column: margins, headline on top.
QVBoxLayout* pageColumn(QWidget* page, HeadlineLabel* headline);
/// Sentences with the margins of a panel's content.
ProseLabel* proseIn(QWidget* parent, TextSize size, ColourRole ink);
/// A button of words that looks like a link.
QToolButton* flatButton(const QString& words, const QString& explanation, QWidget* parent);
/// Words between controls.
QLabel* caption(const QString& words, QWidget* parent);
/// A row of controls inside a panel.
QHBoxLayout* controlRow(QWidget* parent);
/// Such a row with these in it, from the left; whatever their parents were.
void addControls(Panel* panel, std::initializer_list<QWidget*> widgets);
/// A list to choose from, as wide as its longest entry.
QComboBox* choiceList(const QString& name, QWidget* parent);
/// Fills the list unless it holds just these, and chooses `wanted`, else the first.
void showChoices(QComboBox& list, const QStringList& names, const QString& wanted);
/// Tells the range in force in the panel's header, and passes on what the chart asks for.
void wireChart(Page& page, Panel& panel, LinkedChart& chart);
/// Writes a file whole or not at all; what goes wrong is said.
void saveText(Page& page, const QString& path, const std::string& text);
/// A table that takes the panel's content.
DataTable* tableIn(Panel* panel, const Appearance& appearance, DataTable::Height height);

} // namespace rotascope
