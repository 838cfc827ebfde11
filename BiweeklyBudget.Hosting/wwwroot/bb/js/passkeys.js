// Passkeys (WebAuthn): what the server says as JSON becomes what the browser takes, and what the device answers becomes JSON.

/** Whether the browser knows passkeys here: it does not over plain HTTP from another machine. */
export const isOffered = () => typeof globalThis.PublicKeyCredential === 'function';

/** Bytes of base64url (RFC 4648 §5), with or without padding. */
export const bytesOf = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));

/** Bytes as base64url without padding. */
export const textOf = bytes => btoa(Array.from(new Uint8Array(bytes), byte => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** Asks a device to make a passkey ("create") or for one that it has ("get"), by the server's options; its answer as JSON takes it. */
export async function askFor(kind, options) {
  const credential = kind === 'create'
    ? await navigator.credentials.create({ publicKey: creationOptions(options) })
    : await navigator.credentials.get({ publicKey: requestOptions(options) });
  return answerOf(credential);
}

/** PublicKeyCredentialCreationOptions of JSON. */
export function creationOptions(json) {
  if (globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    return PublicKeyCredential.parseCreationOptionsFromJSON(json);
  }
  return { ...json, challenge: bytesOf(json.challenge), user: { ...json.user, id: bytesOf(json.user.id) }, excludeCredentials: descriptors(json.excludeCredentials) };
}

/** PublicKeyCredentialRequestOptions of JSON. */
export function requestOptions(json) {
  if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return PublicKeyCredential.parseRequestOptionsFromJSON(json);
  }
  return { ...json, challenge: bytesOf(json.challenge), allowCredentials: descriptors(json.allowCredentials) };
}

const descriptors = (list = []) => list.map(one => ({ ...one, id: bytesOf(one.id) }));

/** What a device answered, for JSON. Not by its own toJSON: password managers answer with objects that have none, or one that fails. */
export function answerOf(credential) {
  const { type, authenticatorAttachment, response } = credential;
  const id = textOf(credential.rawId);
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].filter(name => response[name]).map(name => [name, textOf(response[name])]);
  const transports = response.getTransports?.();
  return {
    id,
    rawId: id,
    type,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults?.() ?? {},
    response: { ...Object.fromEntries(parts), ...(transports ? { transports } : {}) },
  };
}

const reasons = {
  NotAllowedError: 'The device said no, or it took too long. Please try again.',
  InvalidStateError: 'This device has a passkey of yours already.',
  SecurityError: 'The browser takes no passkey for this address: it must be HTTPS (or localhost), and have a name instead of a number.',
};

/** Why there is no answer, in words. */
export const reasonOf = error => reasons[error.name] ?? `This did not work: ${error.message}`;
