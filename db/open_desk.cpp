#include "db/open_desk.h"
