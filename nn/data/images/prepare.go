package images

import (
	"image"
	"slices"
	"strings"
)

// What a picture goes through before it is one of an album:
//
//  1. Colors become brightness; what is transparent is white or, around what is
//     bright, black.
//  2. Large ones are made smaller: each element is the mean of pixels spread
//     over what it covers.
//  3. Where the border is of one brightness, it is a drawing on a ground: the
//     ground becomes 0, be it dark or light, and what differs most from it 1. The
//     drawing is put into the middle, 20 elements high or wide, as MNIST's
//     digits are (LeCun, Bottou, Bengio and Haffner 1998, section III.A).
//  4. Else it is a photograph, of which the middle square is taken as it is.
//  5. That square is made AlbumSide elements wide, of 16 levels.
//
// A picture of AlbumSide x AlbumSide keeps its place and its size.
const (
	fine    = 112 // elements along the longer side, in which drawings are sought
	probes  = 4   // pixels along a side of what a fine element covers, at most
	inkSide = 20  // of AlbumSide, that a drawing takes
	even    = 24  // levels by which a ground of one brightness varies
	faint   = 32  // levels that are no drawing
)

// TakePicture makes a picture of an album of any other.
func TakePicture(m image.Image) Picture {
	g := grayOf(m)
	fits := g.width == AlbumSide && g.height == AlbumSide
	crop := middleOf(g.width, g.height)
	if g.ink() && !fits {
		crop = g.drawing()
	}
	return g.cut(crop)
}

// Blank tells whether there is nothing to see in a picture.
func (p Picture) Blank() bool { return strings.Trim(string(p), "\x00") == "" }

// A gray is a picture of levels from 0 to 255, row by row.
type gray struct {
	width, height int
	levels        []uint8
}

// grayOf returns the brightness of a picture, made smaller if it is large.
func grayOf(m image.Image) *gray {
	b := m.Bounds()
	longer := max(b.Dx(), b.Dy())
	size := func(n int) int {
		if longer <= fine {
			return n
		}
		return max(n*fine/longer, 1)
	}
	g := &gray{width: size(b.Dx()), height: size(b.Dy())}
	var glass []int // how transparent each element is, 0 to 255
	opacity, brightness := 0, 0
	for y := range g.height {
		for x := range g.width {
			x0, x1, y0, y1 := x*b.Dx()/g.width, (x+1)*b.Dx()/g.width, y*b.Dy()/g.height, (y+1)*b.Dy()/g.height
			sum, alpha, n := 0, 0, 0
			for py := y0; py < y1; py += max((y1-y0+probes-1)/probes, 1) {
				for px := x0; px < x1; px += max((x1-x0+probes-1)/probes, 1) {
					r, g, b, a := m.At(b.Min.X+px, b.Min.Y+py).RGBA() // multiplied by a
					// On white, with the weights of ITU-R BT.601, as in package image/color.
					sum += int((19595*uint64(r+0xffff-a) + 38470*uint64(g+0xffff-a) + 7471*uint64(b+0xffff-a) + 1<<15) >> 24)
					alpha += int(a >> 8)
					n++
				}
			}
			level, solid := sum/n, alpha/n
			g.levels, glass = append(g.levels, uint8(level)), append(glass, 255-solid)
			opacity, brightness = opacity+solid, brightness+level-(255-solid)
		}
	}
	if 2*brightness > opacity && g.around(glass) {
		for i := range g.levels {
			g.levels[i] -= uint8(min(glass[i], int(g.levels[i])))
		}
	}
	return g
}

// around tells whether most of the border is transparent, so that what is there stands
// on a ground of its reader's.
func (g *gray) around(glass []int) bool {
	through, border := 0, 0
	for i, v := range glass {
		if g.onBorder(i) {
			border++
			if v > 127 {
				through++
			}
		}
	}
	return 2*through > border
}

// onBorder tells whether an element is one of the outermost.
func (g *gray) onBorder(i int) bool {
	x, y := i%g.width, i/g.width
	return x == 0 || y == 0 || x == g.width-1 || y == g.height-1
}

// ink turns a drawing on a ground into ink, from 0, the ground, to 255. It
// leaves what is no drawing as it is, and says so.
func (g *gray) ink() bool {
	var border []uint8
	for i, v := range g.levels {
		if g.onBorder(i) {
			border = append(border, v)
		}
	}
	slices.Sort(border)
	ground := int(border[len(border)/2])
	near := 0
	for _, v := range border {
		if max(int(v)-ground, ground-int(v)) <= even {
			near++
		}
	}
	if 5*near < 4*len(border) {
		return false
	}
	most := 0
	for _, v := range g.levels {
		most = max(most, g.away(v, ground))
	}
	if most < faint { // there is nothing on it
		most = 255
	}
	for i, v := range g.levels {
		g.levels[i] = uint8(g.away(v, ground) * 255 / most)
	}
	return true
}

// away returns how far a level is from a ground, to the other end.
func (g *gray) away(v uint8, ground int) int {
	if ground > 127 {
		return max(ground-int(v), 0)
	}
	return max(int(v)-ground, 0)
}

// middleOf returns the square in the middle of a rectangle.
func middleOf(width, height int) image.Rectangle {
	side := min(width, height)
	x, y := (width-side)/2, (height-side)/2
	return image.Rect(x, y, x+side, y+side)
}

// drawing returns the square around the ink; it may reach beyond the picture.
func (g *gray) drawing() image.Rectangle {
	var box image.Rectangle
	for i, v := range g.levels {
		if v >= 64 {
			x, y := i%g.width, i/g.width
			box = box.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	if box.Empty() {
		return middleOf(g.width, g.height)
	}
	side := max((max(box.Dx(), box.Dy())*AlbumSide+inkSide-1)/inkSide, 1)
	x, y := (box.Min.X+box.Max.X-side)/2, (box.Min.Y+box.Max.Y-side)/2
	return image.Rect(x, y, x+side, y+side)
}

// cut returns a square as a picture; beyond the borders is nothing.
func (g *gray) cut(r image.Rectangle) Picture {
	side := r.Dx()
	square := make([]uint8, side*side)
	for y := range side {
		for x := range side {
			if px, py := r.Min.X+x, r.Min.Y+y; px >= 0 && py >= 0 && px < g.width && py < g.height {
				square[y*side+x] = g.levels[py*g.width+px]
			}
		}
	}
	if side == AlbumSide {
		return PictureOf(square)
	}
	levels := make([]uint8, AlbumSide*AlbumSide)
	for i, v := range Scaled(square, side, AlbumSide) {
		levels[i] = uint8(float32(255*v) + 0.5)
	}
	return PictureOf(levels)
}

// AlbumOf makes an album of images and their labels in MNIST's format: a class a
// label, which is its name.
func AlbumOf(images, labels *IDX) (*Album, error) {
	if err := paired(images, labels); err != nil {
		return nil, err
	}
	var classes []Class
	at := map[byte]int{}
	for _, label := range sortedLabels(labels.Bytes) {
		at[label] = len(classes)
		classes = append(classes, Class{Name: labelName(label)})
		if len(classes) > MaxClasses {
			return nil, Refuse("album-classes", "limit", MaxClasses)
		}
	}
	each := images.Height * images.Width
	side := max(images.Height, images.Width)
	left, top := (side-images.Width)/2, (side-images.Height)/2
	for i, label := range labels.Bytes {
		g := gray{images.Width, images.Height, images.Bytes[i*each : (i+1)*each]}
		c := &classes[at[label]]
		c.Pictures = append(c.Pictures, g.cut(image.Rect(-left, -top, side-left, side-top)))
	}
	return NewAlbum(classes)
}
