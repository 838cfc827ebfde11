// What every page does: dialogs that links open, forms, shortcuts, messages that outlive a reload.
import { installDialogs } from './dialogs.js';
import { installShortcuts } from './shortcuts.js';
import { showStoredToast } from './toasts.js';

installDialogs();
installShortcuts();
showStoredToast();
