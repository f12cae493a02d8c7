// Logarithm and exponential from arithmetic alone: libraries differ in the last bit, the demo market must
// not.
#pragma once

namespace rotascope {

/// Natural logarithm of x > 0; error below 1e-15 relative for the magnitudes the demo uses.
double portableLog(double x);

/// e to the power x, |x| < 700.
double portableExp(double x);

/// `x` rounded half up to `decimals` decimals (0 to 6); the nearest double to that decimal number.
double roundedTo(double x, int decimals);

} // namespace rotascope
