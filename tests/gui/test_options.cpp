#include "app/gui/options.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;

namespace {

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private slots:
    void aFullLineIsUnderstood() {
        const auto parsed =
            parseOptions(words("desk.rota --as-of 2024-11-06 --page Divergence --size 1280x800 --theme=dark "
                               "--screenshot a.png --import a.csv b.csv"));
        QVERIFY2(parsed.problem.isEmpty(), qPrintable(parsed.problem));
        QCOMPARE(parsed.options.desk, QStringLiteral("desk.rota"));
        QCOMPARE(*parsed.options.asOf, *makeDate(2024, 11, 6));
        QCOMPARE(parsed.options.page, QStringLiteral("divergence"));
        QCOMPARE(parsed.options.size, QSize(1280, 800));
        QCOMPARE(parsed.options.theme, QStringLiteral("dark"));
        QCOMPARE(parsed.options.imports, words("a.csv b.csv"));
    }

    void aDeskEndsTheListOfImports() {
        const auto parsed = parseOptions(words("--import a.csv mine.rota"));
        QCOMPARE(parsed.options.imports, words("a.csv"));
        QCOMPARE(parsed.options.desk, QStringLiteral("mine.rota"));
    }

    void optionsOfQtAreLeftToQt() {
        const auto parsed = parseOptions(words("-platform offscreen -reverse desk.rota --page overview"));
        QVERIFY2(parsed.problem.isEmpty(), qPrintable(parsed.problem));
        QCOMPARE(parsed.options.desk, QStringLiteral("desk.rota"));
        QCOMPARE(parsed.options.page, QStringLiteral("overview"));
    }

    void theManualTellsEveryOptionOfTheHelp() {
        const QString page = manPage(QStringLiteral("9.8.7"));
        QVERIFY(page.startsWith(QLatin1String(".TH ROTASCOPE 1")));
        QVERIFY(page.contains(QLatin1String("9.8.7")));
        int options = 0;
        for (const QString& line : helpText().split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1String("  --")))
                continue;
            ++options;
            QString name = line.trimmed().section(QLatin1Char(' '), 0, 0);
            name.replace(QLatin1Char('-'), QLatin1String("\\-"));
            QVERIFY2(page.contains(QStringLiteral("\\fB%1\\fR").arg(name)), qPrintable(name));
        }
        QVERIFY(options > 5);
    }

    void whatIsWrongIsSaid_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("an unknown option") << words("--frobnicate") << "--frobnicate";
        QTest::newRow("a date that does not exist") << words("--as-of 2025-02-30") << "2025-02-30";
        QTest::newRow("an option without its value") << words("--page") << "--page";
        QTest::newRow("an unknown page") << words("--page nowhere") << "divergence";
        QTest::newRow("a size without a height") << words("--size 1600") << "1600x1000";
        QTest::newRow("a size for ants") << words("--size 3x3") << "3x3";
        QTest::newRow("an unknown theme") << words("--theme plaid") << "contrast";
        QTest::newRow("the print theme, which is not for screens") << words("--theme print") << "contrast";
        QTest::newRow("two desks") << words("a.rota b.rota") << "b.rota";
        QTest::newRow("an import of nothing") << words("--import --page overview") << "--import";
    }
    void whatIsWrongIsSaid() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, word);
        const auto parsed = parseOptions(arguments);
        QVERIFY2(parsed.problem.contains(word), qPrintable(parsed.problem));
    }
};

ROTASCOPE_SUITE(TestOptions)
#include "test_options.moc"
