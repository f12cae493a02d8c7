// Rules drafted from sentences: each checks, shows its words, and asks what they leave open.
#include "core/rules/checked_rule.h"
#include "core/rules/draft_rules.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;

class DraftRulesTest : public QObject {
    Q_OBJECT

private slots:
    void draftsARule_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expression");
        QTest::addColumn<bool>("asks");
        const auto row = [](const char* text, const char* expression, bool asks) {
            QTest::newRow(text) << QString::fromUtf8(text) << expression << asks;
        };
        row("If small caps outperform large caps by >3 % over 5 trading days",
            "ret(RUT, 5) - ret(SPX, 5) > 3pp", false);
        row("Stop if IWM underperforms SPY by 3 %", "ret(IWM, 5) - ret(SPY, 5) < -3pp", true);
        row("the 10-year yield rises > 25 bp in 48 hours", "chg(DGS10, 2) > 25bp", false);
        row("Fade if IWM gains > 7 % in two weeks", "ret(IWM, 10) > 7%", false);
        row("the Russell 2000 gains 10 % week-over-week", "wret(RUT) > 10%", false);
        row("HY spread widening > 100 bp", "chg(HYOAS, 21) > 100bp", true);
        row("SPX drops 2.5% in a day", "ret(SPX, 1) < -2.5%", false);
        row("TNA 20 % within 21 sessions", "ret(TNA, 21) > 20%", true);
    }
    void draftsARule() {
        QFETCH(const QString, text);
        QFETCH(const QString, expression);
        QFETCH(const bool, asks);
        const auto drafts = draftRules(text.toStdString(), "RUT", "SPX");
        QCOMPARE(drafts.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(drafts.front().expression), expression);
        QCOMPARE(!drafts.front().question.empty(), asks);
        QVERIFY(checkRule(drafts.front().expression, {}));
    }

    void takesATextClauseByClause() {
        const std::string text =
            "Momentum is strong. Stop if IWM underperforms SPY by 3 % over 5 sessions, or the 10-year "
            "yield rises more than 25 bp in 48 hours; valuations are 30 % lower.";
        const auto drafts = draftRules(text, "RUT", "SPX");
        QCOMPARE(drafts.size(), std::size_t{2});
        QVERIFY(text.substr(drafts[0].words.begin, 10).find("Stop") != std::string::npos);
        QCOMPARE(drafts[1].expression, std::string("chg(DGS10, 2) > 25bp"));
        QVERIFY(draftRules("", "RUT", "SPX").empty());
        QVERIFY(draftRules("small caps 0 % over 5 days", "RUT", "SPX").empty());
    }
};

ROTASCOPE_SUITE(DraftRulesTest)
#include "test_draft_rules.moc"
