// Fields for amounts: a person types in the way of the household's locale, also sums; the field then shows what was understood, and a plain decimal is sent.
import { negated } from './amounts.js';
import { amounts } from './base.js';
import { chooseIncome, tellDirection } from './directions.js';
import { clearInvalid, markInvalid, readingOf } from './fields.js';

let isPressed = false;
const waiting = [];

/** Lets every field for an amount on the page, now or later, show what was understood of it. */
export function installMoneyFields() {
  // Before others look at the change.
  document.addEventListener('change', event => {
    if (event.target.matches?.('input[data-kind=money]')) {
      showUnderstood(event.target);
    }
  }, true);
  document.addEventListener('pointerdown', () => { isPressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => {
      isPressed = false;
      setTimeout(() => waiting.splice(0).forEach(tell => tell()));
    }, true);
  }
}

// A line that comes or goes would move a button away from under the pointer that is pressing it, and the click would be lost.
function whenReleased(tell) {
  if (isPressed) {
    waiting.push(tell);
  } else {
    tell();
  }
}

/** Shows what is understood of an amount; one that is not understood stays as it was typed, with the reason beside it. */
function showUnderstood(field) {
  const { plain } = readingOf(field);
  if (plain !== undefined) {
    const isIncome = field.dataset.signed !== undefined && plain.startsWith('-');
    field.value = amounts.write(isIncome ? negated(plain) : plain);
    if (isIncome) {
      chooseIncome(field.form);
      whenReleased(() => tellDirection(field.form));
    }
  }
  whenReleased(() => tellReason(field));
}

function tellReason(field) {
  const { plain, refusal, message } = readingOf(field);
  const slot = field.name === '' ? null : field.form?.querySelector(`[data-bb-errors-for="${CSS.escape(field.name)}"]`);
  if (!slot) {
    return;
  }
  const isWrong = plain === undefined && refusal !== 'Blank';
  if (isWrong) {
    slot.textContent = slot.dataset.bbReason = message;
    markInvalid(field);
  } else if (slot.textContent === slot.dataset.bbReason) {
    // What the form said about the field stays until it is sent again.
    slot.textContent = '';
    clearInvalid(slot.parentElement);
  }
}
