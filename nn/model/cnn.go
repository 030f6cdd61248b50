package model

import (
	"fmt"

	"nnplay/nn"
)

// A CNN is a convolutional network (LeCun et al. 1998; Goodfellow, Bengio and
// Courville 2016, chapter 9): stages that turn images into images, then fully
// connected layers on what they see. The inputs are (H, W, C), channels
// innermost.
type CNN struct {
	Height, Width, Channels int // of the images

	Stages        []Stage
	GlobalPooling bool  // the mean of each channel stands for the last image
	Hidden        []int // units of each fully connected hidden layer

	Activation       nn.Activation    // of all stages and hidden layers
	Normalization    nn.Normalization // ahead of each activation
	Dropout          bool             // behind each pooling and each hidden layer
	Initializer      nn.Initializer
	Bias             float32 // first value of the biases
	Outputs          int
	OutputActivation string // a row of nn.Outputs
	// Explained names what lies between a convolution and its activation too:
	// "conv1/normalized" and, with what came in, "conv1/joined".
	Explained bool
}

// A Stage is a convolution, and the pooling that follows it.
type Stage struct {
	Filters    int
	Kernel     nn.Window
	Residual   bool    // what comes in is added to what is activated
	Pooling    Pooling // NoPooling for none
	PoolWindow nn.Window
}

// A Pooling makes images smaller.
type Pooling string

// The poolings.
const (
	NoPooling      Pooling = "none"
	MaxPooling     Pooling = "max"
	AveragePooling Pooling = "average"
)

// Poolings lists them.
var Poolings = []Pooling{NoPooling, MaxPooling, AveragePooling}

var _ Network = CNN{}

// Record implements Network. The input is (B, H·W·C). It names "conv1/out" and
// "pool1/out", (B, H, W, C) of their own, "hidden1/out" and "output/out"; the
// kernels are the parameters conv1/kernel, (S, S, C, F).
func (m CNN) Record(x *nn.Tensor) (z, y *nn.Tensor) {
	b := x.Dim(0)
	x = x.Reshape(b, m.Height, m.Width, m.Channels).Called("image")
	for i, s := range m.Stages {
		name := convName(i)
		in := x
		x = nn.Conv(x, name, s.Filters, s.Kernel, m.Initializer, m.Bias)
		normalized := m.Normalization.Apply(x, name+"/norm")
		if m.Explained && normalized != x {
			normalized.Named(name + "/normalized")
		}
		x = normalized
		if s.Residual {
			x = nn.Residual(in, x, name, m.Initializer).Called(name + "/joined")
			if m.Explained {
				x.Named(name + "/joined")
			}
		}
		x = m.Activation.Apply(x).Named(name + "/out")
		if s.pools() {
			x = m.drop(s.pool(x).Named(poolName(i)+"/out"), poolName(i))
		}
	}
	if m.GlobalPooling {
		x = x.GlobalAveragePool().Named(globalName + "/out")
	} else {
		x = x.Reshape(b, -1)
	}
	for i, units := range m.Hidden {
		name := hiddenName(i)
		x = nn.Linear(x, name, units, m.Initializer, m.Bias)
		x = m.Normalization.Apply(x, name+"/norm")
		x = m.drop(m.Activation.Apply(x).Named(name+"/out"), name)
	}
	z = nn.Linear(x, "output", m.Outputs, m.Initializer, m.Bias)
	return z, nn.Must(nn.FindOutput(m.OutputActivation)).Apply(z).Named("output/out")
}

func convName(i int) string   { return fmt.Sprintf("conv%d", i+1) }
func poolName(i int) string   { return fmt.Sprintf("pool%d", i+1) }
func hiddenName(i int) string { return fmt.Sprintf("hidden%d", i+1) }

const globalName = "global"

func (m CNN) drop(x *nn.Tensor, name string) *nn.Tensor {
	if !m.Dropout {
		return x
	}
	return nn.Dropout(x, x.Graph().Hyper(HyperDropout, 0)).Called(name + "/dropped")
}

func (s Stage) pools() bool { return s.Pooling != NoPooling && s.Pooling != "" }

func (s Stage) pool(x *nn.Tensor) *nn.Tensor {
	switch s.Pooling {
	case MaxPooling:
		return x.MaxPool(s.PoolWindow)
	case AveragePooling:
		return x.AveragePool(s.PoolWindow)
	}
	panic("model: no pooling " + string(s.Pooling))
}

// Layers implements Network: the units of a layer of images are its channels.
func (m CNN) Layers() []Layer {
	var layers []Layer
	for _, l := range m.Images()[1:] {
		layer := Layer{Name: l.Name, Units: l.Channels, Shape: []int{l.Height, l.Width, l.Channels}, Activation: "linear", Normalization: "none", Dropout: m.Dropout && l.Kind == "pool"}
		if l.Kind == "conv" {
			layer.Activation, layer.Normalization = m.Activation.Name, m.Normalization.Name
		}
		layers = append(layers, layer)
	}
	for i, units := range m.Hidden {
		layers = append(layers, Layer{
			Name: hiddenName(i), Units: units, Activation: m.Activation.Name,
			Normalization: m.Normalization.Name, Dropout: m.Dropout,
		})
	}
	return append(layers, Layer{Name: "output", Units: m.Outputs, Activation: m.OutputActivation, Normalization: "none"})
}
