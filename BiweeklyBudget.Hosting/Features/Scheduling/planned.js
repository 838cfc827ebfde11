// The planned items of a pay period as a part of a form: those that are chosen are sent, each with its amount.
import { readingOf } from '../../js/fields.js';
import { isBusy } from '../../js/forms.js';
import { sendText } from './planned-texts.js';

export const planned = {
  selector: '[data-bb-occurrences]',
  install,
  name: part => part.dataset.bbOccurrences,
  value: (form, part) => Object.fromEntries(rows(part).filter(row => row.box.checked).map(row => [row.box.dataset.key, understood(row.amount)])),
  typed: part => rows(part).map(row => [row.box.dataset.key, row.box.checked, row.amount.value]),
  restore(part, typed) {
    const known = new Map(typed.map(([key, ...values]) => [key, values]));
    for (const { box, amount } of rows(part)) {
      [box.checked, amount.value] = known.get(box.dataset.key) ?? [box.checked, amount.value];
    }
  },
};

const rows = part => [...part.querySelectorAll('li')].map(row => ({ box: row.querySelector('[type=checkbox]'), amount: row.querySelector('[data-kind=money]') }));

// As a decimal text; of what is not understood the server says so.
const understood = field => readingOf(field).plain ?? field.value;

function install(form, part) {
  const update = () => {
    const chosen = rows(part).filter(row => row.box.checked).length;
    const isSkipped = form.elements.action.value === 'skip';
    for (const { box, amount } of rows(part)) {
      amount.disabled = !box.checked || isSkipped;
    }
    const save = form.querySelector('[type=submit]');
    if (save && !isBusy(form)) {
      save.textContent = sendText(chosen, isSkipped);
      save.disabled = chosen === 0;
    }
  };
  form.addEventListener('change', update);
  form.addEventListener('bb:restored', update);
  update();
}
