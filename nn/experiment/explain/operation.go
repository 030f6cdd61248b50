package explain

import (
	"path"
	"slices"

	"nnplay/nn"
	"nnplay/nn/program"
)

// A Phase is the part of a step that a number belongs to.
type Phase string

// The phases.
const (
	Data     Phase = "data"
	Forward  Phase = "forward"
	Loss     Phase = "loss"
	Backward Phase = "backward"
	Updating Phase = "update"
	Before   Phase = "before" // what the step found
	Beside   Phase = "beside" // what it was given meanwhile
	Judging  Phase = "judged" // how well the network does, apart from the step
)

// An operation is a kind of mark: how what it computes is told.
type operation struct {
	kind  string
	phase Phase // "" as what is around it, or Forward
	// whole is how its terms make its result, where that is told as one function of
	// all that enters; "" where it is a sum, or told by its last instruction.
	whole Kind
	// apart says that it is told by itself even within what is told as a whole.
	apart bool
	// factor says that what it computes is no more than a factor of what counts.
	factor bool
	// activation says that it is an elementwise nonlinearity.
	activation     bool
	symbols, latex string // of the result
	// filled is the formula, in LaTeX, of a loss of one output y (or z, before the output's
	// function) and one target t: these two letters stand in braces.
	filled string
}

