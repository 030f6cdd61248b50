#!/usr/bin/python3
"""Writes adversarial.json, what torch_adversarial_test.go compares the losses,
the penalties and the training of two players with: `make goldens`."""
import numpy as np
import torch
import torch.nn.functional as F
from torch.distributions import Normal, kl_divergence
from torch.nn.utils import parametrizations

import golden
from golden import f32, rounded


def variable(*shape):
    return rounded(1.5 * torch.randn(*shape)).requires_grad_()


# --- Losses -------------------------------------------------------------------


def bce(z, target):
    return F.binary_cross_entropy_with_logits(z, torch.full_like(z, target))


def squared(z, target):
    return 0.5 * F.mse_loss(z, torch.full_like(z, target))


# name: of the discriminator from its outputs for real and fake samples, of the
# generator from those for fake ones
LOSSES = {
    "minimax": (lambda r, f: bce(r, 1) + bce(f, 0), lambda f: -bce(f, 0)),
    "non-saturating": (lambda r, f: bce(r, 1) + bce(f, 0), lambda f: bce(f, 1)),
    "least-squares": (lambda r, f: squared(r, 1) + squared(f, 0), lambda f: squared(f, 1)),
    "wasserstein": (lambda r, f: f.mean() - r.mean(), lambda f: -f.mean()),
}


def losses():
    rows = []
    for name, (discriminator, generator) in LOSSES.items():
        golden.seed(name)
        real, fake, fooled = variable(6, 1), variable(6, 1), variable(6, 1)
        d, g = discriminator(real, fake), generator(fooled)
        d.backward()
        g.backward()
        rows.append({"name": name, "real": real, "fake": fake, "fooled": fooled, "discriminator": d, "generator": g,
                     "realGradient": real.grad, "fakeGradient": fake.grad, "fooledGradient": fooled.grad})
    return rows


def divergence():
    """Of normal distributions from the standard one: its mean over 5 samples."""
    golden.seed("divergence")
    mean, log_variance = variable(5, 3), variable(5, 3)
    kl = kl_divergence(Normal(mean, (0.5 * log_variance).exp()), Normal(0.0, 1.0)).sum(1).mean()
    kl.backward()
    return {"mean": mean, "logVariance": log_variance, "divergence": kl,
            "meanGradient": mean.grad, "logVarianceGradient": log_variance.grad}


# --- Spectral norm --------------------------------------------------------------


def spectral(weight):
    """A linear layer with the weight (D, H), normalised, whose power method
    starts from equal numbers."""
    layer = torch.nn.Linear(*weight.shape)
    layer.weight.data.copy_(weight.T)
    parametrizations.spectral_norm(layer)
    v = layer.parametrizations.weight[0]._v
    v.fill_(len(v) ** -0.5)
    return layer


def spectral_norm():
    """The normalised weight and the gradient of its sum, weighted, at the third
    time that it is asked for."""
    golden.seed("spectral norm")
    weight, weights = rounded(torch.randn(5, 4)), rounded(torch.rand(5, 4))
    layer = spectral(weight)
    for _ in range(3):
        normalized = layer.weight.T
    (normalized * weights).sum().backward()
    return {"weight": weight, "weights": weights, "normalized": normalized,
            "gradient": layer.parametrizations.weight.original.grad.T, "singular": layer.parametrizations.weight[0]._v}


# --- The game ---------------------------------------------------------------------


def philox(key, counter):
    """A block of Philox4x32-10, as in package rng."""
    m, (k0, k1), (a, b, c, d) = 0xFFFFFFFF, key, counter
    for _ in range(10):
        p, q = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (q >> 32) ^ b ^ k0, q & m, (p >> 32) ^ d ^ k1, p & m
        k0, k1 = (k0 + 0x9E3779B9) & m, (k1 + 0xBB67AE85) & m
    return a, b, c, d


