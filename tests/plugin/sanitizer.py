"""What AddressSanitizer's leak detector says of our own code, asked in the middle of a run."""
import ctypes
import glob
import os
import re

LEAK = re.compile(r"^Direct leak of (\d+) byte\(s\) in (\d+) object\(s\) allocated from:\n((?: +#.*\n)+)", re.M)
OURS = re.compile(r"in (\S+)[^\n]*(?:/(?:plugin|providers|engine)/[a-z_/]+\.[ch]pp|lib(?:plugin|provider)_(?:cortege|tension|situation))")


def reports(folder):
    return "".join(open(file, errors="replace").read() for file in glob.glob(os.path.join(folder, "asan.*")))


def our_leaks(folder):
    """Objects and bytes that nothing points to any more, by the innermost function of ours that made them."""
    before = len(reports(folder))
    ctypes.CDLL(None).__lsan_do_recoverable_leak_check()
    leaks = {}
    for size, objects, stack in LEAK.findall(reports(folder)[before:]):
        if made := OURS.search(stack):
            all_objects, all_bytes = leaks.get(made[1], (0, 0))
            leaks[made[1]] = (all_objects + int(objects), all_bytes + int(size))
    return leaks


def grown(first, last, rounds):
    """What leaks at least once every other round."""
    return {name: last[name] for name in last if last[name][0] - first.get(name, (0, 0))[0] >= rounds / 2}
