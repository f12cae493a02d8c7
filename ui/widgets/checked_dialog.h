// A dialog that stays open until what was typed can be kept.
#pragma once

#include "core/base/result.h"

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace rotascope {

class CheckedDialog : public QDialog {
    Q_OBJECT

public:
    CheckedDialog(const QString& title, QSize size, QWidget* parent);

protected:
    /// Takes what was typed, or says why it cannot be kept.
    virtual Result<void> take() = 0;
    /// Above the reason and the buttons.
    QVBoxLayout* content() const { return m_content; }
    void done(int result) override;

private:
    QVBoxLayout* m_content;
    QLabel* m_problem;
};

} // namespace rotascope
