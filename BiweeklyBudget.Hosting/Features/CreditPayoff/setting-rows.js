// The rows of increases and one-time payments.
import { readingOf, valueOf } from '../../js/fields.js';

/** The kinds of rows, by their names in the HTTP interface. */
export const kinds = { increase: 'increases', onetime: 'onetimes' };

const numbers = {};
const place = kind => document.getElementById(`payoff_${kind}_forms`);

/** Counts the rows that the server rendered. */
export function installRows() {
  for (const kind of Object.keys(kinds)) {
    numbers[kind] = rows(kind).length;
  }
}

/** The rows of a kind. */
export const rows = kind => [...place(kind).querySelectorAll('form')];

/** A field of a row: date, amt or enable. */
export const field = (row, name) => row.querySelector(`#${row.id}_${name}`);

/** A row as the HTTP interface takes it. */
export const valuesOf = row => ({ date: field(row, 'date').value, amount: valueOf(field(row, 'amt')), enabled: field(row, 'enable').checked });

/** What is wrong with amounts that are not understood, by the key that the server would name; none may be sent. */
export const refusals = () => Object.fromEntries(Object.entries(kinds).flatMap(([kind, name]) => rows(kind)
  .map((row, i) => [`${name}[${i}].amount`, readingOf(field(row, 'amt'))])
  .filter(([, { refusal }]) => refusal !== undefined && refusal !== 'Blank')
  .map(([key, { message }]) => [key, [message]])));

/** Adds an empty row. A removed row's number is never used again. */
export function addRow(kind) {
  const number = ++numbers[kind];
  const row = document.getElementById(`payoff-row-${kind}`).content.querySelector('form').cloneNode(true);
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      if (element.hasAttribute(name)) {
        element.setAttribute(name, numbered(element.getAttribute(name), number));
      }
    }
  }
  place(kind).append(row);
  field(row, 'enable').checked = true;
  field(row, 'date').focus();
}

/** Takes a row away. */
export function removeRow(row) {
  const kind = row.parentElement.dataset.kind;
  row.remove();
  document.querySelector(`[data-add="${kind}"]`).focus();
}

/** The name of something in the template, whose number is 0, in the row of a number. */
export const numbered = (name, number) => name.replace(/_0(?=_|$)/, `_${number}`);