// operations is the table of kinds of marks: names of the field, and the letters of
// its textbooks.
var operations = []operation{
	{kind: "minibatch", phase: Data, symbols: "xᵢ", latex: `x_i`},
	{kind: "normal", phase: Data, whole: Map, symbols: "√(−2 ln(1 − u₁)) · cos 2πu₂", latex: `\sqrt{-2\ln(1-u_1)}\cos 2\pi u_2`},
	{kind: "share", phase: Loss, apart: true, factor: true, symbols: "m / Σ m", latex: `m_i/\sum_j m_j`},
	{kind: "one-hot", phase: Data, whole: Map, factor: true, symbols: "[t = k]", latex: `[t=k]`},

	{kind: "linear", symbols: "z = Σ w·x + b", latex: `z_j=\sum_i w_{ij}x_i+b_j`},
	{kind: "product", symbols: "Σ a·b", latex: `\sum_k a_{ik}b_{kj}`},
	{kind: "convolution", symbols: "z = Σ w·x + b", latex: `z_{ijf}=\sum_{p,q,c} w_{pqcf}\,x_{i+p,j+q,c}+b_f`},
	{kind: "mean", symbols: "(1/n) Σ x", latex: `\frac1n\sum_i x_i`},
	{kind: "max-pooling", whole: Maximum, symbols: "max x", latex: `\max_{p,q} x_{i+p,j+q}`},
	{kind: "average-pooling", symbols: "(1/n) Σ x", latex: `\frac1n\sum_{p,q} x_{i+p,j+q}`},
	{kind: "residual", symbols: "x + f(x)", latex: `x+f(x)`},
	{kind: "dropout", symbols: "m·x / (1 − p)", latex: `\frac{m}{1-p}\,x`},
	{kind: "embedding", phase: Forward, symbols: "E[t]", latex: `E_t`},
	{kind: "mask", whole: Map, factor: true},

	{kind: "standardize", whole: Norm, symbols: "(x − μ)/√(σ² + ε)", latex: `\frac{x-\mu}{\sqrt{\sigma^2+\epsilon}}`},
	{kind: "batch-norm", whole: Norm, symbols: "(x − μ)/√(σ² + ε)", latex: `\frac{x-\mu}{\sqrt{\sigma^2+\epsilon}}`},
	{kind: "gain-and-shift", apart: true, symbols: "γ·x̂ + β", latex: `\gamma\hat x+\beta`},
	{kind: "moments", apart: true, symbols: "(1/n) Σ x", latex: `\frac1n\sum_i x_i`},
	{kind: "running-average", apart: true, symbols: "m + α·(x − m)", latex: `m+\alpha(x-m)`},
	{kind: "layer-norm", symbols: "γ·x̂ + β", latex: `\gamma\hat x+\beta`},
	{kind: "rms-norm", whole: Norm, symbols: "γ·x/√(x̄² + ε)", latex: `\gamma\frac{x}{\sqrt{\overline{x^2}+\epsilon}}`},
	{kind: "spectral-norm", symbols: "w/σ(w)", latex: `w/\sigma(w)`},

	{kind: "softmax", whole: Softmax, symbols: "exp zᵢ / Σ exp z", latex: `\frac{e^{z_i}}{\sum_j e^{z_j}}`},
	{kind: "log-softmax", whole: Map, symbols: "zᵢ − ln Σ exp z", latex: `z_i-\ln\sum_j e^{z_j}`},
	{kind: "attention", symbols: "softmax(q·k/√d)·v", latex: `\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt d}\right)V`},
	{kind: "scores", symbols: "q·k/√d", latex: `\frac{q\cdot k}{\sqrt d}`},
	{kind: "rotary"},
	{kind: "rnn", symbols: "h = tanh(W·x + U·h + b)", latex: `h_t=\tanh(Wx_t+Uh_{t-1}+b)`},
	{kind: "lstm", symbols: "c = f·c + i·g, h = o·tanh c", latex: `c_t=f_t c_{t-1}+i_t g_t,\; h_t=o_t\tanh c_t`},
	{kind: "gru", symbols: "h = (1 − z)·n + z·h", latex: `h_t=(1-z_t)n_t+z_t h_{t-1}`},

	{kind: "leaky-relu", activation: true, whole: Map, symbols: "max(z, 0.01·z)", latex: `\max(z,0.01z)`},
	{kind: "elu", activation: true, whole: Map, symbols: "z > 0 ? z : exp z − 1", latex: `z>0\,?\,z:e^z-1`},
	{kind: "gelu", activation: true, whole: Map, symbols: "z·Φ(z)", latex: `z\,\Phi(z)`},
	{kind: "silu", activation: true, whole: Map, symbols: "z·σ(z)", latex: `z\,\sigma(z)`},
	{kind: "softplus", activation: true, whole: Map, symbols: "ln(1 + exp z)", latex: `\ln(1+e^z)`},
	{kind: "sine", activation: true, whole: Map, symbols: "sin z", latex: `\sin z`},
	{kind: "reparameterize", symbols: "μ + σ·ε", latex: `\mu+\sigma\varepsilon`},

	{kind: "mse", phase: Loss, whole: Map, symbols: "(1/n) Σ (y − t)²", latex: `\frac1n\sum_k(y_k-t_k)^2`, filled: `({y}-{t})^2`},
	{kind: "half-mse", phase: Loss, whole: Map, symbols: "(1/2n) Σ (y − t)²", latex: `\frac1{2n}\sum_k(y_k-t_k)^2`, filled: `\tfrac12({y}-{t})^2`},
	{kind: "half-sse", phase: Loss, whole: Map, symbols: "½ Σ (y − t)²", latex: `\tfrac12\sum_k(y_k-t_k)^2`, filled: `\tfrac12({y}-{t})^2`},
	{kind: "huber", phase: Loss, whole: Map, symbols: "|e| ≤ 1 ? e²/2 : |e| − 1/2", latex: `|e|\le1\,?\,\tfrac12e^2:|e|-\tfrac12`},
	{kind: "bce", phase: Loss, whole: Map, symbols: "ln(1 + exp z) − t·z", latex: `\ln(1+e^z)-tz`, filled: `\ln(1+e^{{z}})-{t}\cdot{z}`},
	{kind: "cce", phase: Loss, whole: Map, symbols: "−Σ t·ln softmax z", latex: `-\sum_k t_k\ln\operatorname{softmax}(z)_k`},
	{kind: "hinge", phase: Loss, whole: Map, symbols: "max(0, 1 − t·y)", latex: `\max(0,1-ty)`, filled: `\max(0,\,1-{t}\cdot{y})`},
	{kind: "weighted-mean", phase: Loss, apart: true, symbols: "Σ m·ℓ / Σ m", latex: `\sum_i m_i\ell_i/\sum_i m_i`},
	{kind: "cross-entropy", phase: Loss, whole: Map, symbols: "ln Σ exp z − zₜ", latex: `\ln\sum_k e^{z_k}-z_t`},
	{kind: "kl", phase: Loss, whole: Map, symbols: "½ Σ (μ² + σ² − 1 − ln σ²)", latex: `\tfrac12\sum_k(\mu_k^2+\sigma_k^2-1-\ln\sigma_k^2)`},
	{kind: "minimax", phase: Loss, whole: Map, symbols: "−ln D(x) − ln(1 − D(G(z)))", latex: `-\ln D(x)-\ln(1-D(G(z)))`},
	{kind: "non-saturating", phase: Loss, whole: Map, symbols: "−ln D(G(z))", latex: `-\ln D(G(z))`},
	{kind: "least-squares", phase: Loss, whole: Map, symbols: "½(D − t)²", latex: `\tfrac12(D-t)^2`},
	{kind: "wasserstein", phase: Loss, symbols: "D(G(z)) − D(x)", latex: `D(G(z))-D(x)`},
	{kind: "l2-penalty", phase: Loss, symbols: "L + λ/2 Σ w²", latex: `L+\tfrac\lambda2\sum w^2`},

	{kind: "group-mean", symbols: "Σ m·L / Σ m", latex: `\sum_g\frac{m_g}{\sum m}\,L_g`},
	{kind: "accuracy", symbols: "Σ TPₖ / n", latex: `\frac1n\sum_k\operatorname{TP}_k`},
	{kind: "precision", symbols: "TP / (TP + FP)", latex: `\frac{\operatorname{TP}}{\operatorname{TP}+\operatorname{FP}}`},
	{kind: "recall", symbols: "TP / (TP + FN)", latex: `\frac{\operatorname{TP}}{\operatorname{TP}+\operatorname{FN}}`},
	{kind: "f1", symbols: "2·TP / (2·TP + FP + FN)", latex: `\frac{2\,\operatorname{TP}}{2\,\operatorname{TP}+\operatorname{FP}+\operatorname{FN}}`},
	{kind: "auc", symbols: "(1/PN) Σ [s⁻ < s⁺]", latex: `\frac1{PN}\sum_{i,j}[s_j<s_i]`},
	{kind: "r2", symbols: "1 − Σ (t − y)² / Σ (t − t̄)²", latex: `1-\frac{\sum_i(t_i-y_i)^2}{\sum_i(t_i-\overline{t})^2}`},
	{kind: "squares", symbols: "Σ e²", latex: `\sum_i e_i^2`},
	{kind: "difference", symbols: "a − b", latex: `a-b`},
	{kind: "distance", symbols: "|a − b|", latex: `|a-b|`},
	{kind: "part", symbols: "k/n", latex: `\frac kn`},
	{kind: "perplexity", symbols: "exp L", latex: `e^L`},
	{kind: "whole", symbols: "min r", latex: `\min_i r_i`},
	{kind: "js-divergence", symbols: "½ Σ p·ln(p/m) + q·ln(q/m)", latex: `\frac12\sum_i\left(p_i\ln\frac{p_i}{m_i}+q_i\ln\frac{q_i}{m_i}\right)`},
	{kind: "js-cell", symbols: "½ p·ln(p/m) + ½ q·ln(q/m), m = (p + q)/2", latex: `\tfrac12p\ln\frac pm+\tfrac12q\ln\frac qm,\;m=\frac{p+q}2`},
	{kind: "kl-divergence", symbols: "Σ p·ln(p/q)", latex: `\sum_i p_i\ln\frac{p_i}{q_i}`},
	{kind: "kl-cell", symbols: "p·ln(p/q)", latex: `p\ln\frac pq`},

	{kind: "update", phase: Updating},
	{kind: "schedule", phase: Updating, factor: true, symbols: "η(t)", latex: `\eta(t)`},
	{kind: "clip", phase: Updating, symbols: "g·min(1, c/‖g‖)", latex: `g\,\min(1,c/\lVert g\rVert)`},
	{kind: "l2", phase: Updating, symbols: "g + λ·w", latex: `g+\lambda w`},
	{kind: "weight-decay", phase: Updating, symbols: "(1 − ηλ)·w", latex: `(1-\eta\lambda)w`},
	{kind: "l1", phase: Updating, symbols: "w − ηλ·sign w", latex: `w-\eta\lambda\operatorname{sign}w`},
	{kind: "weight-clip", phase: Updating, symbols: "min(c, max(−c, w))", latex: `\min(c,\max(-c,w))`},
	{kind: "hold", phase: Updating, symbols: "w", latex: `w`},
	{kind: "sgd", phase: Updating, symbols: "w − η·g", latex: `w-\eta g`},
	{kind: "momentum", phase: Updating, symbols: "v = β·v + g, w − η·v", latex: `v\leftarrow\beta v+g,\; w\leftarrow w-\eta v`},
	{kind: "nesterov", phase: Updating, symbols: "v = β·v + g, w − η·(g + β·v)", latex: `v\leftarrow\beta v+g,\; w\leftarrow w-\eta(g+\beta v)`},
	{kind: "rmsprop", phase: Updating, symbols: "s = β·s + (1 − β)·g², w − η·g/(√s + ε)", latex: `s\leftarrow\beta s+(1-\beta)g^2,\; w\leftarrow w-\eta\frac{g}{\sqrt s+\epsilon}`},
	{kind: "adagrad", phase: Updating, symbols: "s = s + g², w − η·g/(√s + ε)", latex: `s\leftarrow s+g^2,\; w\leftarrow w-\eta\frac{g}{\sqrt s+\epsilon}`},
	{kind: "adam", phase: Updating, symbols: "w − η·m̂/(√v̂ + ε)", latex: `w-\eta\frac{\hat m}{\sqrt{\hat v}+\epsilon}`},
	{kind: "adamw", phase: Updating, symbols: "w − η·m̂/(√v̂ + ε)", latex: `w-\eta\frac{\hat m}{\sqrt{\hat v}+\epsilon}`},
}

