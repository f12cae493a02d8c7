// Versions and licences.
#pragma once

#include <QString>

class QWidget;

namespace rotascope {

/// Rich text: the program, its licence, and every library with version and licence.
QString aboutHtml();
void showAboutDialog(QWidget* parent);

} // namespace rotascope
