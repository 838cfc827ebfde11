// How amounts are written in a locale, and what is said about texts that were not taken for one. Nothing here knows of a page.
import { decimalText } from './amounts.js';

/** Ten-thousandths as decimal text, with the currency's decimals, and more only where they say something. */
export function shortest(value, decimals) {
  const text = decimalText(value);
  const [whole, fraction] = [text.split('.')[0], text.split('.')[1].replace(/0+$/, '')];
  return fraction.length + decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** A decimal text in the marks and digits of the locale. */
export const local = (plain, { decimalMark, zero }) =>
  plain.replace(/[.0-9]/g, character => (character === '.' ? decimalMark : String.fromCharCode(zero.charCodeAt(0) + Number(character))));

/** What is said about a text that was not taken for an amount; the server says the same. */
export function messageOf(refusal, typed, notation, most) {
  const isLong = typed.length > 60;
  const limit = most === 0 ? 'Amounts have no decimals here.' : `Amounts have at most ${most} decimals here.`;
  const end = plain => (notation.decimals === 0 ? '' : local(plain, notation));
  const example = grouped('1234', notation) + end('.50');
  const greatest = grouped('99999999999999', notation) + (most === 0 ? '' : local('.' + '9'.repeat(Math.min(most, 4)), notation));
  return {
    Blank: 'Please enter an amount.',
    Unclear: `It is not clear what ${isLong ? 'this' : `"${typed}"`} means. Write amounts like ${example}.`,
    TooManyDecimals: limit,
    Uneven: `${isLong ? 'This' : `"${typed}"`} does not come out even. ${limit}`,
    TooLarge: `Amounts must lie between -${greatest} and ${greatest}.`,
  }[refusal] ?? `${isLong ? 'This' : `"${typed}"`} is not an amount. Write amounts like ${example}, or sums like ${local('12', notation)}${end('.50')}+7.`;
}

function grouped(digits, notation) {
  let at = digits.length - notation.lastGroup;
  let text = digits.slice(at);
  for (; at > 0; at -= notation.otherGroups) {
    text = digits.slice(Math.max(0, at - notation.otherGroups), at) + ' ' + text;
  }
  return local(text, notation).replaceAll(' ', notation.groupMark);
}
