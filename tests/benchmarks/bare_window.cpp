// The least a Qt program can show: what the start of the window is measured against. Says "painted" with its
// resident memory in KiB, then ends.
#include "tests/benchmarks/first_paint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1600, 1000);
    rotascope::test::FirstPaint paint([&window](QObject* painted) { return painted == &window; });
    window.show();
    return QApplication::exec();
}
