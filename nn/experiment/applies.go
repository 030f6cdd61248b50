package experiment

import (
	"slices"

	"nnplay/nn/data"
)

// Reasons why a setting, or one of its options, has no effect: the codes of
// the translations applies.CODE.
const (
	blobsOnly          = "blobs-only"
	causalOnly         = "causal-only"
	classificationOnly = "classification-only"
	fixedLength        = "fixed-length"
	fixedSet           = "fixed-set"
	fullBatchOnly      = "full-batch"
	meanSquareOnly     = "mean-square-only"
	momentumOnly       = "momentum-only"
	noHidden           = "no-hidden-layers"
	noRegularization   = "no-regularization"
	noSchedule         = "no-schedule"
	noTurns            = "no-turns"
	notClipped         = "not-clipped"
	notConvolved       = "not-convolved"
	oneInput           = "one-input"
	openAnswer         = "open-answer"
	pairsOnly          = "pairs-only"
	ownImages          = "own-images"
	ownImagesOnly      = "own-images-only"
	ownOnly            = "own-only"
	otherArchitecture  = "other-architecture"
	ownPoints          = "own-points"
	ownTextOnly        = "own-text-only"
	textOnly           = "text-only"
	tokensOnly         = "tokens-only"
	variationalOnly    = "variational-only"
	zeroInit           = "zero-init"
)

// reasons lists them all.
var reasons = []string{
	blobsOnly, causalOnly, fixedLength, ownTextOnly, textOnly, tokensOnly, classificationOnly, fixedSet, fullBatchOnly, meanSquareOnly, momentumOnly,
	noHidden, noRegularization, noSchedule, noTurns, notClipped, notConvolved, oneInput, openAnswer, pairsOnly, otherArchitecture, ownImages, ownImagesOnly, ownOnly, ownPoints, variationalOnly, zeroInit,
}

// Applies returns, by key, why a setting has no effect now, "" if it has one.
// For options that can't be used now it also holds "KEY.OPTION".
func (s Spec) Applies() map[string]string {
	m := make(map[string]string, len(Fields))
	for i := range Fields {
		f := &Fields[i]
		m[f.Key] = f.applies(&s)
		if f.OptionApplies == nil {
			continue
		}
		for _, option := range f.Options {
			if reason := f.OptionApplies(&s, option); reason != "" {
				m[f.Key+"."+option] = reason
			}
		}
	}
	for _, a := range findArchitecture(s.Architecture).Actions {
		if a.Applies != nil {
			m["action."+a.Name] = a.Applies(&s)
		}
	}
	return m
}

// Effective returns, by key, the values that are used where a choice is left
// to the data ("auto" or not).
func (s Spec) Effective() map[string]string {
	m := map[string]string{}
	for i := range Fields {
		if f := &Fields[i]; f.Effective != nil {
			m[f.Key] = f.Effective(&s)
		}
	}
	return m
}

// whenTokens applies to what is made of tokens, not of numbers.
func whenTokens(s *Spec) string { return unless(s.Sequence.task().Tokens(), tokensOnly) }

// unless returns the reason where a setting does not apply.
func unless(applies bool, reason string) string {
	if applies {
		return ""
	}
	return reason
}

func whenClassesAreChosen(s *Spec) string {
	set := findSet(s.Dataset)
	return unless(set.Classes == 0 && set.Problem == data.Classification, blobsOnly)
}

func whenSplit(s *Spec) string {
	if slices.Contains(onImages, s.Architecture) {
		return whenOwnImages(s)
	}
	return unless(!findSet(s.Dataset).Fixed, fixedSet)
}

func whenGenerated(s *Spec) string {
	if slices.Contains(onImages, s.Architecture) {
		return whenDrawnImages(s)
	}
	if reason := whenSplit(s); reason != "" {
		return reason
	}
	return unless(!findSet(s.Dataset).Own, ownPoints)
}

func whenOwn(s *Spec) string { return unless(s.Drawn(), ownOnly) }

func whenHidden(s *Spec) string { return unless(len(s.NetworkShape) > 0, noHidden) }

func whenNotZeros(s *Spec) string { return unless(s.Init != "zeros", zeroInit) }

func whenMinibatches(s *Spec) string { return unless(s.Optimizer != fullBatch, fullBatchOnly) }

func whenScheduled(s *Spec) string {
	if reason := whenMinibatches(s); reason != "" {
		return reason
	}
	return unless(s.Schedule != "constant", noSchedule)
}

func whenRegularized(s *Spec) string { return unless(s.Regularization != "none", noRegularization) }

func whenMapped(s *Spec) string { return unless(findSet(s.Dataset).Inputs == 2, oneInput) }

func whenWeightsAreClipped(s *Spec) string { return unless(s.GAN.Critic == "clip", notClipped) }

func whenTurns(s *Spec) string {
	return unless(s.GAN.DiscriminatorSteps+s.GAN.GeneratorSteps > 0, noTurns)
}

func whenConvolved(s *Spec) string { return unless(len(s.CNN.Filters) > 0, notConvolved) }

func whenVariational(s *Spec) string { return unless(s.Autoencoder.Variational, variationalOnly) }

func whenMomentum(s *Spec) string {
	switch s.Optimizer {
	case "momentum", "nesterov", "adam", "adamw":
		return ""
	}
	return momentumOnly
}

func whenMeanSquare(s *Spec) string {
	switch s.Optimizer {
	case "rmsprop", "adam", "adamw":
		return ""
	}
	return meanSquareOnly
}

func featureApplies(s *Spec, option string) string {
	f, _ := data.FindFeature(option)
	return unless(!f.NeedsY || findSet(s.Dataset).Inputs == 2, oneInput)
}

func outputApplies(s *Spec, option string) string {
	return unless(option != "softmax" || s.classes() > 0, classificationOnly)
}

func lossApplies(s *Spec, option string) string {
	_, special := lossOutputs[option]
	return unless(!special || s.classes() > 0, classificationOnly)
}

// L1 works on minibatches: it moves weights after their update.
func regularizationApplies(s *Spec, option string) string {
	if option != "l1" {
		return ""
	}
	return whenMinibatches(s)
}
