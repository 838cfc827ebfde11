// Fields for amounts: a person types in the way of the household's locale, also sums; the field then shows what was understood, and a plain decimal is sent.
import { negated } from './amounts.js';
import { amounts } from './base.js';
import { chooseIncome } from './directions.js';
import { clearInvalid, markInvalid, readingOf } from './fields.js';

/** Lets every field for an amount on the page, now or later, show what was understood of it. */
export function installMoneyFields() {
  // Before others look at the change.
  document.addEventListener('change', event => {
    if (event.target.matches?.('input[data-kind=money]')) {
      showUnderstood(event.target);
    }
  }, true);
}

/** Shows what is understood of an amount; one that is not understood stays as it was typed, with the reason beside it. */
function showUnderstood(field) {
  const { plain, refusal, message } = readingOf(field);
  if (plain !== undefined) {
    const isIncome = field.dataset.signed !== undefined && plain.startsWith('-');
    field.value = amounts.write(isIncome ? negated(plain) : plain);
    if (isIncome) {
      chooseIncome(field.form);
    }
  }
  const slot = field.name === '' ? null : field.form?.querySelector(`[data-bb-errors-for="${CSS.escape(field.name)}"]`);
  if (slot) {
    const isWrong = plain === undefined && refusal !== 'Blank';
    slot.textContent = isWrong ? message : '';
    if (isWrong) {
      markInvalid(field);
    } else {
      clearInvalid(slot.parentElement);
    }
  }
}
