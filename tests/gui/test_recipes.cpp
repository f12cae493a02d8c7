// What a chart saves as CSV, and what the command in its head prints: the same bytes, chart by chart.
#include "core/demo/demo_market.h"
#include "db/open_desk.h"
#include "ui/convert/convert.h"
#include "ui/main_window/main_window.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/settings/appearance.h"
#include "ui/settings/settings.h"
#include "ui/widgets/segment_bar.h"
#include "ui/widgets/value_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

namespace {

struct Silent final : ProgressSink {
    void report(std::uint64_t, std::uint64_t, std::uint64_t) override {}
    bool cancelled() const override { return false; }
};

const QString kMark = QStringLiteral("# The same: rota ");

/// The command in the head of a CSV; empty where there is none.
QString commandIn(const QByteArray& csv) {
    for (const QByteArray& line : csv.split('\n'))
        if (const QString text = QString::fromUtf8(line); text.startsWith(kMark))
            return text.mid(kMark.size());
    return {};
}

/// What a user sets on a page: a segment, a list's row or a box (number), or what is typed (text).
struct Turn {
    QString name;
    int index = 0;
    QString text;
};
struct Variant {
    const char* page;
    const char* section;
    QList<Turn> turns;
    QString says; ///< in the command of a chart that is then shown
};

QList<Variant> variants() {
    const QString subjects = QStringLiteral("Instrument, or the pair as one series");
    const QString below = QStringLiteral("Indicator below");
    const QString stops = QStringLiteral("Stops");
    const QString held = QStringLiteral("What is held");
    const QString overTime = QStringLiteral("Over time");
    const QString structures = QStringLiteral("Structure to begin with");
    const QString premium = QStringLiteral("Premium, % of today's price; 0 is not known");
    QList<Variant> out{
        {"trend", "instrument", {{subjects, 0, {}}}, QStringLiteral("trend ratio ")},
        {"trend", "instrument", {{subjects, 1, {}}}, QStringLiteral("trend spread ")},
        {"trend", "instrument", {{subjects, 6, {}}, {below, 0, {}}}, QStringLiteral(" --indicator ")},
        {"trend",
         "instrument",
         {{QStringLiteral("Closes"), 1, {}}, {below, 3, {}}},
         QStringLiteral(" --adjusted ")},
        {"trend",
         "groups",
         {{QStringLiteral("First group"), 0, {}}, {QStringLiteral("Second group"), 1, {}}},
         QStringLiteral("chart groups ")},
        {"events",
         "",
         {{QStringLiteral("Path of"), 1, {}}, {QStringLiteral("Centre"), 1, {}}},
         QStringLiteral("--path relative --centre median ")},
        {"events",
         "",
         {{QStringLiteral("Enter at"), 1, {}},
          {QStringLiteral("Event day"), 1, {}},
          {QStringLiteral("Against"), 1, {}},
          {QStringLiteral("Horizons"), 1, {}},
          {QStringLiteral("Only if"), 0, QStringLiteral("small > 0")},
          {QStringLiteral("Since"), 0, QStringLiteral("1995")},
          {QStringLiteral("Threshold, σ"), 0, QStringLiteral("2.5")}},
         QStringLiteral(
             "--threshold 2.5 --gap 63 --only-if \"small > 0\" --start 1995-01-01 --peak --entry close "
             "--calendar --baseline volatility")},
        {"pair",
         "trade",
         {{QStringLiteral("Equal parts, one a session"), 2, {}},
          {QStringLiteral("Carry, % of one leg a year"), 0, QStringLiteral("-0.75")},
          {stops, 0, QStringLiteral("entry 1.5%; rolling 10 2%")}},
         QStringLiteral("--scale-in 3 --carry -0.75% --stop \"entry 1.5%\" --stop \"rolling 10 2%\"")},
        {"pair", "trade", {{stops, 0, QStringLiteral(" ; ")}}, QStringLiteral(" --stop none ")},
        {"pair",
         "brackets",
         {{held, 0, {}}, {QStringLiteral("Target, %; 0 is none"), 0, QStringLiteral("0")}},
         QStringLiteral("brackets --bracket-stop 3% --longest 63 --small")},
        {"pair",
         "brackets",
         {{held, 6, {}}, {QStringLiteral("highs and lows"), 1, {}}},
         QStringLiteral(" --intraday")},
        {"pair",
         "brackets",
         {{QStringLiteral("Entered the session after this rule fired"), 1, {}}},
         QStringLiteral(" --rule ")},
        {"pair",
         "options",
         {{structures, 2, {}}, {premium, 0, QStringLiteral("2.35")}},
         QStringLiteral("--structure short-strangle --low 92% --high 108% --premium 2.35% --expiry 31")},
        {"pair", "options", {{structures, 3, {}}}, QStringLiteral("--structure calendar-spread")},
    };
    for (int figure = 0; figure < 5; ++figure)
        out.append(
            {"flows",
             "",
             {{QStringLiteral("Show"), 1, {}}, {overTime, figure, {}}},
             QStringLiteral("--figure ") + QStringList{QStringLiteral("correlation"), QStringLiteral("beta"),
                                                       QStringLiteral("return"), QStringLiteral("drawdown"),
                                                       QStringLiteral("flow_share")}[figure]});
    return out;
}

/// The seen one that people call `name`.
template <class T>
T* called(const MainWindow& window, const QString& name) {
    for (T* widget : window.findChildren<T*>())
        if (widget->isVisible() && widget->accessibleName() == name)
            return widget;
    return nullptr;
}

QString kindOf(const QString& command) {
    return command.section(QLatin1Char(' '), 1, 1);
}

} // namespace

