// Choosing several rows of a list, to delete them together. Rows say what they are in data-bb-record ("transaction/12"); the bar above the list says what is chosen.
import { address } from './base.js';
import { openDialog } from './dialogs.js';

const bar = document.querySelector('[data-bb-choosing]');
const part = document.querySelector('[data-bb-list-part]');
const chosen = new Set();

/** Chooses the row that an element is in, or lets go of it. */
export function chooseRow(element) {
  const row = element?.closest('tr[data-bb-record]');
  if (bar && row && part.contains(row)) {
    start();
    const box = row.querySelector('.bb-choice input');
    box.checked = !box.checked;
    note(box);
  }
}

/** The address of the dialog that deletes what is chosen, or else the row that an element is in; null for none. */
export function deletionOf(element) {
  const records = chosen.size > 0 ? [...chosen] : [element?.closest('tr[data-bb-record]')?.dataset.bbRecord].filter(record => record);
  return records.length === 0 ? null : addressOf(records);
}

// All are of one kind.
const addressOf = records => address(`/dialogs/delete/${records[0].split('/')[0]}?ids=${records.map(record => record.split('/')[1]).join(',')}`);

if (bar) {
  bar.hidden = false;
  bar.addEventListener('click', event => {
    const act = event.target.closest('button')?.dataset.bbAct;
    if (act === 'start') {
      start();
    } else if (act === 'delete') {
      openDialog(addressOf([...chosen]));
    } else if (act === 'all') {
      boxes().forEach(box => { box.checked = true; note(box); });
    } else if (act === 'end') {
      end();
    }
  });
  part.addEventListener('change', event => {
    if (event.target.matches('.bb-choice input')) {
      note(event.target);
    }
  });
  // What is shown now may be another page of the list.
  new MutationObserver(() => isChoosing() && addBoxes()).observe(part, { childList: true });
}

const isChoosing = () => bar.dataset.bbState === 'choosing';
const boxes = () => part.querySelectorAll('.bb-choice input');

function start() {
  if (!isChoosing()) {
    bar.dataset.bbState = 'choosing';
    addBoxes();
    show();
  }
}

function end() {
  delete bar.dataset.bbState;
  chosen.clear();
  part.querySelectorAll('.bb-choice').forEach(choice => choice.remove());
  show();
  bar.querySelector('[data-bb-act=start]').focus();
}

function addBoxes() {
  for (const row of part.querySelectorAll('tr[data-bb-record]')) {
    const choice = document.createElement('label');
    choice.className = 'bb-choice';
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'form-check-input';
    box.checked = chosen.has(row.dataset.bbRecord);
    box.setAttribute('aria-label', `Choose ${row.querySelector('.bb-lead').textContent.trim()}`);
    choice.append(box);
    row.querySelector('.bb-lead').prepend(choice);
  }
}

function note(box) {
  const record = box.closest('tr').dataset.bbRecord;
  if (box.checked) {
    chosen.add(record);
  } else {
    chosen.delete(record);
  }
  show();
}

function show() {
  bar.querySelector('[data-bb-chosen]').textContent = `${chosen.size} chosen`;
  bar.querySelector('[data-bb-act=delete]').disabled = chosen.size === 0;
}
