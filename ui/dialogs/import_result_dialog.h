// What an import did, in words, with every row that was left out.
#pragma once

#include "core/workflow/import_files.h"
#include "ui/settings/appearance.h"

#include <QDialog>
#include <QString>

#include <vector>

namespace rotascope {

/// "^RUT.csv: 9,811 rows read for RUT, 1987-09-10 to 2026-08-21. 9,800 stored, 11 rejected."
QString importSentence(const FileImport& file);

class ImportResultDialog : public QDialog {
    Q_OBJECT

public:
    ImportResultDialog(const std::vector<FileImport>& files, const Appearance& appearance, QWidget* parent);
};

} // namespace rotascope
