// The buttons and links on the cards, and clicks on the cards themselves.
import { address } from '../../js/base.js';
import { openDialog } from '../../js/dialogs.js';
import { valuesOf } from '../../js/forms.js';
import { control } from './desk.js';
import { shownOf } from './made-card.js';
import { askForNote } from './note-question.js';

/** Makes clicks among the cards work. */
export function installActions(desk) {
  document.addEventListener('click', event => {
    if (event.target.closest('#reconcile')) {
      onClick(event, desk);
    }
  }, true);
}

function onClick(event, desk) {
  const link = event.target.closest('a[data-bb-dialog]');
  const action = event.target.closest('[data-do]');
  const card = event.target.closest('.rc-card');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    // Unlike elsewhere the page is not loaded anew after saving, only its lists.
    event.preventDefault();
    event.stopPropagation();
    openDialog(link.dataset.bbDialog, { onSaved: () => desk.refresh() });
  } else if (action) {
    actions[action.dataset.do](action, desk);
  } else if (card && !link && !card.closest('.rc-done') && !getSelection().toString()) {
    desk.choose(card);
  }
}

const actions = {
  accept(target, desk) {
    const { transaction, bank } = target.closest('.rc-suggestion').dataset;
    const open = [...document.querySelectorAll('.rc-suggestion:not([hidden]) [data-do=accept]')];
    const next = open[open.indexOf(target) + 1];
    desk.decide({ transaction, bank });
    (next ?? control('submit')).focus();
  },
  dismiss(target, desk) {
    const { transaction, bank } = target.closest('.rc-suggestion').dataset;
    desk.pending.dismiss(transaction, bank);
    desk.show();
    desk.board.transactions.get(transaction).querySelector('.rc-pick').focus();
  },
  undo(target, desk) {
    desk.takeBack(desk.board.entryAt(target));
    control('submit').focus();
  },
  async note(target, desk) {
    const { key: id, text } = target.closest('.rc-card').dataset;
    const note = await askForNote(`Reconcile ${text} without a bank line`);
    if (note !== null) {
      desk.decide({ transaction: id, note });
    }
  },
  async ignore(target, desk) {
    const { key, text } = target.closest('.rc-card').dataset;
    const note = await askForNote(`Ignore ${text}`);
    if (note !== null) {
      desk.decide({ bank: key, note });
    }
  },
  make(target, desk) {
    const card = target.closest('.rc-card').dataset;
    openDialog(address('/dialogs/transaction?' + queryFor(card)), { onSaved: (result, form) => made(form, card.key, desk) });
  },
};

// What is known of a transaction from its bank line.
function queryFor({ account, fitid, amount, date, text }) {
  return new URLSearchParams({
    date,
    amount: amount.replace(/0{1,2}$/, ''),
    account,
    description: text,
    notes: `From the bank line ${text}`.slice(0, 254),
    fitid,
    made: 'true',
  });
}

// A transaction made from a bank line is matched with it whatever was typed (spec/domain.md §12). Until it is submitted it waits here as all the rest does.
function made(form, bank, desk) {
  if (desk.board.bank.has(bank) && !desk.pending.holdsBank(bank)) {
    desk.decide({ bank, made: valuesOf(form), shown: shownOf(form) });
    control('submit').focus();
  }
}
