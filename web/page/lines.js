// Lines and dots as pictures: the emblems of architectures, and small networks.

const svgSpace = 'http://www.w3.org/2000/svg';

/**
 * Lines and dots as a picture.
 * @param {number} width
 * @param {number} height
 * @param {string} lines a path
 * @param {Array<[number, number]>} dots
 */
export function drawLines(width, height, lines, dots) {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const path = document.createElementNS(svgSpace, 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  for (const [x, y] of dots) {
    const dot = document.createElementNS(svgSpace, 'circle');
    dot.setAttribute('cx', String(x));
    dot.setAttribute('cy', String(y));
    dot.setAttribute('r', '2.6');
    svg.append(dot);
  }
  return svg;
}