class TestRecipes : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QSet<QString> m_kinds;
    QStringList m_shown; ///< the commands of the charts in sight

    QString desk() const { return m_folder.filePath(QStringLiteral("demo.rota")); }

    QByteArray printed(const QString& command) const {
        QProcess process;
        process.start(QStringLiteral(ROTA_PROGRAM), QProcess::splitCommand(command)
                                                        << QStringLiteral("--db") << desk()
                                                        << QStringLiteral("--log") << QStringLiteral("none"));
        if (!process.waitForFinished(60000))
            return "no answer";
        return process.readAllStandardOutput() + process.readAllStandardError();
    }

    /// Every chart that is shown now.
    void compareShown(MainWindow& window, const QString& page) {
        QTRY_VERIFY_WITH_TIMEOUT(window.session().tasks().isIdle(), 60000);
        m_shown.clear();
        for (FigureView* view : window.findChildren<FigureView*>()) {
            if (!view->isVisible() || !view->figure())
                continue;
            const QByteArray saved = QByteArray::fromStdString(view->shownCsv());
            const QString command = commandIn(saved);
            if (command.isEmpty())
                continue;
            m_kinds.insert(kindOf(command));
            m_shown << command;
            const QByteArray wanted = printed(command);
            QVERIFY2(saved == wanted,
                     qPrintable(page + QLatin1String(": ") + command + QLatin1String("\n") +
                                QString::fromUtf8(saved.left(1500)) + QLatin1String("\n---\n") +
                                QString::fromUtf8(wanted.left(1500))));
        }
    }

    void walk(MainWindow& window) {
        for (const PageInfo& page : pageCatalogue()) {
            const auto sections = sectionsOf(page);
            QStringList ids;
            for (const PageInfo& section : sections)
                ids << QLatin1String(section.id);
            if (ids.isEmpty())
                ids << QString();
            for (const QString& section : ids) {
                window.openPage(QLatin1String(page.id), {{}, {}, section});
                compareShown(window, QLatin1String(page.id) + QLatin1Char(':') + section);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void turn(MainWindow& window, const Turn& turn) {
        if (auto* bar = called<SegmentBar>(window, turn.name)) {
            bar->setCurrent(turn.index);
            emit bar->chosen(turn.index);
        } else if (auto* list = called<QComboBox>(window, turn.name)) {
            QVERIFY2(turn.index < list->count(), qPrintable(turn.name));
            list->setCurrentIndex(turn.index);
            emit list->activated(turn.index);
        } else if (auto* field = called<ValueField>(window, turn.name)) {
            emit field->typed(turn.text);
        } else {
            for (auto* box : window.findChildren<QCheckBox*>())
                if (box->isVisible() && box->text() == turn.name)
                    return box->click();
            QFAIL(qPrintable(turn.name));
        }
        QTRY_VERIFY_WITH_TIMEOUT(window.session().tasks().isIdle(), 60000);
    }

    /// Each choice that a chart's command has words for.
    void walkVariants(MainWindow& window) {
        for (const Variant& variant : variants()) {
            window.openPage(QLatin1String(variant.page), {{}, {}, QLatin1String(variant.section)});
            QTRY_VERIFY_WITH_TIMEOUT(window.session().tasks().isIdle(), 60000);
            for (const Turn& each : variant.turns)
                turn(window, each);
            compareShown(window,
                         QLatin1String(variant.page) + QLatin1Char(':') + QLatin1String(variant.section));
            if (QTest::currentTestFailed())
                return;
            QVERIFY2(!m_shown.filter(variant.says).isEmpty(),
                     qPrintable(variant.says + QLatin1String(" in ") + m_shown.join(QLatin1Char('\n'))));
        }
    }

private slots:
    void initTestCase() {
        auto store = openDesk(utf8(desk()), DeskMode::Create);
        QVERIFY(store.has_value());
        Silent silent;
        QVERIFY(fillDemoDesk(**store, "2025-11-28T21:05:00Z", silent).has_value());
    }

    void everyChartOfTheWindowIsWrittenAgainByItsCommand() {
        Settings settings{QString()};
        Appearance appearance(settings, QStringLiteral("light"));
        MainWindow window([](const std::string& path, DeskAccess) { return openDesk(path, DeskMode::Write); },
                          settings, appearance);
        window.session().openDesk(desk(), DeskAccess::Existing);
        window.resize(1600, 1000);
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().analysis() && window.session().tasks().isIdle(), 60000);
        walk(window);
        if (QTest::currentTestFailed())
            return;
        walkVariants(window);
        if (QTest::currentTestFailed())
            return;
        window.session().setAsOf(parseIsoDate("2024-11-06"));
        QTRY_VERIFY_WITH_TIMEOUT(window.session().tasks().isIdle(), 60000);
        walk(window);
        if (QTest::currentTestFailed())
            return;
        const QStringList kinds =
            QStringLiteral("divergence trend flows funds leverage chain groups breadth event-path rule "
                           "pair-trade brackets payoff yields long-run year-ends")
                .split(QLatin1Char(' '));
        const QSet<QString> wanted(kinds.begin(), kinds.end());
        QVERIFY2(m_kinds.contains(wanted), qPrintable(QStringList(m_kinds.values()).join(QLatin1Char(' '))));
    }
};

QTEST_MAIN(TestRecipes)
#include "test_recipes.moc"
