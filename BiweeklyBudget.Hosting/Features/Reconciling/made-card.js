// How a transaction is shown that is to be made from a bank line.
import { day, money } from '../../js/base.js';
import { valueOf } from '../../js/fields.js';

/** What to show of the transaction that a form describes: it is kept with its fields, because the form is gone after a reload. */
export function shownOf(form) {
  const chosen = field => field?.selectedOptions[0]?.text ?? '';
  const split = form.querySelector('[data-bb-switch=is_split]').checked;
  const budgets = split ? [...form.querySelectorAll('[data-bb-row] select')].map(chosen) : [chosen(form.querySelector('[data-bb-single]'))];
  return {
    text: form.elements.description.value.trim(),
    amount: money(valueOf(form.elements.amount)),
    date: form.elements.date.value,
    account: chosen(form.elements.account),
    budgets: budgets.join(', '),
  };
}

/** Its card: like one of the stored ones, but there is nothing to be done with it. */
export function madeCard({ text, amount, date, account, budgets }) {
  const card = document.createElement('article');
  card.className = 'rc-made';
  card.append(line('rc-first', `${text} · ${budgets}`, amount), line('rc-second', `${day(date)} · ${account}`, 'made when you submit'));
  return card;
}

function line(name, ...texts) {
  const row = document.createElement('div');
  row.className = name;
  row.append(...texts.map(text => Object.assign(document.createElement('span'), { textContent: text })));
  row.firstElementChild.className = 'rc-name';
  return row;
}
