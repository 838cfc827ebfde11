import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import './page.js';
import { failureText, postForm, postJson } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/http.js';

const sent = [];
const pauses = [];
const usual = globalThis.setTimeout;

// The answers of one post after the other; the last one stays. A null is no answer at all.
function answers(...replies) {
  globalThis.setTimeout = (work, pause) => {
    pauses.push(pause);
    queueMicrotask(work);
  };
  globalThis.fetch = (url, request) => {
    sent.push({ url, ...request });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    return reply === null ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response(reply.body ?? '', { status: reply.status }));
  };
}

const keys = () => sent.map(request => request.headers['Idempotency-Key']);

afterEach(() => {
  sent.length = 0;
  pauses.length = 0;
  globalThis.setTimeout = usual;
});

describe('Posting JSON when nobody answers', () => {
  test('is tried again with the same key until somebody does', async () => {
    answers(null, { status: 502 }, { status: 503 }, { status: 504 }, { status: 200, body: '{"success":true}' });
    let times = 0;
    const reply = await postJson('/forms/x', { amount: '1' }, { onRetry: () => { times++; } });
    assert.deepEqual([reply.status, reply.result, reply.isUnknown], [200, { success: true }, false]);
    assert.deepEqual([sent.length, times], [5, 4]);
    assert.equal(new Set(keys()).size, 1);
    assert.equal(new Set(sent.map(request => request.body)).size, 1);
  });

  test('ends after about half a minute of growing pauses', async () => {
    answers(null);
    assert.equal((await postJson('/x', {})).isUnknown, true);
    assert.deepEqual(pauses, pauses.toSorted((a, b) => a - b));
    const sum = pauses.reduce((all, one) => all + one, 0);
    assert.ok(sum >= 25000 && sum <= 31000, String(sum));
  });

  test('is not tried again once there is an answer, whatever it says', async () => {
    for (const status of [200, 201, 400, 404, 409, 413, 422, 500]) {
      sent.length = 0;
      answers({ status });
      const reply = await postJson('/x', {});
      assert.deepEqual([reply.status, reply.isUnknown, sent.length], [status, false, 1]);
    }
  });

  test('counts an answer that breaks off as none', async () => {
    answers({ status: 200, body: '{"success":true}' });
    const { fetch } = globalThis;
    globalThis.fetch = async (...request) => {
      const response = await fetch(...request);
      return sent.length > 1 ? response : Object.defineProperty(response, 'text', { value: () => Promise.reject(new TypeError('network error')) });
    };
    const reply = await postJson('/x', {});
    assert.deepEqual([reply.result, sent.length], [{ success: true }, 2]);
  });

  test('believes a server that says that nothing was saved, and one that does not know', async () => {
    answers({ status: 503, body: '{"success":false,"error_message":"No database."}' });
    const known = await postJson('/x', {});
    assert.deepEqual([known.isUnknown, failureText(known)], [false, 'Not saved: No database.']);
    answers({ status: 503, body: '{"success":false,"error_message":"It is not known.","is_unknown":true}' });
    assert.equal((await postJson('/x', {})).isUnknown, true);
    answers(null, { status: 503, body: '{"success":false,"error_message":"No database."}' });
    assert.equal((await postJson('/x', {})).isUnknown, true);
  });

  test('has a fresh key each time, or the one it is given', async () => {
    answers({ status: 200 });
    await postJson('/x', {});
    await postJson('/x', {});
    await postJson('/x', {}, { key: 'mine' });
    assert.match(keys()[0], /^[0-9a-f]{32}$/);
    assert.notEqual(keys()[0], keys()[1]);
    assert.equal(keys()[2], 'mine');
  });

  test('has the status 0 when the server cannot be reached, and says that it is not known what became of it', async () => {
    answers(null);
    assert.deepEqual(await postJson('/x', {}), { status: 0, statusText: '', isOk: false, result: null, warnings: [], change: null, isUnknown: true });
  });
});

describe('Posting a form with files when nobody answers', () => {
  test('with a key is tried again with it', async () => {
    answers(null);
    globalThis.XMLHttpRequest = class {
      status = 0;
      responseText = '';
      upload = { addEventListener() {} };
      addEventListener(_, listener) { this.end = listener; }
      setRequestHeader(name, value) { sent.push({ [name]: value }); }
      getResponseHeader() { return null; }
      open() {}
      send() { this.end(); }
    };
    let times = 0;
    const reply = await postForm('/x', {}, () => {}, { key: 'mine', onRetry: () => { times++; } });
    assert.deepEqual([reply.status, reply.isUnknown, times], [0, true, 6]);
    assert.equal(sent.filter(header => header['Idempotency-Key'] === 'mine').length, 7);
  });
});
