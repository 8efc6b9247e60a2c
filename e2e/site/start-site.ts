import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { NewAccount } from './accounts';
import { answerRequest } from './answer-request';
import { decodeBase32 } from './base32';
import { makeCertificate } from './certificate';
import type { KeyPrefix } from './credentials';
import { writeOtpauthUri } from './credentials';
import type { ForcedAnswer } from './forced';
import type { SiteLayoutName } from './layouts/find-layout';
import { findLayout } from './layouts/find-layout';
import type { Operator } from './operator';
import { createOperator } from './operator';
import { commonRoutes } from './pages/common-routes';
import type { ReceivedBody, RequestRecord } from './record';
import { findValue } from './record';
import { RELAY_HOST } from './relay';
import type { KeyModel, ScriptTrouble } from './state';
import { createState, findAccount, openAccount } from './state';
import { computeCode, stepAt } from './totp';

/** How a site may differ from the default one. */
export interface SiteOptions {
  readonly layout?: SiteLayoutName;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly keyModel?: KeyModel;
  readonly keyPrefix?: KeyPrefix;
  /** The default account's credentials, where they must not be random. */
  readonly account?: NewAccount;
  readonly shiftMs?: number;
}

/** What a person has written down about their account. `secret` and `otpauthUri` are empty without an authenticator. */
export interface AccountCredentials {
  readonly email: string;
  readonly key: string;
  readonly secret: string;
  readonly otpauthUri: string;
}

/** A running site. */
export interface Site {
  layout: SiteLayoutName;
  readonly port: number;
  readonly spkiHash: string;
  /** The credentials of the account the site started with. */
  readonly account: AccountCredentials;
  readonly operator: Operator;
  readonly requests: readonly RequestRecord[];
  readonly received: readonly ReceivedBody[];
  readonly finalVerifications: number;
  addAccount(choices?: NewAccount): AccountCredentials;
  /** Site time becomes real time plus this. */
  shiftClock(shiftMs: number): void;
  nowMs(): number;
  /** Forces the answers of the coming final verifications; null lets them be true again. */
  force(answer: ForcedAnswer | null): void;
  /** Serves the pages' scripts late or not at all; null serves them again. */
  troubleScripts(trouble: ScriptTrouble | null): void;
  /** Forgets the attempts counted so far, for tests that sign in more often than a person may. */
  forgetAttempts(): void;
  /** Forgets all that sign-ins have left behind: attempts, used steps, sessions and records. Accounts stay. */
  startOver(): void;
  isSignedIn(email: string): boolean;
  /** The code the site expects of a base32 secret, `stepOffset` steps from now. */
  codeFor(secret: string, stepOffset?: number, algorithm?: 'sha1' | 'sha256'): string;
  /** Where a value arrived, for example `['POST /api/user/login body']`. */
  findValue(value: string): string[];
  close(): Promise<void>;
}

/** Starts a local copy of the sign-in site on loopback. It answers as paramant.app to whoever maps that name here. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const { keyModel = 'self-service', keyPrefix = '', shiftMs = 0 } = options;
  const state = createState({ shiftMs, keyModel, keyPrefix });
  const requests: RequestRecord[] = [];
  const received: ReceivedBody[] = [];
  const record = { requests, received };
  const addAccount = (choices: NewAccount = {}): AccountCredentials => {
    const { email, keys, secret } = openAccount(state, choices);
    const otpauthUri = secret === undefined ? '' : writeOtpauthUri(email, secret);
    return { email, key: keys[0]?.value ?? '', secret: secret ?? '', otpauthUri };
  };
  // Before anything listens, so that a refused account leaves no server behind.
  const account = addAccount(options.account);

  const certificate = await makeCertificate(['paramant.app', RELAY_HOST, 'localhost']);
  const readRoutes = () => [...findLayout(site.layout).routes, ...commonRoutes];
  const server = createServer({ key: certificate.privateKeyPem, cert: certificate.certificatePem });
  server.on('request', (request, response) => {
    answerRequest(request, response, { state, record, readRoutes }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const forgetAttempts = () => {
    state.clientLimit.forget();
    state.emailLimit.forget();
  };
  const site: Site = {
    layout: options.layout ?? 'documented',
    port: (server.address() as AddressInfo).port,
    spkiHash: certificate.spkiHash,
    account,
    operator: createOperator(state),
    requests,
    received,
    get finalVerifications() {
      return state.finalVerifications;
    },
    addAccount,
    shiftClock: state.clock.shiftTo,
    nowMs: state.clock.nowMs,
    force: state.forcing.set,
    troubleScripts: trouble => {
      state.scriptTrouble = trouble ?? {};
    },
    forgetAttempts,
    startOver: () => {
      forgetAttempts();
      for (const account of state.accounts.values()) account.usedSteps.forget();
      state.sessions.endAll();
      state.finalVerifications = 0;
      requests.length = 0;
      received.length = 0;
    },
    isSignedIn: email => {
      const account = findAccount(state, email);
      return account !== undefined && state.sessions.isSignedIn(account.email, state.clock.nowMs());
    },
    codeFor: (secret, stepOffset = 0, algorithm = 'sha256') =>
      computeCode(decodeBase32(secret), stepAt(state.clock.nowMs()) + stepOffset, algorithm),
    findValue: value => findValue(record, value),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
