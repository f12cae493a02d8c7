// The parser gives a tree or an error for any text.
#include "core/rules/checked_rule.h"
#include "core/rules/language.h"
#include "tests/support/suites.h"

#include <QTest>

#include <string>

using namespace rotascope;

namespace {

Vocabulary names() {
    return {{{"RUT", "", InstrumentKind::Index, Unit::IndexPoints},
             {"SPX", "", InstrumentKind::Index, Unit::IndexPoints},
             {"IWM", "", InstrumentKind::Fund, Unit::Price},
             {"DGS10", "", InstrumentKind::Yield, Unit::Percent},
             {"PUTCALL", "", InstrumentKind::Ratio, Unit::Ratio},
             {"BRK-B", "", InstrumentKind::Other, Unit::Price}},
            {"Fed cut"}};
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

} // namespace

class ExpressionTest : public QObject {
    Q_OBJECT

private slots:
    void understands_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"ret(RUT, 5) - ret(SPX, 5) > 3pp",
                                 "ret(RUT,10) > 7%",
                                 "wret(RUT) >= 10%",
                                 "RET(rut,5)>0",
                                 "chg(DGS10, 2) > 25bp",
                                 "chg(DGS10, 2) > 0.25pp",
                                 "chg(DGS10,2)>25 bps",
                                 "DGS10 > 4.5%",
                                 "close(DGS10) - 0.5pp > 4%",
                                 "close(RUT) > 2500",
                                 "RUT > 2,500 or RUT < 1000 level",
                                 "z(ret(RUT,5) - ret(SPX,5)) > 3σ",
                                 "z(ret(RUT,5), rolling_252) ≥ 2 sigma",
                                 "RUT crosses above sma(RUT, 200)",
                                 "RUT crosses below 1.02 * low_n(RUT, 20)",
                                 "drawdown(SPX) <= −3%",
                                 "drawdown(SPX, 63) <= -3%",
                                 "range(IWM) > 15%",
                                 "rsi(IWM, 14) > 70",
                                 "streak(RUT) >= 5 sessions",
                                 "rank(volume(IWM), 252) <= 3",
                                 "rank(RUT, all) = 1",
                                 "flow(IWM, week) > 2.5bn USD",
                                 "flow(IWM, week) > 300m",
                                 "rank(flow(IWM, week), year) <= 3",
                                 "z(flow(IWM, week)) > 2σ",
                                 "ratio(IWM, RUT) < low_n(ratio(IWM, RUT), 63)",
                                 "abs(ret(RUT,1)) > 3%",
                                 "max(ret(RUT,5), ret(SPX,5)) > 4%",
                                 "since(2025-11-28) <= 5 sessions",
                                 "\"Fed cut\" and not (ret(RUT,5) > 3% or ret(SPX,5) > 3%)",
                                 "not not \"fed cut\"",
                                 "ret(RUT,5) > 3% for 3 of 5 sessions",
                                 "ret(RUT,5) > 3% for 2 sessions",
                                 "ret(\"BRK-B\",5) > 3%",
                                 "close(RUT) / sma(RUT, 200) - 1 > 5%",
                                 "PUTCALL > 1.2",
                                 "ret(RUT,5) > 2 * 1.5%",
                                 "ret(RUT,5) > (1pp + 2pp)",
                                 "-ret(RUT,5) > 3%",
                                 "volume(IWM) > 2 * sma(volume(IWM), 20)",
                                 "atr(IWM,14) / IWM > 3%",
                                 "DGS10 > max(4%, sma(DGS10, 63))",
                                 "ret(^RUT, 5) > 3%"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void understands() {
        QFETCH(const QString, text);
        const std::string utf8 = text.toStdString();
        const auto rule = checkRule(utf8, names());
        if (utf8.find("2,500") != std::string::npos) { // a comma separates arguments
            QVERIFY(!rule);
            return;
        }
        QVERIFY2(rule, rule ? "" : asFailure(rule.error(), utf8).value().message.c_str());
    }

