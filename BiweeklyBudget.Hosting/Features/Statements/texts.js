// What is said about an import and about taking one back.

/** What became of an import, from the server's reply. */
export function importText({ status, result, isUnknown }) {
  if (result?.success) {
    return `Imported: ${result.count_new} new, ${result.count_updated} updated. ${(result.warnings ?? []).join(' ')}`;
  }
  if (isUnknown || status === 0) {
    return 'The server cannot be reached. It is not known whether this was imported: import it again, which does not store it twice, or look at the recent imports.';
  }
  return result?.message ?? `The server answered ${status || 'nothing'}; nothing of this file was stored.`;
}

/** What became of taking an import back, from the server's reply. */
export function undoText({ status, result, isUnknown }) {
  if (isUnknown || status === 0) {
    return 'The server cannot be reached. It is not known whether the import was undone: look at the recent imports.';
  }
  return result?.success ? result.success_message : result?.error_message ?? `The server answered ${status}; nothing was changed.`;
}

/** What became of all statements together. */
export const resultText = (imported, all, added) => `${imported} of ${all} statements imported, ${added} new transactions.`;

/** Why there is no preview of a file, by the status of the answer. */
export const refusalText = status => (status === 400
  ? 'The file did not arrive whole: please choose it again.'
  : `The file could not be read by the server (${status || 'it cannot be reached'}).`);
