# Trains one workload, read from the standard input, with PyTorch on one thread,
# and prints what pages/harness.js would answer. Batches are cut beforehand, as
# there, so that only training is timed.
import json
import math
import sys
import time

import torch

torch.set_num_threads(1)


def mlp(w):
    layers = []
    for i, (inputs, outputs) in enumerate(zip(w["Shape"], w["Shape"][1:])):
        layer = torch.nn.Linear(inputs, outputs)
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(w["Weights"][2 * i], dtype=torch.float32).reshape(inputs, outputs).T)
            layer.bias.copy_(torch.tensor(w["Weights"][2 * i + 1], dtype=torch.float32))
        layers += [layer, torch.nn.ReLU() if w["Activation"] == "relu" else torch.nn.Tanh()]
    layers.pop()
    if w["Output"] == "tanh":
        layers.append(torch.nn.Tanh())
    x = torch.tensor(w["X"], dtype=torch.float32).reshape(-1, w["Shape"][0])
    t = torch.tensor(w["T"], dtype=torch.float32).reshape(-1, w["Shape"][-1])
    if w["Softmax"]:
        return torch.nn.Sequential(*layers), torch.nn.functional.cross_entropy, x, t.argmax(1)
    return torch.nn.Sequential(*layers), torch.nn.functional.mse_loss, x, t


# Kernels come as (3, 3, C, F), and what the last layer sees as (H, W, C): PyTorch
# has (F, C, 3, 3) and (C, H, W).
def cnn(w):
    side, channels = math.isqrt(w["Shape"][0]), 1
    weights = [torch.tensor(v, dtype=torch.float32) for v in w["Weights"]]
    x = torch.tensor(w["X"], dtype=torch.float32).reshape(-1, 1, side, side)
    t = torch.tensor(w["T"], dtype=torch.float32).reshape(-1, w["Shape"][-1])
    layers = []
    for i, filters in enumerate(w["Filters"]):
        layer = torch.nn.Conv2d(channels, filters, 3)
        with torch.no_grad():
            layer.weight.copy_(weights[2 * i].reshape(3, 3, channels, filters).permute(3, 2, 0, 1))
            layer.bias.copy_(weights[2 * i + 1])
        layers += [layer, torch.nn.ReLU(), torch.nn.MaxPool2d(2)]
        side, channels = (side - 2) // 2, filters
    dense = torch.nn.Linear(side * side * channels, w["Shape"][-1])
    with torch.no_grad():
        dense.weight.copy_(weights[-2].reshape(side, side, channels, -1).permute(3, 2, 0, 1).flatten(1))
        dense.bias.copy_(weights[-1])
    net = torch.nn.Sequential(*layers, torch.nn.Flatten(), dense)
    return net, torch.nn.functional.cross_entropy, x, t.argmax(1)


# A model is a function that returns a network, its loss, inputs and targets.
models = {"mlp": mlp, "cnn": cnn}
optimizers = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}


def run(w):
    if w["Model"] not in models:
        return {"Absent": True}
    net, criterion, x, t = models[w["Model"]](w)
    n, size = len(x), w["Batch"]
    rows = [torch.arange(s * size, (s + 1) * size) % n for s in range(n // math.gcd(n, size))]
    batches = [(x[i], t[i]) for i in rows]
    optimizer = optimizers[w["Optimizer"]](net.parameters(), lr=w["LearningRate"])
    step = 0

    def loss():
        with torch.no_grad():
            return criterion(net(x), t).item()

    def train(steps):
        nonlocal step
        for _ in range(steps):
            xs, ts = batches[step % len(batches)]
            step += 1
            optimizer.zero_grad()
            criterion(net(xs), ts).backward()
            optimizer.step()

    def seconds(steps):
        began = time.perf_counter()
        train(steps)
        return time.perf_counter() - began

    before = loss()
    train(w["Steps"])
    after = loss()
    steps = 1
    while (took := seconds(steps)) < w["Seconds"] / 10:
        steps *= 2
    steps = math.ceil(steps * w["Seconds"] / took)
    median = sorted(seconds(steps) for _ in range(3))[1]
    return {"SamplesPerSecond": steps * size / median, "Before": before, "After": after, "System": system()}


# PyTorch of a Linux distribution takes the BLAS that is installed, of which the
# plain one is many times slower than others; that has to be told.
def system():
    name = f"PyTorch {torch.__version__}"
    try:
        with open("/proc/self/maps") as maps:
            text = maps.read().lower()
        known = {"openblas": "OpenBLAS", "mkl": "MKL", "blis": "BLIS"}
        name += " + " + next((known[k] for k in known if k in text), "plain BLAS")
    except OSError:
        pass
    return name + ", native, 1 thread"


print(json.dumps(run(json.load(sys.stdin))))
