#!/usr/bin/python3
"""Writes sequences.json, what torch_sequence_test.go and torch_carried_test.go
compare layers on sequences, their training, and truncated backpropagation through
time with: `make goldens`. Weights are by nnplay's names and laid out as there,
(inputs, outputs)."""
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

import golden
from golden import rounded


def normal(*shape):
    return rounded(torch.randn(shape))


# --- nnplay's names of PyTorch's parameters ---------------------------------


def linear(prefix, layer):
    names = {prefix + "/weight": (layer.weight, "T")}
    if layer.bias is not None:
        names[prefix + "/bias"] = (layer.bias, "")
    return names


def norm(prefix, layer):
    return {prefix + "/gain": (layer.weight, ""), prefix + "/shift": (layer.bias, "")}


def recurrent(layer, kind, layers, bidirectional):
    names = {}
    for i in range(layers):
        for suffix, ours in [("", ""), ("_reverse", "-reverse")][: 1 + bidirectional]:
            for theirs, side in [("ih", "input"), ("hh", "hidden")]:
                prefix = "%s%d%s/%s/" % (kind, i + 1, ours, side)
                names[prefix + "weight"] = (getattr(layer, "weight_%s_l%d%s" % (theirs, i, suffix)), "T")
                names[prefix + "bias"] = (getattr(layer, "bias_%s_l%d%s" % (theirs, i, suffix)), "")
    return names


def attention(prefix, layer):
    names = {}
    d = layer.embed_dim
    for i, part in enumerate(["query", "key", "value"]):
        names["%s/%s/weight" % (prefix, part)] = (layer.in_proj_weight, (i * d, (i + 1) * d))
        names["%s/%s/bias" % (prefix, part)] = (layer.in_proj_bias, (i * d, (i + 1) * d))
    return {**names, **linear(prefix + "/output", layer.out_proj)}


def ours(tensor, how):
    """A parameter of PyTorch, or its gradient, laid out as nnplay's."""
    if isinstance(how, tuple):
        part = tensor[how[0] : how[1]]
        return part.T if part.dim() == 2 else part
    return tensor.T if how == "T" else tensor


def randomize(module):
    for p in module.parameters():
        p.data.copy_(normal(*p.shape) * (0.5 if p.dim() > 1 else 0.3))


# --- Layers -----------------------------------------------------------------


def case(kind, module, names, inputs, y, **settings):
    """The output, and the gradients of its product with random numbers."""
    dy = normal(*y.shape)
    (y * dy).sum().backward()
    return {
        "kind": kind, **settings,
        "shape": list(y.shape),
        "inputs": {k: {"shape": list(v.shape), "values": v, "gradient": v.grad} for k, v in inputs.items()},
        "parameters": {k: ours(p, how) for k, (p, how) in names.items()},
        "y": y.reshape(-1), "dy": dy.reshape(-1),
        "gradients": {k: ours(p.grad, how) for k, (p, how) in names.items()},
    }


RECURRENT = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


def recurrence(kind, layers=1, bidirectional=False, initial=False):
    golden.seed("%s %d %s %s" % (kind, layers, bidirectional, initial))
    t, b, d, h = 5, 3, 4, 6
    module = RECURRENT[kind](d, h, layers, bidirectional=bidirectional)
    randomize(module)
    inputs = {"x": normal(t, b, d).requires_grad_()}
    state = None
    if initial:
        inputs["hidden"] = normal(b, h).requires_grad_()
        state = inputs["hidden"][None]
        if kind == "lstm":
            inputs["cell"] = normal(b, h).requires_grad_()
            state = (state, inputs["cell"][None])
    y, _ = module(inputs["x"], state)
    return case(kind, module, recurrent(module, kind, layers, bidirectional), inputs, y, layers=layers, bidirectional=bidirectional)


def attentions():
    b, t, s, d, heads = 2, 5, 7, 8, 2
    for kind, causal, cross in [("attention", False, False), ("attention", True, False), ("attention", False, True)]:
        golden.seed("attention causal %s cross %s" % (causal, cross))
        module = nn.MultiheadAttention(d, heads, batch_first=True)
        randomize(module)
        inputs = {"x": normal(b, t, d).requires_grad_()}
        memory = inputs["x"]
        if cross:
            memory = inputs["memory"] = normal(b, s, d).requires_grad_()
        mask = torch.triu(torch.ones(t, t, dtype=torch.bool), 1) if causal else None
        y, _ = module(inputs["x"], memory, memory, attn_mask=mask)
        yield case(kind, module, attention("attention", module), inputs, y, causal=causal, heads=heads)


