// The full shell of a program like ours with nothing behind it: menus, a toolbar, two docks with tables,
// three panes of 12,000 points, a style sheet. What a start can be at best on the machine at hand; see
// bare_window.cpp.
#include "tests/benchmarks/first_paint.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QSplitter>
#include <QTableWidget>
#include <QToolBar>
#include <qcustomplot.h>

#include <cmath>

namespace {

constexpr const char* kSheet =
    "QMainWindow{background:#fafafa} QTableWidget{border:1px solid #ddd;gridline-color:#eee}"
    "QHeaderView::section{background:#fff;border:none;padding:4px}"
    "QToolBar{spacing:6px;border:none} QMenuBar{background:#fff}";

void addActions(QMainWindow& window) {
    for (const char* title : {"File", "View", "Help"}) {
        QMenu* menu = window.menuBar()->addMenu(QLatin1String(title));
        for (int i = 0; i < 8; ++i)
            menu->addAction(QStringLiteral("Action %1").arg(i));
    }
    QToolBar* bar = window.addToolBar(QStringLiteral("Tools"));
    for (int i = 0; i < 10; ++i)
        bar->addAction(QStringLiteral("Tool %1").arg(i));
}

void addDock(QMainWindow& window, const QString& title) {
    auto* dock = new QDockWidget(title, &window);
    auto* table = new QTableWidget(20, 5, dock);
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            table->setItem(row, column, new QTableWidgetItem(QString::number(row * column * 1.25)));
    dock->setWidget(table);
    window.addDockWidget(Qt::RightDockWidgetArea, dock);
}

void addPane(QSplitter& panes) {
    constexpr int kPoints = 12'000;
    QVector<double> places(kPoints);
    QVector<double> values(kPoints);
    for (int i = 0; i < kPoints; ++i) {
        places[i] = i;
        values[i] = std::sin(i * 0.01) + 0.1 * std::cos(i * 0.37);
    }
    auto* plot = new QCustomPlot(&panes);
    plot->addGraph()->setData(places, values, true);
    plot->rescaleAxes();
    panes.addWidget(plot);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1600, 1000);
    addActions(window);
    addDock(window, QStringLiteral("Flows"));
    addDock(window, QStringLiteral("Rules"));
    auto* panes = new QSplitter(Qt::Vertical, &window);
    for (int pane = 0; pane < 3; ++pane)
        addPane(*panes);
    window.setCentralWidget(panes);
    application.setStyleSheet(QLatin1String(kSheet));
    rotascope::test::FirstPaint paint(
        [](QObject* painted) { return qobject_cast<QCustomPlot*>(painted) != nullptr; });
    window.show();
    return QApplication::exec();
}
