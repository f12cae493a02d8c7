#include "core/base/sha256.h"
#include "core/csv/unpacked_file.h"
#include "tests/support/suites.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

#include <string>

using namespace rotascope;

namespace {

const std::string kText = "Date,Close\n2025-01-02,5.5\n2025-01-03,6.5\n";

/// `window` 31 writes gzip, -15 a bare stream.
std::string deflated(const std::string& text, int window) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string little(std::uint64_t value, int bytes) {
    std::string out;
    for (; bytes > 0; --bytes, value >>= 8)
        out += static_cast<char>(value & 0xFF);
    return out;
}

struct Member {
    std::string name;
    std::string text;
    bool deflate = true;
    unsigned flags = 0;
};

std::string zipOf(const std::vector<Member>& members) {
    std::string out;
    std::string directory;
    for (const Member& member : members) {
        const std::string data = member.deflate ? deflated(member.text, -15) : member.text;
        const auto crc = crc32(0, reinterpret_cast<const Bytef*>(member.text.data()),
                               static_cast<uInt>(member.text.size()));
        const std::string common = little(20, 2) + little(member.flags, 2) +
                                   little(member.deflate ? 8 : 0, 2) + little(0, 4) + little(crc, 4) +
                                   little(data.size(), 4) + little(member.text.size(), 4) +
                                   little(member.name.size(), 2) + little(0, 2);
        directory += "PK\1\2" + little(20, 2) + common + little(0, 10) + little(out.size(), 4) + member.name;
        out += "PK\3\4" + common + member.name + data;
    }
    const std::size_t at = out.size();
    return out + directory + "PK\5\6" + little(0, 4) + little(members.size(), 2) + little(members.size(), 2) +
           little(directory.size(), 4) + little(at, 4) + little(0, 2);
}

QByteArray bytesOf(const std::string& text) {
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

class TestUnpackedFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string written(const QByteArray& bytes) const {
        QFile file(m_folder.filePath(QStringLiteral("file")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName().toStdString();
    }

    /// The whole content, in pieces of `block` bytes; the error's code where there is one.
    static std::string content(ByteSource& source, std::size_t block) {
        std::string piece(block, '\0');
        std::string out;
        for (;;) {
            const auto count = source.read(piece);
            if (!count)
                return count.error().code;
            if (*count == 0)
                return out;
            out.append(piece, 0, *count);
        }
    }

private slots:
    void theTextOfAPackedFileIsItsContent_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a plain file") << bytesOf(kText);
        QTest::newRow("gzip") << bytesOf(deflated(kText, 31));
        QTest::newRow("gzip in two members")
            << bytesOf(deflated(kText.substr(0, 9), 31) + deflated(kText.substr(9), 31));
        QTest::newRow("gzip with padding") << bytesOf(deflated(kText, 31) + std::string(700, '\0'));
        QTest::newRow("zip") << bytesOf(zipOf({{"prices.csv", kText}}));
        QTest::newRow("zip, stored") << bytesOf(zipOf({{"prices.csv", kText, false}}));
        QTest::newRow("zip from a Mac")
            << bytesOf(zipOf({{"prices/", "", false}, {"prices/a.csv", kText}, {"__MACOSX/._a.csv", "x"}}));
    }

    void theTextOfAPackedFileIsItsContent() {
        QFETCH(QByteArray, bytes);
        const auto source = openUnpacked(written(bytes));
        QVERIFY2(source.has_value(), source ? "" : source.error().message.c_str());
        QCOMPARE((*source)->size(), std::uint64_t(kText.size()));
        for (const std::size_t block : {1UL, 7UL, 4096UL}) {
            QVERIFY((*source)->rewind().has_value());
            QCOMPARE(QString::fromStdString(content(**source, block)), QString::fromStdString(kText));
        }
        const PackedFile* packed = (*source)->packedFile();
        QCOMPARE(packed != nullptr, bytes != bytesOf(kText));
        if (packed != nullptr) {
            Sha256 hash;
            hash.add({bytes.constData(), std::size_t(bytes.size())});
            QCOMPARE(packed->sha256, hash.hex());
            QCOMPARE(packed->bytes, std::uint64_t(bytes.size()));
        }
    }

    void whatCannotBeUnpackedIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const std::string gzip = deflated(kText, 31);
        const std::string zip = zipOf({{"prices.csv", kText}});
        std::string wrong = gzip;
        wrong[wrong.size() - 6] = static_cast<char>(wrong[wrong.size() - 6] ^ 1);
        std::string wrongZip = zip;
        wrongZip[14] = 'x';
        wrongZip[zip.find("PK\1\2") + 16] = 'x';
        QTest::newRow("gzip cut off") << bytesOf(gzip.substr(0, gzip.size() - 9)) << "damaged_archive";
        QTest::newRow("gzip with a wrong check sum") << bytesOf(wrong) << "damaged_archive";
        QTest::newRow("gzip with text behind it") << bytesOf(gzip + "more") << "damaged_archive";
        QTest::newRow("gzip of nothing") << bytesOf(deflated("", 31)) << "empty_file";
        QTest::newRow("zip cut off") << bytesOf(zip.substr(0, zip.size() - 30)) << "damaged_archive";
        QTest::newRow("zip with a wrong check sum") << bytesOf(wrongZip) << "damaged_archive";
        QTest::newRow("zip of nothing") << bytesOf(zipOf({})) << "zip_file";
        QTest::newRow("zip of an empty file") << bytesOf(zipOf({{"a.csv", "", false}})) << "empty_file";
        QTest::newRow("zip of two files")
            << bytesOf(zipOf({{"a.csv", kText}, {"b.csv", kText}})) << "zip_file";
        QTest::newRow("encrypted zip") << bytesOf(zipOf({{"a.csv", kText, true, 1}})) << "zip_file";
        QTest::newRow("workbook") << bytesOf(zipOf({{"[Content_Types].xml", "<a/>"}, {"b.xml", "<b/>"}}))
                                  << "zip_file";
    }

    void whatCannotBeUnpackedIsRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto source = openUnpacked(written(bytes));
        QVERIFY(!source);
        QCOMPARE(QString::fromStdString(source.error().code), code);
    }
};

ROTASCOPE_SUITE(TestUnpackedFile)
#include "test_unpacked_file.moc"
