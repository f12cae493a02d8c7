// Help: what the numbers mean, and every key.
#pragma once

#include <QString>

#include <vector>

class QWidget;

namespace rotascope {

struct KeyText {
    QString keys;
    QString title;
};

/// The page as rich text, for the dialog and for tests.
QString conventionsHtml(const std::vector<KeyText>& keys);
/// Stays open beside the window; asked for again, it comes to the front.
void showConventionsDialog(const std::vector<KeyText>& keys, QWidget* parent);

} // namespace rotascope
