#include "core/base/sha256.h"
#include "tests/support/suites.h"

#include <QCryptographicHash>
#include <QtTest>

#include <random>

using namespace rotascope;

class TestSha256 : public QObject {
    Q_OBJECT

private slots:
    void theStandardsExamplesComeOut() {
        QCOMPARE(Sha256{}.hex(),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        Sha256 hash;
        hash.add(std::string_view("abc"));
        QCOMPARE(hash.hex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void piecesOfAnySizeGiveTheSameHashAsQt() {
        std::mt19937 random(11);
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes;
            Sha256 hash;
            for (int piece = 0; piece < 5; ++piece) {
                QByteArray more(static_cast<int>(random() % 150), '\0');
                for (char& c : more)
                    c = static_cast<char>(random());
                hash.add({more.constData(), static_cast<std::size_t>(more.size())});
                bytes += more;
            }
            QCOMPARE(hash.hex(),
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString());
        }
    }
};

ROTASCOPE_SUITE(TestSha256)
#include "test_sha256.moc"
