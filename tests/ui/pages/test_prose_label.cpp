#include "tests/support/suites.h"
#include "ui/widgets/prose_label.h"

#include <QEnterEvent>
#include <QTest>

using namespace rotascope;

namespace {

const QString kSentences = QStringLiteral(
    "IWM took in +$2.78 bn in the week to 28 Nov 2025, its largest inflow of 52 weeks; QQQ lost $1.88 bn.\n\n"
    "Of 17 events, nine were higher after 126 sessions: no more than chance.");

void approach(QWidget& widget) {
    const QPointF at = widget.rect().center();
    QEnterEvent enter(at, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &enter);
}

} // namespace

class ProseLabelTest : public QObject {
    Q_OBJECT

private slots:
    void whatCanBeSelectedLooksTheSame_data() {
        QTest::addColumn<int>("width");
        for (const int width : {120, 233, 301, 480, 900})
            QTest::addRow("%d", width) << width;
    }
    void whatCanBeSelectedLooksTheSame() {
        QFETCH(const int, width);
        ProseLabel label;
        label.setContentsMargins(12, 2, 12, 8);
        label.setProse(kSentences);
        const int height = label.heightForWidth(width);
        label.resize(width, height);
        const QImage before = label.grab().toImage();
        QCOMPARE(label.textInteractionFlags(), Qt::TextInteractionFlags{Qt::NoTextInteraction});
        approach(label);
        QVERIFY(label.textInteractionFlags() & Qt::TextSelectableByMouse);
        QCOMPARE(label.QLabel::heightForWidth(width), height);
        QCOMPARE(label.grab().toImage(), before);
    }

    void wordsAreSelectedWithTheMouse() {
        ProseLabel label;
        label.setProse(kSentences);
        label.resize(900, label.heightForWidth(900));
        label.show();
        approach(label);
        QTest::mousePress(&label, Qt::LeftButton, {}, QPoint(0, 6));
        QTest::mouseMove(&label, QPoint(200, 6));
        QTest::mouseRelease(&label, Qt::LeftButton, {}, QPoint(200, 6));
        QVERIFY2(label.selectedText().startsWith(QLatin1String("IWM took in")),
                 qPrintable(label.selectedText()));
    }

    void aNewTextIsNotLaidOutToBeSelectedUntilThen() {
        ProseLabel label;
        label.setProse(kSentences);
        approach(label);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&label, &leave);
        label.setProse(QStringLiteral("Another sentence."));
        QCOMPARE(label.textInteractionFlags(), Qt::TextInteractionFlags{Qt::NoTextInteraction});
    }
};

ROTASCOPE_SUITE(ProseLabelTest)
#include "test_prose_label.moc"
