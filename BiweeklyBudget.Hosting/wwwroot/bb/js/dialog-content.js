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

/** A head with a title, and a body. */
export function titled(title, content) {
  const head = document.createElement('div');
  head.className = 'bb-dialog-head';
  const heading = document.createElement('h2');
  heading.id = 'bb-dialog-title';
  heading.textContent = title;
  const body = document.createElement('div');
  body.className = 'bb-dialog-body';
  body.append(content);
  head.append(heading, closeButton());
  return [head, body];
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
