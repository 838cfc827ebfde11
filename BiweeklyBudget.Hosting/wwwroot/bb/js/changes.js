// The changes that were saved from this window, by their numbers in the record, the last one last: what Ctrl+Z takes back, and what Ctrl+Shift+Z does again.
const most = 50;

/** Two stacks in a storage, under a name of their own for each book. */
export function changesIn(storage, book) {
  const [done, undone] = [`bb-done:${book}`, `bb-undone:${book}`];
  const read = name => JSON.parse(storage.getItem(name) ?? '[]');
  const write = (name, ids) => storage.setItem(name, JSON.stringify(ids.slice(-most)));
  const without = (name, id) => write(name, read(name).filter(other => other !== id));
  return {
    /** Something was saved. What was taken back before cannot be done again in its order. */
    saved(id) {
      write(done, [...read(done), id]);
      write(undone, []);
    },

    /** A change was taken back, by another one; or what took one back was, which does that one again. */
    takenBack(id, by, isRedo = read(undone).includes(id)) {
      without(done, id);
      without(undone, id);
      const name = isRedo ? done : undone;
      write(name, [...read(name), by]);
    },

    /** Whether it is known to have taken another one back. */
    isUndo: id => read(undone).includes(id),

    /** It cannot be taken back. */
    forget(id) {
      without(done, id);
      without(undone, id);
    },

    /** The last one that can be taken back, or null. */
    lastDone: () => read(done).at(-1) ?? null,

    /** The last undo that can be taken back, or null. */
    lastUndone: () => read(undone).at(-1) ?? null,
  };
}
