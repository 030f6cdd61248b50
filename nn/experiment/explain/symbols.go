package explain

import "nnplay/nn/program"

// symbols returns the formula of an instruction, in Unicode and in LaTeX.
func symbols(c *program.Instr) (text, latex string) {
	switch c.Op {
	case program.Gemm:
		text, latex = "Σ a·b", `\sum_k a_k b_k`
	case program.Sum:
		text, latex = "Σ a", `\sum_k a_k`
	case program.Max:
		text, latex = "max a", `\max_k a_k`
	case program.Gather:
		text, latex = "a[i]", `a_i`
	case program.Scatter:
		return "+ a", `+a`
	case program.Random:
		return "u ∼ U[0, 1)", `u\sim U[0,1)`
	case program.Tick:
		return "n + 1", `n+1`
	case program.Map:
		text, latex = formulas[c.Func].symbols, formulas[c.Func].latex
	}
	if c.Acc || c.Op == program.Gemm && c.C.Offset != program.None {
		return "c + " + text, "c+" + latex
	}
	return text, latex
}

// formulas has a row a scalar function of a, b and c.
var formulas = map[program.Func]struct{ symbols, latex string }{
	program.Copy:        {"a", `a`},
	program.Neg:         {"−a", `-a`},
	program.Abs:         {"|a|", `\lvert a\rvert`},
	program.Sign:        {"sign a", `\operatorname{sign}a`},
	program.Step:        {"a > 0 ? 1 : 0", `[a>0]`},
	program.Floor:       {"⌊a⌋", `\lfloor a\rfloor`},
	program.Sqrt:        {"√a", `\sqrt a`},
	program.Exp:         {"exp a", `e^a`},
	program.Log:         {"ln a", `\ln a`},
	program.Log1p:       {"ln(1 + a)", `\ln(1+a)`},
	program.Sin:         {"sin a", `\sin a`},
	program.Cos:         {"cos a", `\cos a`},
	program.Tanh:        {"tanh a", `\tanh a`},
	program.Sigmoid:     {"σ(a)", `\sigma(a)`},
	program.Softplus:    {"ln(1 + exp a)", `\ln(1+e^a)`},
	program.Erf:         {"erf a", `\operatorname{erf}a`},
	program.Relu:        {"max(0, a)", `\max(0,a)`},
	program.Add:         {"a + b", `a+b`},
	program.Sub:         {"a − b", `a-b`},
	program.Mul:         {"a·b", `a\,b`},
	program.Div:         {"a/b", `a/b`},
	program.Larger:      {"max(a, b)", `\max(a,b)`},
	program.Smaller:     {"min(a, b)", `\min(a,b)`},
	program.Greater:     {"a > b ? 1 : 0", `[a>b]`},
	program.ReluGrad:    {"a > 0 ? b : 0", `[a>0]\,b`},
	program.TanhGrad:    {"(1 − a²)·b", `(1-a^2)\,b`},
	program.SigmoidGrad: {"a·(1 − a)·b", `a(1-a)\,b`},
	program.AddMul:      {"a + b·c", `a+b\,c`},
	program.SubMul:      {"a − b·c", `a-b\,c`},
	program.Select:      {"a ≠ 0 ? b : c", `a\ne0\,?\,b:c`},
}
