// What the import of fills and the log say. Nothing here knows of a page.
const largest = 900 * 1024;

/** The button of an import. */
export const importText = count => (count === 0 ? 'Import' : count === 1 ? 'Import 1 fill' : `Import ${count} fills`);

/** Why a file cannot be read, or null. */
export function refusal(size, text) {
  if (size > largest) {
    return 'The file is larger than 900 KiB; please divide it.';
  }
  return text.includes('\uFFFD') || text.includes('\0') ? 'The file is not text in UTF-8. Save it as CSV (UTF-8) and choose it again.' : null;
}

/** The notice after a fill; null when its economy is not known. */
export const economyText = (economy, unit) => (economy === null || economy === undefined ? null : `Last fill ${unit}: ${economy}`);
