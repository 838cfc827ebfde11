// Keys that work on every page, unless somebody is typing. "?" lists them.
import { address } from './base.js';
import { openDialog, showDialog } from './dialogs.js';
import { goTo } from './ready.js';

const shortcuts = [
  ['a', 'Add a transaction', () => openDialog(document.querySelector('[data-bb-add]')?.dataset.bbDialog ?? address('/dialogs/transaction'))],
  ['/', 'Search this list', () => document.querySelector('input[type=search]')?.focus()],
  ['h', 'Home', () => go('/')],
  ['p', 'Current pay period', () => go('/pay_period_for')],
  ['t', 'Transactions', () => go('/transactions')],
  ['s', 'Scheduled transactions', () => go('/scheduled')],
  ['b', 'Budgets', () => go('/budgets')],
  ['c', 'Accounts', () => go('/accounts')],
  ['r', 'Reconcile', () => go('/reconcile')],
  ['?', 'This list', list],
];

/** Makes the keys work. */
export function installShortcuts() {
  document.addEventListener('keydown', event => {
    const found = shortcuts.find(([key]) => key === event.key);
    if (found && isFree(event)) {
      event.preventDefault();
      found[2]();
    }
  });
}

// Nobody types, no dialog is open, and the key is not a part of something else.
function isFree(event) {
  const isPlain = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
  return isPlain && !document.querySelector('dialog[open]') && !event.target.closest?.('input, select, textarea, [contenteditable]');
}

const go = path => goTo(address(path));

function list() {
  const facts = document.createElement('dl');
  facts.className = 'bb-facts';
  for (const [key, text] of [...shortcuts, ['Esc', 'Close a dialog'], ['Ctrl+Enter', 'Save from a field of several lines']]) {
    const term = document.createElement('dt');
    const sign = document.createElement('kbd');
    sign.textContent = key;
    term.append(sign);
    const meaning = document.createElement('dd');
    meaning.textContent = text;
    facts.append(term, meaning);
  }
  showDialog('Keyboard shortcuts', facts);
}
