// What every page does: dialogs that links open, forms, lists, shortcuts, messages that outlive a reload.
import { fuelFile } from '../features/fuel/fuel-file.js';
import { splits } from '../features/transactions/splits.js';
import { address } from './base.js';
import { installDialogs } from './dialogs.js';
import { installDismissing } from './dismissing.js';
import { addPart } from './form-parts.js';
import { installForm } from './forms.js';
import { installWorker } from './installing.js';
import { installPosts } from './posts.js';
import { goTo } from './ready.js';
import { installSending } from './sending.js';
import { installShortcuts } from './shortcuts.js';
import './choosing.js';
import './lists.js';
import { showStoredToast, toastAfterReload } from './toasts.js';
import { undoAction } from './undo.js';

addPart(splits);
addPart(fuelFile);
installDialogs();
installShortcuts();
installPosts();
installDismissing();
showStoredToast(undoAction);
installSending();
installWorker();

// A dialog that was opened as a page of its own.
for (const form of document.querySelectorAll('main form[data-bb-form]')) {
  installForm(form, result => {
    toastAfterReload(result.success_message, result.change);
    goTo(address('/'));
  });
}
