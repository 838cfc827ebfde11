// The list of projects: adding one below it, and taking one up or putting it aside at once.
import { address } from '../../js/base.js';
import { installForm } from '../../js/forms.js';
import { failureText, postJson } from '../../js/http.js';
import { say } from '../../js/notes.js';
import { renew } from '../../js/parts.js';
import { retryText } from '../../js/retrying.js';
import { toast } from '../../js/toasts.js';

install();
document.addEventListener('click', event => {
  const button = event.target.closest('[data-project-action]');
  if (button && !button.disabled) {
    activate(button);
  }
});

// After a save the form comes anew from the server, empty.
function install() {
  installForm(document.getElementById('add_project_frm'), async result => {
    toast(result.success_message);
    await renew(location.href, '#project-totals', '[data-bb-list-part]', '#project-add');
    install();
    document.querySelector('#add_project_frm [name=name]').focus();
  });
}

async function activate(button) {
  const { project, projectAction } = button.dataset;
  button.disabled = true;
  const reply = await postJson(address('/forms/projects'), { action: projectAction, id: project }, { onRetry: () => toast(retryText) });
  button.disabled = false;
  if (!reply.result?.success) {
    say(document.getElementById('bb-messages'), 'danger', failureText(reply));
    return;
  }
  toast(reply.result.success_message);
  await renew(location.href, '#project-totals', '[data-bb-list-part]');
  document.querySelector(`[data-project="${project}"]`)?.focus();
}
