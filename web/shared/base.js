/** The site's root, wherever it is: this module lies one folder below it, bundled or not. */
export const base = new URL('../', import.meta.url);
