#include "tests/support/suites.h"

#include <QApplication>
#include <QtTest>

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    int failures = 0;
    for (const auto& make : rotascope::test::suites()) {
        const std::unique_ptr<QObject> suite = make();
        failures += QTest::qExec(suite.get(), argc, argv);
    }
    return failures;
}
