// What every page does: dialogs that links open, forms, shortcuts, messages that outlive a reload.
import { address } from './base.js';
import { installDialogs } from './dialogs.js';
import { installForm } from './forms.js';
import { installShortcuts } from './shortcuts.js';
import './lists.js';
import { leavePage } from './ready.js';
import { showStoredToast, toastAfterReload } from './toasts.js';

installDialogs();
installShortcuts();
showStoredToast();

// A dialog that was opened as a page of its own.
for (const form of document.querySelectorAll('main form[data-bb-form]')) {
  installForm(form, result => {
    toastAfterReload(result.success_message);
    leavePage();
    location.assign(address('/'));
  });
}
