#include "tests/support/suites.h"
#include "ui/dialogs/command_palette.h"

#include <QTest>

using namespace rotascope;

namespace {

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<PaletteEntry> entries() {
    std::vector<PaletteEntry> rows;
    for (const char* title : {"Page: Divergence", "Small caps: IWM iShares Russell 2000",
                              "Large caps: SPX S&P 500", "Desk: Open desk…"})
        rows.push_back({QString::fromUtf8(title), {}, [] {}});
    return rows;
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void wordsNarrowTheList_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing typed shows everything, as given") << QString() << words("0 1 2 3");
        QTest::newRow("a symbol in any case") << "iwm" << words("1");
        QTest::newRow("words in any order") << "2000 small" << words("1");
        QTest::newRow("a beginning comes first") << "d" << words("0 3");
        QTest::newRow("no match") << "zzz" << words("");
    }
    void wordsNarrowTheList() {
        QFETCH(QString, text);
        QStringList found;
        for (const std::size_t index : matchingEntries(entries(), text))
            found << QString::number(index);
        QTEST(found, "found");
    }
};

ROTASCOPE_SUITE(TestPalette)
#include "test_palette.moc"
