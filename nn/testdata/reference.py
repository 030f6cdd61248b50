#!/usr/bin/python3
"""Writes reference.json, what torch_test.go and torch_images_test.go compare
networks, optimizers and operations on images with: `make goldens`. A new
activation, loss or optimizer is a row of its table here."""
import torch
import torch.nn.functional as F

import golden
from golden import f32, rounded

# --- The networks -----------------------------------------------------------

ACTIVATIONS = {
    "tanh": torch.tanh,
    "relu": F.relu,
    "sigmoid": torch.sigmoid,
    "linear": lambda x: x,
    "leaky-relu": F.leaky_relu,
    "elu": F.elu,
    "gelu": F.gelu,
    "silu": F.silu,
    "softplus": F.softplus,
    "sine": torch.sin,
    "softmax": lambda x: F.softmax(x, dim=1),
}

# From the output layer's pre-activation z, its output y and the target t, all
# (B, K), to a scalar. PyTorch has no hinge loss of targets -1 and 1.
LOSSES = {
    "mse": lambda z, y, t: F.mse_loss(y, t),
    "half-mse": lambda z, y, t: 0.5 * F.mse_loss(y, t),
    "half-sse": lambda z, y, t: 0.5 * F.mse_loss(y, t, reduction="sum") / len(y),
    "huber": lambda z, y, t: F.huber_loss(y, t),
    "bce": lambda z, y, t: F.binary_cross_entropy_with_logits(z, t),
    "cce": lambda z, y, t: F.cross_entropy(z, t),
    "hinge": lambda z, y, t: F.relu(1 - t * y).mean(),
}


def real(*shape):
    return 1.5 * torch.randn(*shape)


def binary(*shape):
    return torch.randint(0, 2, shape).double()


def signs(*shape):
    return 2 * binary(*shape) - 1


def one_hot(b, k):
    return F.one_hot(torch.randint(0, k, (b,)), k).double()


def soft(b, k):
    return F.softmax(torch.randn(b, k), dim=1)


# name, (B, D), hidden units, their activations, normalization, (K, output), loss, targets.
# An activation or a loss that none has gets a network by itself, on real targets.
NETWORKS = [
    ("no hidden layer", (5, 3), [], [], "none", (1, "linear"), "mse", real),
    ("binary classifier", (10, 2), [4], ["tanh"], "none", (1, "sigmoid"), "bce", binary),
    ("three classes", (8, 4), [8, 5], ["relu", "relu"], "none", (3, "softmax"), "cce", one_hot),
    ("robust regression", (9, 2), [5, 7, 3], ["sigmoid", "tanh", "sine"], "none", (2, "linear"), "huber", real),
    ("four hidden layers", (7, 3), [6, 5, 4, 3], ["elu", "gelu", "silu", "softplus"], "none", (4, "tanh"), "mse", signs),
    ("margin", (12, 2), [6], ["leaky-relu"], "batch", (1, "tanh"), "hinge", signs),
    ("soft labels", (6, 5), [9, 8], ["gelu", "gelu"], "layer", (5, "softmax"), "cce", soft),
    ("labels that go together", (17, 3), [8, 4], ["tanh", "relu"], "batch", (3, "sigmoid"), "bce", binary),
    ("waves", (11, 1), [7, 5], ["linear", "sine"], "layer", (1, "linear"), "half-mse", real),
    ("squared error of probabilities", (16, 4), [5, 9, 4], ["silu", "leaky-relu", "elu"], "batch", (2, "sigmoid"), "mse", binary),
]


