// The tables of an event study as files.
#include "core/report/events_csv.h"
#include "tests/core/analysis/event_fixture.h"
#include "tests/support/suites.h"

#include <QString>

using namespace rotascope;
using namespace rotascope::test;

class EventsCsvTest : public QObject {
    Q_OBJECT

    Divergence m_divergence = divergenceOf(inventedPair(1800));
    EventStudyParams m_params = lively(1.5, 21);
    EventStudy m_study = studyOf(m_divergence, m_params);

    static QStringList linesOf(const std::string& csv) {
        return QString::fromStdString(csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    static void verifyTable(const std::string& csv, qsizetype rows) {
        const QStringList lines = linesOf(csv);
        QVERIFY(lines.front().startsWith(QStringLiteral("# ")));
        QStringList table;
        for (const QString& line : lines)
            if (!line.startsWith(QLatin1Char('#')))
                table << line;
        QCOMPARE(table.size(), rows + 1);
        for (const QString& line : table)
            QCOMPARE(line.count(QLatin1Char(',')), table.front().count(QLatin1Char(',')));
        QVERIFY(!QString::fromStdString(csv).contains(QStringLiteral("nan"), Qt::CaseInsensitive));
    }

private slots:
    void everyTableHasItsRowsAndNoMissingNumberIsSpelt() {
        verifyTable(outcomesCsv(m_study), 18);
        verifyTable(eventsCsv(m_study, m_study.rows), qsizetype(m_study.rows.size()));
        verifyTable(lossesCsv(m_study), 9);
        const EventRobustness robustness = *studyRobustness(m_divergence, m_params, 126, Leg::Small);
        verifyTable(combinationsCsv(m_study, robustness), qsizetype(robustness.combinations.size()));
    }

    void figuresAreWrittenInFull() {
        const QString line = linesOf(outcomesCsv(m_study)).at(2);
        QCOMPARE(line.section(QLatin1Char(','), 0, 1), QStringLiteral("5,small"));
        QCOMPARE(line.section(QLatin1Char(','), 5, 5).toDouble(), m_study.at(5).small.inference.mean);
    }
};

ROTASCOPE_SUITE(EventsCsvTest)
#include "test_events_csv.moc"