// find returns the row of a kind of mark, an empty one for none.
func find(kind string) operation {
	for _, o := range operations {
		if o.kind == kind {
			return o
		}
	}
	return operation{}
}

// A backward is how gradients pass an operation on the way back: to what enters it,
// and to its weights and biases, over all samples s. delta is the gradient of its result.
type backward struct{ symbols, latex, weightSymbols, weightLaTeX string }

// backwards has a row a kind of mark that textbooks have a formula for.
var backwards = map[string]backward{
	"linear":      {"Σ w·δ", `\sum_j w_{ij}\,\delta_j`, "Σ δ·x", `\sum_s\delta_j^{(s)}x_i^{(s)}`},
	"convolution": {"Σ w·δ", `\sum_{p,q,f} w_{pqf}\,\delta_{i-p,j-q,f}`, "Σ δ·x", `\sum_s\sum_{i,j}\delta_{ij}^{(s)}x_{i+p,j+q}^{(s)}`},
	"product":     {"Σ b·δ", `\sum_j b_{kj}\,\delta_{ij}`, "", ""},
}

// slopesBack has a row a function whose slope its own value tells: what came from above
// times the slope here.
var slopesBack = map[program.Func]backward{
	program.TanhGrad:    {symbols: "∂L/∂a · (1 − a²)", latex: `\frac{\partial L}{\partial a}\cdot(1-a^2)`},
	program.SigmoidGrad: {symbols: "∂L/∂a · a(1 − a)", latex: `\frac{\partial L}{\partial a}\cdot a\,(1-a)`},
	program.ReluGrad:    {symbols: "∂L/∂a · [z > 0]", latex: `\frac{\partial L}{\partial a}\cdot[z>0]`},
}

// backward returns the formula of a gradient.
func (s *Step) backward(x *Explanation, kind string, f program.Func) (symbols, latex string) {
	row, ok := backwards[kind]
	if slope, found := slopesBack[f]; found && (kind == "" || !ok) {
		return slope.symbols, slope.latex
	}
	parameter := x.Of == Gradient && slices.ContainsFunc(s.names.Find(x.Tensor), func(t *nn.Named) bool { return t.Role == nn.RoleParameter })
	bias := parameter && path.Base(x.Tensor) == "bias"
	switch {
	case ok && bias:
		return "Σ δ", `\sum_s\delta_j^{(s)}`
	case ok && parameter && row.weightLaTeX != "":
		return row.weightSymbols, row.weightLaTeX
	case ok && !parameter:
		return row.symbols, row.latex
	}
	return "Σ ∂L/∂y · ∂y/∂x", `\sum_y\frac{\partial L}{\partial y}\,\frac{\partial y}{\partial x}`
}
