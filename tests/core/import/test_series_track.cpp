#include "core/import/series_track.h"
#include "tests/support/suites.h"

#include <QtTest>

#include <random>
#include <set>

using namespace rotascope;

namespace {

Cadence cadenceOf(std::initializer_list<std::int32_t> days) {
    SeriesTrack track;
    for (const std::int32_t day : days)
        track.add(day);
    return track.spacing.cadence();
}

} // namespace

class TestSeriesTrack : public QObject {
    Q_OBJECT

private slots:
    void spacingTellsTheCadence() {
        QCOMPARE(cadenceOf({1, 2, 3, 4, 5, 8, 9}), Cadence::Daily);
        QCOMPARE(cadenceOf({1, 8, 15, 22, 28, 36}), Cadence::Weekly);
        QCOMPARE(cadenceOf({36, 29, 22, 15}), Cadence::Weekly);
        QCOMPARE(cadenceOf({0, 31, 59, 90, 120}), Cadence::Monthly);
        QCOMPARE(cadenceOf({0, 90, 181, 273}), Cadence::Quarterly);
        QCOMPARE(cadenceOf({0, 7}), Cadence::Daily);
        QCOMPARE(cadenceOf({0, 7, 8, 9}), Cadence::Daily);
        QCOMPARE(cadenceOf({5}), Cadence::Daily);
    }

    void strictOrderRulesRepeatsOut() {
        SeriesTrack rising;
        SeriesTrack falling;
        for (int day = 0; day < 9; ++day) {
            rising.add(day);
            falling.add(-day);
        }
        QVERIFY(!rising.mayRepeat() && !falling.mayRepeat());
        rising.add(8);
        falling.add(0);
        QVERIFY(rising.mayRepeat() && falling.mayRepeat());
        QCOMPARE(rising.first, 0);
        QCOMPARE(rising.last, 8);
    }

    void aSetOfDaysHoldsWhatASetHolds() {
        std::mt19937 random(2);
        for (int round = 0; round < 50; ++round) {
            DayBits bits;
            std::set<std::int32_t> twin;
            for (int i = 0; i < 300; ++i) {
                const auto day = static_cast<std::int32_t>(random() % 9000) - 4500;
                bits.set(day);
                twin.insert(day);
            }
            for (std::int32_t day = -4600; day < 4600; ++day)
                QCOMPARE(bits.test(day), twin.count(day) > 0);
        }
        QVERIFY(!DayBits{}.test(0));
    }

    void aSetKnowsItsSpacing() {
        DayBits weeks;
        for (const int day : {21, -7, 14, 0, 7})
            weeks.set(day);
        QCOMPARE(weeks.spacing().cadence(), Cadence::Weekly);
    }
};

ROTASCOPE_SUITE(TestSeriesTrack)
#include "test_series_track.moc"
