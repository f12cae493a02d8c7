#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

class TestDuplicates : public QObject {
    Q_OBJECT
private slots:
    void oneSeriesUnderTwoSymbolsIsFound() {
        const InstrumentData first = cleanBars(400, "AAA", 1);
        const InstrumentData other = cleanBars(400, "BBB", 2);
        InstrumentData copy = first;
        copy.instrument = describeSymbol("CCC");
        copy.daily.dates.resize(300);
        for (auto& column : copy.daily.columns)
            column.resize(300);
        const std::array all{&first, &other, static_cast<const InstrumentData*>(&copy)};
        const auto findings = duplicateFindings(all);
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings.front().symbol, "CCC");
        QCOMPARE(findings.front().last, copy.daily.dates.back());
        QVERIFY(QString::fromStdString(findings.front().message).contains("AAA on all 300"));
    }

    void oneDifferentValueMakesTwoSeries() {
        const InstrumentData first = cleanBars(400, "AAA");
        InstrumentData copy = first;
        copy.instrument = describeSymbol("CCC");
        columnOf(copy, Field::Close)[200] *= 1.001;
        const std::array all{&first, static_cast<const InstrumentData*>(&copy)};
        QVERIFY(duplicateFindings(all).empty());
    }

    void seriesThatNeverMoveAreNoCopies() {
        InstrumentData first = cleanBars(400, "AAA");
        columnOf(first, Field::Close).assign(400, 1);
        InstrumentData copy = first;
        copy.instrument = describeSymbol("CCC");
        const std::array all{static_cast<const InstrumentData*>(&first),
                             static_cast<const InstrumentData*>(&copy)};
        QVERIFY(duplicateFindings(all).empty());
    }
};

ROTASCOPE_SUITE(TestDuplicates)
#include "test_duplicates.moc"
