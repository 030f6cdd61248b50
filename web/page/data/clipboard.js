// What a clipboard holds as a table: the text of a spreadsheet's cells, or the cells of
// a table of a page.

/** A quotation mark, or what would end a cell. */
const special = /["\t\r\n]/;

/**
 * The text of a table, '' if there is none.
 * @param {DataTransfer} data
 */
export function tableOf(data) {
  const text = data.getData('text/plain');
  if (/\t/.test(text)) return text;
  const html = data.getData('text/html');
  const cells = html === '' ? '' : cellsOf(html);
  if (cells !== '') return cells;
  const lines = text.split('\n', 3).filter((line) => line.trim() !== '');
  return lines.length > 1 && /[,;|]/.test(lines[0]) && /[,;|]/.test(lines[1]) ? text : '';
}

/**
 * The cells of the first table of a document, between tabs. Nothing in it is loaded or run.
 * @param {string} html
 */
function cellsOf(html) {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  const rows = [...(table?.rows ?? [])].map((row) => [...row.cells].map(({ textContent }) => {
    const text = (textContent ?? '').trim();
    return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join('\t'));
  return rows.length > 1 ? rows.join('\n') : '';
}
