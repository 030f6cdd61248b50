// Matrix products written by hand in WebAssembly's text format, to hold
// nnplay's against: C = A·B of n x n floats, row by row. A block of C, so many
// rows of so many vectors of four columns, stays in registers while k runs; of
// each k come the vectors of B and, one by one, the elements of A, in all lanes.
// Where B is packed, the columns of a block are copied next to one another
// before it is used.
//
// Each variant is the same text with other numbers; what is repeated, JavaScript
// repeats. The text is assembled by wabt.

const repeat = (n, text) => Array.from({ length: n }, (_, i) => text(i)).join('\n');

function text(n, { rows, vectors, unroll, packed }) {
  const size = n * n * 4;
  const [a, b, c, pack] = [0, size, 2 * size, 3 * size];
  const row = n * 4; // bytes of a row of a matrix
  const width = vectors * 16; // of a row of a block
  const step = packed ? width : row; // from k to k in B
  const sum = (r, v) => `$s${r}_${v}`;
  const oneK = (k) => `
          ${repeat(vectors, (v) => `(local.set $b${v} (v128.load offset=${k * step + v * 16} (local.get $b)))`)}
          ${repeat(rows, (r) => `(local.set $x (v128.load32_splat offset=${a + r * row + k * 4} (local.get $a)))
          ${repeat(vectors, (v) => `(local.set ${sum(r, v)} (f32x4.add (local.get ${sum(r, v)}) (f32x4.mul (local.get $x) (local.get $b${v}))))`)}`)}`;
  const loop = (name, limit, count, body) => `
      (local.set ${count} (i32.const ${limit}))
      (loop ${name}
        ${body}
        (br_if ${name} (local.tee ${count} (i32.sub (local.get ${count}) (i32.const 1)))))`;
  const advance = (pointer, bytes) => `(local.set ${pointer} (i32.add (local.get ${pointer}) (i32.const ${bytes})))`;
  const packing = `
        (local.set $from (i32.add (local.get $column) (i32.const ${b})))
        (local.set $to (i32.const ${pack}))
        ${loop('$packing', n, '$k', `
          ${repeat(vectors, (v) => `(v128.store offset=${v * 16} (local.get $to) (v128.load offset=${v * 16} (local.get $from)))`)}
          ${advance('$from', row)} ${advance('$to', width)}`)}`;
  return `(module
  (memory (export "memory") ${Math.ceil(4 * size / 65536) + 1})
  (func (export "run") (param $times i32)
    (local $i i32) (local $j i32) (local $k i32) (local $a i32) (local $b i32) (local $c i32) (local $column i32) (local $from i32) (local $to i32)
    (local $x v128) ${repeat(vectors, (v) => `(local $b${v} v128)`)} ${repeat(rows, (r) => repeat(vectors, (v) => `(local ${sum(r, v)} v128)`))}
    (loop $again
      (local.set $column (i32.const 0))
      ${loop('$columns', n * 4 / width, '$j', `
        ${packed ? packing : ''}
        (local.set $c (i32.add (local.get $column) (i32.const ${c})))
        (local.set $a (i32.const 0))
        ${loop('$rows', n / rows, '$i', `
          (local.set $b ${packed ? `(i32.const ${pack})` : `(i32.add (local.get $column) (i32.const ${b}))`})
          ${repeat(rows, (r) => repeat(vectors, (v) => `(local.set ${sum(r, v)} (v128.const i32x4 0 0 0 0))`))}
          ${loop('$terms', n / unroll, '$k', `
            ${repeat(unroll, oneK)}
            ${advance('$a', 4 * unroll)} ${advance('$b', step * unroll)}`)}
          ${repeat(rows, (r) => repeat(vectors, (v) => `(v128.store offset=${r * row + v * 16} (local.get $c) (local.get ${sum(r, v)}))`))}
          ${advance('$a', (rows - 1) * row)} ${advance('$c', rows * row)}`)}
        ${advance('$column', width)}`)}
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))))`;
}

const variants = [false, true].flatMap((packed) => [[4, 2], [2, 4], [8, 1]].flatMap(([rows, vectors]) => [4, 8].map((unroll) => ({ rows, vectors, unroll, packed }))));

// Fills A and B, multiplies once and compares with a plain loop.
function right(n, { memory, run }) {
  const [a, b, c] = [0, 1, 2].map((i) => new Float32Array(memory.buffer, i * n * n * 4, n * n));
  for (let i = 0; i < n * n; i++) [a[i], b[i]] = [i % 7 - 3, i % 5 - 2];
  run(1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
      if (sum !== c[i * n + j]) return false;
    }
  }
  return true;
}

// Returns the best variant's name and speed: median of five.
async function handwritten(n) {
  const wabt = await WabtModule();
  let best = { gflops: 0 };
  for (const variant of variants) {
    const module = wabt.parseWat('gemm.wat', text(n, variant), { simd: true });
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBinary({}).buffer));
    module.destroy();
    if (!right(n, exports)) throw new Error(`the handwritten product ${JSON.stringify(variant)} is wrong`);
    exports.run(2000); // until it is compiled for speed
    await new Promise((done) => setTimeout(done, 50));
    const times = [];
    for (let i = 0; i < 5; i++) {
      const began = performance.now();
      exports.run(1000);
      times.push((performance.now() - began) / 1e3 / 1000);
    }
    const gflops = 2 * n ** 3 / times.sort((x, y) => x - y)[2] / 1e9;
    if (gflops > best.gflops) best = { gflops, name: `${variant.rows}x${4 * variant.vectors}${variant.packed ? '-packed' : ''}-unroll${variant.unroll}` };
  }
  return best;
}
