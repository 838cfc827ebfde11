// The one place that talks to the server: it posts, fetches and reads what comes back. The page is not ready meanwhile.
import { waitFor } from './ready.js';
import { newKey } from './request-keys.js';
import { untilAnswered } from './retrying.js';
import { parsePage } from './trusted.js';

/** The server answered with an error what was to be fetched. */
export class Refusal extends Error {
  constructor(status) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}

const changeHeader = 'X-Change-Id';
// What a person is told: the texts of the body are those that scripts know.
const wordsHeader = 'X-Words';
const fieldWordsHeader = 'X-Field-Words';

function inWords(result, words, fieldWords) {
  const said = result && words ? { ...result, [result.success ? 'success_message' : 'error_message']: JSON.parse(words) } : result;
  return said?.errors && fieldWords ? { ...said, errors: { ...said.errors, ...JSON.parse(fieldWords) } } : said;
}

const changeIn = header => (header ? Number(header) : null);

// Asks whoever is not signed in any more to sign in, and says whether he is.
let signIn = null;

/** Says what asks whoever is not signed in any more: asks() resolves to whether the same user is signed in now. What was answered 401 is then asked for again. */
export function whenSignedOut(asks) {
  signIn = asks;
}

// Only for what the person did: what the page does by itself – a chart, an offer beside a form, what waited for a connection – is quiet, for a dialog would come out of nothing.
async function signedIn(work, isQuiet = false) {
  const reply = await work();
  return reply.status === 401 && !isQuiet && signIn && await signIn() ? signedIn(work) : reply;
}

// A host that is frozen does not answer, nor does it hang up.
const patience = 30000;

/**
 * Posts JSON with a key, by itself several times when nobody answers: the server does it once. onRetry() is called before each further time; the key
 * is a fresh one unless what was sent with another may have been saved. The reply has the status (0: the server cannot be reached) and its text,
 * the JSON that came back as result (null when it is none), the warnings about something that was saved all the same, and isUnknown: nobody
 * said whether it was saved. change is the number of the change that it was recorded as, or null.
 */
export function postJson(url, body, { key = newKey(), onRetry, isQuiet = false } = {}) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'Idempotency-Key': key };
  const text = JSON.stringify(body);
  return waitFor(signedIn(() => untilAnswered(() => send(url, { method: 'POST', headers, body: text, signal: AbortSignal.timeout(patience) }), onRetry), isQuiet));
}

/** Posts the fields of a form once, to where nothing is saved that could be saved twice. */
export const postFields = (url, fields) => waitFor(send(url, { method: 'POST', headers: { Accept: 'application/json' }, body: new URLSearchParams(fields), signal: AbortSignal.timeout(patience) }));

// An answer that breaks off is none: what it would have said is not known.
async function send(url, request) {
  try {
    const response = await fetch(url, request);
    return {
      status: response.status,
      statusText: response.statusText,
      isOk: response.ok,
      result: inWords(parse(await response.text()), response.headers.get(wordsHeader), response.headers.get(fieldWordsHeader)),
      warnings: JSON.parse(response.headers.get('X-Save-Warnings') ?? '[]'),
      change: changeIn(response.headers.get(changeHeader)),
    };
  } catch {
    return { status: 0, statusText: '', isOk: false, result: null, warnings: [], change: null };
  }
}

/** Why something that was posted was not saved, in the words of every form; what the server says follows the lead. */
export function failureText(reply, lead = 'Not saved') {
  if (reply.isUnknown || reply.status === 0) {
    return 'The server cannot be reached. It is not known whether this was saved. What you typed is kept: to save the same again is safe, it is not saved twice. Before you enter it anew elsewhere, look whether it is there.';
  }
  if (reply.status === 401) {
    return 'You are not signed in any more, and this was not saved. What you typed is kept: sign in in another tab, come back, and save again.';
  }
  if (reply.status === 422) {
    return 'What you entered at first was saved after all, and these changes were not: close this, and edit what was saved.';
  }
  return reply.result?.error_message ? `${lead}: ${reply.result.error_message}` : `Not saved: the server answered ${reply.status}.`;
}

/**
 * Posts a form with files; onProgress(sent, total) is called while they are sent. The reply has the status (0: the server cannot be
 * reached), the text, and the same as JSON in result (null when it is none). With a key it is sent again as JSON is, and isUnknown says the same.
 */
export function postForm(url, form, onProgress, { key = null, onRetry } = {}) {
  return waitFor(signedIn(() => (key === null ? upload(url, form, onProgress, {}) : untilAnswered(() => upload(url, form, onProgress, { 'Idempotency-Key': key }), onRetry))));
}

function upload(url, form, onProgress, headers) {
  return new Promise(resolve => {
    // fetch cannot say how much of a large file has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) {
        onProgress(event.loaded, event.total);
      }
    });
    request.addEventListener('loadend', () => resolve({ status: request.status, text: request.responseText, result: inWords(parse(request.responseText), request.getResponseHeader(wordsHeader), request.getResponseHeader(fieldWordsHeader)), change: changeIn(request.getResponseHeader(changeHeader)) }));
    request.send(form);
  });
}

/** Fetches a fragment of a page as text; movedTo is another address that the server sent us to instead, or null. */
export const getFragment = (url, { isQuiet = false } = {}) => waitFor(fetchFragment(url, isQuiet));

/** Fetches a page as a document, for parts of it. */
export const getDocument = url => waitFor(fetchDocument(url));

/** Fetches JSON; its numbers come as the texts that were sent, because a binary number does not hold every amount of money. */
export const getExactJson = (url, { isQuiet = false } = {}) => waitFor(fetchExactJson(url, isQuiet));

// What is asked for goes in a header: proxies write addresses into their logs, and this is somebody's money.
function ask(url, type, isQuiet = false) {
  const [path] = url.split('?');
  const { search } = new URL(url, 'http://localhost');
  return signedIn(() => fetch(path, { headers: search === '' ? { Accept: type } : { Accept: type, 'X-Query': search.slice(1) } }), isQuiet);
}

async function fetchFragment(url, isQuiet) {
  const response = await ask(url, 'text/html', isQuiet);
  return response.redirected ? { text: '', movedTo: response.url } : { text: await read(response).text(), movedTo: null };
}

async function fetchDocument(url) {
  const response = await ask(url, 'text/html');
  return parsePage(await read(response).text());
}

async function fetchExactJson(url, isQuiet) {
  const response = await ask(url, 'application/json', isQuiet);
  return exactJson(await read(response).text());
}

/** JSON with its numbers as the texts that stand there. */
export const exactJson = text => JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, token => (token.startsWith('"') ? token : `"${token}"`)));

function read(response) {
  if (!response.ok) {
    throw new Refusal(response.status);
  }
  return response;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