class Network:
    """A multilayer perceptron with its parameters by nnplay's names."""

    def __init__(self, inputs, hidden, activations, normalization, outputs, output):
        self.activations, self.normalization, self.output = activations, normalization, output
        self.parameters, self.state = {}, {}
        sizes = [inputs] + hidden + [outputs]
        self.layers = ["hidden%d" % (i + 1) for i in range(len(hidden))] + ["output"]
        for layer, n, units in zip(self.layers, sizes, sizes[1:]):
            self.add(layer + "/weight", torch.randn(n, units) / n**0.5)
            self.add(layer + "/bias", 0.3 * torch.randn(units))
            if layer != "output" and normalization != "none":
                self.add(layer + "/norm/gain", 1 + 0.3 * torch.randn(units))
                self.add(layer + "/norm/shift", 0.3 * torch.randn(units))
            if layer != "output" and normalization == "batch":
                self.state[layer + "/norm/mean"] = torch.zeros(units)
                self.state[layer + "/norm/variance"] = torch.ones(units)

    def add(self, name, values):
        self.parameters[name] = values.float().double().requires_grad_()

    def linear(self, layer, x):
        return x @ self.parameters[layer + "/weight"] + self.parameters[layer + "/bias"]

    def normalize(self, layer, x, training):
        if self.normalization == "none":
            return x
        gain, shift = self.parameters[layer + "/norm/gain"], self.parameters[layer + "/norm/shift"]
        if self.normalization == "layer":
            return F.layer_norm(x, gain.shape, gain, shift)
        mean, variance = self.state[layer + "/norm/mean"], self.state[layer + "/norm/variance"]
        return F.batch_norm(x, mean, variance, gain, shift, training)

    def forward(self, x, training):
        for layer, activation in zip(self.layers, self.activations):
            x = ACTIVATIONS[activation](self.normalize(layer, self.linear(layer, x), training))
        z = self.linear("output", x)
        return z, ACTIVATIONS[self.output](z)


def network(name, shape, hidden, activations, normalization, output, loss, target):
    golden.seed(name)
    (batch, inputs), (outputs, output) = shape, output
    net = Network(inputs, hidden, activations, normalization, outputs, output)
    x = rounded(torch.randn(batch, inputs))
    t = target(batch, outputs).float().double()
    z, y = net.forward(x, training=True)
    value = LOSSES[loss](z, y, t)
    value.backward()
    _, evaluated = net.forward(x, training=False)
    return {
        "name": name,
        "batch": batch, "inputs": inputs, "hidden": hidden, "activations": activations,
        "normalization": normalization, "outputs": outputs, "outputActivation": output, "lossFunction": loss,
        "x": x, "target": t, "parameters": net.parameters,
        "loss": value,
        "gradients": {k: p.grad for k, p in net.parameters.items()},
        "state": net.state,  # running statistics after the step
        "evaluated": evaluated,  # the output that they give
    }


def networks():
    rows = list(NETWORKS)
    activations, losses = {a for row in rows for a in row[3] + [row[5][1]]}, {row[6] for row in rows}
    rows += [("activation " + a, (8, 3), [6, 5], [a, a], "none", (2, "linear"), "mse", real) for a in ACTIVATIONS if a not in activations]
    rows += [("loss " + l, (8, 3), [5], ["tanh"], "none", (2, "linear"), l, real) for l in LOSSES if l not in losses]
    return [network(*row) for row in rows]


# --- The optimizers ---------------------------------------------------------

STEPS = 20

OPTIMIZERS = {
    "sgd": lambda groups, s: torch.optim.SGD(groups, s["learningRate"]),
    "momentum": lambda groups, s: torch.optim.SGD(groups, s["learningRate"], momentum=s["momentum"]),
    "nesterov": lambda groups, s: torch.optim.SGD(groups, s["learningRate"], momentum=s["momentum"], nesterov=True),
    "rmsprop": lambda groups, s: torch.optim.RMSprop(groups, s["learningRate"], alpha=s["beta2"], eps=1e-8),
    "adagrad": lambda groups, s: torch.optim.Adagrad(groups, s["learningRate"], eps=1e-10),
    "adam": lambda groups, s: torch.optim.Adam(groups, s["learningRate"], betas=(s["momentum"], s["beta2"]), eps=1e-8),
    "adamw": lambda groups, s: torch.optim.AdamW(groups, s["learningRate"], betas=(s["momentum"], s["beta2"]), eps=1e-8),
}

SCHEDULES = {
    "constant": lambda o, n: torch.optim.lr_scheduler.ConstantLR(o, 1),
    "step": lambda o, n: torch.optim.lr_scheduler.StepLR(o, int(n), gamma=0.5),
    "cosine": lambda o, n: torch.optim.lr_scheduler.CosineAnnealingLR(o, int(n)),
}

DEFAULTS = {
    "learningRate": 0.1, "momentum": 0.9, "beta2": 0.999,
    "schedule": "constant", "scheduleSteps": 1000, "warmup": 0,
    "regularizationRate": 0, "clip": 0,
}

