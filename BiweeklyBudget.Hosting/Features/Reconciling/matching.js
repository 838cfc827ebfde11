// What belongs together. The rule is the server's: it marks with the same key what may be matched.

/** Whether a bank line may be matched with a transaction. */
export const fits = (transaction, bank) => transaction.dataset.match === bank.dataset.match;

/** Why two cards do not fit. */
export function misfit(transaction, bank) {
  return transaction.dataset.account !== bank.dataset.account
    ? `${transaction.dataset.text} and ${bank.dataset.text} belong to different accounts.`
    : `The amounts differ: ${transaction.dataset.text} is ${transaction.dataset.shown}, ${bank.dataset.text} is ${bank.dataset.shown}.`;
}

/** Two cards of different sides, the transaction first. */
export const ordered = (a, b) => (a.dataset.kind === 'transaction' ? [a, b] : [b, a]);

/** The side that is not a card's own. */
export const otherSide = card => (card.dataset.kind === 'bank' ? 'transaction' : 'bank');
