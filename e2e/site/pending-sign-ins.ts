import { generateToken } from './credentials';

export const PENDING_COOKIE = 'paramant_pending_sign_in';

const PENDING_SECONDS = 10 * 60;

/** What a visitor has typed so far on the layout that spreads the steps over pages. */
export interface PendingSignIn {
  readonly email: string;
  readonly nextPath: string;
  readonly startedAtMs: number;
  key: string | undefined;
}

export interface PendingSignIns {
  start(email: string, nextPath: string, nowMs: number): string;
  find(token: string | undefined, nowMs: number): PendingSignIn | undefined;
  end(token: string | undefined): void;
}

/** Makes an empty store. */
export function createPendingSignIns(): PendingSignIns {
  const byToken = new Map<string, PendingSignIn>();
  return {
    start: (email, nextPath, nowMs) => {
      const token = generateToken();
      byToken.set(token, { email, nextPath, startedAtMs: nowMs, key: undefined });
      return token;
    },
    find: (token, nowMs) => {
      const pending = byToken.get(token ?? '');
      return pending && nowMs - pending.startedAtMs < PENDING_SECONDS * 1000 ? pending : undefined;
    },
    end: token => {
      byToken.delete(token ?? '');
    },
  };
}

/** The `Set-Cookie` value that ties the browser to its pending sign-in. */
export function writePendingCookie(token: string): string {
  return `${PENDING_COOKIE}=${token}; Path=/auth/login; Max-Age=${PENDING_SECONDS}; HttpOnly; Secure; SameSite=Lax`;
}

/** The `Set-Cookie` value that lets go of it. */
export function writeEndedPendingCookie(): string {
  return `${PENDING_COOKIE}=; Path=/auth/login; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;
}
