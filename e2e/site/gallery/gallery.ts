// The table of the gallery: every layout by its name, which is also that of its file in pages/, and what Latchkey is to do
// there. Acts are written by replay-plan.ts; elements go by their id, else their name, else their label or text.

/** How Latchkey is to treat a layout. Every layout asks for email, API key and code, or is not to be filled at all. */
export type Expected =
  | { readonly acts: readonly string[] }
  /** The run ends at once, by this outcome. `named` are the two between which the page leaves it open. */
  | { readonly refusal: 'page-ambiguous' | 'form-unsafe'; readonly named?: readonly [string, string] }
  /** Nothing is written and nothing pressed, however long the run waits. */
  | { readonly refusal: 'left-alone' };

export type GalleryLayout = {
  readonly expected: Expected;
  /** What its plain form calls the three values, where it has other names for them. */
  readonly names?: { readonly email: string; readonly key: string; readonly code: string };
  /** The ending of its file: markup with a script in it, or a program that React or Vue runs. */
  readonly written?: 'html' | 'tsx' | 'ts';
};

/** All three on one page, the fields by these names, then one press. */
function fill(email: string, key: string, code: string, press = 'go'): Expected {
  return { acts: [`email > ${email}`, `key > ${key}`, `code > ${code}`, `press ${press}`] };
}

/** Three steps of one field each: field, button, field, button. */
function step(...named: readonly [string, string, string, string, string, string]): Expected {
  const [email, next, key, nextAfter, code, send] = named;
  return {
    acts: [
      `email > ${email}`,
      `press ${next}`,
      `key > ${key}`,
      `press ${nextAfter}`,
      `code > ${code}`,
      `press ${send}`,
    ],
  };
}

function named(email: string, key: string, code: string) {
  return { email, key, code };
}

const BOXES = 'd1 d2 d3 d4 d5 d6';
const PLAIN = fill('email', 'key', 'code');
const ALONE: Expected = { refusal: 'left-alone' };

export const gallery = {
  'one-page': { expected: fill('email', 'api-key', 'code') },
  'pages-in-german': { expected: step('adresse', 'weiter', 'schluessel', 'weiter', 'einmalcode', 'weiter') },
  dutch: { expected: fill('veld-1', 'veld-2', 'veld-3', 'verder'), names: named('veld_1', 'veld_2', 'veld_3') },
  german: { expected: fill('feld-1', 'feld-2', 'feld-3', 'weiter'), names: named('feld_1', 'feld_2', 'feld_3') },
  'labelled-by': { expected: fill('a1', 'a2', 'a3'), names: named('email', 'b', 'c') },
  'placeholder-only': { expected: fill('x1', 'x2', 'x3'), names: named('x1', 'x2', 'x3') },
  'wrapping-label': {
    expected: fill('user_mail', 'user_key', 'user_code'),
    names: named('user_mail', 'user_key', 'user_code'),
  },
  legends: { expected: fill('l1', 'l2', 'l3'), names: named('l1', 'l2', 'l3') },
  'text-before': { expected: fill('p1', 'p2', 'p3'), names: named('p1', 'p2', 'p3') },
  'floating-labels': { expected: PLAIN },
  'key-as-text': { expected: fill('who', 'token', 'otp'), names: named('who', 'token', 'otp') },
  'key-as-textarea': { expected: PLAIN },
  'newsletter-beside': { expected: PLAIN },
  'sign-up-beside': { expected: PLAIN },
  'backup-box': { expected: PLAIN },
  'confirm-twin': { expected: PLAIN },
  'two-forms': { expected: { refusal: 'page-ambiguous', named: ['Email', 'Email'] } },
  honeypot: { expected: PLAIN },
  'sso-buttons': { expected: PLAIN },
  'read-only-email': { expected: { acts: ['email = email', 'key > key', 'code > code', 'press go'] } },
  'remember-me': { expected: PLAIN },
  'cookie-dialog': { expected: ALONE },
  'closed-shadow': { expected: ALONE },
  elsewhere: { expected: { refusal: 'form-unsafe' } },
  loose: { expected: PLAIN },
  'div-button': { expected: PLAIN },
  'passkey-first': { expected: PLAIN },
  'hidden-panels': { expected: step('email', 'next-1', 'key', 'next-2', 'code', 'send') },
  'animated-panels': { expected: step('user', 'Continue', 'secret', 'Continue', 'token', 'Verify') },
  revealed: { expected: { acts: ['email > email', 'press more', 'key > key', 'code > code', 'press go'] } },
  details: {
    expected: { acts: ['email > email', 'press Sign in with key and code', 'key > key', 'code > code', 'press go'] },
  },
  'six-boxes-advance': { expected: fill('email', 'key', BOXES) },
  'six-boxes-paste': { expected: fill('email', 'key', BOXES) },
  'six-boxes-plain': { expected: fill('email', 'key', BOXES) },
  'six-boxes-sent': { expected: { acts: ['email > email', 'key > key', `code > ${BOXES}`] } },
  'disabled-continue': { expected: step('value', 'go', 'value', 'go', 'value', 'go') },
  'late-soon': { expected: PLAIN },
  'late-long': { expected: PLAIN },
  're-rendered': { expected: PLAIN },
  'focus-moving': { expected: PLAIN },
  masked: { expected: PLAIN },
  validated: { expected: PLAIN },
  'open-shadow': { expected: PLAIN },
  'shadow-fields': { expected: fill('email', 'api_key', 'totp') },
  'design-system': { expected: fill('email', 'api_key', BOXES, 'Log in') },
  'labelled-hosts': {
    expected: fill('Email address', 'Personal key (keep it secret)', '6-digit code'),
  },
  'dutch-dialog': { expected: fill('mail', 'sleutel', 'getal') },
  'own-words': { expected: fill('mail', 'key', 'code') },
  'link-as-button': { expected: fill('x1', 'x2', 'x3') },
  'react-one-page': { expected: fill('email', 'api_key', 'totp'), written: 'tsx' },
  'react-steps': {
    expected: step('field-email', 'Continue', 'field-api_key', 'Continue', 'field-totp', 'Sign in'),
    written: 'tsx',
  },
  'react-boxes': {
    expected: fill(
      'email',
      'key',
      ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(it => `${it} digit`).join(' '),
    ),
    written: 'tsx',
  },
  'vue-one-page': { expected: fill('email', 'api_key', 'totp'), written: 'ts' },
  'vue-steps': { expected: step('value', 'Volgende', 'value', 'Volgende', 'value', 'Inloggen'), written: 'ts' },
} as const satisfies Readonly<Record<string, GalleryLayout>>;

export type GalleryName = keyof typeof gallery;

/** Whether this names a layout of the gallery. */
export function isGalleryName(name: string): name is GalleryName {
  return Object.hasOwn(gallery, name);
}

/** The names of all layouts of the gallery. */
export const galleryNames: readonly GalleryName[] = Object.keys(gallery).filter(isGalleryName);

/** What the table says of one layout. */
export function findInGallery(name: GalleryName): GalleryLayout {
  return gallery[name];
}
