// Profiles as text: every setting comes back, and what is not understood is refused.
#include "core/import/profile.h"
#include "tests/support/suites.h"

#include <QTest>

#include <random>

using namespace rotascope;

namespace {

/// Draws profiles of every shape; the same ones on every machine.
class Draw {
public:
    explicit Draw(unsigned seed)
        : m_random(seed) {}

    Profile profile() {
        Profile out;
        out.name = text();
        out.name += 'n';
        out.header = text();
        ReadingChoices& choices = out.choices;
        if (coin())
            choices.symbol = canonicalSymbol(std::to_string(below(1000)).append("S"));
        if (coin())
            choices.dateOrder = static_cast<NumericOrder>(below(3));
        if (coin())
            choices.decimal = coin() ? '.' : ',';
        if (coin())
            choices.encoding = static_cast<Encoding>(below(5));
        if (coin())
            choices.delimiter = std::string_view(",;\t|")[below(4)];
        if (coin())
            choices.cadence = static_cast<Cadence>(below(4));
        if (coin())
            choices.date = dateFromDayNumber(static_cast<std::int32_t>(below(20000)));
        for (std::size_t i = below(6); i > 0; --i)
            choices.roles.push_back({text(), static_cast<ColumnRole>(below(kColumnRoles))});
        out.onConflict = coin() ? ConflictPolicy::Keep : ConflictPolicy::Replace;
        return out;
    }

private:
    bool coin() { return below(2) == 0; }
    std::size_t below(std::size_t count) { return m_random() % count; }
    std::string text() {
        const std::array<std::string, 8> pieces{"a", "\"", "\\", "é", "\n", ",", "{", "Märkte "};
        std::string out;
        for (std::size_t i = below(6); i > 0; --i)
            out += pieces[below(pieces.size())];
        return out;
    }

    std::mt19937 m_random;
};

std::string codeOf(const Result<Profile>& profile) {
    return profile ? "accepted" : profile.error().code;
}

} // namespace

class TestProfile : public QObject {
    Q_OBJECT

private slots:
    void everySettingComesBack() {
        Draw draw(20251128);
        for (int i = 0; i < 2000; ++i) {
            const Profile profile = draw.profile();
            const auto back = parseProfile(profileText(profile));
            QVERIFY2(back, back ? "" : back.error().message.c_str());
            QVERIFY2(*back == profile, profileText(profile).c_str());
        }
    }

    void aCutOffProfileIsRefused() {
        Draw draw(7);
        for (int i = 0; i < 50; ++i) {
            const std::string text = profileText(draw.profile());
            const std::size_t end = text.rfind('}');
            for (std::size_t cut = 0; cut <= end; cut += 3)
                QCOMPARE(codeOf(parseProfile(std::string_view(text).substr(0, cut))),
                         std::string("bad_profile"));
        }
    }

    void whatIsNotUnderstoodIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* text, const char* code) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(code);
        };
        row("no JSON", "Date,Close", "bad_profile");
        row("other JSON", "{\"name\":\"x\"}", "bad_profile");
        row("a list", "[1]", "bad_profile");
        row("a later version", "{\"rotascope_profile\":2,\"name\":\"x\",\"more\":1}", "newer_profile");
        row("a huge version", "{\"rotascope_profile\":1e300,\"name\":\"x\"}", "bad_profile");
        row("an unknown setting", "{\"rotascope_profile\":1,\"name\":\"x\",\"locale\":\"de\"}",
            "bad_profile");
        row("an unknown order", "{\"rotascope_profile\":1,\"name\":\"x\",\"date_order\":\"ydm\"}",
            "bad_profile");
        row("a number for a word", "{\"rotascope_profile\":1,\"name\":\"x\",\"decimal\":1}", "bad_profile");
        row("no name", "{\"rotascope_profile\":1}", "bad_profile");
        row("an unknown role",
            "{\"rotascope_profile\":1,\"name\":\"x\",\"columns\":[{\"heading\":\"a\",\"role\":\"beta\"}]}",
            "bad_profile");
        row("a column without role",
            "{\"rotascope_profile\":1,\"name\":\"x\",\"columns\":[{\"heading\":\"a\"}]}", "bad_profile");
        row("a whole one", "{\"rotascope_profile\":1,\"name\":\"x\"}", "accepted");
    }
    void whatIsNotUnderstoodIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(codeOf(parseProfile(text.toStdString()))), code);
    }

    void theNameOfAProfileTravelsWithTheSettings() {
        QCOMPARE(profileInSettings(settingsText(ReadingPlan{}, "My vendor")), std::string("My vendor"));
        QCOMPARE(profileInSettings(settingsText(ReadingPlan{})), std::string());
        QCOMPARE(profileInSettings("not JSON"), std::string());
    }
};

ROTASCOPE_SUITE(TestProfile)

#include "test_profile.moc"
