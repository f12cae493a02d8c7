"""Times the same event study with numpy; prints "part milliseconds"."""
import statistics
import sys
import time

import numpy as np

HORIZONS = (5, 10, 21, 63, 126, 252)
folder = sys.argv[1]
small = np.loadtxt(folder + "/bench_events_small.txt")
large = np.loadtxt(folder + "/bench_events_large.txt")
eligible = np.loadtxt(folder + "/bench_events_eligible.txt", dtype=int)
events = np.loadtxt(folder + "/bench_events_events.txt", dtype=int)


def report(part, work, runs=7):
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    print(part, statistics.median(times))


def interval(positions, outcomes, h):
    n = len(outcomes)
    w = np.maximum(0, 1 - np.abs(positions[:, None] - positions[None, :]) / h).sum()
    s2 = ((outcomes - outcomes.mean()) ** 2).sum() / (n - w / n)
    return np.sqrt(s2 * w / n**2)


def placebo(outcomes, indices):
    shifts = np.arange(len(outcomes))
    means = outcomes[(indices[None, :] + shifts[:, None]) % len(outcomes)].mean(axis=1)
    base = outcomes.mean()
    return (np.abs(means - base) >= abs(outcomes[indices].mean() - base) - 1e-12).mean()


def outcomes_of(h):
    sessions = eligible[eligible + 1 + h < len(small)]
    s = small[sessions + 1 + h] / small[sessions + 1] - 1
    g = large[sessions + 1 + h] / large[sessions + 1] - 1
    kept = events[events + 1 + h < len(small)]
    return sessions, kept, np.searchsorted(sessions, kept), (s, g, s - g)


def horizon(h, legs=3):
    _, kept, indices, series = outcomes_of(h)
    for x in series[:legs]:
        interval(kept, x[indices], h)
        np.median(x[indices])
        placebo(x, indices)


def path():
    for step in range(-21, 253):
        inside = events[(events + 1 + step >= 0) & (events + 1 + step < len(small))]
        x = small[inside + 1 + step] / small[inside + 1] - 1
        interval(inside, x, max(1, abs(step)))
        np.median(x)
        all_in = eligible[(eligible + 1 + step >= 0) & (eligible + 1 + max(step, 0) < len(small))]
        (small[all_in + 1 + step] / small[all_in + 1]).mean()


def study():
    for h in HORIZONS:
        horizon(h)
    path()


def robustness():
    # 144 combinations at 126 sessions and six gaps over all horizons, two series each.
    _, kept, indices, series = outcomes_of(126)
    for _ in range(144):
        interval(kept, series[0][indices], 126)
        placebo(series[0], indices)
    for _ in range(6):
        for h in HORIZONS:
            horizon(h, legs=2)


report("study", study)
report("robustness", robustness)
