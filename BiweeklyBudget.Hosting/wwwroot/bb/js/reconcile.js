// The reconcile page: suggestions, matching by mouse, keyboard and tap, notes, and the submitting of it all.
import { address, warningsOf } from './base.js';
import { openDialog } from './dialogs.js';
import { Board, fits, misfit } from './reconcile-board.js';
import { installDragging } from './reconcile-drag.js';
import { askForNote } from './reconcile-note.js';
import { Pending } from './reconcile-pending.js';

const button = id => document.getElementById('reconcile-' + id);
const messages = document.getElementById('bb-messages');
const pending = new Pending(sessionStorage, 'bb-reconcile:' + address('/'));
const selected = { transaction: null, bank: null };
let board = null;
let isSubmitting = false;

function start() {
  board = new Board(document.getElementById('reconcile'));
  const dropped = pending.keepOnly(entry => {
    const transaction = board.transactions.get(entry.transaction);
    const bank = board.bank.get(entry.bank);
    return (!entry.transaction || transaction) && (!entry.bank || bank) && (!transaction || !bank || entry.made || fits(transaction, bank));
  });
  if (dropped > 0) {
    say('warning', dropped === 1 ? 'One change that was waiting no longer applies and was dropped.' : `${dropped} changes that were waiting no longer apply and were dropped.`);
  }
  show();
}

// Fetches the page anew and takes its lists; what is pending stays.
async function refresh() {
  try {
    const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const id of ['reconcile', 'reconcile-count']) {
      document.getElementById(id).replaceWith(document.adoptNode(fresh.getElementById(id)));
    }
    selected.transaction = selected.bank = null;
    start();
  } catch {
    say('danger', 'The lists could not be loaded anew. Reload the page; what is waiting is kept.');
  }
}

function show() {
  board.place(pending);
  for (const kind of ['transaction', 'bank']) {
    if (selected[kind]?.closest('.rc-done') || !selected[kind]?.isConnected) {
      selected[kind] = null;
    }
  }
  for (const card of document.querySelectorAll('.rc-card')) {
    const isSelected = card === selected.transaction || card === selected.bank;
    card.classList.toggle('rc-selected', isSelected);
    card.querySelector('.rc-pick').setAttribute('aria-pressed', String(isSelected));
  }
  light(selected.bank && !selected.transaction ? selected.bank : selected.transaction && !selected.bank ? selected.transaction : null);
  const sure = sureOnes().length;
  button('accept-all').hidden = sure === 0;
  button('accept-all').querySelector('[data-number]').textContent = String(sure);
  showBar();
}

function showBar() {
  const { entries } = pending;
  const count = which => entries.filter(which).length;
  const matched = count(entry => entry.transaction && entry.bank);
  const parts = [[matched, 'matched'], [count(entry => !entry.bank), 'without OFX'], [count(entry => !entry.transaction), 'ignored']];
  button('submit').textContent = entries.length === 0 ? 'Submit' : `Submit ${entries.length} ${entries.length === 1 ? 'change' : 'changes'}`;
  button('undo').disabled = entries.length === 0;
  const target = partner();
  button('match').hidden = !target;
  const summary = entries.length === 0 ? 'Nothing is waiting to be submitted.' : parts.filter(([n]) => n > 0).map(([n, text]) => `${n} ${text}`).join(', ') + '. Nothing is stored before you submit.';
  const chosen = selected.bank ?? selected.transaction;
  button('summary').textContent = chosen && !target ? `${selectionText(chosen)} ${summary}` : target ? `Match ${(selected.transaction ?? target).dataset.text} with ${(selected.bank ?? target).dataset.text}?` : summary;
}

function selectionText(card) {
  const others = freeOthers(card).filter(other => fits(...ordered(card, other))).length;
  return others === 0 ? `Nothing fits ${card.dataset.text}.` : `${others} fit ${card.dataset.text}; choose one.`;
}

// The card that the selected one would be matched with: the other selected one, or the only one that fits.
function partner() {
  if (selected.transaction && selected.bank) {
    return fits(selected.transaction, selected.bank) ? selected.bank : null;
  }
  const card = selected.transaction ?? selected.bank;
  const fitting = card ? freeOthers(card).filter(other => fits(...ordered(card, other))) : [];
  return fitting.length === 1 ? fitting[0] : null;
}

const ordered = (a, b) => (a.dataset.kind === 'transaction' ? [a, b] : [b, a]);
const freeOthers = card => [...(card.dataset.kind === 'bank' ? board.transactions : board.bank).values()].filter(other => !other.closest('.rc-done'));
const sureOnes = () => board.open(pending).filter(suggestion => suggestion.isSure);

