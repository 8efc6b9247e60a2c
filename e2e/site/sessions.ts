import { generateToken } from './credentials';

export const SESSION_COOKIE = 'paramant_user_session';
const SESSION_SECONDS = 3600;

/** A signed-in browser. It ends a hard hour after it began, however busy it was. */
export interface Session {
  readonly token: string;
  readonly email: string;
  readonly startedAtMs: number;
  /** A new key waiting to be shown on the next look at the key list, once. */
  freshKey: string | undefined;
}

export interface Sessions {
  start(email: string, nowMs: number): Session;
  find(token: string | undefined, nowMs: number): Session | undefined;
  end(token: string | undefined): void;
  endAll(): void;
  isSignedIn(email: string, nowMs: number): boolean;
}

/** Makes an empty session store. */
export function createSessions(): Sessions {
  const byToken = new Map<string, Session>();
  const isLive = (session: Session, nowMs: number) => nowMs - session.startedAtMs < SESSION_SECONDS * 1000;
  return {
    start: (email, nowMs) => {
      const session: Session = { token: generateToken(), email, startedAtMs: nowMs, freshKey: undefined };
      byToken.set(session.token, session);
      return session;
    },
    find: (token, nowMs) => {
      const session = byToken.get(token ?? '');
      return session && isLive(session, nowMs) ? session : undefined;
    },
    end: token => {
      byToken.delete(token ?? '');
    },
    endAll: () => byToken.clear(),
    isSignedIn: (email, nowMs) =>
      [...byToken.values()].some(session => session.email === email && isLive(session, nowMs)),
  };
}

/** The `Set-Cookie` value that begins a session in the browser. */
export function writeSessionCookie(session: Session): string {
  return `${SESSION_COOKIE}=${session.token}; Path=/; Max-Age=${SESSION_SECONDS}; HttpOnly; Secure; SameSite=Lax`;
}

/** The `Set-Cookie` value that ends it. */
export function writeEndedSessionCookie(): string {
  return `${SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;
}
