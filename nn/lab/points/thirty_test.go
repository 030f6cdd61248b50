package points

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/optimize"

	"nnplay/nn/data/rows"
	tables "nnplay/nn/data/table"
	"nnplay/nn/rng"
)

// thirtyColumns writes a table of so many rows and thirty columns of different ranges,
// all of which hold a little of two directions that the class hangs on, beside
// twenty-eight of noise.
func thirtyColumns(n int) []byte {
	const k = 30
	stream := rng.New(11, 1)
	var directions [k][k]float64 // (direction, column): orthonormal
	for i := range directions {
		for {
			for c := range k {
				directions[i][c] = float64(stream.Normal())
			}
			for j := range i {
				along := 0.0
				for c := range k {
					along += directions[i][c] * directions[j][c]
				}
				for c := range k {
					directions[i][c] -= along * directions[j][c]
				}
			}
			size := 0.0
			for _, v := range directions[i] {
				size += v * v
			}
			if size < 1e-6 {
				continue
			}
			for c := range k {
				directions[i][c] /= math.Sqrt(size)
			}
			break
		}
	}
	var b strings.Builder
	for c := range k {
		fmt.Fprintf(&b, "measure %d,", c+1)
	}
	b.WriteString("outcome\n")
	for range n {
		var latent, row [k]float64
		for i := range latent {
			latent[i] = float64(stream.Normal())
			for c := range row {
				row[c] += latent[i] * directions[i][c]
			}
		}
		outcome := "benign"
		if 3*latent[0]-2*latent[1]+0.5+0.8*float64(stream.Normal()) > 0 {
			outcome = "malignant"
		}
		for c, v := range row {
			fmt.Fprintf(&b, "%.5g,", float64(c*c)+v*math.Pow(1.3, float64(c)))
		}
		b.WriteString(outcome + "\n")
	}
	return []byte(b.String())
}

// read reads a table of classes as a page does, and makes rows of all its columns.
func read(t testing.TB, file []byte) *rows.Rows {
	t.Helper()
	read, err := tables.Read(file, tables.Choices{})
	if err != nil {
		t.Fatal(err)
	}
	samples, err := read.Samples("")
	if err != nil {
		t.Fatal(err)
	}
	r, err := samples.Rows()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// judge returns the mean log loss of weights and a bias on inputs (n, k) and classes,
// and the accuracy. each is told by how much the loss changes with what a row sums to.
func judge(w []float64, x, y []float32, each func(row []float32, slope float64)) (loss, accuracy float64) {
	k, n := len(w)-1, len(y)
	for i := range n {
		row := x[i*k : (i+1)*k]
		z, sign := w[k], 2*float64(y[i])-1
		for c, v := range row {
			z += w[c] * float64(v)
		}
		loss += math.Log1p(math.Exp(-sign*z)) / float64(n)
		if sign*z > 0 {
			accuracy += 1 / float64(n)
		}
		if each != nil {
			each(row, -sign/(1+math.Exp(sign*z))/float64(n))
		}
	}
	return loss, accuracy
}

// logistic returns the weights and the bias of logistic regression.
func logistic(t *testing.T, x, y []float32) []float64 {
	t.Helper()
	k := len(x) / len(y)
	problem := optimize.Problem{
		Func: func(w []float64) float64 { loss, _ := judge(w, x, y, nil); return loss },
		Grad: func(grad, w []float64) {
			clear(grad)
			judge(w, x, y, func(row []float32, slope float64) {
				for c, v := range row {
					grad[c] += slope * float64(v)
				}
				grad[k] += slope
			})
		},
	}
	fit, err := optimize.Minimize(problem, make([]float64, k+1), &optimize.Settings{GradientThreshold: 1e-5}, &optimize.BFGS{})
	if err != nil {
		t.Fatal(err)
	}
	return fit.X
}

// TestThirtyColumns trains a network without a hidden layer on a table of thirty
// columns: it reads all of them, and is no worse on the test rows than logistic
// regression on the same columns, by more than one row in a hundred or 0.01 of the
// loss. An optimizer that goes on to the least training loss finds the same one.
func TestThirtyColumns(t *testing.T) {
	r := read(t, thirtyColumns(1200))
	for link, steps := range map[string]int{
		"optimizer=adam&learningRate=0.02&batchSize=100": 1500,
		"optimizer=lbfgs": 200,
	} {
		run := onTable(t, "v=1&preprocess=standardize&networkShape=none&"+link, r)
		if r.Width() != 30 || run.Inputs() != 30 || run.Machine().Unit.Parameters()[0].Shape[0] != 30 {
			t.Fatalf("the table has %d inputs, the network %d", r.Width(), run.Inputs())
		}
		run.Step(steps)
		m := run.Metrics()
		p := run.Task().(*perceptron).problem
		train, test := &p.train, &p.test
		w := logistic(t, train.x, train.points.Y)
		trainLoss, _ := judge(w, train.x, train.points.Y, nil)
		loss, accuracy := judge(w, test.x, test.points.Y, nil)
		t.Logf("%s: test loss %.4f and accuracy %.4f, of logistic regression %.4f and %.4f; training loss %.5f and %.5f", link, m.TestLoss, m.Accuracy, loss, accuracy, m.TrainLoss, trainLoss)
		if !(m.TestLoss < loss+0.01) || m.Accuracy < accuracy-0.01 || accuracy < 0.9 {
			t.Errorf("%s: test loss %.4f and accuracy %.4f, of logistic regression %.4f and %.4f", link, m.TestLoss, m.Accuracy, loss, accuracy)
		}
		if link == "optimizer=lbfgs" && math.Abs(m.TrainLoss-trainLoss) > 0.001 {
			t.Errorf("%s: training loss %.5f, of logistic regression %.5f", link, m.TrainLoss, trainLoss)
		}
	}
}
