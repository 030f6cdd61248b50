"""What the scripts share that write references with PyTorch (Debian's
python3-torch; made with 1.13). `make goldens` runs them all.

Inputs and weights are float32 numbers; PyTorch computes on them in float64, so
that a reference carries no rounding of its own. Every number is written as the
shortest decimal that gives its float32.
"""
import json
import os
import sys
import zlib

import numpy as np
import torch

torch.set_default_dtype(torch.float64)


def seed(name):
    """Random numbers of the row of that name: others may come and go."""
    torch.manual_seed(zlib.crc32(name.encode()))


def f32(v):
    """The nearest float32, as a float64."""
    return float(np.float32(v))


def rounded(t):
    """The nearest float32 numbers, as float64."""
    return t.detach().float().double()


def plain(v):
    """Tensors as flat lists, row by row, of shortest float32 decimals. What is
    left of sums that cancel is written as 0: it differs between processors."""
    if isinstance(v, torch.Tensor):
        v = v.detach().reshape(-1).tolist() if v.dim() else v.item()
    if isinstance(v, float):
        return float(str(np.float32(v))) if abs(v) > 1e-12 else 0.0
    if isinstance(v, dict):
        return {k: plain(e) for k, e in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(e) for e in v]
    return v


def lines(v, indent=""):
    """JSON with a line a field, and lists of numbers on one line."""
    inner = indent + " "
    if isinstance(v, dict) and v:
        return "{\n" + ",\n".join(inner + json.dumps(k) + ": " + lines(e, inner) for k, e in v.items()) + "\n" + indent + "}"
    if isinstance(v, list) and v and isinstance(v[0], dict):
        return "[\n" + ",\n".join(inner + lines(e, inner) for e in v) + "\n" + indent + "]"
    return json.dumps(v)


def write(reference):
    """Writes NAME.json beside the script NAME.py that runs."""
    text = lines(plain(reference)) + "\n"
    with open(os.path.splitext(os.path.abspath(sys.argv[0]))[0] + ".json", "w") as file:
        file.write(text)
