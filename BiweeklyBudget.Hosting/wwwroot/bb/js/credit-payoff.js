// The payoff page: rows of increases and one-time payments, the user's own order of cards, the prime rate by hand.
import { address } from './base.js';
import { installForm } from './forms.js';
import { toastAfterReload } from './toasts.js';

const kinds = { increase: 'increases', onetime: 'onetimes' };
const save = document.getElementById('btn_recalc_payoffs');
const place = kind => document.getElementById(`payoff_${kind}_forms`);
const rows = kind => [...place(kind).querySelectorAll('form')];
const field = (row, name) => row.querySelector(`#${row.id}_${name}`);

function entries(kind) {
  return rows(kind).map(row => ({ date: field(row, 'date').value, amount: field(row, 'amt').value, enabled: field(row, 'enable').checked }));
}

const settings = () => JSON.stringify(Object.fromEntries(Object.entries(kinds).map(([kind, name]) => [name, entries(kind)])));
const saved = settings();
const numbers = Object.fromEntries(Object.keys(kinds).map(kind => [kind, rows(kind).length]));

function changed() {
  save.disabled = settings() === saved;
}

// A removed row's number is never used again.
function add(kind) {
  const number = ++numbers[kind];
  const row = document.getElementById(`payoff-row-${kind}`).content.querySelector('form').cloneNode(true);
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      if (element.hasAttribute(name)) {
        element.setAttribute(name, element.getAttribute(name).replace(/_0(?=_|$)/, `_${number}`));
      }
    }
  }
  place(kind).append(row);
  field(row, 'enable').checked = true;
  field(row, 'date').focus();
  changed();
}

function remove(row) {
  const kind = row.parentElement.dataset.kind;
  row.remove();
  document.querySelector(`[data-add="${kind}"]`).focus();
  changed();
}

function note(host, text) {
  const box = document.createElement('div');
  box.className = 'bb-note bb-note-danger';
  box.setAttribute('role', 'alert');
  box.textContent = text;
  host.replaceChildren(box);
}

// Errors come under keys such as "increases[0].date".
function showErrors(errors, message) {
  const homeless = [];
  let first = null;
  for (const [key, texts] of Object.entries(errors)) {
    const [, name, index, part] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(key) ?? [];
    const kind = Object.keys(kinds).find(k => kinds[k] === name);
    const slot = kind && rows(kind)[index]?.querySelector(`[data-errors="${part}"]`);
    if (texts.length > 0 && slot) {
      slot.textContent = texts.join(' ');
      const input = field(slot.closest('form'), part === 'date' ? 'date' : 'amt');
      input.setAttribute('aria-invalid', 'true');
      input.classList.add('is-invalid');
      first ??= input;
    } else {
      homeless.push(...texts);
    }
  }
  if (homeless.length > 0) {
    note(message, homeless.join(' '));
  }
  first?.focus();
}

function clearErrors(message) {
  message.replaceChildren();
  for (const slot of document.querySelectorAll('[data-errors]')) {
    slot.textContent = '';
  }
  for (const input of document.querySelectorAll('#panel-settings .is-invalid')) {
    input.classList.remove('is-invalid');
    input.removeAttribute('aria-invalid');
  }
}

async function post(path, body, button, message) {
  button.disabled = true;
  clearErrors(message);
  try {
    const response = await fetch(address(path), { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body });
    const result = await response.json().catch(() => null);
    if (result?.success) {
      toastAfterReload(result.success_message);
      location.reload();
      return;
    }
    if (result?.errors) {
      showErrors(result.errors, message);
    } else if (response.ok && result?.error_message) {
      note(message, `Server Error: ${result.error_message}`);
    } else {
      note(message, `Error submitting form: ${response.statusText}: ${response.status} ${result?.error_message ?? ''}`);
    }
  } catch {
    note(message, 'Error submitting form: the server cannot be reached. Nothing was lost; please try again.');
  }
  button.disabled = false;
}

const panel = document.getElementById('panel-settings');
panel.addEventListener('input', changed);
panel.addEventListener('submit', event => event.preventDefault());
panel.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('input')) {
    event.preventDefault();
    save.click();
  }
});
panel.addEventListener('click', event => {
  const kind = event.target.closest('[data-add]')?.dataset.add;
  if (kind) {
    add(kind);
  } else if (event.target.closest('[data-remove]')) {
    remove(event.target.closest('form'));
  }
});
save.addEventListener('click', () => post('/settings/credit-payoff', settings(), save, document.getElementById('payoff-settings-message')));

const order = document.getElementById('payoff-order');
if (order) {
  installOrder();
}

function installOrder() {
  const button = document.getElementById('btn_save_order');
  const ids = () => [...order.children].map(item => item.dataset.id).join(',');
  const stored = ids();
  let dragged = null;

  function moved(item) {
    button.disabled = ids() === stored;
    const name = item.querySelector('.bb-payoff-name').textContent;
    document.getElementById('payoff-order-said').textContent = `${name} is number ${[...order.children].indexOf(item) + 1} of ${order.children.length}.`;
  }

  function move(item, step) {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      other[step < 0 ? 'before' : 'after'](item);
      moved(item);
    }
  }

  order.addEventListener('click', event => {
    const control = event.target.closest('[data-move]');
    if (control) {
      move(control.closest('li'), Number(control.dataset.move));
      control.focus();
    }
  });
  order.addEventListener('keydown', event => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const control = event.target.closest('[data-move]');
    if (step && control) {
      event.preventDefault();
      move(control.closest('li'), step);
      control.focus();
    }
  });
  order.addEventListener('dragstart', event => {
    dragged = event.target.closest('li');
    dragged.classList.add('bb-dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.id);
  });
  order.addEventListener('dragover', event => {
    const over = event.target.closest('li');
    if (!dragged || !over) {
      return;
    }
    event.preventDefault();
    if (over !== dragged) {
      const isBelow = [...order.children].indexOf(over) > [...order.children].indexOf(dragged);
      over[isBelow ? 'after' : 'before'](dragged);
    }
  });
  order.addEventListener('drop', event => event.preventDefault());
  order.addEventListener('dragend', () => {
    dragged.classList.remove('bb-dragged');
    moved(dragged);
    dragged = null;
  });
  button.addEventListener('click', () => post('/forms/credit-payoff-order', JSON.stringify({ order: ids() }), button, document.getElementById('payoff-order-message')));
}

const rate = document.getElementById('prime-rate-form');
if (rate) {
  installForm(rate, result => {
    toastAfterReload(result.success_message);
    location.reload();
  });
}
