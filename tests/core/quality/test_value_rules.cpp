#include "tests/core/quality/quality_market.h"
#include "tests/support/suites.h"

#include <QtTest>

using namespace rotascope;
using namespace rotascope::test;

namespace {

/// Multiplies every price from `first` to before `end` by `factor`.
void scale(InstrumentData& data, std::size_t first, std::size_t end, double factor) {
    for (const Field field : {Field::Open, Field::High, Field::Low, Field::Close, Field::AdjClose})
        for (std::size_t i = first; i < end; ++i)
            columnOf(data, field)[i] *= factor;
}

QStringList rulesOf(const InstrumentData& data) {
    QStringList out;
    for (const QString& line : saysOf(data))
        out << line.section(QLatin1Char(' '), 0, 1);
    return out;
}

} // namespace

class TestValueRules : public QObject {
    Q_OBJECT
private slots:
    void onlyAChangeThatLooksLikeASplitIsCalledOne_data() {
        QTest::addColumn<double>("factor");
        QTest::addColumn<QString>("rule");
        QTest::newRow("two for one") << 0.5 << "split_jump";
        QTest::newRow("three for two") << 1 / 1.5 << "split_jump";
        QTest::newRow("one for ten") << 10.0 << "split_jump";
        QTest::newRow("a crash of 22 %") << 0.78 << "outlier";
        QTest::newRow("a fall of 1 %") << 0.99 << "";
    }

    void onlyAChangeThatLooksLikeASplitIsCalledOne() {
        QFETCH(double, factor);
        QFETCH(QString, rule);
        InstrumentData data = cleanBars(800);
        const QString date = QString::fromStdString(isoText(data.daily.dates[500]));
        // The session's own small move must not blur the ratio.
        scale(data, 500, 800, columnOf(data, Field::Close)[499] / columnOf(data, Field::Close)[500]);
        scale(data, 500, 800, factor);
        QCOMPARE(rulesOf(data), rule.isEmpty() ? QStringList() : QStringList(rule + ' ' + date));
    }

    void aTickThatIsUndoneIsASpike() {
        InstrumentData data = cleanBars(800);
        scale(data, 500, 501, 1.25);
        QCOMPARE(rulesOf(data),
                 QStringList("spike " + QString::fromStdString(isoText(data.daily.dates[500]))));
    }

    void aSplitThatIsUndoneIsASpikeToo() {
        InstrumentData data = cleanBars(800);
        scale(data, 500, 501, 0.5);
        QCOMPARE(rulesOf(data).size(), 1);
        QVERIFY(rulesOf(data).front().startsWith("spike"));
    }

    void valuesThatStandStillAreStaleFromTheFifthSessionOn() {
        for (const std::size_t sessions : {4U, 5U}) {
            InstrumentData data = cleanBars(800);
            for (std::size_t i = 300; i < 300 + sessions; ++i) {
                const double price = columnOf(data, Field::Close)[300];
                columnOf(data, Field::Close)[i] = columnOf(data, Field::AdjClose)[i] = price;
                columnOf(data, Field::High)[i] = price * 1.05;
                columnOf(data, Field::Low)[i] = price * 0.95;
            }
            QCOMPARE(rulesOf(data).size(), sessions >= 5 ? 1 : 0);
            if (sessions >= 5)
                QVERIFY(saysOf(data).front().startsWith("stale"));
        }
    }

    void shareCountsMayNotJumpByMoreThanHalf() {
        const InstrumentData bars = cleanBars(300);
        InstrumentData data;
        data.instrument = describeSymbol("IWM");
        Series shares{Field::Shares, Cadence::Daily, Availability::NextSession, bars.daily.dates, {}};
        shares.values.assign(300, 200e6);
        shares.values[150] = 0.15e6;
        data.series.push_back(shares);
        const QStringList says = rulesOf(data);
        QCOMPARE(says.size(), 2); // there and back
        QVERIFY(says.front().startsWith("split_jump"));
        QVERIFY(QString::fromStdString(findingsOf(data).front().message).contains("200,000,000 to 150,000"));
    }

    void reverseSplitsShowInTheMagnitude() {
        InstrumentData data = cleanBars(800);
        for (std::size_t i = 0; i < 800; ++i)
            scale(data, i, i + 1, std::pow(1e-5, static_cast<double>(i) / 799));
        QVERIFY(saysOf(data).filter("magnitude").size() == 1);
    }

    void negativeYieldsAreNoNews() {
        InstrumentData data;
        data.instrument = describeSymbol("DGS10");
        Series yields{Field::Value, Cadence::Daily, Availability::SameDay, {}, {}};
        for (const Date date : cleanBars(400).daily.dates) {
            yields.dates.push_back(date);
            yields.values.push_back(yields.dates.size() % 2 == 0 ? -0.01 : 0.01);
        }
        data.series.push_back(yields);
        for (const QString& line : saysOf(data))
            QVERIFY2(line.startsWith("gap") || line.startsWith("off_calendar"), qPrintable(line));
    }

    void tenRowsAreTooFewToJudge() { QCOMPARE(saysOf(cleanBars(10)), QStringList()); }
    void nothingIsNothing() { QCOMPARE(saysOf(InstrumentData{}), QStringList()); }
};

ROTASCOPE_SUITE(TestValueRules)
#include "test_value_rules.moc"
