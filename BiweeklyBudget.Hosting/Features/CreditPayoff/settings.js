// The settings of payoff plans: which rows there are, when they differ from what is saved, and saving them.
import { clearInvalid } from '../../js/fields.js';
import { save } from './saving.js';
import { placeErrors } from './setting-errors.js';
import { addRow, installRows, kinds, refusals, removeRow, rows, valuesOf } from './setting-rows.js';

const panel = document.getElementById('panel-settings');
const message = document.getElementById('payoff-settings-message');
const button = document.getElementById('btn_recalc_payoffs');
let saved;

/** Makes the settings work. */
export function installSettings() {
  installRows();
  saved = JSON.stringify(settings());
  panel.addEventListener('input', changed);
  panel.addEventListener('submit', event => event.preventDefault());
  panel.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      button.click();
    }
  });
  panel.addEventListener('click', event => {
    const kind = event.target.closest('[data-add]')?.dataset.add;
    if (kind) {
      addRow(kind);
      changed();
    } else if (event.target.closest('[data-remove]')) {
      removeRow(event.target.closest('form'));
      changed();
    }
  });
  button.addEventListener('click', () => {
    clearErrors();
    const refused = refusals();
    if (Object.keys(refused).length > 0) {
      placeErrors(refused);
      return;
    }
    save('/settings/credit-payoff', settings(), { button, message, placeErrors });
  });
}

// As the HTTP interface takes them, {"increases": […], "onetimes": […]}.
const settings = () => Object.fromEntries(Object.entries(kinds).map(([kind, name]) => [name, rows(kind).map(valuesOf)]));

function changed() {
  button.disabled = JSON.stringify(settings()) === saved;
}

function clearErrors() {
  for (const slot of panel.querySelectorAll('[data-errors]')) {
    slot.textContent = '';
  }
  clearInvalid(panel);
}
