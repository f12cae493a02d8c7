#include "core/figure/time_ticks.h"
#include "core/figure/value_text.h"
#include "core/figure/value_ticks.h"
#include "tests/support/suites.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <cmath>
#include <limits>

using namespace rotascope;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Column column(std::vector<double> values) {
    return std::make_shared<const std::vector<double>>(std::move(values));
}

Pane paneWith(std::vector<double> values, ValueAxis axis = {}) {
    Pane pane;
    pane.axis = std::move(axis);
    LineLayer line;
    line.values = column(std::move(values));
    pane.layers = {line};
    return pane;
}

QStringList labelsOf(const std::vector<ValueTick>& ticks) {
    QStringList labels;
    for (const ValueTick& tick : ticks)
        labels << QString::fromStdString(tick.label);
    return labels;
}

std::vector<Date> weekdaysFrom(Date first, int count) {
    std::vector<Date> dates;
    for (Date date = first; static_cast<int>(dates.size()) < count; date += std::chrono::days{1})
        if (!isWeekend(date))
            dates.push_back(date);
    return dates;
}

constexpr double kCharacter = 6.5;

TimeAxisGeometry geometryOver(int first, int last, double width) {
    TimeAxisGeometry geometry;
    geometry.firstSession = first;
    geometry.lastSession = last;
    geometry.right = width;
    geometry.position = [=](int session) { return (session - first) * width / std::max(last - first, 1); };
    geometry.labelWidth = [](std::string_view label) {
        return kCharacter * static_cast<double>(label.size());
    };
    return geometry;
}

QStringList labelsOf(const std::vector<TimeTick>& ticks) {
    QStringList labels;
    for (const TimeTick& tick : ticks)
        if (!tick.label.empty())
            labels << QString::fromStdString(tick.label);
    return labels;
}

} // namespace

