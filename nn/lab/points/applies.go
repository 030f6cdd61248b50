package points

import (
	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Reasons why a setting, or one of its options, has no effect.
const (
	blobsOnly          = "blobs-only"
	classificationOnly = "classification-only"
	fixedSet           = "fixed-set"
	oneInput           = "one-input"
	ownOnly            = "own-only"
	ownPoints          = "own-points"
	tableColumns       = "table-columns"
	tableOnly          = "table-only"
	tableRows          = "table-rows"
	tableValues        = "table-values"
)

var reasons = []string{blobsOnly, classificationOnly, fixedSet, oneInput, ownOnly, ownPoints, tableColumns, tableOnly, tableRows, tableValues}

func whenClassesAreChosen(s *lab.Spec) string {
	own := of(s)
	set := own.set()
	return setting.Unless(set.Classes == 0 && set.Problem == data.Classification, blobsOnly)
}

func whenSplit(s *lab.Spec) string {
	own := of(s)
	return setting.Unless(!own.set().Fixed, fixedSet)
}

func whenGenerated(s *lab.Spec) string {
	if reason := whenSplit(s); reason != "" {
		return reason
	}
	if isTable(s) {
		return tableRows
	}
	return setting.Unless(!isDrawn(s), ownPoints)
}

func whenDrawn(s *lab.Spec) string { return setting.Unless(isDrawn(s), ownOnly) }

func whenClassesDrawn(s *lab.Spec) string {
	if reason := whenDrawn(s); reason != "" {
		return reason
	}
	own := of(s)
	return setting.Unless(own.classes() > 0, classificationOnly)
}

func whenTable(s *lab.Spec) string { return setting.Unless(isTable(s), tableOnly) }

func whenTableValues(s *lab.Spec) string {
	if reason := whenTable(s); reason != "" {
		return reason
	}
	own := of(s)
	return setting.Unless(own.classes() == 0, tableValues)
}

func whenPlane(s *lab.Spec) string {
	if reason := whenTable(s); reason != "" {
		return reason
	}
	return setting.Unless(of(s).Table.Width() != 1, oneInput)
}

func whenFeatures(s *lab.Spec) string { return setting.Unless(!isTable(s), tableColumns) }

func whenHidden(s *lab.Spec) string { return setting.Unless(len(of(s).NetworkShape) > 0, lab.NoHidden) }

func whenMapped(s *lab.Spec) string {
	own := of(s)
	return setting.Unless(own.set().Inputs == 2, oneInput)
}

func featureApplies(s *lab.Spec, option string) string {
	own := of(s)
	f, _ := data.FindFeature(option)
	return setting.Unless(!f.NeedsY || own.set().Inputs == 2, oneInput)
}

func outputApplies(s *lab.Spec, option string) string {
	own := of(s)
	return setting.Unless(option != "softmax" || own.classes() > 0, classificationOnly)
}

func lossApplies(s *lab.Spec, option string) string {
	own := of(s)
	_, special := lossOutputs(option)
	return setting.Unless(!special || own.classes() > 0, classificationOnly)
}
