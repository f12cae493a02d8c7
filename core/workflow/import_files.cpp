#include "core/workflow/import_files.h"
