"""Times the same kernels with pandas, TA-Lib and bottleneck where they are installed; prints "kernel peer milliseconds"."""
import statistics
import sys
import time

import numpy as np
import pandas as pd


def report(kernel, peer, work, runs=21):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    print(kernel, peer, statistics.median(times))


prices = pd.read_csv(sys.argv[1], header=None, names=["small", "large"])
small, large = prices["small"], prices["large"]
spread = (small.pct_change(5) - large.pct_change(5)).fillna(0)


def rolling_z():
    window = spread.rolling(252)
    return (spread - window.mean()) / window.std()


def expanding_z():
    window = spread.expanding(252)
    return (spread - window.mean()) / window.std()


def mad_z():
    median = spread.expanding(252).median()
    values = spread.to_numpy()
    mad = [np.median(np.abs(values[: i + 1] - median.iloc[i])) for i in range(251, len(values))]
    return median, mad


report("ema20", "pandas", lambda: small.ewm(span=20, adjust=False).mean())
report("sma200", "pandas", lambda: small.rolling(200).mean())
report("rolling_sd", "pandas", lambda: (spread.rolling(252).mean(), spread.rolling(252).std()))
report("rolling_z", "pandas", rolling_z)
report("correlation", "pandas", lambda: small.rolling(252).corr(large))
report("expanding_z", "pandas", expanding_z)
report("ewma_z", "pandas", lambda: spread / np.sqrt((spread**2).ewm(alpha=0.06, adjust=False).mean().shift(1)))
report("order", "numpy", lambda: np.argsort(spread.to_numpy(), kind="stable"))
report("mad_z", "pandas", mad_z, runs=1)
report("percentile", "pandas", lambda: spread.expanding().rank(method="max", pct=True))

try:
    import bottleneck

    values = spread.to_numpy()
    report("rolling_sd", "bottleneck", lambda: (bottleneck.move_mean(values, 252), bottleneck.move_std(values, 252, ddof=1)))
    report("sma200", "bottleneck", lambda: bottleneck.move_mean(small.to_numpy(), 200))
except ImportError:
    pass

try:
    import talib

    report("ema20", "TA-Lib", lambda: talib.EMA(small.to_numpy(), 20))
    report("rsi14", "TA-Lib", lambda: talib.RSI(small.to_numpy(), 14))
    report("sma200", "TA-Lib", lambda: talib.SMA(small.to_numpy(), 200))
    report("rolling_sd", "TA-Lib", lambda: (talib.SMA(spread.to_numpy(), 252), talib.STDDEV(spread.to_numpy(), 252)))
    report("correlation", "TA-Lib", lambda: talib.CORREL(small.to_numpy(), large.to_numpy(), 252))
except ImportError:
    pass
