// The reconcile page: suggestions, matching by mouse, keyboard and tap, notes, and the submitting of it all.
import { address, own } from '../../js/base.js';
import { isReloading } from '../../js/toasts.js';
import { installActions } from './card-actions.js';
import { control, Desk } from './desk.js';
import { installDragging } from './dragging.js';
import { installKeys } from './keys.js';
import { Pending } from './pending.js';
import { submit } from './submitting.js';

const desk = new Desk(new Pending(sessionStorage, own('bb-reconcile:' + address('/'))));

installActions(desk);
installDragging(desk);
installKeys(desk);
control('submit').addEventListener('click', () => submit(desk));
control('undo').addEventListener('click', () => desk.undoLast());
control('match').addEventListener('click', () => desk.matchSelected());
control('accept-all').addEventListener('click', () => desk.acceptAll());
addEventListener('beforeunload', event => {
  // Loading the page anew after a dialog was saved loses nothing.
  if (desk.pending.entries.length > 0 && !isReloading()) {
    event.preventDefault();
  }
});
