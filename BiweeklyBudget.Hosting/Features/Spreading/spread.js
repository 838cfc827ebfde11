// Spreading what is left over as a part of a form: an amount for each budget, and what then is left over.
import { tenThousandths } from '../../js/amounts.js';
import { amounts, money } from '../../js/base.js';
import { clearInvalid, readingOf } from '../../js/fields.js';
import { isBusy } from '../../js/forms.js';
import { all, given, problem, rest } from './spread-sums.js';

export const spread = {
  selector: '[data-bb-spread]',
  install,
  name: part => part.dataset.bbSpread,
  // What is not understood is sent as it was typed, and the server says so.
  value: (form, part) => Object.fromEntries(rowsOf(part).filter(row => row.field.value.trim() !== '').map(row => [row.budget, row.amount === '' ? row.field.value : row.amount])),
  typed: part => rowsOf(part).map(row => [row.budget, row.field.value]),
  restore(part, typed) {
    const known = new Map(typed);
    rowsOf(part).forEach(row => { row.field.value = known.get(row.budget) ?? row.field.value; });
  },
};

function rowsOf(part) {
  return [...part.querySelectorAll('[data-budget]')].map(row => {
    const field = row.querySelector('input');
    const { plain = '', message } = readingOf(field);
    return { budget: row.dataset.budget, field, amount: plain, message, overspent: row.dataset.overspent, takeable: row.dataset.takeable, name: row.querySelector('label').firstChild.data.trim() };
  });
}

function install(form, part) {
  const { left, uncharged } = part.dataset;
  const [output, charged] = [form.querySelector('[data-bb-spread-rest]'), form.querySelector('[data-bb-charged]')];
  const update = event => {
    const rows = rowsOf(part);
    // What is being typed may not be an amount yet.
    const wrong = (event?.type === 'change' && rows.find(row => row.amount === '' && row.field.value.trim() !== '')?.message) || problem(left, rows);
    const after = rest(left, rows);
    output.textContent = money(after);
    output.classList.toggle('bb-bad', tenThousandths(after) < 0n);
    form.querySelector(`[data-bb-errors-for=${part.dataset.bbSpread}]`).textContent = wrong ?? '';
    clearInvalid(part);
    if (charged) {
      charged.hidden = tenThousandths(given(rows)) <= tenThousandths(uncharged);
    }
    const save = form.querySelector('[type=submit]');
    if (save && !isBusy(form)) {
      save.disabled = wrong !== null || rows.every(row => row.field.value.trim() === '');
    }
  };
  part.addEventListener('click', event => {
    const row = event.target.closest('[data-bb-all]')?.closest('[data-budget]');
    if (row) {
      const rows = rowsOf(part);
      const place = rows.findIndex(other => other.budget === row.dataset.budget);
      const amount = all(left, rows, place);
      rows[place].field.value = amount === '' ? '' : amounts.write(amount);
      rows[place].field.focus();
      update();
    }
  });
  part.addEventListener('input', update);
  part.addEventListener('change', update);
  form.addEventListener('bb:restored', update);
  update();
}
