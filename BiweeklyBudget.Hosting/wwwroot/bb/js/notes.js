// The box that tells the user something; an error is read out at once.

/** A note of a level (info, success, warning, danger). */
export function note(level, ...content) {
  const box = document.createElement('div');
  box.className = `bb-note bb-note-${level}`;
  if (level === 'danger') {
    box.setAttribute('role', 'alert');
  }
  box.append(...content);
  return box;
}

/** Shows a note instead of what a place holds; returns it. */
export function say(place, level, ...content) {
  place.replaceChildren();
  return sayAlso(place, level, ...content);
}

/** Shows a note below what a place holds; returns it. */
export function sayAlso(place, level, ...content) {
  const box = note(level, ...content);
  place.append(box);
  place.scrollIntoView({ block: 'nearest' });
  return box;
}
