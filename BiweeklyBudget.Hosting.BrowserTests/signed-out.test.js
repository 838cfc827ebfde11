import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import './page.js';
import { failureText, getExactJson, getFragment, postFields, postJson, whenSignedOut } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/http.js';

const sent = [];

describe('Who is not signed in any more', () => {
  const answers = [];
  function answerInTurn(...statuses) {
    answers.splice(0, answers.length, ...statuses);
    globalThis.fetch = (url, request) => {
      sent.push({ url, ...request });
      const status = answers.shift();
      return Promise.resolve(new Response(status === 200 ? '{"success":true}' : '{"error_message":"You are not signed in."}', { status }));
    };
  }
  afterEach(() => whenSignedOut(null));

  test('is asked, and then the same is sent with the same key', async () => {
    answerInTurn(401, 200);
    let asked = 0;
    whenSignedOut(() => Promise.resolve((asked += 1) === 1));
    const before = sent.length;
    const reply = await postJson('/forms/x', { a: 1 }, { key: 'k1' });
    assert.deepEqual([reply.status, reply.result, asked], [200, { success: true }, 1]);
    assert.deepEqual(sent.slice(before).map(one => [one.url, one.body, one.headers['Idempotency-Key']]), [['/forms/x', '{"a":1}', 'k1'], ['/forms/x', '{"a":1}', 'k1']]);
  });

  test('and does not want to, is told that nothing was saved', async () => {
    answerInTurn(401);
    whenSignedOut(() => Promise.resolve(false));
    const reply = await postJson('/forms/x', {});
    assert.equal(reply.status, 401);
    assert.match(failureText(reply), /^You are not signed in any more/);
  });

  test('reads on after signing in', async () => {
    answerInTurn(401, 200);
    whenSignedOut(() => Promise.resolve(true));
    assert.equal((await getFragment('/dialogs/x')).text, '{"success":true}');
  });

  test('is not asked by what the page does by itself', async () => {
    whenSignedOut(() => assert.fail('asked'));
    answerInTurn(401, 401, 401);
    await assert.rejects(() => getFragment('/dialogs/transaction-proposals', { isQuiet: true }), { status: 401 });
    await assert.rejects(() => getExactJson('/ajax/chart-data/x', { isQuiet: true }), { status: 401 });
    assert.equal((await postJson('/forms/transaction', {}, { isQuiet: true })).status, 401);
  });

  test('is not asked by what signs in itself', async () => {
    answerInTurn(401);
    whenSignedOut(() => assert.fail('asked'));
    const reply = await postFields('/sign-in', { name: 'ann', code: 'a&b' });
    assert.equal(reply.status, 401);
    assert.equal(String(sent.at(-1).body), 'name=ann&code=a%26b');
  });
});
