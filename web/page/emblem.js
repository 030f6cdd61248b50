// An emblem an architecture: a few lines that say how its data run, for the
// cards of the gallery.

const svgSpace = 'http://www.w3.org/2000/svg';

/** Lines and dots on a field of 120 x 64. @type {Record<string, {lines: string, dots: Array<[number, number]>}>} */
const emblems = {
  rnn: { // unrolled: from below to above, and from left to right
    lines: 'M16 32H104M24 54V10M48 54V10M72 54V10M96 54V10',
    dots: [[24, 32], [48, 32], [72, 32], [96, 32]],
  },
  gan: { // two networks; what one makes, the other judges
    lines: 'M8 20L32 10L56 32M8 44L32 54L56 32M8 20L32 54M8 44L32 10M64 32L88 10L112 32M64 32L88 54L112 32M56 32H64',
    dots: [[8, 20], [8, 44], [32, 10], [32, 54], [56, 32], [64, 32], [88, 10], [88, 54], [112, 32]],
  },
  cnn: { // maps that become smaller and more
    lines: 'M6 10H46V54H6ZM22 22H36V36H22ZM36 22L60 26M36 36L60 30M60 14H80V34H60ZM66 22H86V42H66ZM86 32L104 32',
    dots: [[108, 16], [108, 32], [108, 48]],
  },
  transformer: { // every place looks at every one before it
    lines: 'M16 54L16 12M42 54L42 12M16 54L42 12M68 54L68 12M16 54L68 12M42 54L68 12M94 54L94 12M16 54L94 12M42 54L94 12M68 54L94 12',
    dots: [[16, 12], [42, 12], [68, 12], [94, 12], [16, 54], [42, 54], [68, 54], [94, 54]],
  },
  autoencoder: { // narrow in the middle
    lines: 'M12 8L60 26M12 56L60 38M12 32L60 26M12 32L60 38M60 26L108 8M60 38L108 56M60 26L108 32M60 38L108 32',
    dots: [[12, 8], [12, 32], [12, 56], [60, 26], [60, 38], [108, 8], [108, 32], [108, 56]],
  },
  diffusion: { // paths from anywhere to the data
    lines: 'M8 8C40 8 60 24 104 24M8 24C40 30 60 28 104 28M8 40C40 34 60 36 104 36M8 56C40 56 60 40 104 40',
    dots: [[104, 24], [104, 28], [104, 36], [104, 40]],
  },
};

/**
 * The emblem of an architecture, or null if it has none.
 * @param {string} architecture
 */
export function drawEmblem(architecture) {
  const emblem = emblems[architecture];
  return emblem ? drawLines(120, 64, emblem.lines, emblem.dots) : null;
}

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
