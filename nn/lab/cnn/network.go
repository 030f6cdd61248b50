package cnn

import (
	"nnplay/nn"
	"nnplay/nn/model"
)

// network returns the network of the settings, without a way to begin.
func (o *Settings) network(classes int) model.CNN {
	m := model.CNN{
		Height: o.Images.Side, Width: o.Images.Side, Channels: 1,
		GlobalPooling: o.GlobalPooling && len(o.Filters) > 0, Hidden: o.Dense,
		Dropout: o.Dropout > 0, Bias: o.BiasInit, Outputs: classes, OutputActivation: "softmax",
	}
	m.Activation, _ = nn.FindActivation(o.HiddenActivation)
	m.Normalization, _ = nn.FindNormalization(o.Normalization)
	for _, filters := range o.Filters {
		m.Stages = append(m.Stages, model.Stage{
			Filters:  filters,
			Kernel:   nn.Window{Size: o.Kernel, Stride: o.Stride, Padding: o.Padding, Dilation: o.Dilation},
			Residual: o.Residual,
			Pooling:  model.Pooling(o.Pooling), PoolWindow: nn.Window{Size: 2, Stride: 2},
		})
	}
	return m
}