class TicksTest : public QObject {
    Q_OBJECT

private slots:
    void valueTicksReadAs_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("logarithmic");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<double>("height");
        QTest::addColumn<QStringList>("labels");
        const auto list = [](const char* words) { return QString::fromUtf8(words).split(QLatin1Char('|')); };
        QTest::newRow("a ratio in steps of five")
            << 84.0 << 103.0 << false << 0 << 290.0 << list("85|90|95|100");
        QTest::newRow("steps below one get their digits")
            << 0.1 << 0.95 << false << 0 << 200.0 << list("0.2|0.4|0.6|0.8");
        QTest::newRow("decimals asked for are kept")
            << 0.0 << 11.0 << false << 1 << 150.0 << list("0.0|5.0|10.0");
        QTest::newRow("across zero") << -7.0 << 7.0 << false << 0 << 160.0 << list("−5|0|5");
        QTest::newRow("eleven million, grouped")
            << 11.2e6 << 11.6e6 << false << 0 << 220.0
            << list("11,200,000|11,300,000|11,400,000|11,500,000|11,600,000");
        QTest::newRow("a low pane still has two") << 0.0 << 10.0 << false << 0 << 36.0 << list("0|10");
        QTest::newRow("decades") << 8.0 << 4000.0 << true << 0 << 430.0
                                 << list("10|20|50|100|200|500|1,000|2,000");
        QTest::newRow("a narrow logarithmic range is stepped evenly")
            << 90.0 << 130.0 << true << 0 << 300.0 << list("90|100|110|120|130");
        QTest::newRow("tiny logarithmic values")
            << 0.0009 << 1.2 << true << 0 << 160.0 << list("0.001|0.010|0.100|1.000");
    }
    void valueTicksReadAs() {
        QFETCH(const double, low);
        QFETCH(const double, high);
        QFETCH(const bool, logarithmic);
        QFETCH(const int, decimals);
        QFETCH(const double, height);
        QFETCH(const QStringList, labels);
        ValueAxis axis;
        axis.decimals = decimals;
        QCOMPARE(labelsOf(valueTicks(axis, {low, high, logarithmic}, height, 14)), labels);
    }

    void valueTicksNeverOverlapAndStayInside() {
        for (const bool logarithmic : {false, true})
            for (double low : {0.0003, 0.7, 12.0, 99.0, 23000.0})
                for (double ratio : {1.0004, 1.03, 1.7, 9.0, 4000.0, 1e7})
                    for (double height : {18.0, 40.0, 130.0, 777.0}) {
                        const ValueScale scale{low, low * ratio, logarithmic};
                        const auto ticks = valueTicks({}, scale, height, 14);
                        double previous = -1e9;
                        for (const ValueTick& tick : ticks) {
                            const double y = scale.fraction(tick.value) * height;
                            QVERIFY(y >= -1e-6 && y <= height + 1e-6);
                            QVERIFY2(y - previous >= 14, qPrintable(labelsOf(ticks).join(QLatin1Char(' '))));
                            previous = y;
                        }
                        QVERIFY(height < 40 || !ticks.empty());
                    }
    }

    void tickLabelsAreAllDifferent() {
        for (double low : {-1.0, 0.0, 5.0, 1e6})
            for (double span : {1e-5, 0.003, 0.4, 7.0, 1e5}) {
                QStringList labels = labelsOf(valueTicks({}, {low, low + span, false}, 400, 14));
                const qsizetype count = labels.size();
                labels.removeDuplicates();
                QCOMPARE(labels.size(), count);
            }
    }

    void fixedTicksCarrySignAndSuffix() {
        ValueAxis axis;
        axis.fixedTicks = {-3, -2, -1, 0, 1, 2, 3};
        axis.signedTicks = true;
        axis.suffix = "σ";
        const QString all = QString::fromUtf8("−3σ|−2σ|−1σ|0|+1σ|+2σ|+3σ");
        QCOMPARE(labelsOf(valueTicks(axis, {-3.4, 3.4, false}, 180, 14)).join(QLatin1Char('|')), all);
        const QString thinned = QString::fromUtf8("−2σ|0|+2σ");
        QCOMPARE(labelsOf(valueTicks(axis, {-3.4, 3.4, false}, 70, 14)).join(QLatin1Char('|')), thinned);
        QCOMPARE(labelsOf(valueTicks(axis, {0.5, 2.5, false}, 70, 14)).join(QLatin1Char('|')),
                 QString::fromUtf8("+1σ|+2σ"));
    }

    void readOutsReadAs() {
        ValueAxis axis;
        axis.signedTicks = true;
        QCOMPARE(readOut(2.4349, 2, "", axis), std::string("+2.43"));
        QCOMPARE(readOut(-1.884, 2, " bn", axis), std::string("−1.88 bn"));
        QCOMPARE(readOut(kNaN, 2, " bn", axis), std::string("–"));
        LineLayer percentile;
        percentile.decimals = 1;
        percentile.readOutOnly = true;
        QCOMPARE(readOut(98.6, percentile, axis), std::string("98.6"));
    }

    void theScaleFitsWhatIsInSight() {
        const Pane pane = paneWith({1, 2, 3, 1000, kNaN});
        const ValueScale scale = fittedScale(pane, 0, 2);
        QVERIFY(scale.low < 1 && scale.low > 0.5);
        QVERIFY(scale.high > 3 && scale.high < 3.5);
        QVERIFY(fittedScale(pane, 0, 4).high > 1000);
    }

    void theScaleReachesTheAxisMinimums() {
        ValueAxis axis;
        axis.minimumLow = -3.4;
        axis.minimumHigh = 3.4;
        QCOMPARE(fittedScale(paneWith({-1, 1}, axis), 0, 1), (ValueScale{-3.4, 3.4, false}));
        QVERIFY(fittedScale(paneWith({-1, 6.5}, axis), 0, 1).high > 6.5);
    }

    void aScaleIsNeverEmpty_data() {
        QTest::addColumn<QVector<double>>("values");
        QTest::newRow("no values") << QVector<double>{};
        QTest::newRow("only missing values") << QVector<double>{kNaN, kNaN};
        QTest::newRow("all equal") << QVector<double>{5, 5, 5};
        QTest::newRow("all zero") << QVector<double>{0, 0};
        QTest::newRow("one huge value") << QVector<double>{11588474};
        QTest::newRow("negative values") << QVector<double>{-0.4, -0.5};
        QTest::newRow("infinite values are skipped") << QVector<double>{1, HUGE_VAL, -HUGE_VAL};
    }
    void aScaleIsNeverEmpty() {
        QFETCH(const QVector<double>, values);
        for (const bool logarithmic : {false, true}) {
            ValueAxis axis;
            axis.logarithmic = logarithmic;
            const Pane pane = paneWith({values.begin(), values.end()}, axis);
            const ValueScale scale = fittedScale(pane, 0, static_cast<int>(values.size()) - 1);
            QVERIFY(std::isfinite(scale.low) && std::isfinite(scale.high) && scale.low < scale.high);
            QVERIFY(!valueTicks(axis, scale, 200, 14).empty());
            for (const double value : values)
                if (std::isfinite(value))
                    QVERIFY(scale.fraction(value) > 0 && scale.fraction(value) < 1);
        }
    }

    void aLogarithmicAxisFallsBackWhenValuesAreNotPositive() {
        ValueAxis axis;
        axis.logarithmic = true;
        QVERIFY(fittedScale(paneWith({1, 10}, axis), 0, 1).logarithmic);
        QVERIFY(!fittedScale(paneWith({-1, 10}, axis), 0, 1).logarithmic);
        QVERIFY(!fittedScale(paneWith({0, 10}, axis), 0, 1).logarithmic);
    }

    void barsStandOnZero() {
        Pane pane;
        BarLayer bars;
        bars.values = column({3, 4});
        pane.layers = {bars};
        QVERIFY(fittedScale(pane, 0, 1).low < 0);
    }

    void timeTicksReadAs_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<double>("width");
        QTest::addColumn<QStringList>("labels");
        const auto list = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char('|'));
        };
        // Sessions are the weekdays from 2 January 2023 on; 520 is 30 December 2024.
        QTest::newRow("a year by months")
            << 260 << 519 << 960.0 << list("2024|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec");
        QTest::newRow("a year in little room by quarters") << 260 << 519 << 300.0 << list("2024|Apr|Jul|Oct");
        QTest::newRow("months without January name the year once")
            << 290 << 400 << 700.0 << list("Mar 2024|Apr|May|Jun|Jul");
        QTest::newRow("ten sessions by days")
            << 270 << 279 << 900.0
            << list("15 Jan 2024|16 Jan|17 Jan|18 Jan|19 Jan|22 Jan|23 Jan|24 Jan|25 Jan");
        QTest::newRow("six weeks by weeks")
            << 270 << 300 << 480.0 << list("15 Jan|22 Jan|29 Jan|5 Feb 2024|12 Feb|19 Feb");
        QTest::newRow("ten years by years")
            << 0 << 2600 << 700.0 << list("2024|2025|2026|2027|2028|2029|2030|2031|2032");
        QTest::newRow("ten years in little room") << 0 << 2600 << 120.0 << list("2025|2030");
    }
    void timeTicksReadAs() {
        QFETCH(const int, first);
        QFETCH(const int, last);
        QFETCH(const double, width);
        QFETCH(const QStringList, labels);
        const auto dates = weekdaysFrom(*makeDate(2023, 1, 2), 2700);
        QCOMPARE(labelsOf(timeTicks(dates, geometryOver(first, last, width))), labels);
    }

    void timeLabelsNeverOverlapAndAreNeverCut() {
        const auto dates = weekdaysFrom(*makeDate(1979, 1, 2), 12000);
        for (int sessions : {1, 2, 5, 10, 22, 64, 127, 253, 700, 1300, 2600, 6000, 12000})
            for (double width : {60.0, 130.0, 333.0, 800.0, 1900.0})
                for (int start : {0, 3, 1234, 7777}) {
                    const int first = std::min(start, 12000 - sessions);
                    const TimeAxisGeometry geometry = geometryOver(first, first + sessions - 1, width);
                    double end = -1e9;
                    for (const TimeTick& tick : timeTicks(dates, geometry)) {
                        QVERIFY(tick.session >= first && tick.session < first + sessions);
                        if (tick.label.empty())
                            continue;
                        const double left = geometry.position(tick.session) + geometry.labelOffset;
                        QVERIFY(left >= end + geometry.gap);
                        end = left + geometry.labelWidth(tick.label);
                        QVERIFY(end <= width);
                    }
                }
    }

    void wideAxesAreNeverBare() {
        const auto dates = weekdaysFrom(*makeDate(1979, 1, 2), 12000);
        for (int sessions : {5, 10, 22, 64, 127, 253, 700, 1300, 2600, 6000, 12000})
            for (int start : {0, 17, 5000}) {
                const int first = std::min(start, 12000 - sessions);
                const auto labels =
                    labelsOf(timeTicks(dates, geometryOver(first, first + sessions - 1, 800)));
                QVERIFY2(labels.size() >= 3,
                         qPrintable(QStringLiteral("%1 sessions from %2").arg(sessions).arg(first)));
                QVERIFY(labels.join(QLatin1Char(' '))
                            .contains(QRegularExpression(QStringLiteral("\\b(19|20)\\d\\d\\b"))));
            }
    }

    void aHoleInTheDatesCostsNoTickItsPlace() {
        std::vector<Date> dates = weekdaysFrom(*makeDate(2015, 1, 1), 300);
        const std::vector<Date> later = weekdaysFrom(*makeDate(2021, 5, 3), 300);
        dates.insert(dates.end(), later.begin(), later.end());
        int previous = -1;
        for (const TimeTick& tick : timeTicks(dates, geometryOver(0, 599, 900))) {
            QVERIFY(tick.session > previous);
            previous = tick.session;
        }
        QVERIFY(previous > 300);
    }

    void noDatesNoTicks() { QVERIFY(timeTicks({}, geometryOver(0, 0, 100)).empty()); }
};

ROTASCOPE_SUITE(TicksTest)
#include "test_ticks.moc"
