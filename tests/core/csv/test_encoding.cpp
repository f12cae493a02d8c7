#include "core/csv/encoding.h"
#include "tests/support/suites.h"

#include <QStringEncoder>
#include <QtTest>

#include <random>

using namespace rotascope;

namespace {

std::string textOf(const QByteArray& bytes, Encoding encoding, std::size_t block) {
    const auto source = bytesInMemory(bytes.toStdString());
    TextSource text(*source, encoding);
    std::string out;
    std::string piece(block, '\0');
    for (auto count = text.read(piece); *count > 0; count = text.read(piece))
        out.append(piece, 0, *count);
    return out;
}

QByteArray inUtf16(const QString& text, QStringConverter::Encoding encoding) {
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode(text);
}

} // namespace

class TestEncoding : public QObject {
    Q_OBJECT

private slots:
    void marksAndZerosTellTheEncoding() {
        QCOMPARE(encodingOfStart("Date,Close"), Encoding::Utf8);
        QCOMPARE(encodingOfStart("\xEF\xBB\xBF Date"), Encoding::Utf8WithBom);
        QCOMPARE(encodingOfStart("\xFF\xFE Date"), Encoding::Utf16Le);
        QCOMPARE(encodingOfStart("\xFE\xFF Date"), Encoding::Utf16Be);
        QCOMPARE(encodingOfStart(std::string_view("D\0a\0t\0e\0,\0C\0", 12)), Encoding::Utf16Le);
        QCOMPARE(encodingOfStart(std::string_view("\0D\0a\0t\0e\0,\0C", 12)), Encoding::Utf16Be);
        QCOMPARE(encodingOfStart(""), Encoding::Utf8);
    }

    void utf16OfAnyLengthBecomesUtf8() {
        std::mt19937 random(3);
        for (int round = 0; round < 200; ++round) {
            QString text;
            for (unsigned i = 0; i < 40 + random() % 200; ++i)
                text += random() % 20 == 0 ? QString::fromUcs4(U"\U0001F4C8")
                                           : QString(QChar(static_cast<ushort>(0x20 + random() % 0x700)));
            for (const auto& [qt, ours] : {std::pair(QStringConverter::Utf16LE, Encoding::Utf16Le),
                                           std::pair(QStringConverter::Utf16BE, Encoding::Utf16Be)})
                QCOMPARE(QByteArray::fromStdString(textOf(inUtf16(text, qt), ours, 64 + random() % 100)),
                         text.toUtf8());
        }
    }

    void utf8IsCheckedAcrossPieces() {
        const QByteArray valid = QString::fromUcs4(U"M\u00e4rz \U0001F4C8 \u00e9t\u00e9 \u20ac").toUtf8();
        for (int cut = 0; cut <= valid.size(); ++cut) {
            Utf8Check check;
            check.add({valid.constData(), std::size_t(cut)});
            check.add({valid.constData() + cut, std::size_t(valid.size() - cut)});
            QVERIFY(check.valid());
        }
        for (const char* text :
             {"M\xE4rz", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"}) {
            Utf8Check check;
            check.add(std::string_view(text));
            QVERIFY2(!check.valid(), text);
        }
    }

    void windows1252BecomesUtf8() {
        QCOMPARE(fromWindows1252("31.M\xE4rz \x80 5"), std::string("31.M\u00e4rz \u20ac 5"));
    }
};

ROTASCOPE_SUITE(TestEncoding)
#include "test_encoding.moc"
