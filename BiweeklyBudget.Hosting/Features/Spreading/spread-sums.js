// The arithmetic of spreading, in ten-thousandths. The rules are those of BiweeklyBudget.Core/Spreading: what a budget is overspent is off what is left over already.
import { decimalText, tenThousandths } from '../../js/amounts.js';

/** What an amount for a budget costs of what is left over. */
export const cost = (amount, overspent) => amount - (amount > 0n ? (amount < overspent ? amount : overspent) : 0n);

/** What is left over after the rows of {amount, overspent}, decimal texts; an amount that is blank or not understood counts for nothing. */
export const rest = (left, rows) => decimalText(rows.reduce((sum, row) => sum - cost(tenThousandths(row.amount) ?? 0n, tenThousandths(row.overspent)), tenThousandths(left)));

/** The amount with which a row gets all that the other rows leave; blank when they leave nothing. */
export function all(left, rows, place) {
  const others = tenThousandths(rest(left, rows.toSpliced(place, 1)));
  const amount = others > 0n ? others + tenThousandths(rows[place].overspent) : 0n;
  return amount > 0n ? decimalText(amount) : '';
}

/** How much more is given than is taken, as a decimal text. */
export const given = rows => decimalText(rows.reduce((sum, row) => sum + (tenThousandths(row.amount) ?? 0n), 0n));

/** What is wrong with the rows of {amount, overspent, takeable, name}, or null. */
export function problem(left, rows) {
  const greedy = rows.find(row => -(tenThousandths(row.amount) ?? 0n) > tenThousandths(row.takeable));
  if (greedy) {
    return `${greedy.name} does not have that much left.`;
  }
  if (tenThousandths(given(rows)) < 0n) {
    return 'More is taken from budgets than is given to others.';
  }
  const after = tenThousandths(rest(left, rows));
  return after < 0n && after < tenThousandths(left) ? 'That is more than is left over.' : null;
}
