package gan

import "nnplay/wasm/paper"

// A board is where the parts of the game are.
type board struct {
	generator, discriminator *paper.Net
	noise                    paper.Rectangle // a picture of the noise
	real, fake               [2]float32
	verdict                  [2]float32   // its left edge
	way                      [][2]float32 // from the generator to the fakes
	titles                   [2][2]float32
	ends                     [2]float32 // how far to the right they reach
	small                    bool
}

// leastStack is the height of a board on a phone that has room for players one below
// the other, with what flows between them.
const leastStack = 260

// newBoard lays the players one below the other or, where there is little
// height, side by side.
func newBoard(k figure, d *paper.Drawing, r paper.Rectangle) board {
	const title, source, verdict = 24, 58, 76
	b := board{small: r.H < r.W*0.7 || k.Narrow() && r.H < leastStack}
	z := []string{"z"}
	if k.Topology.Inputs == 2 {
		z = []string{"z₁", "z₂"}
	}
	if b.small {
		const between, last = 50, 34
		w := (r.W - 30 - between - last) / 2
		body := paper.Rect(r.X+30, r.Y+title, w, r.H-title)
		b.generator = k.NetOf(d, generator, body, z, []string{"x", "y"})
		b.generator.Silent[1] = true
		body.X += w + between
		b.discriminator = k.NetOf(d, discriminator, body, []string{"x", "y"}, []string{""})
		b.discriminator.Silent[0] = true
		middle := body.Y + body.H/2
		b.noise = paper.Rect(r.X, middle-12, 0, 0)
		b.fake, b.real = [2]float32{body.X - between/2 + 4, middle}, [2]float32{body.X - between/2 + 4, middle + min(body.H/2-8, 34)}
		b.verdict = [2]float32{body.X + w + 4, middle}
		b.way = [][2]float32{{body.X - between - 2, middle}, {b.fake[0] - 7, b.fake[1]}}
		b.titles = [2][2]float32{{r.X, r.Y + 9}, {body.X - 6, r.Y + 9}}
		b.ends = [2]float32{body.X - 12, r.X + r.W}
		return b
	}
	const gap = 40
	h := (r.H - gap - 2*title) / 2
	body := paper.Rect(r.X+source+18, r.Y+title, r.W-source-18-30, h)
	b.generator = k.NetOf(d, generator, body, z, []string{"x", "y"})
	lower := paper.Rect(r.X+source+18, r.Y+2*title+h+gap, r.W-source-18-verdict, h)
	b.discriminator = k.NetOf(d, discriminator, lower, []string{"x", "y"}, []string{""})
	b.noise = paper.Rect(r.X, body.Y+h/2-25, 48, 48)
	middle := lower.Y + h/2
	b.fake, b.real = [2]float32{r.X + 30, middle - 34}, [2]float32{r.X + 30, middle + 26}
	b.verdict = [2]float32{lower.X + lower.W + 8, middle}
	b.ends = [2]float32{r.X + r.W, r.X + r.W}
	turn := r.Y + title + h + gap/2 - 4
	right := body.X + body.W + 24
	b.way = [][2]float32{{body.X + body.W + 14, body.Y + h/2}, {right - 4, body.Y + h/2}, {right, body.Y + h/2 + 4}, {right, turn - 4}, {right - 4, turn},
		{b.fake[0] + 4, turn}, {b.fake[0], turn + 4}, {b.fake[0], b.fake[1] - 8}}
	b.titles = [2][2]float32{{r.X, r.Y + 9}, {b.fake[0] + 14, r.Y + title + h + gap + 9}}
	return b
}
