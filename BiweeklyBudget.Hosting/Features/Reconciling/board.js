// The cards of the reconcile page and where they lie: in a suggestion, in a column, or among what is ready to submit.
import { madeCard } from './made-card.js';

/** Cards and suggestions as the server rendered them, in its order. */
export class Board {
  transactions = new Map();
  bank = new Map();
  suggestions = [];
  #root;
  #rows = new Map();

  constructor(root) {
    this.#root = root;
    for (const card of root.querySelectorAll('.rc-card')) {
      (card.dataset.kind === 'bank' ? this.bank : this.transactions).set(card.dataset.key, card);
    }
    for (const row of root.querySelectorAll('.rc-suggestion')) {
      const { transaction, bank, sure } = row.dataset;
      this.suggestions.push({ row, transaction, bank, isSure: sure === 'true' });
    }
    // The columns are filled anew, by day; the server's order within a suggestion is another one.
    this.transactions = new Map([...this.transactions].sort(([, a], [, b]) => order(a).localeCompare(order(b)) || Number(a.dataset.key) - Number(b.dataset.key)));
    this.bank = new Map([...this.bank].sort(([, a], [, b]) => order(a).localeCompare(order(b))));
  }

  /** Suggestions that nothing stands against. */
  open(pending) {
    return this.suggestions.filter(({ transaction, bank }) =>
      !pending.holdsTransaction(transaction) && !pending.holdsBank(bank) && !pending.isDismissed(transaction, bank));
  }

  /** Moves every card to where it belongs; cards that are there already stay untouched. */
  place(pending) {
    const open = this.open(pending);
    const suggested = new Set(open.flatMap(({ transaction, bank }) => [this.transactions.get(transaction), this.bank.get(bank)]));
    const openRows = new Set(open.map(({ row }) => row));
    for (const { row, transaction, bank } of this.suggestions) {
      row.hidden = !openRows.has(row);
      if (!row.hidden) {
        fill(row, [this.transactions.get(transaction), row.querySelector('.rc-why'), this.bank.get(bank)]);
      }
    }
    this.#placePending(pending);
    const free = (cards, holds) => [...cards].filter(([key, card]) => !holds(key) && !suggested.has(card)).map(([, card]) => card);
    this.#column('transactions', free(this.transactions, id => pending.holdsTransaction(id)));
    this.#column('bank', free(this.bank, key => pending.holdsBank(key)));
    this.#root.querySelector('.rc-suggested').hidden = open.length === 0;
  }

  /** The pending entry whose row an element lies in. */
  entryAt(element) {
    const row = element.closest('.rc-done');
    return [...this.#rows].find(([, other]) => other === row)?.[0];
  }

  /** The cards of a side that are not decided, by day. */
  free(kind) {
    return [...(kind === 'bank' ? this.bank : this.transactions).values()].filter(isFree);
  }

  /** The same as they lie on the page. */
  inOrder(kind) {
    return [...this.#root.querySelectorAll(`.rc-card[data-kind=${kind}]`)].filter(isFree);
  }

  /** The card of the same side after a card, or before it when it is the last; undefined when there is none. */
  nextTo(card) {
    const cards = this.inOrder(card.dataset.kind);
    const at = cards.indexOf(card);
    return cards[at + 1] ?? cards[at - 1];
  }

  markSelected(isSelected) {
    for (const card of this.#root.querySelectorAll('.rc-card')) {
      card.classList.toggle('rc-selected', isSelected(card));
      card.querySelector('.rc-pick').setAttribute('aria-pressed', String(isSelected(card)));
    }
  }

  /** Lets these cards stand out, and no others. */
  light(cards) {
    for (const card of this.#root.querySelectorAll('.rc-card')) {
      card.classList.toggle('rc-target', cards.includes(card));
    }
  }

  #column(name, cards) {
    const column = this.#root.querySelector(`[data-column="${name}"]`);
    fill(column, cards);
    column.nextElementSibling.hidden = cards.length > 0;
  }

  #placePending(pending) {
    const rows = pending.entries.map(entry => {
      const row = this.#rows.get(entry) ?? doneRow(entry);
      const made = entry.made && entry.shown ? row.querySelector('.rc-made') ?? madeCard(entry.shown) : null;
      const cards = [made ?? this.transactions.get(entry.transaction), this.bank.get(entry.bank)].filter(card => card);
      fill(row.firstElementChild, cards);
      return [entry, row];
    });
    this.#rows = new Map(rows);
    const section = this.#root.querySelector('.rc-pending');
    fill(section.querySelector('.rc-pending-rows'), rows.map(([, row]) => row));
    section.hidden = rows.length === 0;
  }
}

const isFree = card => !card.closest('.rc-done');
const order = card => card.querySelector('time')?.dateTime ?? '';

function doneRow(entry) {
  const row = document.createElement('div');
  row.className = 'rc-done';
  const cards = document.createElement('div');
  cards.className = 'rc-done-cards';
  const note = document.createElement('p');
  note.className = 'rc-note';
  note.textContent = noteOf(entry);
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.className = 'btn btn-sm btn-link';
  undo.dataset.do = 'undo';
  undo.textContent = entry.transaction ? 'Not reconciled after all' : entry.made ? 'Do not make' : 'Do not ignore';
  row.append(cards, note, undo);
  return row;
}

// The note may be left out: that there is no counterpart is said all the same.
function noteOf({ transaction, note }) {
  if (note === undefined) {
    return '';
  }
  const what = transaction ? 'Not at the bank' : 'Ignored';
  return note === '' ? what : `${what}: ${note}`;
}

// Inserts only what is not in its place: a card keeps its focus, a column its scrolled position.
function fill(parent, wanted) {
  wanted.forEach((element, i) => {
    if (parent.children[i] !== element) {
      parent.insertBefore(element, parent.children[i] ?? null);
    }
  });
  while (parent.children.length > wanted.length) {
    parent.lastElementChild.remove();
  }
}
