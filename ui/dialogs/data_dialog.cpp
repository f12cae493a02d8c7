#include "ui/dialogs/data_dialog.h"

#include "ui/widgets/data_table.h"

#include <QDialog>
#include <QVBoxLayout>

namespace rotascope {

namespace {

constexpr QSize kSize{820, 640};

} // namespace

QDialog* showDataDialog(const TableSnapshot& data, const Appearance& appearance, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(data.name);
    auto* table = new DataTable(appearance, DataTable::Height::Scrolls, dialog);
    table->setSnapshot(data);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(table);
    dialog->resize(kSize);
    dialog->show();
    table->setFocus();
    return dialog;
}

} // namespace rotascope
