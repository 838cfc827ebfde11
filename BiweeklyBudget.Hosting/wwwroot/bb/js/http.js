// The one place that talks to the server: it posts, fetches and reads what comes back. The page is not ready meanwhile.
import { waitFor } from './ready.js';

/** The server answered with an error what was to be fetched. */
export class Refusal extends Error {
  constructor(status) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}

/**
 * Posts JSON. The reply has the status (0: the server cannot be reached) and its text, the JSON that came back as result (null when
 * it is none), and the warnings about something that was saved all the same.
 */
export function postJson(url, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  return waitFor(send(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function send(url, request) {
  try {
    const response = await fetch(url, request);
    return {
      status: response.status,
      statusText: response.statusText,
      isOk: response.ok,
      result: parse(await response.text().catch(() => '')),
      warnings: JSON.parse(response.headers.get('X-Save-Warnings') ?? '[]'),
    };
  } catch {
    return { status: 0, statusText: '', isOk: false, result: null, warnings: [] };
  }
}

/** Why something that was posted was not saved, in the words of every form; what the server says follows the lead. */
export function failureText(reply, lead = 'Server Error') {
  if (reply.status === 0) {
    return 'Error submitting form: the server cannot be reached. Nothing was lost; please try again.';
  }
  return reply.result?.error_message ? `${lead}: ${reply.result.error_message}` : `Error submitting form: ${reply.status}`;
}

/**
 * Posts a form with files; onProgress(sent, total) is called while they are sent. The reply has the status (0: the server cannot be
 * reached), the text, and the same as JSON in result (null when it is none).
 */
export function postForm(url, form, onProgress) {
  return waitFor(new Promise(resolve => {
    // fetch cannot say how much of a large file has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) {
        onProgress(event.loaded, event.total);
      }
    });
    request.addEventListener('loadend', () => resolve({ status: request.status, text: request.responseText, result: parse(request.responseText) }));
    request.send(form);
  }));
}

/** Fetches a fragment of a page as text; movedTo is another address that the server sent us to instead, or null. */
export const getFragment = url => waitFor(fetchFragment(url));

/** Fetches a page as a document, for parts of it. */
export const getDocument = url => waitFor(fetchDocument(url));

/** Fetches JSON; its numbers come as the texts that were sent, because a binary number does not hold every amount of money. */
export const getExactJson = url => waitFor(fetchExactJson(url));

async function fetchFragment(url) {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  return response.redirected ? { text: '', movedTo: response.url } : { text: await read(response).text(), movedTo: null };
}

async function fetchDocument(url) {
  const response = await fetch(url, { headers: { Accept: 'text/html' } });
  return new DOMParser().parseFromString(await read(response).text(), 'text/html');
}

async function fetchExactJson(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
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
