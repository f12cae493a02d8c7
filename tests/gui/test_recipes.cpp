// What a chart saves as CSV, and what the command in its head prints: the same bytes, chart by chart.
#include "core/demo/demo_market.h"
#include "db/open_desk.h"
#include "ui/convert/convert.h"
#include "ui/main_window/main_window.h"
#include "ui/pages/page_catalogue.h"
#include "ui/plots/figure_view.h"
#include "ui/settings/appearance.h"
#include "ui/settings/settings.h"

#include <QApplication>
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

QString kindOf(const QString& command) {
    return command.section(QLatin1Char(' '), 1, 1);
}

} // namespace

class TestRecipes : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QSet<QString> m_kinds;

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
        for (FigureView* view : window.findChildren<FigureView*>()) {
            if (!view->isVisible() || !view->figure())
                continue;
            const QByteArray saved = QByteArray::fromStdString(view->shownCsv());
            const QString command = commandIn(saved);
            if (command.isEmpty())
                continue;
            m_kinds.insert(kindOf(command));
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
        window.session().setAsOf(parseIsoDate("2024-11-06"));
        QTRY_VERIFY_WITH_TIMEOUT(window.session().tasks().isIdle(), 60000);
        walk(window);
        if (QTest::currentTestFailed())
            return;
        const QStringList kinds =
            QStringLiteral("divergence flows leverage chain breadth rule yields long-run year-ends")
                .split(QLatin1Char(' '));
        const QSet<QString> wanted(kinds.begin(), kinds.end());
        QVERIFY2(m_kinds.contains(wanted), qPrintable(QStringList(m_kinds.values()).join(QLatin1Char(' '))));
    }
};

QTEST_MAIN(TestRecipes)
#include "test_recipes.moc"
