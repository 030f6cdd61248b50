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


# Tokens (N, T) and those that follow them.
def tokens(w):
    return (torch.tensor(w[name], dtype=torch.int64).reshape(-1, w["Shape"][0]) for name in "XT")


def place_by_place(logits, t):
    return torch.nn.functional.cross_entropy(logits.flatten(0, 1), t.flatten())


class LSTM(torch.nn.Module):
    def __init__(self, vocabulary, width):
        super().__init__()
        self.lstm = torch.nn.LSTM(vocabulary, width, batch_first=True)
        self.output = torch.nn.Linear(width, vocabulary)

    def forward(self, x):
        return self.output(self.lstm(x)[0])


def lstm(w):
    s, (x, t) = w["Sequence"], tokens(w)
    net = LSTM(s["Vocabulary"], s["Width"])
    # PyTorch has a layer's two matrices before its two biases.
    of = net.lstm
    place(w["Weights"], [of.weight_ih_l0, of.bias_ih_l0, of.weight_hh_l0, of.bias_hh_l0, net.output.weight, net.output.bias])
    return net, place_by_place, torch.nn.functional.one_hot(x, s["Vocabulary"]).float(), t


class Block(torch.nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = torch.nn.LayerNorm(width), torch.nn.LayerNorm(width)
        self.qkv, self.out = torch.nn.Linear(width, 3 * width), torch.nn.Linear(width, width)
        self.up, self.down = torch.nn.Linear(width, 4 * width), torch.nn.Linear(4 * width, width)

    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(2, 3)) / math.sqrt(d // self.heads) + mask
        x = x + self.out((scores.softmax(3) @ v).transpose(1, 2).reshape(b, t, d))
        return x + self.down(torch.nn.functional.gelu(self.up(self.norm2(x))))


class GPT(torch.nn.Module):
    def __init__(self, length, vocabulary, width, layers, heads):
        super().__init__()
        self.embedding = torch.nn.Embedding(vocabulary, width)
        self.position = torch.nn.Parameter(torch.zeros(length, width))
        self.blocks = torch.nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = torch.nn.LayerNorm(width)
        self.output = torch.nn.Linear(width, vocabulary)
        self.register_buffer("mask", torch.full((length, length), -math.inf).triu(1))

    def forward(self, x):
        h = self.embedding(x) + self.position
        for block in self.blocks:
            h = block(h, self.mask)
        return self.output(self.norm(h))


def gpt(w):
    s, (x, t) = w["Sequence"], tokens(w)
    net = GPT(w["Shape"][0], s["Vocabulary"], s["Width"], s["Layers"], s["Heads"])
    into = [net.embedding.weight, net.position]
    for b in net.blocks:
        into += [b.norm1.weight, b.norm1.bias]
        for part in range(3): # one matrix makes queries, keys and values
            rows = slice(part * s["Width"], (part + 1) * s["Width"])
            into += [b.qkv.weight[rows], b.qkv.bias[rows]]
        into += [b.out.weight, b.out.bias, b.norm2.weight, b.norm2.bias, b.up.weight, b.up.bias, b.down.weight, b.down.bias]
    place(w["Weights"], into + [net.norm.weight, net.norm.bias, net.output.weight, net.output.bias], tables=2)
    return net, place_by_place, x, t


# Copies nnplay's weights; matrices but for the first tables are turned.
def place(weights, into, tables=0):
    with torch.no_grad():
        for i, (values, p) in enumerate(zip(weights, into, strict=True)):
            values = torch.tensor(values, dtype=torch.float32)
            p.copy_(values.reshape(p.shape) if p.dim() == 1 or i < tables else values.reshape(p.shape[::-1]).T)


# A model is a function that returns a network, its loss, inputs and targets.
models = {"mlp": mlp, "cnn": cnn, "lstm": lstm, "gpt": gpt}
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
