// Parts of a form that only some choices need: data-bb-when="type=weekly" or "is_split=true". Hidden parts are not sent.

/** Shows and hides the parts now and at every change. */
export function installConditions(form) {
  const update = () => {
    for (const part of form.querySelectorAll('[data-bb-when]')) {
      const isShown = isMet(part.dataset.bbWhen, name => valueOf(form, name));
      part.hidden = !isShown;
      part.disabled = !isShown;
    }
  };
  form.addEventListener('change', update);
  form.addEventListener('bb:restored', update);
  update();
}

/** Whether a condition, "name=value" or "name=value|value", is met; valueIn(name) is the text of what is chosen. */
export function isMet(condition, valueIn) {
  const [name, wanted] = condition.split('=');
  return wanted.split('|').includes(valueIn(name));
}

function valueOf(form, name) {
  const field = form.elements[name] ?? form.querySelector(`[data-bb-switch="${CSS.escape(name)}"]`);
  return field instanceof HTMLInputElement && field.type === 'checkbox' ? String(field.checked) : field?.value;
}
