// Pictures that our own reader does not know: what the browser can draw becomes a PNG,
// SVG and AVIF everywhere, HEIC where the system has it.

/** The longer side of what is drawn, in pixels: four times what an album's reader looks at. */
const side = 448;
/** The most bytes of an SVG: whatever it draws, it is drawn where the page runs. */
const mostOfDrawing = 1 << 20;

/** What the reader of files says of a picture that the browser may still know. */
const unread = new Set(['picture-kind', 'picture-variant', 'picture-damaged', 'picture-size', 'picture-side']);

/**
 * Returns a picture as the browser draws it, as a PNG; null where it can't, or where
 * there is another reason why the file was refused.
 * @param {File} file
 * @param {unknown} error why it was refused
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function redraw(file, error) {
  if (!unread.has(/** @type {{code?: string}} */ (error).code ?? '')) return null;
  try {
    return /\.svg$/i.test(file.name) || file.type === 'image/svg+xml' ? await redrawDrawing(file) : await redrawImage(file);
  } catch {
    return null;
  }
}

/** @param {File} file an SVG; it runs no scripts and loads nothing where it is an image */
async function redrawDrawing(file) {
  if (file.size > mostOfDrawing) return null;
  const address = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return await drawn(image, image.naturalWidth || side, image.naturalHeight || side);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {File} file */
async function redrawImage(file) {
  const image = await createImageBitmap(file);
  try {
    return await drawn(image, image.width, image.height);
  } finally {
    image.close();
  }
}

/**
 * @param {CanvasImageSource} image
 * @param {number} width
 * @param {number} height
 */
async function drawn(image, width, height) {
  const scale = side / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const png = await new Promise((resolve) => canvas.toBlob(resolve));
  return png === null ? null : new Uint8Array(await png.arrayBuffer());
}
