// The page's table of keys: the server writes it, so that what is listed and what works are one thing.

/** Actions by key, from a text such as "a:add Ctrl+K:find". */
export const keysIn = text => new Map(text.split(' ').filter(part => part !== '').map(part => {
  const end = part.lastIndexOf(':');
  return [part.slice(0, end), part.slice(end + 1)];
}));

/** The name of the key that an event tells, as the table has it; null for a combination that no table has. */
export function signOf(event) {
  if (event.altKey) {
    return null;
  }
  // A letter is the same one with Caps Lock only where another key is held down, too.
  return event.ctrlKey || event.metaKey ? (event.shiftKey ? null : `Ctrl+${event.key.toUpperCase()}`) : event.key;
}
