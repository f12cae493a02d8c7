#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

class TestBarRules : public QObject {
    Q_OBJECT

    static QString dateOf(const InstrumentData& data, std::size_t i) {
        return QString::fromStdString(isoText(data.daily.dates[i]));
    }

private slots:
    void aHighBelowTheCloseIsOutOfOrder() {
        InstrumentData data = cleanBars(400);
        columnOf(data, Field::High)[77] = columnOf(data, Field::Close)[77] * 0.99;
        QCOMPARE(saysOf(data), QStringList(QStringLiteral("bar_order %1 %1").arg(dateOf(data, 77))));
    }

    void floatNoiseIsInOrder() {
        InstrumentData data = cleanBars(400);
        columnOf(data, Field::High)[77] =
            std::max(columnOf(data, Field::Close)[77], columnOf(data, Field::Open)[77]) * (1 - 1e-9);
        QCOMPARE(saysOf(data), QStringList());
    }

    void zeroVolumeIsNamedByItsRuns() {
        InstrumentData data = cleanBars(400);
        for (const std::size_t i : {50U, 51U, 52U, 90U})
            columnOf(data, Field::Volume)[i] = 0;
        QCOMPARE(saysOf(data),
                 QStringList({QStringLiteral("zero_volume %1 %2").arg(dateOf(data, 50), dateOf(data, 52)),
                              QStringLiteral("zero_volume %1 %1").arg(dateOf(data, 90))}));
    }

    void anIndexWithoutVolumeSaysSoOnce() {
        InstrumentData data = cleanBars(400);
        columnOf(data, Field::Volume).assign(400, 0);
        QCOMPARE(saysOf(data).size(), 1);
        QVERIFY(QString::fromStdString(findingsOf(data).front().message).contains("every session"));
    }

    void volumeInThousandsChangesTheScaleOnce() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 200; i < 400; ++i)
            columnOf(data, Field::Volume)[i] /= 1000;
        QCOMPARE(saysOf(data), QStringList(QStringLiteral("volume_scale %1 %1").arg(dateOf(data, 200))));
    }

    void opensThatRepeatThePreviousCloseAreNoOpens() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 1; i < 200; ++i) {
            auto& open = columnOf(data, Field::Open)[i];
            open = columnOf(data, Field::Close)[i - 1];
            columnOf(data, Field::High)[i] = std::max(columnOf(data, Field::High)[i], open);
            columnOf(data, Field::Low)[i] = std::min(columnOf(data, Field::Low)[i], open);
        }
        QCOMPARE(saysOf(data).size(), 1);
        const Finding finding = findingsOf(data).front();
        QCOMPARE(finding.rule, "no_real_open");
        QVERIFY(finding.first <= data.daily.dates[2]);
        QVERIFY(finding.last >= data.daily.dates[199] && finding.last <= data.daily.dates[220]);
    }

    void opensATickFromThePreviousCloseAreNoOpens() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 1; i < 200; ++i) { // every fourth is a real one
            if (i % 4 == 0)
                continue;
            const double open = columnOf(data, Field::Close)[i - 1] * (i % 2 == 0 ? 1 + 0.9e-4 : 1);
            columnOf(data, Field::Open)[i] = open;
            columnOf(data, Field::High)[i] = std::max(columnOf(data, Field::High)[i], open);
            columnOf(data, Field::Low)[i] = std::min(columnOf(data, Field::Low)[i], open);
        }
        QCOMPARE(saysOf(data).size(), 1);
        QCOMPARE(findingsOf(data).front().rule, "no_real_open");
        QVERIFY(QString::fromStdString(findingsOf(data).front().message).contains("the previous close on"));
    }

    void halfOfTheOpensMayRepeatThePreviousClose() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 2; i < 400; i += 2) {
            const double open = columnOf(data, Field::Close)[i - 1];
            columnOf(data, Field::Open)[i] = open;
            columnOf(data, Field::High)[i] = std::max(columnOf(data, Field::High)[i], open);
            columnOf(data, Field::Low)[i] = std::min(columnOf(data, Field::Low)[i], open);
        }
        QCOMPARE(saysOf(data), QStringList());
    }

    void opensThatAreTheClosesAreNoOpens() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 0; i < 200; ++i)
            columnOf(data, Field::Open)[i] = columnOf(data, Field::Close)[i];
        QCOMPARE(saysOf(data).size(), 1);
        const Finding finding = findingsOf(data).front();
        QCOMPARE(finding.rule, "no_real_open");
        QVERIFY(QString::fromStdString(finding.message).contains("close of the same session on"));
        QCOMPARE(finding.first, data.daily.dates.front());
    }

    void adjustedClosesThatAdjustNothingAreNamed() {
        InstrumentData data = cleanBars(400);
        columnOf(data, Field::AdjClose) = columnOf(data, Field::Close);
        QCOMPARE(saysOf(data),
                 QStringList(QStringLiteral("unadjusted %1 %2").arg(dateOf(data, 0), dateOf(data, 399))));
        QVERIFY(QString::fromStdString(findingsOf(data).front().message).contains("all 400 sessions"));
        data.instrument = describeSymbol("RUT"); // an index pays nothing
        QCOMPARE(saysOf(data), QStringList());
        InstrumentData young = cleanBars(200);
        columnOf(young, Field::AdjClose) = columnOf(young, Field::Close);
        QCOMPARE(saysOf(young), QStringList());
    }

    void closesThatNobodyPaidAreNamed() {
        InstrumentData data = cleanBars(400);
        for (const Field field : {Field::Open, Field::High, Field::Low, Field::AdjClose, Field::Volume})
            columnOf(data, field).clear();
        QCOMPARE(saysOf(data), QStringList());
        for (std::size_t i = 0; i < 300; ++i)
            columnOf(data, Field::Close)[i] *= 0.98765;
        QCOMPARE(saysOf(data),
                 QStringList(QStringLiteral("never_quoted %1 %2").arg(dateOf(data, 0), dateOf(data, 399))));
        data.instrument = describeSymbol("RUT"); // an index is not quoted in cents
        QCOMPARE(saysOf(data), QStringList());
    }

    void onePriceBarsAreNamed() {
        InstrumentData data = cleanBars(400);
        for (const Field field : {Field::Open, Field::High, Field::Low})
            columnOf(data, field)[33] = columnOf(data, Field::Close)[33];
        QCOMPARE(saysOf(data), QStringList(QStringLiteral("one_price %1 %1").arg(dateOf(data, 33))));
    }

    void closesAloneAreNoOnePriceBars() {
        InstrumentData data = cleanBars(400);
        for (const Field field : {Field::Open, Field::High, Field::Low, Field::AdjClose, Field::Volume})
            columnOf(data, field).clear();
        QCOMPARE(saysOf(data), QStringList());
    }

    void anAdjustmentFactorMayRiseButNotFall() {
        InstrumentData data = cleanBars(400);
        for (std::size_t i = 0; i < 400; ++i)
            columnOf(data, Field::AdjClose)[i] *= i < 100 ? 0.97 : i < 250 ? 0.98 : 1;
        QCOMPARE(saysOf(data), QStringList());
        columnOf(data, Field::AdjClose)[300] *= 0.95;
        QCOMPARE(saysOf(data), QStringList(QStringLiteral("adjustment %1 %1").arg(dateOf(data, 300))));
    }
};

ROTASCOPE_SUITE(TestBarRules)
#include "test_bar_rules.moc"