class Random:
    """The random numbers of programs: counter is moved on by each of them."""

    def __init__(self, seed):
        self.key, self.counter = (seed, 5), 0

    def uniform(self, use, *shape):
        n = int(np.prod(shape))
        words = [w for e in range((n + 3) // 4) for w in philox(self.key, (e, use, self.counter, 0))][:n]
        return torch.tensor([float(w >> 8) / (1 << 24) for w in words]).reshape(shape)


UNITS, BATCH, POINTS, ROUNDS, SEED = 6, 8, 30, 20, 11

OPTIMIZERS = {
    "sgd": lambda p, rate: torch.optim.SGD(p, rate),
    "rmsprop": lambda p, rate: torch.optim.RMSprop(p, rate, alpha=f32(0.9), eps=1e-8),
    "adam": lambda p, rate: torch.optim.Adam(p, rate, betas=(0.5, f32(0.9)), eps=1e-8),
}

# loss, control of the slope, optimizer, rates of discriminator and generator,
# the discriminator's steps a round
GAMES = [
    ("minimax", "", "sgd", (0.1, 0.05), 1),
    ("non-saturating", "", "adam", (0.02, 0.01), 1),
    ("least-squares", "", "adam", (0.01, 0.01), 2),
    ("wasserstein", "clip", "rmsprop", (0.01, 0.01), 3),
    ("wasserstein", "spectral", "adam", (0.02, 0.01), 2),
]

CLIP = f32(0.1)


def network(inputs, outputs, normalize):
    layers = []
    for n, units in ((inputs, UNITS), (UNITS, outputs)):
        weight = rounded(torch.randn(n, units) / n**0.5)
        layer = spectral(weight) if normalize else torch.nn.Linear(n, units)
        if not normalize:
            layer.weight.data.copy_(weight.T)
        layer.bias.data.copy_(rounded(0.3 * torch.randn(units)))
        layers += [layer, torch.nn.Tanh()]
    return torch.nn.Sequential(*layers[:-1])


def parameters(who, net):
    """By nnplay's names, the weights (D, H)."""
    out = {}
    for name, layer in (("hidden1", net[0]), ("output", net[2])):
        weight = layer.parametrizations.weight.original if hasattr(layer, "parametrizations") else layer.weight
        out[who + "/" + name + "/weight"] = weight.detach().T.clone()
        out[who + "/" + name + "/bias"] = layer.bias.detach().clone()
    return out


def game(loss, control, optimizer, rates, k):
    golden.seed(loss + control)
    rates = [f32(r) for r in rates]
    train = rounded(torch.randn(POINTS, 2))
    g, d = network(2, 2, False), network(2, 1, control == "spectral")
    start = {**parameters("generator", g), **parameters("discriminator", d)}
    moves = OPTIMIZERS[optimizer](d.parameters(), rates[0]), OPTIMIZERS[optimizer](g.parameters(), rates[1])
    of_discriminator, of_generator = LOSSES[loss]
    random = Random(SEED)
    curves = [], []

    def step(player, value):
        curves[player].append(value.item())
        moves[player].zero_grad()
        value.backward()
        moves[player].step()
        random.counter += 1

    for _ in range(ROUNDS):
        for _ in range(k):
            real = train[(random.uniform(0, BATCH) * POINTS).long()]
            fake = g(2 * random.uniform(1, BATCH, 2) - 1).detach()
            z = d(torch.cat((real, fake)))
            step(0, of_discriminator(z[:BATCH], z[BATCH:]))
            if control == "clip":
                for p in d.parameters():
                    p.data.clamp_(-CLIP, CLIP)
        step(1, of_generator(d(g(2 * random.uniform(0, BATCH, 2) - 1))))
    return {
        "loss": loss, "control": control, "optimizer": optimizer, "rates": rates, "k": k, "clip": CLIP,
        "units": UNITS, "batch": BATCH, "points": POINTS, "seed": SEED,
        "train": train, "parameters": start, "discriminator": curves[0], "generator": curves[1],
        "trained": {**parameters("generator", g), **parameters("discriminator", d)},
    }


golden.write({
    "losses": losses(),
    "divergence": divergence(),
    "spectralNorm": spectral_norm(),
    "games": [game(*g) for g in GAMES],
})