// Lets everything that fits a card stand out.
function light(card) {
  for (const other of document.querySelectorAll('.rc-target')) {
    other.classList.remove('rc-target');
  }
  document.getElementById('reconcile').classList.toggle('rc-choosing', card !== null);
  if (card) {
    for (const other of freeOthers(card).filter(one => fits(...ordered(card, one)))) {
      other.classList.add('rc-target');
    }
  }
}

function decide(...entries) {
  messages.replaceChildren();
  pending.add(...entries);
  show();
}

function pair(transaction, bank) {
  selected.transaction = selected.bank = null;
  decide({ transaction: transaction.dataset.key, bank: bank.dataset.key });
}

function matchSelected() {
  const target = partner();
  if (target) {
    const card = selected.transaction && selected.bank ? selected.transaction : selected.transaction ?? selected.bank;
    const next = nextPick(selected.bank ?? card);
    pair(...ordered(card, target));
    (next?.isConnected && !next.closest('.rc-done') ? next : button('submit')).focus();
  }
}

// Selects a card; choosing its counterpart matches the two, unless only the marks are wanted.
function select(card, { matches }) {
  const kind = card.dataset.kind;
  const other = kind === 'bank' ? selected.transaction : selected.bank;
  if (matches && other && fits(...ordered(card, other))) {
    selected[kind] = card;
    matchSelected();
    return;
  }
  const isAgain = selected[kind] === card && !(matches && other);
  selected[kind] = isAgain ? null : card;
  if (matches && other) {
    say('warning', misfit(...ordered(card, other)));
  }
  show();
}

function acceptAll() {
  const sure = sureOnes();
  if (sure.length > 0) {
    decide(...sure.map(({ transaction, bank }) => ({ transaction, bank })));
    button('submit').focus();
  }
}

function undoLast() {
  const undone = pending.undo();
  if (undone.length > 0) {
    messages.replaceChildren();
    show();
  }
}

const actions = {
  accept(target) {
    const { transaction, bank } = target.closest('.rc-suggestion').dataset;
    const open = [...document.querySelectorAll('.rc-suggestion:not([hidden]) [data-do=accept]')];
    const next = open[open.indexOf(target) + 1];
    decide({ transaction, bank });
    (next ?? button('submit')).focus();
  },
  dismiss(target) {
    const { transaction, bank } = target.closest('.rc-suggestion').dataset;
    pending.dismiss(transaction, bank);
    show();
    board.transactions.get(transaction).querySelector('.rc-pick').focus();
  },
  undo(target) {
    pending.remove(board.entryAt(target));
    messages.replaceChildren();
    show();
    button('submit').focus();
  },
  async note(target) {
    const id = target.closest('.rc-card').dataset.key;
    const note = await askForNote(`Reconcile Transaction ${id} Without OFX`);
    if (note !== null) {
      decide({ transaction: id, note });
    }
  },
  async ignore(target) {
    const { key, account, fitid } = target.closest('.rc-card').dataset;
    const note = await askForNote(`Ignore OFXTransaction (${account}, "${fitid}")`);
    if (note !== null) {
      decide({ bank: key, note });
    }
  },
  make(target) {
    const { key, account, fitid, amount, date, text } = target.closest('.rc-card').dataset;
    const query = new URLSearchParams({
      date,
      amount: amount.replace(/0{1,2}$/, ''),
      account,
      description: text,
      notes: `created from OFXTransaction(${account}, ${fitid})`,
      title: `Add Transaction for OFX (${account}, ${fitid})`,
    });
    openDialog(address('/dialogs/transaction?' + query), { onSaved: result => made(String(result.trans_id), key) });
  },
};

// A transaction made from a bank line is matched with it whatever was typed (spec/domain.md §12).
async function made(id, bank) {
  await refresh();
  if (board.transactions.has(id) && board.bank.has(bank)) {
    decide({ transaction: id, bank, made: true });
  } else {
    say('warning', `Transaction ${id} was saved, but it does not wait to be reconciled here.`);
  }
}

function onClick(event) {
  const inside = event.target.closest('#reconcile');
  if (!inside) {
    return;
  }
  const link = event.target.closest('a[data-bb-dialog]');
  const action = event.target.closest('[data-do]');
  const card = event.target.closest('.rc-card');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    // Unlike elsewhere the page is not loaded anew after saving, only its lists.
    event.preventDefault();
    event.stopPropagation();
    openDialog(link.dataset.bbDialog, { onSaved: refresh });
  } else if (action) {
    actions[action.dataset.do](action);
  } else if (card && !link && !card.closest('.rc-done') && !getSelection().toString()) {
    select(card, { matches: true });
  }
}