# optimizer, settings that differ from the defaults. The regularization is L2
# on the weights, not the biases. An optimizer that has no row runs by the defaults.
TRAININGS = [
    ("sgd", {}),
    ("sgd", {"regularizationRate": 0.1}),
    ("sgd", {"clip": 0.25}),
    ("sgd", {"schedule": "cosine", "scheduleSteps": 25}),
    ("sgd", {"schedule": "step", "scheduleSteps": 6}),
    ("sgd", {"warmup": 8}),
    ("momentum", {}),
    ("momentum", {"momentum": 0.5, "regularizationRate": 0.03, "schedule": "cosine", "scheduleSteps": 20}),
    ("nesterov", {}),
    ("nesterov", {"momentum": 0.7, "clip": 0.5}),
    ("rmsprop", {"learningRate": 0.01, "beta2": 0.9}),
    ("rmsprop", {"learningRate": 0.001, "regularizationRate": 0.03}),
    ("adagrad", {}),
    ("adagrad", {"regularizationRate": 0.1}),
    ("adam", {}),
    ("adam", {"momentum": 0.8, "beta2": 0.95, "learningRate": 0.03}),
    ("adam", {"regularizationRate": 0.1}),
    ("adam", {"clip": 0.1, "schedule": "cosine", "scheduleSteps": 30}),
    ("adamw", {}),
    ("adamw", {"regularizationRate": 0.1}),
    ("adamw", {"regularizationRate": 1, "schedule": "cosine", "scheduleSteps": 20, "clip": 0.5}),
]


def trainings():
    """Full-batch steps of one network by each optimizer, from the same weights."""
    golden.seed("trainings")
    start = Network(2, [4], ["tanh"], "none", 2, "linear")
    x, t = rounded(torch.randn(8, 2)), real(8, 2).float().double()
    runs = []
    others = [(o, {}) for o in OPTIMIZERS if o not in {row[0] for row in TRAININGS}]
    for optimizer, changes in TRAININGS + others:
        s = {k: f32(v) if isinstance(v, float) else v for k, v in {**DEFAULTS, **changes}.items()}
        net = Network(2, [4], ["tanh"], "none", 2, "linear")
        for name, p in net.parameters.items():
            p.data.copy_(start.parameters[name])
        decays = [p for name, p in net.parameters.items() if name.endswith("/weight")]
        rest = [p for name, p in net.parameters.items() if not name.endswith("/weight")]
        groups = [{"params": decays, "weight_decay": s["regularizationRate"]}, {"params": rest, "weight_decay": 0}]
        o = OPTIMIZERS[optimizer](groups, s)
        schedules = [SCHEDULES[s["schedule"]](o, s["scheduleSteps"])]
        if s["warmup"] > 0:
            schedules = [torch.optim.lr_scheduler.LambdaLR(o, lambda step: min(1, (step + 1) / s["warmup"]))]
        for _ in range(STEPS):
            o.zero_grad()
            F.mse_loss(net.forward(x, training=True)[1], t).backward()
            if s["clip"] > 0:
                torch.nn.utils.clip_grad_norm_(net.parameters.values(), s["clip"])
            o.step()
            for schedule in schedules:
                schedule.step()
        name = " ".join([optimizer] + ["%s=%s" % c for c in changes.items()])
        runs.append({"name": name, "optimizer": optimizer, **s, "weights": net.parameters})
    return {
        "batch": 8, "inputs": 2, "hidden": [4], "activations": ["tanh"], "normalization": "none",
        "outputs": 2, "outputActivation": "linear", "lossFunction": "mse",
        "x": x, "target": t, "parameters": start.parameters, "steps": STEPS, "runs": runs,
    }


# --- The worked example -----------------------------------------------------


def worked_example():
    """1-1-1, sigmoid then linear: 1000 steps of gradient descent by the MSE. The
    output starts with the wrong sign, so that the loss begins at about 1."""
    net = Network(1, [1], ["sigmoid"], "none", 1, "linear")
    for name, v in {"hidden1/weight": 1, "hidden1/bias": 0.5, "output/weight": -1, "output/bias": 0.5}.items():
        net.parameters[name].data.fill_(v)
    start = {name: p.detach().clone() for name, p in net.parameters.items()}
    x, t = torch.tensor([[1.0], [2.0]]), torch.tensor([[0.0], [1.0]])
    o = torch.optim.SGD(net.parameters.values(), f32(0.1))
    losses = []
    for step in range(1001):
        o.zero_grad()
        loss = F.mse_loss(net.forward(x, training=True)[1], t)
        if step % 100 == 0:
            losses.append(loss.item())
        loss.backward()
        o.step()
    return {
        "batch": 2, "inputs": 1, "hidden": [1], "activations": ["sigmoid"], "normalization": "none",
        "outputs": 1, "outputActivation": "linear", "lossFunction": "mse",
        "x": x, "target": t, "parameters": start, "learningRate": f32(0.1), "every": 100, "losses": losses,
    }