    void saysWhatIsWrongAndWhere_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("character");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* text, int character, const char* says) {
            QTest::newRow(text) << QString::fromUtf8(text) << character << QString::fromUtf8(says);
        };
        row("", 1, "empty");
        row("   ", 4, "empty");
        row("chg(DGS10, 2) > 25", 17, "25bp or 0.25pp?");
        row("ret(RUT, 5) > 3", 15, "3% or 3pp?");
        row("ret(RUT, 5) > 0.03", 15, "3% or 3pp?");
        row("z(ret(RUT,5)) > 3", 17, "3σ?");
        row("DGS10 > 4.5", 9, "4.5%?");
        row("flow(IWM, week) > 2", 19, "2bn USD?");
        row("since(2025-11-28) < 5", 21, "5 sessions?");
        row("ret(RUT) > 7%", 1, "over how many observations?");
        row("chg(DGS10) > 25bp", 1, "chg(DGS10, 5)");
        row("DGS10 > 25bp", 9, "Over how many observations?");
        row("RUT > 7%", 7, "Over how many sessions?");
        row("ret(RUT, 5) > 25bp", 15, "does not measure");
        row("chg(DGS10, 2) > 25%", 17, "25bp or 0.25pp?");
        row("ret(RUT, 5) > close(RUT)", 15, "cannot be held against");
        row("ret(RUT, 5) + close(RUT) > 3%", 15, "cannot be added");
        row("ret(RUT, 5) * ret(SPX, 5) > 3%", 15, "cannot be multiplied");
        row("ret(RUTT, 5) > 3%", 5, "The nearest name is RUT.");
        row("rte(RUT, 5) > 3%", 1, "The nearest is ret(S, n).");
        row("\"Fed cuts\"", 1, "Fed cut");
        row("ret(DGS10, 5) > 3%", 1, "chg(DGS10, 5)");
        row("ret(flow(IWM, week), 5) > 3%", 1, "no return");
        row("ret(RUT, 5)", 1, "Compare it");
        row("3% > 2%", 1, "Name a series");
        row("close(RUT) / 0 > 2", 14, "division by zero");
        row("z(ret(RUT,5), in_sample) > 3σ", 15, "knows the future");
        row("z(ret(RUT,5), best) > 3σ", 15, "rolling_252");
        row("ret(RUT, 0) > 3%", 10, "whole number");
        row("ret(RUT, 2.5) > 3%", 10, "whole number");
        row("ret(RUT, 99999) > 3%", 10, "5000");
        row("ret(RUT, 5) > 3% for 6 of 5 sessions", 37, "6 of 5");
        row("ret(RUT, 5) > 3% for 3 of 5", 28, "sessions");
        row("1% < ret(RUT, 5) < 3%", 18, "at a time");
        row("(ret(RUT, 5) > 3%", 1, "never closed");
        row("ret(RUT, 5 > 3%", 4, "never closed");
        row("ret(RUT, 5) > 3%)", 17, "closes no parenthesis");
        row("ret(RUT, 5) > 3% and", 21, "value is expected");
        row("ret(RUT, 5) >> 3%", 14, "value is expected");
        row("ret(RUT, 5) > 3% ret", 18, "does not belong here");
        row("ret(RUT, 5) and ret(SPX, 5)", 1, "no condition");
        row("abs(ret(RUT,5) > 3%) > 3%", 5, "This is a condition");
        row("since(2025-02-30) > 5 sessions", 7, "no date");
        row("2025-11-28 > 5", 1, "since(DATE)");
        row("\"Fed cut", 1, "no end");
        row("ret(RUT; 5) > 3%", 8, "not part of the language");
        row("ret(RUT, 5) > 3% or σ", 21, "value is expected");
        row("1.2.3 < RUT", 1, "no number");
        row("range(ratio(IWM, RUT)) > 3%", 1, "bars");
        row("ratio(DGS10, RUT) > 3", 1, "different units");
        row("ret(close(ratio(RUT, SPX)), 5) > 3%", 11, "name of a series");
        row("flow(IWM, month) > 1bn", 11, "by week or by day");
    }
    void saysWhatIsWrongAndWhere() {
        QFETCH(const QString, text);
        QFETCH(const int, character);
        QFETCH(const QString, says);
        const std::string utf8 = text.toStdString();
        const auto rule = checkRule(utf8, names());
        QVERIFY(!rule);
        const std::string message = asFailure(rule.error(), utf8).value().message;
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(int(characterAt(utf8, rule.error().at.begin)) == character, message.c_str());
        QVERIFY(rule.error().at.end <= utf8.size() && rule.error().at.begin <= rule.error().at.end);
    }

    void takesTenThousandCharacters() {
        const std::string many = repeated("ret(RUT,5)>3% or ", 580) + "ret(RUT,5)>3%";
        QVERIFY(many.size() > 9'800);
        QVERIFY(checkRule(many, names()));
        QVERIFY(!checkRule(repeated("(", 10'000), names()));
        QVERIFY(!checkRule(repeated("not ", 2'500), names()));
        QVERIFY(!checkRule(repeated("-", 10'000), names()));
        QVERIFY(!checkRule(repeated("abs(", 2'500), names()));
        QVERIFY(!checkRule(repeated("\xC2\xA0", 5'000), names()));
        QVERIFY(!checkRule(repeated("x", 20'000), names()));
        QVERIFY(checkRule(repeated("(", 30) + "ret(RUT,5)>3%" + repeated(")", 30), names()));
    }

    void everyFunctionIsToldInTheHelp() {
        const std::string help = ruleLanguageHelp();
        for (const RuleFunction& row : ruleFunctions())
            QVERIFY2(help.find(row.signature) != std::string::npos, std::string(row.signature).c_str());
    }
};

ROTASCOPE_SUITE(ExpressionTest)
#include "test_expression.moc"
