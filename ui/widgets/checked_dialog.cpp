#include "ui/widgets/checked_dialog.h"

#include "ui/convert/convert.h"
#include "ui/theme/dress.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace rotascope {

CheckedDialog::CheckedDialog(const QString& title, QSize size, QWidget* parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_problem(new QLabel(this)) {
    setWindowTitle(title);
    resize(size);
    m_problem->setWordWrap(true);
    m_problem->hide();
    setInk(*m_problem, ColourRole::Negative);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_content, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
}

/// Nothing typed is lost: what cannot be kept stays, with the reason.
void CheckedDialog::done(int result) {
    if (result == QDialog::Accepted) {
        if (const auto taken = take(); !taken) {
            m_problem->setText(qtext(taken.error().message));
            m_problem->show();
            return;
        }
    }
    QDialog::done(result);
}

} // namespace rotascope
