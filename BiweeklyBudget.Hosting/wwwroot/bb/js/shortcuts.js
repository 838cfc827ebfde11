// Keys that work on every page, unless somebody is typing. The server writes the table of them; "?" and Help show it.
import { address, readsOnly } from './base.js';
import { chooseRow, deletionOf } from './choosing.js';
import { openDialog } from './dialogs.js';
import { keysIn, signOf } from './keys.js';
import { goTo } from './ready.js';
import { editRow, makeRow, moveFocus, rowOf } from './rows.js';
import { redoLast, undoLast } from './undo.js';

const here = () => rowOf(document.activeElement);
const go = path => () => goTo(address(path));
const keys = keysIn(document.body.dataset.bbKeys ?? '');

const actions = {
  add: () => openDialog(document.querySelector('[data-bb-add]')?.dataset.bbDialog ?? address('/dialogs/transaction')),
  search,
  keys: () => openDialog(address('/dialogs/keys')),
  next: () => moveFocus(1),
  previous: () => moveFocus(-1),
  edit: editHere,
  make: () => makeRow(here()),
  choose: () => chooseRow(document.activeElement),
  delete: deleteHere,
  home: go('/'),
  period: go('/pay_period_for'),
  transactions: go('/transactions'),
  scheduled: go('/scheduled'),
  budgets: go('/budgets'),
  accounts: go('/accounts'),
  reconcile: go('/reconcile'),
};

/** Makes the keys work. Actions that belong to a feature are given by their names in the table. */
export function installShortcuts(more) {
  Object.assign(actions, more);
  document.addEventListener('keydown', event => {
    const action = actions[keys.get(signOf(event))];
    if (action && isFree(event)) {
      event.preventDefault();
      action();
    } else if (!readsOnly && isUndo(event) && isUntyped(event)) {
      event.preventDefault();
      (event.shiftKey ? redoLast : undoLast)();
    } else if (event.key === 'Delete' && !isTyping(event)) {
      document.querySelector('dialog[open] [data-bb-delete]')?.click();
    }
  });
}

const isUndo = event => (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';

// Nobody types, no dialog is open. A letter with Ctrl is no part of a text.
const isFree = event => (event.ctrlKey || event.metaKey ? isUnused(event) : isUntyped(event));
const isUnused = event => !event.defaultPrevented && !event.repeat && !document.querySelector('dialog[open]');
const isMove = event => event.key === 'j' || event.key === 'k';
const isUntyped = event => !event.defaultPrevented && (!event.repeat || isMove(event)) && !document.querySelector('dialog[open]') && !isTyping(event);

// A box that is ticked takes no text.
const isTyping = event => event.target.closest?.('input:not([type=checkbox]), select, textarea, [contenteditable]');

function search() {
  const field = [...document.querySelectorAll('main input[type=search]')].find(input => input.checkVisibility());
  if (field) {
    field.focus();
    field.select();
  } else {
    actions.find();
  }
}

// A row may lead to what it is about, such as a budget's transactions, and be edited elsewhere.
function editHere() {
  const url = here()?.dataset.bbEditor;
  if (url) {
    openDialog(url);
  } else {
    editRow(here());
  }
}

function deleteHere() {
  const url = deletionOf(document.activeElement);
  if (url) {
    openDialog(url);
  }
}
