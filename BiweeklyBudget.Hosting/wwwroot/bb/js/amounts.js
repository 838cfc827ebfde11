// Amounts of money as numbers and as text. Nothing here knows of a page.

/** How amounts are shown in a language and a currency, as the server shows them; null is empty. Zero has no sign, even when it is rounded. */
export function moneyFormat(locale, currency) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, roundingMode: 'halfEven', signDisplay: 'negative' });
  // As text: a binary fraction would be rounded the wrong way.
  return amount => (amount === null || amount === undefined || amount === '' ? '' : format.format(String(amount)));
}

/** Amounts for a chart's axis, as short as they can be: whole numbers of millions and more in words or letters. */
export function axisFormat(locale, currency) {
  const exact = moneyFormat(locale, currency);
  const short = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 2, signDisplay: 'negative' });
  return value => (Math.abs(value) < 1e6 ? exact(value) : short.format(value));
}

/** How numbers that are no money are shown; null is empty. */
export function numberFormat(locale, fewest, most) {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: fewest, maximumFractionDigits: most });
  return number => (number === null || number === undefined || number === '' ? '' : format.format(String(number)));
}

/** A decimal text ("-12.5") as a whole number of ten-thousandths, or null. Amounts are never added as floating point. */
export function tenThousandths(text) {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d{0,4}))?\s*$/.exec(text ?? '');
  if (!match || (match[2] === '' && !match[3])) {
    return null;
  }
  const value = BigInt((match[2] || '0') + (match[3] ?? '').padEnd(4, '0'));
  return match[1] === '-' ? -value : value;
}

/** A decimal text with the other sign; zero has none. */
export function negated(text) {
  return text.startsWith('-') ? text.slice(1) : /[1-9]/.test(text) ? `-${text}` : text;
}

/** A whole number of ten-thousandths as decimal text, with as few decimals as it needs (at least two). */
export function decimalText(value) {
  return fourDecimals(value).replace(/0{1,2}$/, '');
}

/** A whole number of ten-thousandths as decimal text with four decimals. */
export function fourDecimals(value) {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${sign}${text.slice(0, -4)}.${text.slice(-4)}`;
}
