import * as http from '../../js/http.js';

/** Why something of the payoff page was not saved: with the server's own words for the status, too. */
export function failureText(reply) {
  if (reply.isUnknown || reply.status === 0 || reply.status === 422 || (reply.isOk && reply.result?.error_message)) {
    return http.failureText(reply);
  }
  return `Error submitting form: ${reply.statusText}: ${reply.status} ${reply.result?.error_message ?? ''}`;
}
