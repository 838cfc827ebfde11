// The page without a connection: transactions are noted here, and wait in this browser.
import { address, nameOf } from '../../js/base.js';
import { dayFormat } from '../../js/days.js';
import { choicesIn, entryOf, outboxIn, stateOf, userKey } from '../../js/outbox.js';
import { newKey } from '../../js/request-keys.js';

const base = nameOf(address('/'), localStorage.getItem(userKey(address('/'))));
const outbox = outboxIn(localStorage, base);
const choices = choicesIn(localStorage, base);
const form = document.getElementById('offline-form');
const sign = new Intl.NumberFormat(document.documentElement.dataset.locale).formatToParts(1.5).find(part => part.type === 'decimal')?.value ?? '.';
const day = dayFormat(document.documentElement.dataset.days);
const said = document.getElementById('offline-said');

document.getElementById('offline-entry').hidden = !choices;
document.getElementById('offline-no-choices').hidden = Boolean(choices);
if (choices) {
  fill(form.elements.account, choices.accounts, choices.account);
  fill(form.elements.budget, choices.budgets, '');
  form.elements.date.value = today();
  form.addEventListener('submit', event => {
    event.preventDefault();
    keep();
  });
}
list();
document.documentElement.toggleAttribute('data-ready', true);

// Back again: the page that was asked for first, which sends what waits.
addEventListener('online', () => {
  if (!form.elements.amount.value && !form.elements.description.value) {
    location.reload();
  }
});

function keep() {
  const { body, errors = {} } = entryOf(Object.fromEntries(new FormData(form)), sign);
  for (const box of form.querySelectorAll('.bb-errors')) {
    const name = box.id.slice('offline-'.length, -'-error'.length);
    box.textContent = errors[name] ?? '';
    form.elements[name].classList.toggle('is-invalid', name in errors);
  }
  if (!body) {
    form.querySelector('.is-invalid').focus();
    return;
  }
  try {
    outbox.add({ key: newKey(), body, at: Date.now() });
  } catch {
    said.textContent = 'This browser has no room to keep it. Write it down elsewhere.';
    return;
  }
  form.elements.amount.value = '';
  form.elements.description.value = '';
  said.textContent = `Kept: ${body.description}.`;
  form.elements.amount.focus();
  list();
}

function list() {
  const entries = outbox.all();
  const place = document.getElementById('offline-waiting');
  place.hidden = entries.length === 0;
  place.querySelector('ul').replaceChildren(...entries.map(row));
}

function row(entry) {
  const { text, isFree } = stateOf(entry, Date.now());
  const item = document.createElement('li');
  const words = document.createElement('p');
  const name = document.createElement('b');
  name.textContent = entry.body.description;
  const state = document.createElement('span');
  state.className = 'bb-muted';
  state.textContent = text;
  words.append(name, ` ${entry.body.amount.replace('-', '+')} · ${day(entry.body.date)}`, document.createElement('br'), state);
  item.append(words);
  if (isFree) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-secondary';
    button.textContent = 'Throw away';
    button.setAttribute('aria-label', `Throw away ${entry.body.description}`);
    button.addEventListener('click', () => {
      outbox.remove(entry.key);
      said.textContent = `Thrown away: ${entry.body.description}.`;
      list();
    });
    item.append(button);
  }
  return item;
}

function fill(select, options, value) {
  select.replaceChildren(new Option('', ''), ...options.map(([id, name]) => new Option(name, id)));
  select.value = value;
}

// The day on this device: nobody else can be asked.
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-');
}