def blocks():
    b, t, s, d, heads, units = 2, 4, 5, 8, 2, 12
    for pre, decoder in [(True, False), (False, False), (True, True)]:
        golden.seed("block %s %s" % (pre, decoder))
        of = nn.TransformerDecoderLayer if decoder else nn.TransformerEncoderLayer
        module = of(d, heads, units, dropout=0, activation=F.gelu, batch_first=True, norm_first=pre)
        randomize(module)
        inputs = {"x": normal(b, t, d).requires_grad_()}
        names = {**attention("block/attention", module.self_attn), **linear("block/mlp/up", module.linear1),
                 **linear("block/mlp/down", module.linear2), **norm("block/norm1", module.norm1)}
        mask = torch.triu(torch.ones(t, t, dtype=torch.bool), 1)
        if decoder:
            inputs["memory"] = normal(b, s, d).requires_grad_()
            names.update({**attention("block/cross", module.multihead_attn), **norm("block/norm-cross", module.norm2), **norm("block/norm2", module.norm3)})
            y = module(inputs["x"], inputs["memory"], tgt_mask=mask)
        else:
            names.update(norm("block/norm2", module.norm2))
            y = module(inputs["x"], mask)
        yield case("block", module, names, inputs, y, causal=True, heads=heads, units=units, postNorm=not pre)


def others():
    golden.seed("embedding")
    module = nn.Embedding(6, 4)
    randomize(module)
    tokens = torch.tensor([[1, 5, 1], [0, 2, 5]])
    tensors = {"tokens": tokens.double().requires_grad_()}
    yield case("embedding", module, {"embedding/weight": (module.weight, "")}, tensors, module(tokens), vocabulary=6)
    golden.seed("cross-entropy")
    z = normal(6, 5).requires_grad_()
    target = torch.tensor([1, -1, 4, 0, -1, 4])
    tensors = {"z": z, "target": target.double().requires_grad_()}
    yield case("cross-entropy", None, {}, tensors, F.cross_entropy(z, target, ignore_index=-1))


# What PyTorch 1.13 has no layers for, by the formulas of the papers.


class RMSNorm(nn.Module):
    """Zhang and Sennrich 2019: x / rms(x) * gain."""

    def __init__(self, d):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(d))

    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5) * self.gain


class FeedForward(nn.Module):
    """Vaswani et al. 2017, section 3.3: f(x U) W, with biases."""

    def __init__(self, d, units, f):
        super().__init__()
        self.up, self.down, self.f = nn.Linear(d, units), nn.Linear(units, d), f

    def forward(self, x):
        return self.down(self.f(self.up(x)))

    def names(self, prefix):
        return {**linear(prefix + "/up", self.up), **linear(prefix + "/down", self.down)}


class SwiGLU(nn.Module):
    """Shazeer 2020: (silu(x G) * (x U)) W, without biases."""

    def __init__(self, d, units):
        super().__init__()
        self.gate, self.up, self.down = nn.Linear(d, units, False), nn.Linear(d, units, False), nn.Linear(units, d, False)

    def forward(self, x):
        return self.down(F.silu(self.gate(x)) * self.up(x))

    def names(self, prefix):
        return {**linear(prefix + "/gate", self.gate), **linear(prefix + "/up", self.up), **linear(prefix + "/down", self.down)}