# --- Images -----------------------------------------------------------------

# name, operation, (B, H, W, C), filters, (size, stride, padding, dilation)
IMAGES = [
    ("conv", "conv", (2, 5, 4, 3), 5, (3, 1, 0, 1)),
    ("conv of one channel", "conv", (2, 5, 5, 1), 4, (3, 1, 0, 1)),
    ("conv of one element", "conv", (2, 2, 3, 5), 3, (1, 1, 0, 1)),
    ("conv that keeps the size", "conv", (1, 4, 4, 2), 2, (5, 1, 2, 1)),
    ("conv with stride", "conv", (2, 5, 6, 2), 3, (3, 2, 1, 1)),
    ("conv with dilation", "conv", (1, 5, 5, 2), 4, (3, 1, 2, 2)),
    ("conv with everything", "conv", (2, 6, 5, 3), 5, (2, 3, 2, 3)),
    ("max-pool", "max", (2, 4, 6, 3), 0, (2, 2, 0, 1)),
    ("max-pool that leaves a rest", "max", (2, 5, 3, 4), 0, (2, 2, 0, 1)),
    ("max-pool that overlaps", "max", (1, 7, 6, 2), 0, (3, 2, 1, 1)),
    ("max-pool with dilation", "max", (1, 6, 5, 3), 0, (2, 1, 0, 2)),
    ("max-pool of equals", "max", (2, 6, 6, 1), 0, (3, 3, 0, 1)),
    ("average-pool", "average", (1, 4, 6, 3), 0, (2, 2, 0, 1)),
    ("average-pool that overlaps", "average", (1, 7, 5, 2), 0, (3, 2, 1, 1)),
    ("batch normalization", "batch", (3, 2, 3, 5), 0, (0, 0, 0, 0)),
]


def image(name, operation, shape, filters, window):
    """An operation on images, its state, and the gradients of what it gets from
    a loss in which each element counts differently. PyTorch has (B, C, H, W) and
    kernels (F, C, S, S), nnplay (B, H, W, C) and (S, S, C, F)."""
    golden.seed(name)
    size, stride, padding, dilation = window
    x = rounded(torch.randn(*shape))
    if "equals" in name:
        x = torch.round(x)
    x.requires_grad_()
    parameters, state = {}, {}

    def parameter(name, values):
        parameters[name] = values.float().double().requires_grad_()
        return parameters[name]

    images = x.permute(0, 3, 1, 2)
    if operation == "conv":
        kernel = parameter("layer/kernel", torch.randn(size, size, shape[3], filters))
        bias = parameter("layer/bias", torch.randn(filters))
        y = F.conv2d(images, kernel.permute(3, 2, 0, 1), bias, stride, padding, dilation)
    elif operation == "max":
        y = F.max_pool2d(images, size, stride, padding, dilation)
    elif operation == "average":
        y = F.avg_pool2d(images, size, stride, padding)
    elif operation == "batch":
        gain = parameter("layer/gain", 1 + 0.3 * torch.randn(shape[3]))
        shift = parameter("layer/shift", 0.3 * torch.randn(shape[3]))
        state["layer/mean"], state["layer/variance"] = torch.zeros(shape[3]), torch.ones(shape[3])
        y = F.batch_norm(images, state["layer/mean"], state["layer/variance"], gain, shift, True)
    y = y.permute(0, 2, 3, 1)
    counts = rounded(torch.randn(*y.shape))
    (y * counts).sum().backward()
    return {
        "name": name, "operation": operation, "shape": list(shape), "filters": filters,
        "size": size, "stride": stride, "padding": padding, "dilation": dilation,
        "x": x, "parameters": parameters, "counts": counts,
        "output": y, "state": state, "gradients": {"x": x.grad, **{k: p.grad for k, p in parameters.items()}},
    }


golden.write({
    "networks": networks(),
    "training": trainings(),
    "workedExample": worked_example(),
    "images": [image(*i) for i in IMAGES],
})
