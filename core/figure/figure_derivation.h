// Where the values that a chart shows at one place come from.
#pragma once

#include "core/figure/derivation.h"
#include "core/figure/figure.h"

namespace rotascope {

/// What the figure says at `session`, in words: its title and day, what each layer reads there, and the notes
/// of its panes as the formula. Without inputs: the figure does not know what it was drawn from.
Derivation derivationAt(const Figure& figure, int session);

} // namespace rotascope
