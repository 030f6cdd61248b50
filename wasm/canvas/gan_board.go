package main

// A board is where the parts of the game are.
type board struct {
	generator, discriminator *net
	noise                    rect // a picture of the noise
	real, fake               [2]float32
	verdict                  [2]float32   // its left edge
	way                      [][2]float32 // from the generator to the fakes
	titles                   [2][2]float32
	small                    bool
}

// newBoard lays the players one below the other or, where there is little
// height, side by side.
func newBoard(k *kit, r rect) board {
	const title, source, verdict = 24, 58, 76
	b := board{small: r.h < r.w*0.7}
	z := []string{"z"}
	if k.topology.Inputs == 2 {
		z = []string{"z₁", "z₂"}
	}
	if b.small {
		const between, last = 50, 34
		w := (r.w - 30 - between - last) / 2
		body := rect{r.x + 30, r.y + title, w, r.h - title}
		b.generator = k.netOf(generator, body, z, nil)
		body.x += w + between
		b.discriminator = k.netOf(discriminator, body, []string{"", ""}, []string{""})
		middle := body.y + body.h/2
		b.noise = rect{r.x, middle - 12, 0, 0}
		b.fake, b.real = [2]float32{body.x - between/2 + 4, middle}, [2]float32{body.x - between/2 + 4, middle + min(body.h/2-8, 34)}
		b.verdict = [2]float32{body.x + w + 4, middle}
		b.way = [][2]float32{{body.x - between - 2, middle}, {b.fake[0] - 7, b.fake[1]}}
		b.titles = [2][2]float32{{r.x, r.y + 9}, {body.x - 6, r.y + 9}}
		return b
	}
	const gap = 40
	h := (r.h - gap - 2*title) / 2
	body := rect{r.x + source + 18, r.y + title, r.w - source - 18 - 30, h}
	b.generator = k.netOf(generator, body, z, []string{"x", "y"})
	lower := rect{r.x + source + 18, r.y + 2*title + h + gap, r.w - source - 18 - verdict, h}
	b.discriminator = k.netOf(discriminator, lower, []string{"x", "y"}, []string{""})
	b.noise = rect{r.x, body.y + h/2 - 25, 48, 48}
	middle := lower.y + h/2
	b.fake, b.real = [2]float32{r.x + 30, middle - 34}, [2]float32{r.x + 30, middle + 26}
	b.verdict = [2]float32{lower.x + lower.w + 8, middle}
	turn := r.y + title + h + gap/2 - 4
	right := body.x + body.w + 24
	b.way = [][2]float32{{body.x + body.w + 14, body.y + h/2}, {right - 4, body.y + h/2}, {right, body.y + h/2 + 4}, {right, turn - 4}, {right - 4, turn},
		{b.fake[0] + 4, turn}, {b.fake[0], turn + 4}, {b.fake[0], b.fake[1] - 8}}
	b.titles = [2][2]float32{{r.x, r.y + 9}, {b.fake[0] + 14, r.y + title + h + gap + 9}}
	return b
}
