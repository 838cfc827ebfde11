import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import './page.js';
import { failureText, getDocument, getFragment, getJson, postForm, postJson, Refusal } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/http.js';

const sent = [];
const pauses = [];
const usual = globalThis.setTimeout;
function answer(body, { status = 200, headers = {}, redirectedTo = null } = {}) {
  globalThis.fetch = (url, request) => {
    sent.push({ url, ...request });
    const response = new Response(body, { status, headers });
    if (redirectedTo) {
      Object.defineProperties(response, { redirected: { value: true }, url: { value: redirectedTo } });
    }
    return Promise.resolve(response);
  };
}

function cutOff() {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
}

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

describe('Posting JSON', () => {
  test('sends it as the HTTP interface takes it', async () => {
    answer('{"success":true}');
    await postJson('/forms/x', { amount: '12.50', is_active: true });
    assert.equal(sent[0].url, '/forms/x');
    assert.equal(sent[0].method, 'POST');
    assert.equal(sent[0].headers['Content-Type'], 'application/json');
    assert.deepEqual(JSON.parse(sent[0].body), { amount: '12.50', is_active: true });
  });

  test('brings back what the server said and its warnings', async () => {
    answer('{"success":true,"trans_id":7}', { headers: { 'X-Save-Warnings': '["Too early.","Too much."]' } });
    const reply = await postJson('/forms/x', {});
    assert.deepEqual([reply.status, reply.isOk], [200, true]);
    assert.deepEqual(reply.result, { success: true, trans_id: 7 });
    assert.deepEqual(reply.warnings, ['Too early.', 'Too much.']);
  });

  test('has no warnings when none came', async () => {
    answer('{}');
    assert.deepEqual((await postJson('/x', {})).warnings, []);
  });

  test('brings back errors of an error status', async () => {
    answer('{"success":false,"errors":{"name":["Taken."]}}', { status: 400 });
    const reply = await postJson('/x', {});
    assert.deepEqual([reply.status, reply.isOk, reply.result.errors.name], [400, false, ['Taken.']]);
  });

  test('has no result when no JSON came back', async () => {
    answer('<h1>Error</h1>', { status: 500 });
    const reply = await postJson('/x', {});
    assert.deepEqual([reply.status, reply.result], [500, null]);
  });

  test('has the status 0 when the server cannot be reached, and says that it is not known what became of it', async () => {
    answers(null);
    assert.deepEqual(await postJson('/x', {}), { status: 0, statusText: '', isOk: false, result: null, warnings: [], isUnknown: true });
  });
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
    assert.deepEqual([known.isUnknown, failureText(known)], [false, 'Server Error: No database.']);
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
});

describe('What is said of something that was not saved', () => {
  test('is that it is not known, and that trying again is safe, when the server cannot be reached', () => {
    const text = failureText({ status: 0, result: null });
    assert.match(text, /^Error submitting form: the server cannot be reached\. It is not known whether this was saved\. .* to save the same again is safe.* look whether it is there\.$/);
    assert.equal(failureText({ status: 503, isUnknown: true, result: { error_message: 'No database.' } }), text);
  });
  test('is that the first try was saved when another one came with its key', () => {
    assert.match(failureText({ status: 422, result: { error_message: 'Key.' } }), /^What you entered at first was saved after all, and these changes were not/);
  });
  test('is what the server says', () => {
    const reply = { status: 400, result: { error_message: 'Account 3 is closed.' } };
    assert.equal(failureText(reply), 'Server Error: Account 3 is closed.');
    assert.equal(failureText(reply, 'Error'), 'Error: Account 3 is closed.');
  });
  test('is the status when the server says nothing', () => {
    assert.equal(failureText({ status: 500, result: null }), 'Error submitting form: 500');
    assert.equal(failureText({ status: 400, result: { success: false } }), 'Error submitting form: 400');
  });
});

describe('Fetching', () => {
  test('a fragment brings its text', async () => {
    answer('<p>Hello</p>');
    assert.deepEqual(await getFragment('/dialogs/x'), { text: '<p>Hello</p>', movedTo: null });
    assert.equal(sent[0].headers.Accept, 'text/html');
  });

  test('a fragment says where the server sent us instead, whatever was there', async () => {
    answer('', { status: 500, redirectedTo: 'http://localhost/login' });
    assert.deepEqual(await getFragment('/dialogs/x'), { text: '', movedTo: 'http://localhost/login' });
  });

  test('a fragment that is not there fails with its status', async () => {
    answer('gone', { status: 404 });
    await assert.rejects(getFragment('/dialogs/x'), error => error instanceof Refusal && error.status === 404 && error.message === 'The server answered 404.');
  });

  test('JSON brings the value', async () => {
    answer('{"data":[],"keys":["a"]}');
    assert.deepEqual(await getJson('/ajax/x'), { data: [], keys: ['a'] });
    assert.equal(sent[0].headers.Accept, 'application/json');
  });

  test('JSON fails with the status or, out of reach, with the browser\'s words', async () => {
    answer('no', { status: 503 });
    await assert.rejects(getJson('/ajax/x'), { message: 'The server answered 503.' });
    cutOff();
    await assert.rejects(getJson('/ajax/x'), { message: 'Failed to fetch' });
  });

  test('a page brings a document and fails like the others', async () => {
    globalThis.DOMParser = class {
      parseFromString(text, type) {
        return { text, type };
      }
    };
    answer('<main></main>');
    assert.deepEqual(await getDocument('/ofx'), { text: '<main></main>', type: 'text/html' });
    answer('', { status: 500 });
    await assert.rejects(getDocument('/ofx'), Refusal);
  });
});

describe('Posting a form with files', () => {
  function upload({ status, responseText, progress }) {
    globalThis.XMLHttpRequest = class {
      setRequestHeader(name, value) { sent.push({ [name]: value }); }
      status = status;
      responseText = responseText;
      upload = { addEventListener: (_, listener) => { this.progress = listener; } };
      addEventListener(_, listener) { this.end = listener; }
      open(method, url) { sent.push({ method, url }); }
      send() {
        progress.forEach(one => this.progress(one));
        this.end();
      }
    };
  }

  test('tells how much was sent, where that is known, and brings back text and JSON', async () => {
    upload({ status: 200, responseText: '{"count_new":3}', progress: [{ lengthComputable: true, loaded: 10, total: 40 }, { lengthComputable: false }, { lengthComputable: true, loaded: 40, total: 40 }] });
    const steps = [];
    const reply = await postForm('/ajax/x', {}, (done, total) => steps.push([done, total]));
    assert.deepEqual(sent[0], { method: 'POST', url: '/ajax/x' });
    assert.deepEqual(steps, [[10, 40], [40, 40]]);
    assert.deepEqual(reply, { status: 200, text: '{"count_new":3}', result: { count_new: 3 } });
  });

  test('has the status 0 and no result when the server cannot be reached', async () => {
    upload({ status: 0, responseText: '', progress: [] });
    assert.deepEqual(await postForm('/x', {}, () => {}), { status: 0, text: '', result: null });
  });

  test('with a key is tried again with it', async () => {
    answers(null);
    upload({ status: 0, responseText: '', progress: [] });
    let times = 0;
    const reply = await postForm('/x', {}, () => {}, { key: 'mine', onRetry: () => { times++; } });
    assert.deepEqual([reply.status, reply.isUnknown, times], [0, true, 6]);
    assert.equal(sent.filter(header => header['Idempotency-Key'] === 'mine').length, 7);
  });
});
