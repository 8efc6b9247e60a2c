import { generateSecret, generateToken } from './credentials';

/** An authenticator waiting to be confirmed. Its secret stays the same however often the page is loaded. */
export interface Setup {
  readonly email: string;
  readonly secret: string;
}

/** The one-time links to the set-up page and to the reset page. */
export interface Setups {
  issue(email: string): string;
  find(token: string): Setup | undefined;
  finish(token: string): void;
  issueReset(email: string): string;
  /** Uses up a reset link and says whose it was. */
  takeReset(token: string): string | undefined;
}

/** Makes an empty set of links. */
export function createSetups(): Setups {
  const byToken = new Map<string, Setup>();
  const resets = new Map<string, string>();
  return {
    issue: email => {
      const token = generateToken();
      byToken.set(token, { email, secret: generateSecret() });
      return token;
    },
    find: token => byToken.get(token),
    finish: token => {
      byToken.delete(token);
    },
    issueReset: email => {
      const token = generateToken();
      resets.set(token, email);
      return token;
    },
    takeReset: token => {
      const email = resets.get(token);
      resets.delete(token);
      return email;
    },
  };
}
