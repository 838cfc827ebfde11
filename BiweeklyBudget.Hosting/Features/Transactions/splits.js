// Splitting a transaction over several budgets: rows of budget and amount, with what is left of the total.
import { decimalText, negated } from '../../js/amounts.js';
import { amounts, money } from '../../js/base.js';
import { isIncome } from '../../js/directions.js';
import { readingOf, valueOf } from '../../js/fields.js';
import { isBusy } from '../../js/forms.js';
import { offer, problem, rest } from './split-sums.js';

/** The rows as a part of a form. Without a split, the one budget has the whole amount. */
export const splits = {
  selector: '[data-bb-map]',
  install,
  name: map => map.dataset.bbMap,
  value: (form, map) => Object.fromEntries(isSplit(form) ? signedRows(form, map) : wholeRow(form)),
  // The one budget comes first.
  typed: map => [[single(map.closest('form')).value], ...typedRows(map)],
  restore(map, [[whole] = [''], ...rows]) {
    single(map.closest('form')).value = whole;
    map.querySelector('[data-bb-rows]').replaceChildren();
    for (const [budget, amount] of rows) {
      addRow(map, budget, amount);
    }
  },
};

/** Splits the amount over budgets: rows of [budget, amount as it is typed]. */
export function fillSplit(form, rows) {
  const [map, isSplitBox] = [form.querySelector('[data-bb-map]'), form.querySelector('[data-bb-switch=is_split]')];
  isSplitBox.checked = true;
  splits.restore(map, [[''], ...rows]);
}

function install(form, map) {
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
const rowElements = map => [...map.querySelectorAll('[data-bb-row]')];
const filledRows = map => rowElements(map).map(row => [row.querySelector('select').value, understood(row.querySelector('input'))]).filter(([budget]) => budget !== '');
const wholeRow = form => (single(form).value === '' ? [] : [[single(form).value, valueOf(total(form))]]);
const signedRows = (form, map) => filledRows(map).map(([budget, amount]) => [budget, isIncome(form) ? negated(amount) : amount]);


function typedRows(map) {
  return rowElements(map).map(row => [row.querySelector('select').value, row.querySelector('input').value]);
}

const givenOut = map => rowElements(map).map(row => understood(row.querySelector('input')));

// As a decimal text; what is not understood is no amount.
function understood(field) {
  const { plain, refusal } = readingOf(field);
  return plain ?? (refusal === 'Blank' ? '' : '?');
}

function startSplit(form, map) {
  const rows = rowElements(map);
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

function offerRest(form, map, input) {
  const offered = offer(understood(total(form)), givenOut(map));
  if (input.value === '' && offered !== null) {
    input.value = amounts.write(offered);
  }
}

function report(form, map) {
  const error = isSplit(form) ? problem(understood(total(form)), filledRows(map), amounts.write) : null;
  const left = rest(understood(total(form)), givenOut(map));
  map.querySelector('[data-bb-rest]').textContent = left === null ? '' : left === 0n ? 'Nothing is left.' : `${money(decimalText(left))} left`;
  form.querySelector('[data-bb-errors-for=budgets]').textContent = error ?? '';
  const save = form.querySelector('[type=submit]');
  if (save && !isBusy(form)) {
    save.disabled = error !== null;
  }
}
