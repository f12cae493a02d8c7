#include "core/analysis/declustering.h"
#include "tests/support/naive_statistics.h"
#include "tests/support/suites.h"

#include <QTest>

using namespace rotascope;
using rotascope::test::kNaN;

class DeclusteringTest : public QObject {
    Q_OBJECT

private slots:
    void keepsTheFirstOfEachCluster_data() {
        QTest::addColumn<std::vector<double>>("z");
        QTest::addColumn<unsigned>("gap");
        QTest::addColumn<std::vector<std::size_t>>("kept");
        using Z = std::vector<double>;
        using Kept = std::vector<std::size_t>;
        QTest::newRow("nothing fires") << Z{1, 2, kNaN} << 5U << Kept{};
        QTest::newRow("the threshold itself fires") << Z{2.999, 3} << 0U << Kept{1};
        QTest::newRow("gap 0 keeps every firing") << Z{3, 4, 1, 5} << 0U << Kept{0, 1, 3};
        QTest::newRow("a firing exactly the gap later is skipped") << Z{3, 0, 0, 3} << 3U << Kept{0};
        QTest::newRow("one session more and it is kept") << Z{3, 0, 0, 0, 3} << 3U << Kept{0, 4};
        QTest::newRow("skipped firings do not extend the cluster") << Z{3, 0, 3, 3, 3} << 2U << Kept{0, 3};
        QTest::newRow("a missing z never fires") << Z{kNaN, kNaN} << 0U << Kept{};
        QTest::newRow("no sessions") << Z{} << 63U << Kept{};
    }
    void keepsTheFirstOfEachCluster() {
        QFETCH(const std::vector<double>, z);
        QFETCH(const unsigned, gap);
        QFETCH(const std::vector<std::size_t>, kept);
        QCOMPARE(firstKeptEvents(z, 3.0, gap), kept);
    }
};

ROTASCOPE_SUITE(DeclusteringTest)
#include "test_declustering.moc"
