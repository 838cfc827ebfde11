// What is offered to somebody who enters a transaction: what the last one of the same description was, and what is planned and may be meant.
import { negated } from '../../js/amounts.js';
import { address, amounts } from '../../js/base.js';
import { openDialog } from '../../js/dialogs.js';
import { forgetTyped } from '../../js/drafts.js';
import { valueOf } from '../../js/fields.js';
import { getFragment } from '../../js/http.js';
import { fillWith } from '../../js/trusted.js';
import { fillSplit } from './splits.js';

const asking = new Set(['description', 'account', 'amount', 'date', 'direction']);
const typed = new WeakSet();
let last = 0;

/** Lets the form of a new transaction get proposals, now or when it is opened. What a person has typed or chosen is never changed. */
export function installProposals() {
  document.addEventListener('input', event => typed.add(event.target));
  document.addEventListener('change', event => {
    const form = event.target.form;
    const place = form?.querySelector('[data-bb-proposals]');
    typed.add(event.target);
    if (place && asking.has(event.target.name)) {
      propose(form, place, event.target.name === 'description');
    }
  });
  document.addEventListener('click', event => {
    const planned = event.target.closest('[data-bb-proposals] [data-planned]');
    if (planned) {
      make(planned);
    }
  });
}

async function propose(form, place, isFilled) {
  const number = ++last;
  const query = new URLSearchParams(['description', 'account', 'amount', 'date'].map(name => [name, valueOf(form.elements[name])]));
  try {
    const { text, movedTo } = await getFragment(address(`/dialogs/transaction-proposals?${query}`), { isQuiet: true });
    if (number === last && place.isConnected && !movedTo) {
      const told = place.querySelector('[data-last]:not([hidden])');
      fillWith(place, text);
      const found = place.querySelector('[data-last]');
      if (isFilled && found) {
        found.hidden = !fill(form, found.dataset);
      } else if (told && found) {
        found.replaceWith(told);
      }
    }
  } catch {
    // It is only an offer: without an answer the form is as good as before.
    place.replaceChildren();
  }
}

// Fills in what nobody has touched yet; says whether there was anything.
function fill(form, { account, amount, budgets }) {
  const [accountField, amountField, single] = [form.elements.account, form.elements.amount, form.querySelector('[data-bb-single]')];
  const shares = Object.entries(JSON.parse(budgets));
  const isBlank = amountField.value === '' && !typed.has(amountField);
  const isUnbudgeted = single.value === '' && !form.querySelector('[data-bb-switch=is_split]').checked;
  const isComingIn = amount.startsWith('-');
  const unsigned = text => (isComingIn ? negated(text) : text);
  if (isBlank) {
    amountField.value = amounts.write(unsigned(amount));
    if (![...form.elements.direction].some(choice => typed.has(choice))) {
      form.elements.direction.value = isComingIn ? 'income' : 'expense';
    }
  }
  if (!typed.has(accountField) && isAsOpened(accountField) && hasOption(accountField, account)) {
    accountField.value = account;
  }
  if (isUnbudgeted && shares.length === 1 && hasOption(single, shares[0][0])) {
    single.value = shares[0][0];
  } else if (isUnbudgeted && shares.length > 1 && shares.every(([budget]) => hasOption(single, budget))) {
    fillSplit(form, shares.map(([budget, share]) => [budget, isBlank ? amounts.write(unsigned(share)) : '']));
  }
  form.dispatchEvent(new Event('bb:restored'));
  return isBlank || isUnbudgeted;
}

// What a draft brought back was chosen by the person, too.
const isAsOpened = select => select.value === ([...select.options].find(option => option.defaultSelected)?.value ?? '');
const hasOption = (select, value) => [...select.options].some(option => option.value === value);

function make(planned) {
  const form = planned.closest('form');
  const query = new URLSearchParams({ period: planned.dataset.period, date: form.elements.date.value, amount: valueOf(form.elements.amount) });
  forgetTyped(form);
  openDialog(address(`/dialogs/convert/${planned.dataset.planned}?${query}`));
}
