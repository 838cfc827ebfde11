// The desk of the reconcile page: its cards, what is selected, what is decided and waits, and how all that is shown.
import { say, sayAlso } from '../../js/notes.js';
import { renew } from '../../js/parts.js';
import { Board } from './board.js';
import { fits, misfit, ordered } from './matching.js';
import { Selection } from './selection.js';
import { choiceText, droppedText, questionText, submitText, waitingText } from './texts.js';

const messages = document.getElementById('bb-messages');

/** One of the buttons and texts beside the cards. */
export const control = name => document.getElementById('reconcile-' + name);

export class Desk {
  board;
  selection;
  pending;

  constructor(pending) {
    this.pending = pending;
    this.lay();
  }

  /** Takes the cards that are on the page; what waits and fits them no longer is dropped. */
  lay() {
    this.board = new Board(document.getElementById('reconcile'));
    this.selection = new Selection(this.board);
    const dropped = this.pending.keepOnly(entry => {
      const transaction = this.board.transactions.get(entry.transaction);
      const bank = this.board.bank.get(entry.bank);
      return (!entry.transaction || transaction) && (!entry.bank || bank) && (!transaction || !bank || entry.made === true || fits(transaction, bank));
    });
    if (dropped > 0) {
      this.say('warning', droppedText(dropped));
    }
    this.show();
  }

  /** Takes the lists anew from the server; what is pending stays. */
  async refresh() {
    if (await renew(location.pathname, '#reconcile', '#reconcile-count')) {
      this.lay();
    } else {
      this.say('danger', 'The lists could not be loaded anew. Reload the page; what is waiting is kept.');
    }
  }

  /** Suggestions that need no second look. */
  get sureOnes() {
    return this.board.open(this.pending).filter(suggestion => suggestion.isSure);
  }

  /** Adds entries of one step to what waits. */
  decide(...entries) {
    messages.replaceChildren();
    this.pending.add(...entries);
    this.show();
  }

  match(transaction, bank) {
    this.selection.clear();
    this.decide({ transaction: transaction.dataset.key, bank: bank.dataset.key });
  }

  /** Matches the pair that is selected; the focus goes on to the next card. */
  matchSelected() {
    const { pair } = this.selection;
    if (pair) {
      const next = this.board.nextTo(this.selection.bank ?? this.selection.transaction);
      this.match(...pair);
      (next?.isConnected && !next.closest('.rc-done') ? next.querySelector('.rc-pick') : control('submit')).focus();
    }
  }

  /** Selects a card, or no longer; nothing is matched. */
  mark(card) {
    this.selection.toggle(card);
    this.show();
  }

  /** Selects a card; choosing the counterpart of a selected one matches the two. */
  choose(card) {
    const other = this.selection.opposite(card);
    if (!other) {
      this.mark(card);
      return;
    }
    this.selection.select(card);
    if (fits(...ordered(card, other))) {
      this.matchSelected();
    } else {
      this.say('warning', misfit(...ordered(card, other)));
      this.show();
    }
  }

  acceptAll() {
    const sure = this.sureOnes;
    if (sure.length > 0) {
      this.decide(...sure.map(({ transaction, bank }) => ({ transaction, bank })));
      control('submit').focus();
    }
  }

  undoLast() {
    if (this.pending.undo().length > 0) {
      messages.replaceChildren();
      this.show();
    }
  }

  takeBack(entry) {
    this.pending.remove(entry);
    messages.replaceChildren();
    this.show();
  }

  /** Shows everything as it is now. */
  show() {
    this.board.place(this.pending);
    this.selection.keepFree();
    this.board.markSelected(card => this.selection.has(card));
    this.light(this.selection.alone);
    const sure = this.sureOnes.length;
    control('accept-all').hidden = sure === 0;
    control('accept-all').querySelector('[data-number]').textContent = String(sure);
    this.#showBar();
  }

  /** Lets everything that fits a card stand out; nothing does for null. */
  light(card) {
    this.board.light(card ? this.selection.fitting(card) : []);
  }

  say(level, text) {
    say(messages, level, text).classList.toggle('rc-shake', level === 'danger');
  }

  sayAlso(level, text) {
    sayAlso(messages, level, text);
  }

  #showBar() {
    const { entries } = this.pending;
    const { pair } = this.selection;
    control('submit').textContent = submitText(entries.length);
    control('undo').disabled = entries.length === 0;
    control('match').hidden = !pair;
    control('summary').textContent = pair ? questionText(...pair) : this.#choice() + waitingText(entries);
  }

  #choice() {
    const card = this.selection.bank ?? this.selection.transaction;
    return card ? choiceText(card, this.selection.fitting(card).length) + ' ' : '';
  }
}
