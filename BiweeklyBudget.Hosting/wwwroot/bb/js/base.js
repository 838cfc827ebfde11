// Addresses and formats that the server and the browser share.
const root = document.documentElement.dataset;

/** The address of a path of the app, wherever the app is mounted. */
export const address = path => root.base + path;

/** What the server wants the user to know about something that was saved all the same. */
export const warningsOf = response => JSON.parse(response.headers.get('X-Save-Warnings') ?? '[]');

/** Today as the server sees it, YYYY-MM-DD. */
export const today = () => root.today;

const digits = new Intl.NumberFormat(root.locale, { style: 'currency', currency: root.currency }).resolvedOptions().maximumFractionDigits;
const currency = new Intl.NumberFormat(root.locale, { style: 'currency', currency: root.currency, roundingMode: 'halfEven' });

/** An amount as the server formats it; null is empty. Zero has no sign. */
export function money(amount) {
  if (amount === null || amount === undefined || amount === '') {
    return '';
  }
  const text = String(amount);
  return currency.format(Math.abs(Number(text)) < 0.5 / 10 ** digits ? 0 : text);
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

/** A whole number of ten-thousandths as decimal text, with as few decimals as it needs (at least two). */
export function decimalText(value) {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(5, '0');
  return sign + text.slice(0, -4) + '.' + text.slice(-4).replace(/0{1,2}$/, '');
}
