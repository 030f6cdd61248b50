package images

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/notice"
)

// TestAlbumOfLevels holds that images of MNIST's size become the pictures that MNIST's
// own files give, that others are scaled, and what is refused.
func TestAlbumOfLevels(t *testing.T) {
	levels := make([]uint8, 3*AlbumSide*AlbumSide)
	for i := range levels {
		levels[i] = uint8(i * 7)
	}
	a, err := AlbumOfLevels(AlbumSide, levels, []string{"4", "2", "4"}, []string{"2", "4"})
	b, errB := AlbumOf(&IDX{Count: 3, Height: AlbumSide, Width: AlbumSide, Bytes: levels}, &IDX{Count: 3, Bytes: []byte{4, 2, 4}})
	if err != nil || errB != nil || !bytes.Equal(a.File(), b.File()) {
		t.Errorf("%v, %v; %v and %v", err, errB, a.Names(), b.Names())
	}
	small := []uint8{255, 0, 0, 255, 0, 0, 0, 0}
	a, err = AlbumOfLevels(2, small, []string{"a bird", " a bird "}, []string{"a bird", " a bird "})
	if err != nil || strings.Join(a.Names(), "|") != "a bird" || a.Len() != 2 || a.Classes()[0].Pictures[0][0] != darkest || a.Classes()[0].Pictures[0][AlbumSide-1] != 0 {
		t.Errorf("%v, %v", a.Names(), err)
	}
	var many []string
	for i := range MaxClasses + 1 {
		many = append(many, strconv.Itoa(i))
	}
	for code, classes := range map[string][]string{"album-classes": many, "album-name": {"\x00"}} {
		var refused *notice.Error
		if _, err := AlbumOfLevels(2, small, classes[:1], classes); !errors.As(err, &refused) || refused.Code != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}
