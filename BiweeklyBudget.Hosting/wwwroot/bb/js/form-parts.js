// Parts of a form that are more than fields, such as the rows of a split. A feature says how its kind of part works.
const kinds = [];

/**
 * Adds a kind of part: {selector, install(form, part), name(part), value(form, part), typed(part), restore(part, typed)}.
 * name and value are what is sent, typed is what a draft keeps.
 */
export function addPart(kind) {
  kinds.push(kind);
}

/** Makes the parts of a form work. */
export function installParts(form) {
  for (const [kind, part] of partsOf(form)) {
    kind.install(form, part);
  }
}

/** What the parts send, by name. */
export const valuesOfParts = form => Object.fromEntries(partsOf(form).map(([kind, part]) => [kind.name(part), kind.value(form, part)]));

/** What was typed into the parts. */
export const typedInParts = form => partsOf(form).map(([kind, part]) => kind.typed(part));

/** Brings back what was typed into the parts. */
export function restoreParts(form, typed) {
  partsOf(form).forEach(([kind, part], i) => kind.restore(part, typed[i] ?? []));
}

const partsOf = form => kinds.flatMap(kind => [...form.querySelectorAll(kind.selector)].map(part => [kind, part]));
