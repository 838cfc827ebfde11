// The file of an import of fills, as a part of its form: its text is what is sent, once the server has shown what is in it.
import { address } from '../../js/base.js';
import { postForm } from '../../js/http.js';
import { note } from '../../js/notes.js';
import { waitFor } from '../../js/ready.js';
import { fillWith } from '../../js/trusted.js';
import { importText, refusal } from './fuel-texts.js';

const texts = new WeakMap();

export const fuelFile = {
  selector: '[data-fuel-file]',
  install,
  name: () => 'csv',
  value: (form, part) => texts.get(part) ?? '',
  // A file is chosen anew; a browser lets nobody choose it for the user.
  typed: () => [],
  restore() {},
};

function install(form, part) {
  offer(form, 0);
  part.querySelector('input[type=file]').addEventListener('change', event => waitFor(preview(form, part, event.target.files[0])));
}

async function preview(form, part, file) {
  const place = part.querySelector('[data-fuel-preview]');
  texts.delete(part);
  offer(form, 0);
  place.replaceChildren();
  if (!file) {
    return;
  }
  const text = await file.text();
  const problem = refusal(file.size, text);
  if (problem) {
    place.append(note('danger', problem));
    return;
  }
  const body = new FormData();
  body.append('csv', text);
  const reply = await postForm(address('/dialogs/fuel-preview'), body, () => {});
  if (reply.status !== 200) {
    place.append(note('danger', `The file could not be read: ${reply.status === 0 ? 'the server cannot be reached.' : reply.status}`));
    return;
  }
  fillWith(place, reply.text);
  texts.set(part, text);
  offer(form, Number(place.querySelector('[data-fuel-new]')?.dataset.fuelNew ?? 0));
}

function offer(form, count) {
  const save = form.querySelector('[type=submit]');
  save.disabled = count === 0;
  save.textContent = importText(count);
}
