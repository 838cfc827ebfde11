// A file of items: the server says what it would do, and one click does it.
import { address } from '../../js/base.js';
import { installForm } from '../../js/forms.js';
import { postForm } from '../../js/http.js';
import { note } from '../../js/notes.js';
import { goTo } from '../../js/ready.js';
import { toastAfterReload } from '../../js/toasts.js';
import { fillWith } from '../../js/trusted.js';

const input = document.querySelector('[data-bom-file]');
const place = document.getElementById('bom-preview');
const largest = 512 * 1024;

input.addEventListener('change', () => {
  if (input.files.length > 0) {
    preview(input.files[0]);
  }
});

async function preview(file) {
  // The same file, mended, can be chosen again.
  input.value = '';
  if (file.size > largest) {
    place.replaceChildren(note('danger', `${file.name} is larger than 512 KiB.`));
    return;
  }
  const form = new FormData();
  form.append('project_id', input.dataset.project);
  form.append('csv', file, file.name);
  place.setAttribute('aria-busy', 'true');
  const reply = await postForm(address('/dialogs/bom-preview'), form, () => {});
  place.removeAttribute('aria-busy');
  if (reply.status !== 200) {
    place.replaceChildren(note('danger', reply.status === 0 ? 'The server cannot be reached.' : `${file.name} cannot be read (${reply.status}).`));
    return;
  }
  fillWith(place, reply.text);
  const confirm = document.getElementById('bom-import');
  if (confirm) {
    installForm(confirm, result => {
      toastAfterReload(result.success_message);
      goTo(input.dataset.projectPage);
    });
  }
  place.querySelector('h2').focus();
}
