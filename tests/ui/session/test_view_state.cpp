#include "tests/support/suites.h"
#include "ui/session/view_state.h"

#include <QTest>

using namespace rotascope;

namespace {

/// Two sessions in 2023, then ten in 2024.
std::vector<Date> twelveSessions() {
    std::vector<Date> dates{*makeDate(2023, 12, 28), *makeDate(2023, 12, 29)};
    for (unsigned day = 2; day <= 11; ++day)
        dates.push_back(*makeDate(2024, 1, day));
    return dates;
}

} // namespace

class TestViewState : public QObject {
    Q_OBJECT

private slots:
    void rangesStartWhereTheySay_data() {
        QTest::addColumn<int>("range");
        QTest::addColumn<int>("last");
        QTest::addColumn<int>("base");
        QTest::newRow("Max starts at the first session") << int(RangeId::Max) << 11 << 0;
        QTest::newRow("a range longer than the history starts at the first session")
            << int(RangeId::Year1) << 11 << 0;
        QTest::newRow("YTD is measured from the last session of the year before")
            << int(RangeId::YearToDate) << 11 << 1;
        QTest::newRow("YTD without a year before starts at the first session")
            << int(RangeId::YearToDate) << 1 << 0;
    }
    void rangesStartWhereTheySay() {
        QFETCH(int, range);
        QFETCH(int, last);
        const auto dates = twelveSessions();
        const auto base = rangeBase(dates, static_cast<std::size_t>(last), static_cast<RangeId>(range));
        QTEST(int(base), "base");
    }
    void aCountedRangeGoesBackThatManySessions() {
        std::vector<Date> dates;
        for (int day = 0; day < 400; ++day)
            dates.push_back(*makeDate(2020, 1, 1) + std::chrono::days{day});
        QCOMPARE(rangeBase(dates, 399, RangeId::Year1), std::size_t(399 - 252));
        QCOMPARE(rangeBase(dates, 399, RangeId::Month1), std::size_t(399 - 21));
    }
    void theCatalogueIsInTheOrderOfItsIds() {
        for (std::size_t i = 0; i < kRanges.size(); ++i)
            QCOMPARE(static_cast<std::size_t>(kRanges[i].id), i);
    }
};

ROTASCOPE_SUITE(TestViewState)
#include "test_view_state.moc"
