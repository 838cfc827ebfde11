// Splitting a transaction over several budgets: rows of budget and amount, with what is left of the total.
import { decimalText, money, tenThousandths } from './base.js';

/** The filled rows as [budget id, amount]; without a split, the one budget with the whole amount. */
export function rowsOf(form, map, isDraft = false) {
  const rows = [...map.querySelectorAll('[data-bb-row]')].map(row => [row.querySelector('select').value, row.querySelector('input').value]);
  if (isDraft) {
    return rows;
  }
  if (!isSplit(form)) {
    const budget = single(form).value;
    return budget === '' ? [] : [[budget, total(form).value]];
  }
  return rows.filter(([budget]) => budget !== '');
}

/** Makes the rows these. */
export function setRows(form, map, rows) {
  map.querySelector('[data-bb-rows]').replaceChildren();
  for (const [budget, amount] of rows) {
    addRow(map, budget, amount);
  }
}

/** Makes the split editor of a form work, if it has one. */
export function installSplits(form) {
  const map = form.querySelector('[data-bb-map]');
  if (!map) {
    return;
  }
  const check = () => report(form, map);
  form.querySelector('[data-bb-switch=is_split]').addEventListener('change', event => {
    if (event.target.checked) {
      startSplit(form, map);
    }
    check();
  });
  map.addEventListener('click', event => {
    if (event.target.closest('[data-bb-add-row]')) {
      addRow(map).querySelector('select').focus();
    } else if (event.target.closest('[data-bb-remove-row]')) {
      event.target.closest('[data-bb-row]').remove();
      map.querySelector('[data-bb-add-row]').focus();
    }
    check();
  });
  map.addEventListener('change', event => {
    if (event.target.matches('select') && event.target.value !== '') {
      offerRest(form, map, event.target.closest('[data-bb-row]').querySelector('input'));
    }
    check();
  });
  map.addEventListener('input', check);
  form.addEventListener('bb:restored', check);
  total(form).addEventListener('input', check);
  check();
}

const isSplit = form => form.querySelector('[data-bb-switch=is_split]').checked;
const single = form => form.querySelector('[data-bb-single]');
const total = form => form.elements.amount;

function startSplit(form, map) {
  const rows = [...map.querySelectorAll('[data-bb-row]')];
  if (rows.length === 0) {
    rows.push(addRow(map), addRow(map));
  }
  const budget = rows[0].querySelector('select');
  if (budget.value === '' && single(form).value !== '') {
    budget.value = single(form).value;
  }
}

function addRow(map, budget = '', amount = '') {
  const row = map.querySelector('template').content.firstElementChild.cloneNode(true);
  row.querySelector('select').value = budget;
  row.querySelector('input').value = amount;
  map.querySelector('[data-bb-rows]').append(row);
  return row;
}

function rest(form, map) {
  const whole = tenThousandths(total(form).value);
  return whole === null ? null : [...map.querySelectorAll('[data-bb-row] input')].reduce((left, input) => left - (tenThousandths(input.value) ?? 0n), whole);
}

// What is left, of the total's own sign, goes into a row that has no amount yet.
function offerRest(form, map, input) {
  const left = rest(form, map);
  if (input.value === '' && left !== null && left !== 0n && left > 0n === tenThousandths(total(form).value) > 0n) {
    input.value = decimalText(left);
  }
}

function report(form, map) {
  const error = isSplit(form) ? problem(form, map) : null;
  const left = rest(form, map);
  map.querySelector('[data-bb-rest]').textContent = left === null ? '' : left === 0n ? 'Nothing is left.' : `${money(decimalText(left))} left`;
  form.querySelector('[data-bb-errors-for=budgets]').textContent = error ?? '';
  const save = form.querySelector('[type=submit]');
  if (save && form.dataset.busy === undefined) {
    save.disabled = error !== null;
  }
}

function problem(form, map) {
  const rows = rowsOf(form, map);
  if (new Set(rows.map(([budget]) => budget)).size < rows.length) {
    return 'Error: A given budget may only be specified once.';
  }
  const whole = tenThousandths(total(form).value);
  // Until every begun row has its amount, the sum says nothing.
  if (whole === null || rows.length === 0 || rows.some(([, amount]) => amount === '')) {
    return null;
  }
  const amounts = rows.map(([, amount]) => tenThousandths(amount));
  if (amounts.includes(null)) {
    return 'Error: An amount is not a number.';
  }
  const sum = amounts.reduce((a, b) => a + b, 0n);
  return sum === whole ? null : `Error: Sum of budget allocations (${four(sum)}) must equal transaction amount (${four(whole)}).`;
}

function four(value) {
  const text = decimalText(value);
  return text + '0'.repeat(4 - (text.length - text.indexOf('.') - 1));
}
