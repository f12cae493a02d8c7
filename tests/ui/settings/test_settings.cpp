#include "tests/support/suites.h"
#include "ui/settings/appearance.h"
#include "ui/settings/settings.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#endif

using namespace rotascope;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void everyRowOfTheCatalogueIsWhole_data() {
        QTest::addColumn<int>("row");
        for (const SettingInfo& info : settingCatalogue())
            QTest::newRow(info.key) << int(info.id);
    }
    void everyRowOfTheCatalogueIsWhole() {
        QFETCH(int, row);
        const SettingInfo& info = settingCatalogue()[static_cast<std::size_t>(row)];
        QCOMPARE(int(info.id), row);
        QVERIFY(*info.label && *info.explanation && *info.group);
        const auto parts = [](const char* text) { return QString::fromUtf8(text).split(QLatin1Char('|')); };
        if (info.kind == SettingKind::Choice) {
            QVERIFY(parts(info.choices).size() > info.fallback);
            QCOMPARE(parts(info.choices).size(), parts(info.choiceLabels).size());
        } else {
            QVERIFY(info.low <= info.fallback && info.fallback <= info.high);
        }
    }

    void whatIsSavedComesBack() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/settings.json"));
        Settings first(path);
        first.setChoice(SettingId::Theme, QStringLiteral("dark"));
        first.setNumber(SettingId::EventThreshold, 2.5);
        first.remember(QStringLiteral("window"), {{QStringLiteral("page"), QStringLiteral("divergence")}});
        QVERIFY(first.save());
        const Settings second(path);
        QVERIFY(second.problem().isEmpty());
        QCOMPARE(second.choice(SettingId::Theme), QStringLiteral("dark"));
        QCOMPARE(second.number(SettingId::EventThreshold), 2.5);
        QCOMPARE(second.memory(QStringLiteral("window")).value(QLatin1String("page")).toString(),
                 QStringLiteral("divergence"));
    }

    void aDamagedFileFallsBackAndIsKept_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut off in the middle") << QByteArray("{\"settings\": {\"theme\": \"da");
        QTest::newRow("something else altogether") << QByteArray("\x00\x01\x02 not JSON", 12);
        QTest::newRow("JSON, but a list") << QByteArray("[1, 2]");
        QTest::newRow("empty") << QByteArray();
    }
    void aDamagedFileFallsBackAndIsKept() {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        Settings settings(path);
        QVERIFY(settings.problem().contains(QStringLiteral("Defaults are in use")));
        QCOMPARE(settings.choice(SettingId::Theme), QStringLiteral("system"));
        QFile kept(path + QStringLiteral(".damaged"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
        QVERIFY2(settings.save(), "a new file takes its place");
        QVERIFY(Settings(path).problem().isEmpty());
    }

    void twoWindowsWriteWhatEachHasChanged() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        const QString visits = QStringLiteral("visits");
        Settings before(path);
        before.setNumber(SettingId::EventThreshold, 2.5);
        before.remember(visits, {{QStringLiteral("old"), 1}, {QStringLiteral("gone"), 1}});
        QVERIFY(before.save());
        Settings one(path);
        Settings two(path);
        one.setChoice(SettingId::Theme, QStringLiteral("dark"));
        one.remember(visits, {{QStringLiteral("old"), 1}, {QStringLiteral("one"), 2}});
        QVERIFY(one.save());
        two.setNumber(SettingId::MoveSessions, 10);
        two.remember(visits, {{QStringLiteral("old"), 3}, {QStringLiteral("gone"), 1}});
        QVERIFY(two.save());
        two.setNumber(SettingId::EventGap, 7);
        QVERIFY2(two.save(), "again: what the other wrote is still not taken for a change of one's own");
        const Settings after(path);
        QCOMPARE(after.choice(SettingId::Theme), QStringLiteral("dark"));
        QCOMPARE(after.number(SettingId::MoveSessions), 10.0);
        QCOMPARE(after.number(SettingId::EventThreshold), 2.5);
        QCOMPARE(after.number(SettingId::EventGap), 7.0);
        const QJsonObject kept{{QStringLiteral("old"), 3}, {QStringLiteral("one"), 2}};
        QCOMPARE(after.memory(visits), kept);
    }

    void defaultsThatWereRestoredStayRestored() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        Settings settings(path);
        settings.setChoice(SettingId::Theme, QStringLiteral("dark"));
        QVERIFY(settings.save());
        settings.restoreDefaults();
        QVERIFY(settings.save());
        QCOMPARE(Settings(path).choice(SettingId::Theme), QStringLiteral("system"));
    }

