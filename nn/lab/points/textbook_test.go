package points

import (
	"math"
	"testing"

	"nnplay/nn/data/rows"
	"nnplay/nn/experiment"
	"nnplay/nn/setting"
)

// TestTextbookTable enters another author's example by hand, his data as a table and his
// weights, and has his numbers after a step: Matt Mazur, A Step by Step
// Backpropagation Example (2015). He leaves the biases alone; they are in none of
// these numbers.
func TestTextbookTable(t *testing.T) {
	table, err := rows.New(rows.Rows{
		Inputs:  []rows.Input{{Name: "i1", Column: "i1", Kind: rows.Number}, {Name: "i2", Column: "i2", Kind: rows.Number}},
		Targets: []string{"o1", "o2"}, X: []float32{0.05, 0.10}, Y: []float32{0.01, 0.99},
	})
	if err != nil {
		t.Fatal(err)
	}
	families := experiment.Families{Family}
	spec, notices, err := families.Parse("v=1&networkShape=2&activation=sigmoid&learningRate=0.5&batchSize=1" +
		"&weights=hidden1.weight,0.15,0.25,0.20,0.30,hidden1.bias,0.35,0.35,output.weight,0.40,0.50,0.45,0.55,output.bias,0.60,0.60")
	if err != nil || len(notices) > 0 {
		t.Fatal(notices, err)
	}
	spec.Choose(setting.Table, table)
	for key, value := range map[string]string{"outputActivation": "sigmoid", "loss": "half-sse", "keepTargets": "true"} {
		if err := spec.Set(key, value); err != nil {
			t.Fatal(err)
		}
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	if loss := run.Metrics().TrainLoss; math.Abs(loss-0.298371109) > 1e-6 {
		t.Errorf("the loss begins at %v", loss)
	}
	run.Step(1)
	for name, want := range map[string][]float64{
		"hidden1/weight": {0.149780716, 0.24975114, 0.19956143, 0.29950229},
		"output/weight":  {0.35891648, 0.511301270, 0.408666186, 0.561370121},
	} {
		for i, v := range run.Machine().Slice(name) {
			if math.Abs(float64(v)-want[i]) > 1e-6 {
				t.Errorf("%s[%d] is %v after a step, not %v", name, i, v, want[i])
			}
		}
	}
	if again, _, _ := families.Parse(experiment.Link(spec)); !again.Equal(spec) {
		t.Error("its link leads to something else")
	}
}
