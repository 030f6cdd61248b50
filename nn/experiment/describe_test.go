package experiment

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nnplay/web/i18n"
)

// TestDescriptions holds that what is said of experiments can be said: each
// translation is there, each name in it has something that stands for it, and no
// text is left that nobody says.
func TestDescriptions(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	english := catalog[i18n.English]
	fields := families.fields()
	place := regexp.MustCompile(`\{(\w+)\}`)
	said := map[string]bool{}
	var check func(of string, phrase any)
	check = func(of string, phrase any) {
		switch p := phrase.(type) {
		case string:
		case []any:
			for _, part := range p {
				check(of, part)
			}
		case map[string]any:
			if options, ok := p["options"].([]any); ok {
				if setting := p["setting"].(string); len(options) == 0 || !slices.ContainsFunc(fields, func(f field) bool {
					return f.Key == setting && slices.Contains(f.Options, options[0].(string))
				}) {
					t.Errorf("%s: there is no option %s %v", of, setting, options)
				}
				return
			}
			key, args := p["key"].(string), p["args"].(map[string]any)
			said[key] = true
			var names []string
			for _, m := range place.FindAllStringSubmatch(english[key], -1) {
				names = append(names, m[1])
				if args[m[1]] == nil {
					t.Errorf("%s: %s lacks %s", of, key, m[1])
				}
			}
			for name, arg := range args {
				if !slices.Contains(names, name) {
					t.Errorf("%s: %s has no place for %s", of, key, name)
				}
				check(of, arg)
			}
		default:
			t.Errorf("%s: %v is no phrase", of, phrase)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 1600 {
		spec := families[i%len(families)].New()
		if i >= len(families) {
			spec = randomSpec(r)
		}
		var phrase any
		if err := json.Unmarshal(spec.Describe().JSON(), &phrase); err != nil {
			t.Fatalf("%s: %v", Link(spec), err)
		}
		check(Link(spec), phrase)
	}
	for key := range english {
		if strings.HasPrefix(key, "describe.") && !said[key] {
			t.Errorf("nobody says %s", key)
		}
	}
}
