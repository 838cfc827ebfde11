// What every page does: dialogs that links open, forms, lists, shortcuts, messages that outlive a reload.
import { openPalette } from '../features/finding/palette.js';
import { fuelFile } from '../features/fuel/fuel-file.js';
import { planned } from '../features/scheduling/planned.js';
import { spread } from '../features/spreading/spread.js';
import { installProposals } from '../features/transactions/proposals.js';
import { splits } from '../features/transactions/splits.js';
import { address } from './base.js';
import { installDialogs } from './dialogs.js';
import { installDismissing } from './dismissing.js';
import { addPart } from './form-parts.js';
import { installForm } from './forms.js';
import { installWorker } from './installing.js';
import { installMoneyFields } from './money-fields.js';
import { installPosts } from './posts.js';
import { goTo, reload } from './ready.js';
import { installSending } from './sending.js';
import { installShortcuts } from './shortcuts.js';
import { installSigningIn } from './signing-in.js';
import './choosing.js';
import './lists.js';
import { showStoredToast, toastAfterReload } from './toasts.js';
import { undoAction } from './undo.js';

addPart(splits);
addPart(fuelFile);
addPart(planned);
addPart(spread);
installSigningIn();
installMoneyFields();
installProposals();
installDialogs();
installShortcuts({ find: openPalette });
installPosts();
installDismissing();
showStoredToast(undoAction);
installSending();
installWorker();

// A dialog that was opened as a page of its own, or a form that is a part of its page.
for (const form of document.querySelectorAll('main form[data-bb-form]')) {
  installForm(form, result => {
    toastAfterReload(result.success_message, result.change);
    if (form.dataset.bbStay === undefined) {
      goTo(address('/'));
    } else {
      reload();
    }
  });
}
