// The arithmetic of a split: rows of [budget, amount] as they were typed, and the total that they share.
import { decimalText, tenThousandths } from '../../js/amounts.js';

/** What is left of the total after the amounts, in ten-thousandths; null without a total. What is no amount takes nothing away. */
export function rest(total, amounts) {
  const whole = tenThousandths(total);
  return whole === null ? null : amounts.reduce((left, amount) => left - (tenThousandths(amount) ?? 0n), whole);
}

/** The amount to offer to a row that has none yet: what is left, when it has the total's own sign; otherwise null. */
export function offer(total, amounts) {
  const left = rest(total, amounts);
  return left !== null && left !== 0n && left > 0n === tenThousandths(total) > 0n ? decimalText(left) : null;
}

/** What is wrong with the rows, or null; write(text) is a decimal text as people write it. */
export function problem(total, rows, write = text => text) {
  if (new Set(rows.map(([budget]) => budget)).size < rows.length) {
    return 'Each budget can be chosen once.';
  }
  const whole = tenThousandths(total);
  // Until every begun row has its amount, the sum says nothing.
  if (whole === null || rows.length === 0 || rows.some(([, amount]) => amount === '')) {
    return null;
  }
  const amounts = rows.map(([, amount]) => tenThousandths(amount));
  if (amounts.includes(null)) {
    return 'One of the amounts is not a number.';
  }
  const sum = amounts.reduce((a, b) => a + b, 0n);
  return sum === whole ? null : `The shares add up to ${write(decimalText(sum))}, the amount is ${write(decimalText(whole))}: they must be the same.`;
}
