// Keys that work on every page, unless somebody is typing. "?" lists them.
import { address } from './base.js';
import { chooseRow, deletionOf } from './choosing.js';
import { openDialog, showDialog } from './dialogs.js';
import { goTo } from './ready.js';
import { redoLast, undoLast } from './undo.js';

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
  ['x', 'Choose this row, to delete several', () => chooseRow(document.activeElement)],
  ['Delete', 'Delete what is chosen, or this row', deleteHere],
  ['?', 'This list', list],
];

/** Makes the keys work. */
export function installShortcuts() {
  document.addEventListener('keydown', event => {
    const found = shortcuts.find(([key]) => key === event.key);
    if (found && isFree(event)) {
      event.preventDefault();
      found[2]();
    } else if (isUndo(event) && isUntyped(event)) {
      event.preventDefault();
      (event.shiftKey ? redoLast : undoLast)();
    } else if (event.key === 'Delete' && !isTyping(event)) {
      document.querySelector('dialog[open] [data-bb-delete]')?.click();
    }
  });
}

const isUndo = event => (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';

// Nobody types, no dialog is open, and the key is not a part of something else.
function isFree(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey && isUntyped(event);
}

const isUntyped = event => !event.defaultPrevented && !event.repeat && !document.querySelector('dialog[open]') && !isTyping(event);

// A box that is ticked takes no text.
const isTyping = event => event.target.closest?.('input:not([type=checkbox]), select, textarea, [contenteditable]');

function deleteHere() {
  const url = deletionOf(document.activeElement);
  if (url) {
    openDialog(url);
  }
}

const go = path => goTo(address(path));

function list() {
  const facts = document.createElement('dl');
  facts.className = 'bb-facts';
  for (const [key, text] of [...shortcuts, ['Ctrl+Z', 'Take the last change back'], ['Ctrl+Shift+Z', 'Do it again'], ['Esc', 'Close a dialog'], ['Ctrl+Enter', 'Save from a field of several lines']]) {
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