def rotary(x):
    """Su et al. 2021, section 3.4.2: elements i and i + d/2 of a head are one
    complex number, which place t multiplies by e^(i t theta)."""
    t, d = x.shape[1], x.shape[3]
    theta = 10000.0 ** (-torch.arange(0, d, 2) / d)
    turn = torch.exp(1j * torch.arange(t)[:, None] * theta)[:, None]
    z = torch.complex(x[..., : d // 2], x[..., d // 2 :]) * turn
    return torch.cat([z.real, z.imag], -1)


def sinusoidal(x):
    """Vaswani et al. 2017, section 3.5: sines in even columns, cosines in odd ones."""
    t, d = x.shape[1:]
    angle = torch.arange(t)[:, None] / 10000.0 ** (torch.arange(0, d, 2) / d)
    return x + torch.stack([angle.sin(), angle.cos()], -1).reshape(t, d)


class Learned(nn.Module):
    """Row t of a table is added at place t."""

    def __init__(self, t, d):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(t, d))

    def forward(self, x):
        return x + self.weight


class RotaryAttention(nn.Module):
    """Causal self-attention whose queries and keys are turned."""

    def __init__(self, d, heads):
        super().__init__()
        self.heads = heads
        self.parts = nn.ModuleDict({k: nn.Linear(d, d) for k in ["query", "key", "value", "output"]})

    def forward(self, x):
        b, t, d = x.shape
        q, k, v = (self.parts[p](x).reshape(b, t, self.heads, -1) for p in ["query", "key", "value"])
        q, k, v = (y.transpose(1, 2) for y in [rotary(q), rotary(k), v])
        scores = q @ k.transpose(-2, -1) / (d // self.heads) ** 0.5
        scores = scores.masked_fill(torch.triu(torch.ones(t, t, dtype=torch.bool), 1), -float("inf"))
        return self.parts["output"]((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, d))

    def names(self, prefix):
        return {k: v for p, layer in self.parts.items() for k, v in linear(prefix + "/" + p, layer).items()}


class Llama(nn.Module):
    """A pre-norm block of the three, as Llama's (Touvron et al. 2023)."""

    def __init__(self, d, heads, units):
        super().__init__()
        self.attention, self.mlp, self.norm1, self.norm2 = RotaryAttention(d, heads), SwiGLU(d, units), RMSNorm(d), RMSNorm(d)

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))

    def names(self, prefix):
        return {**self.attention.names(prefix + "/attention"), **self.mlp.names(prefix + "/mlp"),
                prefix + "/norm1/gain": (self.norm1.gain, ""), prefix + "/norm2/gain": (self.norm2.gain, "")}


def modern():
    b, t, d, heads, units = 2, 5, 8, 2, 12
    for kind, module, prefix in [("rotary-attention", RotaryAttention(d, heads), "attention"), ("llama", Llama(d, heads, units), "block")]:
        golden.seed(kind)
        randomize(module)
        inputs = {"x": normal(b, t, d).requires_grad_()}
        yield case(kind, module, module.names(prefix), inputs, module(inputs["x"]), heads=heads, units=units, causal=True)


# --- Rows of tables ---------------------------------------------------------

B, T, HEADS, D, UNITS = 2, 5, 2, 8, 12

# Each row with the names of its parameters.
FEED_FORWARDS = {
    "gelu": (FeedForward(D, UNITS, F.gelu), lambda m: m.names("layer")),
    "relu": (FeedForward(D, UNITS, F.relu), lambda m: m.names("layer")),
    "swiglu": (SwiGLU(D, UNITS), lambda m: m.names("layer")),
}
TOKEN_NORMALIZATIONS = {
    "layer": (nn.LayerNorm(D), lambda m: norm("layer", m)),
    "rms": (RMSNorm(D), lambda m: {"layer/gain": (m.gain, "")}),
}
# What is added to the tokens' vectors, or turns queries and keys.
POSITIONS = {
    "sinusoidal": (sinusoidal, (B, T, D)),
    "learned": (Learned(T, D), (B, T, D)),
    "rotary": (rotary, (B, T, HEADS, D)),
}


def rows():
    for kind, table in [("feed-forward", FEED_FORWARDS), ("token-normalization", TOKEN_NORMALIZATIONS)]:
        for row, (module, names) in table.items():
            golden.seed(kind + row)
            randomize(module)
            inputs = {"x": normal(B, T, D).requires_grad_()}
            yield case(kind, module, names(module), inputs, module(inputs["x"]), row=row, units=UNITS)
    for row, (module, shape) in POSITIONS.items():
        golden.seed("position" + row)
        names = {}
        if isinstance(module, nn.Module):
            randomize(module)
            names = {"layer/weight": (module.weight, "")}
        inputs = {"x": normal(*shape).requires_grad_()}
        yield case("position", module, names, inputs, module(inputs["x"]), row=row)


# --- Truncated backpropagation through time ---------------------------------


def carried(kind):
    """Two minibatches, the second of which goes on where the first has ended: the
    losses, the gradients of each, and the state that is carried away."""
    golden.seed("carried " + kind)
    v, b, t, h = 5, 2, 4, 3
    layer, head = RECURRENT[kind](v, h, batch_first=True), nn.Linear(h, v)
    names = {**recurrent(layer, kind, 1, False), **linear("output", head)}
    for p, _ in names.values():
        p.data.copy_(normal(*p.shape) * 0.5)
    text = torch.randint(v, (b, 2 * t + 1))
    state, parts = None, []
    for at in [0, t]:
        for p, _ in names.values():
            p.grad = None
        y, state = layer(F.one_hot(text[:, at : at + t], v).double(), state)
        loss = F.cross_entropy(head(y).reshape(-1, v), text[:, at + 1 : at + t + 1].reshape(-1))
        loss.backward()
        state = tuple(s.detach() for s in state) if kind == "lstm" else state.detach()
        cell = state if kind == "lstm" else (state,)
        parts.append({"x": text[:, at : at + t].double(), "target": text[:, at + 1 : at + t + 1].double(), "loss": loss.item(),
                      "hidden": cell[0], **({"cell": cell[1]} if kind == "lstm" else {}),
                      "gradients": {k: ours(p.grad, how) for k, (p, how) in names.items()}})
    return {"kind": kind, "vocabulary": v, "batch": b, "length": t, "width": h,
            "parameters": {k: ours(p, how) for k, (p, how) in names.items()}, "minibatches": parts}


