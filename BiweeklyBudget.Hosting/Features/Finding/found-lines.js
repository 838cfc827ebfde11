// What a line of text means, as lines to choose from. A transaction that is complete comes first; one with a question comes after what was found.

/** The lines of an answer of /ajax/find: {kind, text, detail, path}, kind being 'typed' or 'found'. */
export function linesOf({ typed, found }) {
  const lines = found.map(place => ({ kind: 'found', text: place.name, detail: place.detail === '' ? place.group : `${place.group} · ${place.detail}`, path: place.path }));
  if (typed === null) {
    return lines;
  }
  const line = { kind: 'typed', text: `Add ${typed.text}`, detail: typed.question ?? 'Enter shows it before it is saved', path: typed.path };
  return typed.question === null ? [line, ...lines] : [...lines, line];
}

/** The place that a key leads to among so many lines; null when the key is none of them. */
export function placeAfter(key, place, count) {
  switch (key) {
    case 'ArrowDown': return count === 0 ? -1 : (place + 1) % count;
    case 'ArrowUp': return count === 0 ? -1 : (place - 1 + count) % count;
    default: return null;
  }
}
