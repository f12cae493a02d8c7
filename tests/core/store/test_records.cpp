#include "core/store/records.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;

class TestRecords : public QObject {
    Q_OBJECT

private slots:
    void aBlockKeepsItsColumnsOfOneLength() {
        RecordBlock block;
        block.reserve(2);
        block.append(0, 20033, 2, {1, 2, 3, 4, 5, 6});
        block.append(1, 20034, 3, {7, 8, 9, 10, 11, 12});
        QCOMPARE(block.size(), std::size_t{2});
        QCOMPARE(block.target, (std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(block.line, (std::vector<std::uint32_t>{2, 3}));
        for (std::size_t slot = 0; slot < kBarFieldCount; ++slot)
            QCOMPARE(block.values[slot], (std::vector<double>{1.0 + double(slot), 7.0 + double(slot)}));
        block.clear();
        QCOMPARE(block.size(), std::size_t{0});
        for (const auto& column : block.values)
            QVERIFY(column.empty());
    }

    void countsBalanceWhenEveryRowWentSomewhere() {
        QVERIFY(RowCounts{}.balanced());
        QVERIFY((RowCounts{21, 1, 2, 3, 4, 5, 6}).balanced());
        QVERIFY(!(RowCounts{20, 1, 2, 3, 4, 5, 6}).balanced());
    }

    void aTargetOfBarsHasAFieldPerSlotAndASeriesOne() {
        ImportTarget target;
        QVERIFY(target.isBars());
        QCOMPARE(target.fieldOfSlot(indexOf(Field::AdjClose)), Field::AdjClose);
        target.field = Field::Flow;
        QVERIFY(!target.isBars());
        QCOMPARE(target.fieldOfSlot(0), Field::Flow);
    }
};

ROTASCOPE_SUITE(TestRecords)
#include "test_records.moc"
