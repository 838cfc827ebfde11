// Keys with which the server does a thing once, however often it is asked for (the header Idempotency-Key).

/** A fresh key. */
export const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** The key of what an element saves: the same one until it is known what became of it. */
export const keyOf = element => element.dataset.requestKey ??= newKey();

/** Takes a reply to what was sent with an element's key: unless it leaves open what became of it, the next thing gets a key of its own. */
export function settle(element, reply) {
  if (!reply.isUnknown) {
    forgetKey(element);
  }
}

/** Whether something was sent with an element's key and it is not known what became of it. */
export const isOpen = element => element.dataset.requestKey !== undefined;

export function forgetKey(element) {
  delete element.dataset.requestKey;
}
