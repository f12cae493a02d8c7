// The demo market is ours: its closes are not a vendor's.
#include "tests/core/demo/demo_fixture.h"
#include "tests/support/real_pair.h"
#include "tests/support/suites.h"

using namespace rotascope;
using namespace rotascope::test;

class DemoVendorTest : public QObject {
    Q_OBJECT

private slots:
    void fewerThanOneInAHundredClosesEqualTheRealOne() {
        const std::vector<InstrumentData> real = realPair();
        if (real.empty())
            QSKIP("Real price files are not here: set ROTASCOPE_SHARED to the folder that holds data/real.");
        for (const InstrumentData& theirs : real) {
            const InstrumentData& ours = instrument(theirs.instrument.symbol);
            std::size_t shared = 0, equal = 0;
            for (std::size_t i = 0; i < theirs.daily.dates.size(); ++i) {
                const auto it =
                    std::lower_bound(ours.daily.dates.begin(), ours.daily.dates.end(), theirs.daily.dates[i]);
                if (it == ours.daily.dates.end() || *it != theirs.daily.dates[i])
                    continue;
                ++shared;
                const double close =
                    ours.daily.column(Field::Close)[static_cast<std::size_t>(it - ours.daily.dates.begin())];
                equal += std::abs(close - theirs.daily.column(Field::Close)[i]) < 0.005 ? 1 : 0;
            }
            QVERIFY(shared > 9000);
            QVERIFY2(equal * 100 < shared, (theirs.instrument.symbol + ": " + std::to_string(equal)).c_str());
        }
    }
};

ROTASCOPE_SUITE(DemoVendorTest)
#include "test_demo_vendor.moc"