function onKey(event) {
  if (document.querySelector('dialog[open]') || event.target.closest?.('input, textarea, select')) {
    return;
  }
  const pick = event.target.closest?.('.rc-pick');
  if (event.key === 'Enter' && event.shiftKey) {
    event.preventDefault();
    acceptAll();
  } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
    event.preventDefault();
    undoLast();
  } else if (event.key === 'Escape') {
    selected.transaction = selected.bank = null;
    show();
  } else if (pick && event.key === ' ') {
    event.preventDefault();
    select(pick.closest('.rc-card'), { matches: false });
  } else if (pick && event.key === 'Enter') {
    event.preventDefault();
    if (selected.transaction && selected.bank && partner()) {
      matchSelected();
    } else {
      select(pick.closest('.rc-card'), { matches: true });
    }
  } else if (pick && ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
    event.preventDefault();
    move(pick.closest('.rc-card'), event.key);
  }
}

// Arrow keys walk through the cards of one side; left and right change the side, to the first card that fits if any does.
function move(card, key) {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const kind = key === 'ArrowLeft' ? 'transaction' : 'bank';
    if (card.dataset.kind !== kind) {
      const others = inOrder(kind);
      focusOn(others.find(other => other.classList.contains('rc-target')) ?? others[0]);
    }
    return;
  }
  const cards = inOrder(card.dataset.kind);
  const at = cards.indexOf(card);
  focusOn(key === 'Home' ? cards[0] : key === 'End' ? cards.at(-1) : cards[at + (key === 'ArrowDown' ? 1 : -1)]);
}

const inOrder = kind => [...document.querySelectorAll(`#reconcile .rc-card[data-kind=${kind}]`)].filter(card => !card.closest('.rc-done'));

function focusOn(card) {
  card?.querySelector('.rc-pick').focus();
}

function nextPick(card) {
  const cards = inOrder(card.dataset.kind);
  const at = cards.indexOf(card);
  return (cards[at + 1] ?? cards[at - 1])?.querySelector('.rc-pick');
}

async function submit() {
  if (isSubmitting) {
    return;
  }
  if (pending.entries.length === 0) {
    say('warning', 'Warning: No reconciled transactions; did not submit form.');
    return;
  }
  busy(true);
  try {
    const response = await fetch(address('/ajax/reconcile'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(pending.body()),
    });
    const result = await response.json().catch(() => null);
    if (result?.success) {
      pending.clear();
      await refresh();
      say('success', result.success_message);
      for (const warning of warningsOf(response)) {
        say('warning', warning, { keeps: true });
      }
    } else {
      say('danger', result?.error_message ? `Error: ${result.error_message}` : `Error submitting form: ${response.status}`);
    }
  } catch {
    say('danger', 'Error submitting form: the server cannot be reached. Nothing was lost; please try again.');
  } finally {
    busy(false);
  }
}

function busy(isBusy) {
  isSubmitting = isBusy;
  button('submit').disabled = isBusy;
  button('submit').setAttribute('aria-busy', String(isBusy));
}

function say(level, text, { keeps = false } = {}) {
  const box = document.createElement('div');
  box.className = `bb-note bb-note-${level}${level === 'danger' ? ' rc-shake' : ''}`;
  if (level === 'danger') {
    box.setAttribute('role', 'alert');
  }
  box.textContent = text;
  messages.replaceChildren(...(keeps ? messages.childNodes : []), box);
  messages.scrollIntoView({ block: 'nearest' });
}

start();
installDragging({ fits, light, pair, refuse: (transaction, bank) => say('warning', misfit(transaction, bank)) });
button('submit').addEventListener('click', submit);
button('undo').addEventListener('click', undoLast);
button('match').addEventListener('click', matchSelected);
button('accept-all').addEventListener('click', acceptAll);
document.addEventListener('click', onClick, true);
document.addEventListener('keydown', onKey);
document.addEventListener('keyup', event => {
  if (event.key === ' ' && event.target.closest?.('.rc-pick')) {
    event.preventDefault();
  }
});
addEventListener('beforeunload', event => {
  // The app itself loads the page anew after a dialog was saved (toasts.js), which loses nothing.
  if (pending.entries.length > 0 && sessionStorage.getItem('bb-toast') === null) {
    event.preventDefault();
  }
});
