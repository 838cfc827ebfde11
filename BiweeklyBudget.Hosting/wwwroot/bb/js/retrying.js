// Asking again when nobody answers. Only for what carries a key: it may have been done all the same.
const pauses = [500, 1000, 2000, 4000, 8000, 14000];
// A host that hangs or is slow takes its time, too: it is asked a second time at least.
const longest = 60000;

/** What is said meanwhile. */
export const retryText = 'Trying again: the server cannot be reached. What you typed is kept.';

/**
 * Asks until there is an answer, for about half a minute of pauses; onRetry() is called before each further time. The reply is the last one; isUnknown
 * says that it may have been done and nobody said so.
 */
export async function untilAnswered(ask, onRetry) {
  const began = performance.now();
  let reply = await ask();
  let isUnknown = leavesOpen(reply);
  for (const pause of pauses) {
    if (!isPassing(reply.status) || performance.now() - began > longest) {
      break;
    }
    onRetry?.();
    await new Promise(resolve => { setTimeout(resolve, pause); });
    reply = await ask();
    isUnknown ||= leavesOpen(reply);
  }
  return { ...reply, isUnknown: isPassing(reply.status) && isUnknown };
}

// Nobody there (0), or a server or a proxy before it that is not ready.
const isPassing = status => [0, 502, 503, 504].includes(status);

// The program itself says of a 503 whether it knows that nothing was saved.
const leavesOpen = reply => reply.status !== 503 || !reply.result?.error_message || reply.result.is_unknown === true;
