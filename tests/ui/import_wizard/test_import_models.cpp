// The wizard's models, and the words they are filled with.
#include "tests/support/suites.h"
#include "ui/import_wizard/preview_model.h"
#include "ui/import_wizard/setting_choices.h"
#include "ui/models/data_tables.h"
#include "ui/widgets/two_line_list.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rotascope;

namespace {

std::shared_ptr<const ImportPreview> invented() {
    auto preview = std::make_shared<ImportPreview>();
    preview->columns = {{"Date", "date", ColumnRole::Day, "date", true},
                        {"Price", "price", ColumnRole::Close, "close of RUT", true},
                        {"Note", "note", ColumnRole::Ignored, "not stored", false}};
    preview->rows = {{4, {"2025-01-02", "10.5", "first"}}, {5, {"2025-01-03", "1x", ""}}};
    ImportIssue issue;
    issue.line = 5;
    issue.column = 2;
    preview->outcome.issues = {issue};
    return preview;
}

TwoLines lines(const char* first, const char* second) {
    TwoLines item;
    item.first = QString::fromUtf8(first);
    item.second = QString::fromUtf8(second);
    return item;
}

} // namespace

class TestImportModels : public QObject {
    Q_OBJECT

private slots:
    void thePreviewIsAProperModel() {
        PreviewModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(invented());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
        model.reset(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void columnsAreColouredByRole() {
        PreviewModel model;
        model.reset(invented());
        const auto ink = [&model](int column) {
            return static_cast<ColourRole>(
                model.headerData(column, Qt::Horizontal, TableModel::InkRole).toInt());
        };
        QCOMPARE(ink(0), ColourRole::LargeCap);
        QCOMPARE(ink(1), ColourRole::SmallCap);
        QCOMPARE(ink(2), ColourRole::MutedText);
        QCOMPARE(model.headerData(1, Qt::Horizontal, PreviewModel::HoldsRole).toString(),
                 QStringLiteral("close"));
        QCOMPARE(model.headerData(2, Qt::Horizontal, PreviewModel::HoldsRole).toString(),
                 QStringLiteral("not stored"));
    }

    void aProblemMarksItsRowAndItsCell() {
        PreviewModel model;
        model.reset(invented());
        QVERIFY(!model.index(0, 1).data(PreviewModel::ProblemRole).toBool());
        QVERIFY(model.index(1, 0).data(PreviewModel::ProblemRole).toBool());
        QCOMPARE(static_cast<ColourRole>(model.index(1, 1).data(TableModel::InkRole).toInt()),
                 ColourRole::Negative);
        QCOMPARE(static_cast<ColourRole>(model.index(1, 0).data(TableModel::InkRole).toInt()),
                 ColourRole::Text);
        QCOMPARE(model.rowOfLine(5), 1);
        QCOMPARE(model.rowOfLine(9), -1);
    }

    void twoLinesAreAProperModel() {
        TwoLineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems({lines("a", "b"), lines("c", "d")});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setItems({lines("a", "b"), lines("c", "e")});
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        model.setItems({lines("a", "b")});
        QCOMPARE(resets.size(), 1);
    }

    void eachChoiceDecidesOneThing() {
        const ReadingChoices none;
        QVERIFY(withChoice(none, SettingOf::DateOrder, 2).dateOrder == NumericOrder::DayFirst);
        QVERIFY(withChoice(none, SettingOf::Decimal, 2).decimal == ',');
        QVERIFY(withChoice(none, SettingOf::Kind, 2).cadence == Cadence::Weekly);
        QVERIFY(withChoice(none, SettingOf::Encoding, 2).encoding == Encoding::Windows1252);
        QVERIFY(withChoice(none, SettingOf::Delimiter, 3).delimiter == '\t');
        for (const SettingOf setting : {SettingOf::DateOrder, SettingOf::Decimal, SettingOf::Kind,
                                        SettingOf::Encoding, SettingOf::Delimiter, SettingOf::Instrument}) {
            const int last = static_cast<int>(choicesFor(setting).size()) - 1;
            QVERIFY(last >= 1);
            QCOMPARE(withChoice(withChoice(none, setting, last), setting, 0), none);
        }
    }

    void anUndoneImportSaysSo() {
        ImportRecord record;
        record.id = 7;
        record.header.path = "/x/RUT.csv";
        record.counts = {5, 2, 1, 0, 1, 1, 0};
        record.undone = true;
        const std::vector<ImportRecord> records{ImportRecord{}, record};
        const TableSnapshot table = importsTableOf(records);
        QCOMPARE(table.rows[0][0].text, QStringLiteral("7"));
        QCOMPARE(table.rows[0][2].text, QStringLiteral("RUT.csv"));
        QCOMPARE(table.rows[0][5].text, QStringLiteral("5"));
        QCOMPARE(table.rows[0][4].text, QStringLiteral("taken back"));
    }
};

ROTASCOPE_SUITE(TestImportModels)

#include "test_import_models.moc"
