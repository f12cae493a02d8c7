// The program itself on each page and section: it draws a picture and ends well. The pages are opened and
// closed elsewhere too, but only here are they linked with all that the program is made of.
#include "ui/pages/page_catalogue.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rotascope;

class PagesTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    /// Empty where the program ended with 0, else what it said.
    QString complaintOf(const char* program, const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QLatin1String(program), arguments);
        if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
            return QStringLiteral("it did not end by itself");
        return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
    }

private slots:
    void initTestCase() {
        QCOMPARE(
            complaintOf(ROTA_PROGRAM, {QStringLiteral("--db"), path("demo.rota"), QStringLiteral("demo")}),
            QString());
    }

    void aPictureIsMadeAndTheProgramEndsWell_data() {
        QTest::addColumn<QString>("page");
        for (const PageInfo& page : pageCatalogue()) {
            const QString name = QLatin1String(page.id);
            QTest::newRow(page.id) << name;
            for (const PageInfo& section : sectionsOf(page))
                QTest::addRow("%s:%s", page.id, section.id)
                    << QString(name + QLatin1Char(':') + QLatin1String(section.id));
        }
    }
    void aPictureIsMadeAndTheProgramEndsWell() {
        QFETCH(const QString, page);
        const QString file = path("page.png");
        QFile::remove(file);
        QCOMPARE(complaintOf(ROTASCOPE_PROGRAM,
                             {path("demo.rota"), QStringLiteral("--page"), page, QStringLiteral("--as-of"),
                              QStringLiteral("2024-11-06"), QStringLiteral("--size"),
                              QStringLiteral("1280x800"), QStringLiteral("--screenshot"), file}),
                 QString());
        QCOMPARE(QImage(file).size(), QSize(1280, 800));
    }
};

QTEST_GUILESS_MAIN(PagesTest)
#include "test_pages.moc"
