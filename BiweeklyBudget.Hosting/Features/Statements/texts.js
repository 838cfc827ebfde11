// What is said about an import and about taking one back.

/** What became of an import, from the server's reply. */
export function importText({ status, result }) {
  if (result?.success) {
    return `Imported as statement ${result.statement_id}: ${result.count_new} new, ${result.count_updated} updated. ${(result.warnings ?? []).join(' ')}`;
  }
  return result?.message ?? `The server answered ${status || 'nothing'}; nothing of this file was stored.`;
}

/** What became of taking an import back, from the server's reply. */
export function undoText({ status, result }) {
  if (status === 0) {
    return 'The server cannot be reached; nothing was changed.';
  }
  return result?.success ? result.success_message : result?.error_message ?? `The server answered ${status}; nothing was changed.`;
}
