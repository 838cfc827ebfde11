// Errors of the settings, beside the fields of their rows.
import { markInvalid } from '../../js/fields.js';
import { field, kinds, rows } from './setting-rows.js';

/** Shows errors beside their fields, goes to the first, and returns the texts of those that have no place. */
export function placeErrors(errors) {
  let first = null;
  const homeless = [];
  for (const [key, texts] of Object.entries(errors)) {
    const place = placeOf(key);
    const row = place && rows(place.kind)[place.index];
    const slot = row?.querySelector(`[data-errors="${place.part}"]`);
    if (texts.length > 0 && slot) {
      slot.textContent = texts.join(' ');
      const input = field(row, place.part === 'date' ? 'date' : 'amt');
      markInvalid(input);
      first ??= input;
    } else {
      homeless.push(...texts);
    }
  }
  first?.focus();
  return homeless;
}

/** The row and its part that the key of an error such as "increases[0].date" names; null for any other key. */
export function placeOf(key) {
  const [, name, index, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(key) ?? [];
  const kind = Object.keys(kinds).find(k => kinds[k] === name);
  return kind ? { kind, index: Number(index), part } : null;
}
