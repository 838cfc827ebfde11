import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { answerOf, askFor, bytesOf, creationOptions, isOffered, reasonOf, requestOptions, textOf } from '../BiweeklyBudget.Hosting/wwwroot/bb/js/passkeys.js';

const bufferOf = (...bytes) => new Uint8Array(bytes).buffer;
afterEach(() => {
  delete globalThis.PublicKeyCredential;
});

describe('base64url', () => {
  // RFC 4648 §10, and the two letters that differ from base64.
  const known = [['', []], ['Zg', [0x66]], ['Zm8', [0x66, 0x6f]], ['Zm9v', [0x66, 0x6f, 0x6f]], ['-_-_', [0xfb, 0xff, 0xbf]]];
  for (const [text, bytes] of known) {
    test(`"${text}" is ${bytes.length} bytes, and back`, () => {
      assert.deepEqual([...bytesOf(text)], bytes);
      assert.equal(textOf(bufferOf(...bytes)), text);
    });
  }

  test('is read with padding too', () => assert.deepEqual([...bytesOf('Zg==')], [0x66]));

  test('holds any number of bytes', () => {
    const all = Uint8Array.from({ length: 100000 }, (_, i) => i % 256);
    assert.deepEqual(bytesOf(textOf(all.buffer)), all);
  });
});

describe('The options of the server', () => {
  const creation = {
    rp: { id: 'localhost', name: 'localhost' }, user: { id: 'Zm9v', name: 'ann', displayName: 'ann' }, challenge: 'Zg', timeout: 300000,
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }], excludeCredentials: [{ type: 'public-key', id: 'Zm8', transports: ['internal'] }],
  };

  test('to make a passkey have bytes where the browser wants them', () => {
    assert.deepEqual(creationOptions(creation), {
      ...creation, user: { ...creation.user, id: new Uint8Array([0x66, 0x6f, 0x6f]) }, challenge: new Uint8Array([0x66]),
      excludeCredentials: [{ type: 'public-key', id: new Uint8Array([0x66, 0x6f]), transports: ['internal'] }],
    });
  });

  test('to ask for one too, also when any will do', () => {
    assert.deepEqual(requestOptions({ rpId: 'localhost', challenge: 'Zg', userVerification: 'required' }), { rpId: 'localhost', challenge: new Uint8Array([0x66]), userVerification: 'required', allowCredentials: [] });
  });

  test('are read by the browser where it can', () => {
    globalThis.PublicKeyCredential = { parseCreationOptionsFromJSON: json => ['create', json], parseRequestOptionsFromJSON: json => ['get', json] };
    assert.deepEqual([creationOptions(1), requestOptions(2)], [['create', 1], ['get', 2]]);
  });
});

describe('The answer of a device', () => {
  test('that made a passkey', () => {
    const answer = answerOf({
      rawId: bufferOf(0xfb, 0xff), type: 'public-key', authenticatorAttachment: null, getClientExtensionResults: () => ({ credProps: { rk: true } }),
      response: { clientDataJSON: bufferOf(1), attestationObject: bufferOf(2), getTransports: () => ['internal', 'hybrid'] },
    });
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), {
      id: '-_8', rawId: '-_8', type: 'public-key', clientExtensionResults: { credProps: { rk: true } }, response: { clientDataJSON: 'AQ', attestationObject: 'Ag', transports: ['internal', 'hybrid'] },
    });
  });

  test('that was asked for one, whose parts are its class\'', () => {
    class Credential {
      get rawId() { return bufferOf(7); }
      get type() { return 'public-key'; }
      get authenticatorAttachment() { return 'platform'; }
      get response() { return { clientDataJSON: bufferOf(1), authenticatorData: bufferOf(3), signature: bufferOf(4), userHandle: bufferOf(5) }; }
    }
    assert.deepEqual(answerOf(new Credential()), {
      id: 'Bw', rawId: 'Bw', type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {}, response: { clientDataJSON: 'AQ', authenticatorData: 'Aw', signature: 'BA', userHandle: 'BQ' },
    });
  });
});

describe('A browser', () => {
  test('that knows no passkeys here is not asked', () => {
    assert.equal(isOffered(), false);
    globalThis.PublicKeyCredential = class {};
    assert.equal(isOffered(), true);
  });

  test('is asked for what is wanted', async () => {
    const asked = [];
    const credential = { rawId: bufferOf(7), type: 'public-key', response: { clientDataJSON: bufferOf(1) } };
    const note = kind => options => {
      asked.push([kind, Object.keys(options)]);
      return Promise.resolve(credential);
    };
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { credentials: { create: note('create'), get: note('get') } } });
    await askFor('create', { user: { id: 'Zg' }, challenge: 'Zg' });
    assert.equal((await askFor('get', { challenge: 'Zg' })).id, 'Bw');
    assert.deepEqual(asked, [['create', ['publicKey']], ['get', ['publicKey']]]);
  });

  test('says why there is no answer, and it is said in words', () => {
    assert.match(reasonOf(new DOMException('x', 'NotAllowedError')), /took too long/);
    assert.match(reasonOf(new DOMException('x', 'InvalidStateError')), /already/);
    assert.equal(reasonOf(new TypeError('odd')), 'This did not work: odd');
  });
});