# --- Loss curves ------------------------------------------------------------

STEPS = 50


def made(n, seed, scale):
    """The numbers that torch_sequence_test.go makes too: a multiplicative hash."""
    i = np.arange(n, dtype=np.uint64) + np.uint64(1000003 * seed + 1)
    h = (i * np.uint64(2654435761)) % np.uint64(1 << 32)
    h = ((h ^ (h >> np.uint64(15))) * np.uint64(2246822519)) % np.uint64(1 << 32)
    return torch.tensor(np.float32((h >> np.uint64(8)).astype(np.float64) / (1 << 23) - 1) * np.float32(scale)).double()


def begin(names):
    """Weights begin with made numbers, gains with 1, other biases with 0."""
    for seed, name in enumerate(sorted(names)):
        p, how = names[name]
        view = ours(p.data, how)
        if name.endswith("/weight"):
            view.copy_(made(view.numel(), seed, 0.3).reshape(view.shape))
        else:
            view.fill_(1 if name.endswith("/gain") else 0)


def curve(kind, forward, names, vocabulary, batch, length, rate, **settings):
    begin(names)
    tokens = (made(batch * (length + 1), 1000, 1) * 0.5 + 0.5).mul(vocabulary).floor().long().reshape(batch, length + 1)
    tensors = list({id(p): p for p, _ in names.values()}.values())
    optimizer = torch.optim.Adam(tensors, lr=float(np.float32(rate)))
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = F.cross_entropy(forward(tokens[:, :-1]).reshape(-1, vocabulary), tokens[:, 1:].reshape(-1))
        loss.backward()
        optimizer.step()
        losses.append(loss)
    return {"kind": kind, "vocabulary": vocabulary, "batch": batch, "length": length, "learningRate": rate, **settings,
            "losses": torch.stack(losses)}


def gpt():
    v, t, d, heads, layers = 12, 10, 16, 4, 2
    token, place, last, head = nn.Embedding(v, d), nn.Embedding(t, d), nn.LayerNorm(d), nn.Linear(d, v)
    blocks = [nn.TransformerEncoderLayer(d, heads, 4 * d, dropout=0, activation=F.gelu, batch_first=True, norm_first=True) for _ in range(layers)]
    mask = torch.triu(torch.ones(t, t, dtype=torch.bool), 1)
    names = {"embedding/weight": (token.weight, ""), "position/weight": (place.weight, ""), **norm("norm", last), **linear("output", head)}
    for i, b in enumerate(blocks):
        names.update({**attention("block%d/attention" % i, b.self_attn), **linear("block%d/mlp/up" % i, b.linear1),
                      **linear("block%d/mlp/down" % i, b.linear2), **norm("block%d/norm1" % i, b.norm1), **norm("block%d/norm2" % i, b.norm2)})

    def forward(tokens):
        x = token(tokens) + place.weight
        for b in blocks:
            x = b(x, mask)
        return head(last(x))

    return curve("gpt", forward, names, v, 4, t, 0.003, layers=layers, width=d, heads=heads)


def lstm():
    v, t, h = 12, 10, 24
    layer, head = nn.LSTM(v, h, batch_first=True), nn.Linear(h, v)
    names = {**recurrent(layer, "lstm", 1, False), **linear("output", head)}
    return curve("lstm", lambda tokens: head(layer(F.one_hot(tokens, v).double())[0]), names, v, 4, t, 0.01, width=h)


layers = [recurrence(kind, **how) for kind in RECURRENT for how in
          [{}, {"initial": True}, {"bidirectional": True}, {"layers": 2}]]
layers += [*attentions(), *blocks(), *others()]
curves = [gpt(), lstm()]
layers += [*modern(), *rows()]
golden.write({"layers": layers, "curves": curves, "carried": [carried(kind) for kind in RECURRENT]})
