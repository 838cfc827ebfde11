import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import './page.js';
import { exactJson, failureText, getDocument, getExactJson, getFragment, postForm, postJson, Refusal } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/http.js';

const sent = [];
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

afterEach(() => { sent.length = 0; });

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

  test('has a person\'s words in the place of the recorded text', async () => {
    answer('{"success":true,"success_message":"Successfully saved Budget 2 in database."}', { headers: { 'X-Words': '"Saved Gro\\u00dfes."' } });
    assert.deepEqual((await postJson('/forms/budget', {})).result, { success: true, success_message: 'Saved Großes.' });
    answer('{"success":false,"error_message":"Transaction 5 is already reconciled; cannot be edited."}', { headers: { 'X-Words': '"\\"Coffee\\" is reconciled."' } });
    assert.equal(failureText(await postJson('/forms/transaction', {})), 'Not saved: "Coffee" is reconciled.');
  });

  test('has them for what is wrong with fields, too', async () => {
    answer('{"success":false,"errors":{"date":["Transactions must have a date"],"amount":["Amount cannot be zero"],"notes":[]}}', { headers: { 'X-Field-Words': '{"date":["Please enter a day."]}' } });
    assert.deepEqual((await postJson('/forms/x', {})).result.errors, { date: ['Please enter a day.'], amount: ['Amount cannot be zero'], notes: [] });
  });

  test('has no warnings when none came', async () => {
    answer('{}');
    assert.deepEqual((await postJson('/x', {})).warnings, []);
  });

  test('brings back the number of the change, if anything was changed', async () => {
    answer('{"success":true}', { headers: { 'X-Change-Id': '31' } });
    assert.equal((await postJson('/x', {})).change, 31);
    answer('{"success":true}');
    assert.equal((await postJson('/x', {})).change, null);
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
});

describe('What is said of something that was not saved', () => {
  test('is that it is not known, and that trying again is safe, when the server cannot be reached', () => {
    const text = failureText({ status: 0, result: null });
    assert.match(text, /^The server cannot be reached\. It is not known whether this was saved\. .* to save the same again is safe.* look whether it is there\.$/);
    assert.equal(failureText({ status: 503, isUnknown: true, result: { error_message: 'No database.' } }), text);
  });
  test('is that the first try was saved when another one came with its key', () => {
    assert.match(failureText({ status: 422, result: { error_message: 'Key.' } }), /^What you entered at first was saved after all, and these changes were not/);
  });
  test('is what the server says', () => {
    const reply = { status: 400, result: { error_message: 'Account 3 is closed.' } };
    assert.equal(failureText(reply), 'Not saved: Account 3 is closed.');
    assert.equal(failureText(reply, 'Error'), 'Error: Account 3 is closed.');
  });
  test('is the status when the server says nothing', () => {
    assert.equal(failureText({ status: 500, result: null }), 'Not saved: the server answered 500.');
    assert.equal(failureText({ status: 400, result: { success: false } }), 'Not saved: the server answered 400.');
  });
});

describe('Fetching', () => {
  test('a fragment brings its text', async () => {
    answer('<p>Hello</p>');
    assert.deepEqual(await getFragment('/dialogs/x'), { text: '<p>Hello</p>', movedTo: null });
    assert.equal(sent[0].headers.Accept, 'text/html');
  });

  test('what is asked for stands in a header, never in an address that a proxy writes into its log', async () => {
    answer('<p>Hello</p>');
    await getFragment('/dialogs/transaction?description=Zoë & co&amount=12.50');
    assert.deepEqual([sent[0].url, sent[0].headers['X-Query']], ['/dialogs/transaction', 'description=Zo%C3%AB%20&%20co&amount=12.50']);
    answer('{}');
    await getExactJson('/ajax/find?q=rent');
    assert.deepEqual([sent[1].url, sent[1].headers['X-Query']], ['/ajax/find', 'q=rent']);
    answer('{}');
    await getExactJson('/ajax/find');
    assert.equal('X-Query' in sent[2].headers, false);
  });

  test('a fragment says where the server sent us instead, whatever was there', async () => {
    answer('', { status: 500, redirectedTo: 'http://localhost/login' });
    assert.deepEqual(await getFragment('/dialogs/x'), { text: '', movedTo: 'http://localhost/login' });
  });

  test('a fragment that is not there fails with its status', async () => {
    answer('gone', { status: 404 });
    await assert.rejects(getFragment('/dialogs/x'), error => error instanceof Refusal && error.status === 404 && error.message === 'The server answered 404.');
  });

  test('JSON brings its numbers as they were sent', () => {
    assert.deepEqual(
      exactJson('{"data":[{"a b":99999999999999.9999,"c":-0.0001,"date":"2017-07-21"},{"c":null,"d":true}],"keys":["1.5","say \\"2\\"",1e2]}'),
      { data: [{ 'a b': '99999999999999.9999', c: '-0.0001', date: '2017-07-21' }, { c: null, d: true }], keys: ['1.5', 'say "2"', '1e2'] });
  });

  test('JSON brings the value', async () => {
    answer('{"data":[],"keys":["a"]}');
    assert.deepEqual(await getExactJson('/ajax/x'), { data: [], keys: ['a'] });
    assert.equal(sent[0].headers.Accept, 'application/json');
  });

  test('JSON fails with the status or, out of reach, with the browser\'s words', async () => {
    answer('no', { status: 503 });
    await assert.rejects(getExactJson('/ajax/x'), { message: 'The server answered 503.' });
    cutOff();
    await assert.rejects(getExactJson('/ajax/x'), { message: 'Failed to fetch' });
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
      status = status;
      responseText = responseText;
      upload = { addEventListener: (_, listener) => { this.progress = listener; } };
      addEventListener(_, listener) { this.end = listener; }
      open(method, url) { sent.push({ method, url }); }
      getResponseHeader(name) { return status === 200 && name === 'X-Change-Id' ? '31' : null; }
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
    assert.deepEqual(reply, { status: 200, text: '{"count_new":3}', result: { count_new: 3 }, change: 31 });
  });

  test('has the status 0 and no result when the server cannot be reached', async () => {
    upload({ status: 0, responseText: '', progress: [] });
    assert.deepEqual(await postForm('/x', {}, () => {}), { status: 0, text: '', result: null, change: null });
  });
});
