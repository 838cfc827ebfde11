// One dialog at a time, in the page's one <dialog>. Its content is a fragment that the server renders.
import { nextOf } from './again.js';
import { address } from './base.js';
import { message, titled } from './dialog-content.js';
import { discardDraft, forgetTyped, keepDraft, restoreDraft } from './drafts.js';
import { showProgress } from './fields.js';
import { installForm, isBusy } from './forms.js';
import { getFragment } from './http.js';
import { goTo, reload, waitFor } from './ready.js';
import { isOpen } from './request-keys.js';
import { currentRow, rememberPlace, returnFocus } from './returning.js';
import { toast, toastAfterReload } from './toasts.js';
import { fillWith } from './trusted.js';
import { undoAction } from './undo.js';

const dialog = document.getElementById('bb-dialog');
let current = null;

// Something was saved from a dialog that stayed open: the page behind it shows what was before.
let isOutdated = false;

/** Lets links with data-bb-dialog open their dialog, and opens the one that the page's address names. */
export function installDialogs() {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-bb-dialog], button[data-bb-dialog]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openDialog(link.dataset.bbDialog);
    } else if (event.target.closest('[data-bb-close]')) {
      closeDialog();
    } else if (event.target.closest('[data-bb-afresh]')) {
      forgetTyped(formShown());
      openDialog(current.url, current);
    }
  });
  // Neither the second click of a double click that opened it, nor the end of marking a text, closes it.
  let pressed = null;
  dialog.addEventListener('pointerdown', event => { pressed = event.target; });
  dialog.addEventListener('click', event => {
    if (event.target === dialog && pressed === dialog && event.detail < 2) {
      closeDialog();
    }
  });
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    closeDialog();
  });
  // A browser may close it without asking, after the second Esc in a row.
  dialog.addEventListener('close', () => {
    if (current && !dialog.open) {
      leave();
    }
  });
  addEventListener('pagehide', keepTyped);
  returnFocus();
  const opener = document.querySelector('[data-bb-open]');
  if (opener) {
    waitFor(openDialog(opener.dataset.bbOpen));
  }
}

/**
 * Opens the dialog at an address. After a successful save the page is loaded anew with a confirmation, or onSaved(result, form)
 * is called instead.
 */
export async function openDialog(url, { onSaved = null } = {}) {
  if (isBusy(formShown())) {
    return;
  }
  tellKept();
  const opened = { url, onSaved, row: dialog.open ? current?.row : currentRow() };
  current = opened;
  show(message('Loading …'));
  try {
    const { text, movedTo } = await getFragment(url);
    if (movedTo) {
      goTo(movedTo);
    } else if (current === opened) {
      fill(text, opened);
    }
  } catch (error) {
    if (isNotable(url)) {
      goTo(address('/offline'));
    } else if (error.status === 401) {
      // The page itself leads to where one signs in, and back.
      reload();
    } else if (current === opened) {
      show(message(`This could not be opened. ${error.status === 404 ? 'There is nothing with this number any more.' : error.message}`));
      dialog.querySelector('[data-bb-close]').focus();
    }
  }
}

// Without a connection a new transaction can be noted on a page that the browser has kept.
const isNotable = url => !navigator.onLine && navigator.serviceWorker?.controller && /\/dialogs\/transaction(?:\?|$)/.test(url);

/** Shows content that the page has already. */
export function showDialog(title, content) {
  current = { url: null, onSaved: null, row: currentRow() };
  show(...titled(title, content));
}

/** Closes the dialog, unless it is being saved. What was typed and not saved comes back when the same form is opened again. */
export function closeDialog() {
  if (!dialog.open) {
    // It is a page of its own.
    goTo(address('/'));
  } else if (!isBusy(formShown())) {
    dialog.close();
    leave();
  }
}

const formShown = () => dialog.querySelector('form[data-bb-form]');

function leave() {
  tellKept();
  current = null;
  dialog.replaceChildren();
  becomeList();
  if (isOutdated) {
    reload();
  }
}

const keepTyped = () => current?.url && formShown() && keepDraft(formShown(), current.url);

function tellKept() {
  if (keepTyped()) {
    toast(isOpen(formShown()) ? 'It is not known whether this was saved. Open the form again and save it: it is not saved twice.' : 'Not saved. What you typed is kept until you open the form again.');
  }
}

// A page that was opened for one record is from now on the list that the record stands in.
function becomeList() {
  const place = document.querySelector('[data-bb-open]');
  if (place) {
    history.replaceState(null, '', place.dataset.bbList + location.search);
    place.remove();
  }
}

function fill(html, opened) {
  fillWith(dialog, html);
  const form = formShown();
  if (form) {
    installForm(form, result => saved(result, form, opened));
    restoreDraft(form, opened.url);
  }
  const first = dialog.querySelector('[autofocus]') ?? form?.querySelector('input:not([type=hidden]):not(:disabled), select, textarea');
  (first ?? dialog.querySelector('[data-bb-close]'))?.focus();
}

function saved(result, form, opened) {
  discardDraft(opened.url);
  const text = [result.success_message, ...(result.warnings ?? [])].join(' ');
  if (current && current !== opened) {
    toast(text, undoAction(result.change));
    return;
  }
  if (result.isAgain && !opened.onSaved && dialog.open) {
    toast(text, undoAction(result.change));
    addAnother(opened, text);
    return;
  }
  current = null;
  dialog.close();
  dialog.replaceChildren();
  if (opened.onSaved) {
    toast(text, undoAction(result.change));
    opened.onSaved(result, form);
  } else {
    toastAfterReload(text, result.change);
    rememberPlace(opened.url, opened.row);
    becomeList();
    reload();
  }
}

// The same form, empty, and above it what was saved.
async function addAnother(opened, text) {
  isOutdated = true;
  dialog.replaceChildren();
  await openDialog(nextOf(opened.url));
  const form = formShown();
  if (form) {
    showProgress(form, text);
  }
}

function show(...content) {
  dialog.replaceChildren(...content);
  if (!dialog.open) {
    dialog.showModal();
  }
}
