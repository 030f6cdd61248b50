// The picture of data sets that are tables: rows of cells, the last of each colored.

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} colors of the rows in turn
 */
export function drawCells(canvas, colors) {
  canvas.width = canvas.height = 96;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 3; column++) {
      c.fillStyle = row === 0 ? '#5c5d62' : column < 2 ? '#b9b7b1' : colors[(row - 1) % colors.length];
      c.fillRect(12 + 25 * column, 14 + 14 * row, 22, row === 0 ? 9 : 11);
    }
  }
}
