// The rows of the page's lists, for work by keyboard: which one has the focus, which one comes next, and what can be done with it.

/** The rows that can have the focus, as they are shown: those of records, or all where there are none. */
export function rows() {
  const all = [...document.querySelectorAll('main tbody tr')].filter(row => row.checkVisibility() && mainLink(row));
  const records = all.filter(row => row.dataset.bbRecord);
  return records.length > 0 ? records : all;
}

/** The row that an element is in; null for none. */
export const rowOf = element => element?.closest?.('main tbody tr') ?? null;

/** Moves the focus so many rows on from the row that has it. Without one it goes to the first row, or to the last. */
export function moveFocus(steps) {
  const all = rows();
  const place = all.indexOf(rowOf(document.activeElement));
  const wanted = place < 0 ? (steps > 0 ? 0 : all.length - 1) : place + steps;
  const row = all[Math.max(0, Math.min(all.length - 1, wanted))];
  focusRow(row);
}

/** Opens what edits a row. */
export const editRow = row => (row?.querySelector('[data-bb-edit]') ?? row?.querySelector('.bb-lead [data-bb-dialog]') ?? row?.querySelector('[data-bb-dialog]') ?? mainLink(row))?.click();

/** Opens what makes a planned row's transaction; other rows have nothing of that kind. */
export const makeRow = row => makeLink(row)?.click();

/** The link of a planned row that makes its transaction. */
export const makeLink = row => [...row?.querySelectorAll('[data-bb-dialog*="/dialogs/convert/"]') ?? []].find(link => link.checkVisibility()) ?? null;

/** Where the focus of a row is best: on what makes a planned one, else on its first link. */
export const bestLink = row => makeLink(row) ?? mainLink(row);

const mainLink = row => row?.querySelector('.bb-lead :is(a, button)') ?? row?.querySelector('a, button') ?? null;

function focusRow(row) {
  bestLink(row)?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
