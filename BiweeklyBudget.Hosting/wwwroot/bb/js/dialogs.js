// One dialog at a time, in the page's one <dialog>. Its content is a fragment that the server renders.
import { discardDraft, installForm, keepDraft, restoreDraft } from './forms.js';
import { toast, toastAfterReload } from './toasts.js';

const dialog = document.getElementById('bb-dialog');
let current = null;

/** Lets links with data-bb-dialog open their dialog, and opens the one that the page's address names. */
export function installDialogs() {
  document.addEventListener('click', event => {
    const link = event.target.closest('a[data-bb-dialog], button[data-bb-dialog]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openDialog(link.dataset.bbDialog);
    } else if (event.target.closest('[data-bb-close]')) {
      closeDialog();
    }
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      closeDialog();
    }
  });
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    closeDialog();
  });
  const opener = document.querySelector('[data-bb-open]');
  if (opener) {
    openDialog(opener.dataset.bbOpen);
  }
}

/**
 * Opens the dialog at an address. After a successful save the page is loaded anew with a confirmation, or onSaved(result, form)
 * is called instead.
 */
export async function openDialog(url, { onSaved = null } = {}) {
  const opened = { url, onSaved };
  current = opened;
  show(message('Loading …'));
  try {
    const response = await fetch(url, { headers: { Accept: 'text/html' } });
    if (!response.ok) {
      throw new Error(response.status === 404 ? 'There is nothing with this number any more.' : `The server answered ${response.status}.`);
    }
    const html = await response.text();
    if (current === opened) {
      fill(html);
    }
  } catch (error) {
    if (current === opened) {
      show(message(`This could not be opened. ${error.message}`));
    }
  }
}

/** Shows content of the page's own, such as the list of shortcuts. */
export function showDialog(title, content) {
  current = { url: null, onSaved: null };
  const head = document.createElement('div');
  head.className = 'bb-dialog-head';
  const heading = document.createElement('h2');
  heading.id = 'bb-dialog-title';
  heading.textContent = title;
  const body = document.createElement('div');
  body.className = 'bb-dialog-body';
  body.append(content);
  head.append(heading, closeButton());
  show(head, body);
}

/** Closes the dialog. What was typed and not saved comes back when the same form is opened again. */
export function closeDialog() {
  const form = dialog.querySelector('form[data-bb-form]');
  if (form && current?.url && keepDraft(form, current.url)) {
    toast('Not saved. What you typed is kept until you open the form again.');
  }
  current = null;
  dialog.close();
  dialog.replaceChildren();
}

function fill(html) {
  dialog.innerHTML = html;
  const form = dialog.querySelector('form[data-bb-form]');
  if (form) {
    installForm(form, result => saved(result, form));
    restoreDraft(form, current.url);
  }
  (dialog.querySelector('[autofocus]') ?? form?.querySelector('input:not([type=hidden]):not(:disabled), select, textarea') ?? dialog.querySelector('[data-bb-close]'))?.focus();
}

function saved(result, form) {
  const { url, onSaved } = current ?? {};
  discardDraft(url);
  current = null;
  dialog.close();
  if (onSaved) {
    toast(result.success_message);
    onSaved(result, form);
  } else {
    toastAfterReload([result.success_message, ...(result.warnings ?? [])].join(' '));
    const list = document.querySelector('[data-bb-open]')?.dataset.bbList;
    if (list) {
      location.assign(list + location.search);
    } else {
      location.reload();
    }
  }
  dialog.replaceChildren();
}

function show(...content) {
  dialog.replaceChildren(...content);
  if (!dialog.open) {
    dialog.showModal();
  }
}

function message(text) {
  const box = document.createElement('div');
  box.className = 'bb-loading';
  const line = document.createElement('p');
  line.id = 'bb-dialog-title';
  line.textContent = text;
  box.append(line, closeButton());
  return box;
}

function closeButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bb-close';
  button.dataset.bbClose = '';
  button.setAttribute('aria-label', 'Close');
  button.textContent = '×';
  return button;
}
