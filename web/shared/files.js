// Which reader a file is for, by its name and its type.

/** @typedef {'run' | 'table' | 'pictures' | 'text' | 'unknown'} FileKind unknown ones may be tables, whose reader says what they are otherwise */

/** @type {Array<{kind: FileKind, name: RegExp, type: RegExp}>} */
const kinds = [
  { kind: 'run', name: /\.nnplay$/i, type: /^(?!)/ },
  { kind: 'pictures', name: /\.(png|jpe?g|gif|webp|bmp|svg|avif|hei[cf]|nnalbum|idx\d?|gz)$|-(images|labels)[-.]idx\d[-.]ubyte(\.gz)?$/i, type: /^image\// },
  { kind: 'table', name: /\.(csv|tsv|tab|dat|data)$/i, type: /^text\/(csv|tab-separated-values)$/ },
  { kind: 'text', name: /\.(txt|text|md)$/i, type: /^text\/(plain|markdown)$/ },
];

/**
 * @param {{name: string, type: string}} file
 * @returns {FileKind}
 */
export function kindOf({ name, type }) {
  return kinds.find((row) => row.name.test(name))?.kind ?? kinds.find((row) => row.type.test(type))?.kind ?? 'unknown';
}
