// What a dialog shows that the server did not render.

/** A text while something is loaded, or when that failed. */
export function message(text) {
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