#ifdef Q_OS_UNIX
    void aKilledWriterLeavesTheOldFileOrTheNewOne() {
        constexpr int kRounds = 40;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        const QString part = QStringLiteral("long");
        const auto written = [&part](Settings& settings, int round) {
            const QString text(200'000, QLatin1Char(char('a' + round % 26)));
            settings.remember(part, {{QStringLiteral("text"), text}});
            return settings.save();
        };
        Settings first(path);
        QVERIFY(written(first, 0));
        for (int round = 0; round < kRounds; ++round) {
            int ends[2];
            QCOMPARE(pipe(ends), 0);
            const pid_t writer = fork();
            if (writer == 0) {
                Settings settings(path);
                for (int i = 0; written(settings, i); ++i)
                    if (write(ends[1], "w", 1) != 1)
                        break;
                _exit(1);
            }
            char begun = 0;
            QCOMPARE(read(ends[0], &begun, 1), ssize_t(1));
            usleep(static_cast<useconds_t>(round * 97 % 2000));
            kill(writer, SIGKILL);
            close(ends[0]);
            close(ends[1]);
            int status = 0;
            QCOMPARE(waitpid(writer, &status, 0), writer);
            QVERIFY2(WIFSIGNALED(status), "it was killed while it wrote");
            const Settings after(path);
            QVERIFY2(after.problem().isEmpty(), qPrintable(after.problem()));
            const QString text = after.memory(part).value(QLatin1String("text")).toString();
            QCOMPARE(text.size(), qsizetype(200'000));
            QCOMPARE(text, QString(200'000, text.front()));
        }
    }
#endif

    void aValueOutOfBoundsIsBroughtInside() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "{\"settings\": {\"theme\": \"plaid\", \"move_sessions\": 100000, \"event_gap\": \"many\"}}");
        file.close();
        const Settings settings(path);
        QCOMPARE(settings.choice(SettingId::Theme), QStringLiteral("system"));
        QCOMPARE(settings.number(SettingId::MoveSessions), 252.0);
        QCOMPARE(settings.number(SettingId::EventGap), 63.0);
    }

    void aChangeIsToldOnce() {
        Settings settings{QString()};
        const QSignalSpy spy(&settings, &Settings::changed);
        settings.setNumber(SettingId::MoveSessions, 10);
        settings.setNumber(SettingId::MoveSessions, 10);
        settings.setChoice(SettingId::Theme, QStringLiteral("plaid"));
        QCOMPARE(spy.count(), 1);
    }

    void themesSwitchWithoutLeftovers() {
        Settings settings{QString()};
        Appearance appearance(settings, {});
        settings.setChoice(SettingId::Theme, QStringLiteral("light"));
        const QString light = qApp->styleSheet();
        const QPalette palette = QApplication::palette();
        settings.setChoice(SettingId::Theme, QStringLiteral("dark"));
        QCOMPARE(appearance.theme().id, ThemeId::Dark);
        const QString lightPanel = themeOf(ThemeId::Light).colour(ColourRole::Selection).name();
        QVERIFY2(!qApp->styleSheet().contains(lightPanel), "no colour of the light theme stays behind");
        settings.setChoice(SettingId::Theme, QStringLiteral("light"));
        QCOMPARE(qApp->styleSheet(), light);
        QCOMPARE(QApplication::palette(), palette);
    }

    void theDesktopsThemeIsFollowedWhileItRuns() {
        Settings settings{QString()};
        ThemeId desktop = ThemeId::Light;
        Appearance appearance(settings, {}, nullptr, [&desktop] { return desktop; });
        const QSignalSpy changed(&appearance, &Appearance::themeChanged);
        appearance.followSystem();
        QCOMPARE(changed.count(), 0);
        desktop = ThemeId::Dark;
        appearance.followSystem();
        QCOMPARE(appearance.theme().id, ThemeId::Dark);
        settings.setChoice(SettingId::Theme, QStringLiteral("contrast"));
        desktop = ThemeId::Light;
        appearance.followSystem();
        QCOMPARE(appearance.theme().id, ThemeId::Contrast);
        settings.setChoice(SettingId::Theme, QStringLiteral("system"));
        QCOMPARE(appearance.theme().id, ThemeId::Light);
    }

    void theDesktopsPaletteIsSeenBelowOurs() {
        const ThemeId before = systemThemeId();
        applyTheme(themeOf(ThemeId::Dark));
        QCOMPARE(systemThemeId(), before);
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 themeOf(ThemeId::Dark).colour(ColourRole::Window));
    }

    void aThemeOfTheCommandLineWinsUntilOneIsChosen() {
        Settings settings{QString()};
        Appearance appearance(settings, QStringLiteral("contrast"));
        QCOMPARE(appearance.theme().id, ThemeId::Contrast);
        settings.setChoice(SettingId::Theme, QStringLiteral("dark"));
        QCOMPARE(appearance.theme().id, ThemeId::Dark);
    }
};

ROTASCOPE_SUITE(TestSettings)
#include "test_settings.moc"
