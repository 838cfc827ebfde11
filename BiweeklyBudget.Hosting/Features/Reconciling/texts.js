// What the bar below the lists says.

/** The button that submits what is waiting. */
export const submitText = count => (count === 0 ? 'Submit' : `Submit ${count} ${count === 1 ? 'change' : 'changes'}`);

/** How much is waiting, by kind of entry. */
export function waitingText(entries) {
  if (entries.length === 0) {
    return 'Nothing is waiting to be submitted.';
  }
  const count = which => entries.filter(which).length;
  const parts = [
    [count(entry => entry.transaction && entry.bank), 'matched'],
    [count(entry => entry.made && !entry.transaction), 'to be made'],
    [count(entry => !entry.bank), 'not at the bank'],
    [count(entry => !entry.transaction && !entry.made), 'ignored'],
  ];
  return parts.filter(([n]) => n > 0).map(([n, text]) => `${n} ${text}`).join(', ') + '. Nothing is stored before you submit.';
}

/** What a selected card can be matched with. */
export const choiceText = (card, fitting) => (fitting === 0 ? `Nothing fits ${card.dataset.text}.` : `${fitting} fit ${card.dataset.text}; choose one.`);

/** The question whether two cards are to be matched. */
export const questionText = (transaction, bank) => `Match ${transaction.dataset.text} with ${bank.dataset.text}?`;

/** What no longer holds of what was waiting. */
export const droppedText = count => (count === 1
  ? 'One change that was waiting no longer applies and was dropped.'
  : `${count} changes that were waiting no longer apply and were dropped.`);
