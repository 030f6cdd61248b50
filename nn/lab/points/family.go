// Package points is the perceptron on points of the line or the plane, "mlp" in
// links: the family with which the playground began.
package points

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Family is the row of the family.
var Family = lab.Define(lab.Family{
	Name: "mlp", Settings: settingRows(), Default: begin, Follow: follow, Repair: repair, Open: open, Describe: describe,
	Generated: whenGenerated, NoData: noData, CSV: csv, Previews: previews, Import: importPlayground,
	Own: []lab.OwnData{{
		Kind: setting.Points, Key: "points", Choice: "dataset", Names: "axisNames", Classes: "classNames", Share: "percTrainData", Home: true,
		Options: setting.Names(data.Own, setName),
		Choose:  choose, Begin: generated,
	}, {
		Kind: setting.Table, Key: "table", Choice: "dataset", Share: "percTrainData", Home: true,
		Options: setting.Names(data.Tables, setName), Choose: chooseTable,
	}},
	Causes: []lab.Cause{
		lab.LargeRate, lab.Decayed(func(s *lab.Spec) lab.Regularized { return of(s).Regularized }), lab.LargeStart, lab.MuchMomentum,
		lab.Unbounded(hiddenActivations), noScaling, lab.NoClipping,
	},
	Rules:   rules,
	Reasons: reasons, Charts: chartKeys, Presets: presets,
})

// noScaling is a cause of divergence: large inputs make large gradients.
var noScaling = lab.Cause{Code: "no-scaling", Suspect: func(s *lab.Spec) bool { return of(s).Preprocess == "none" }}

func hiddenActivations(s *lab.Spec) (names []string) {
	own := of(s)
	for i := range own.NetworkShape {
		names = append(names, own.activation(i))
	}
	return names
}
