import { describe, expect, it } from 'vitest';
import { asksForAnything, asksForOneThing, isCovered } from './plan';
import { plan } from './plan.testing';
import type { SnapshotField } from './snapshot';
import {
  APRIL,
  CODE,
  CONTINUE,
  control,
  DOCUMENTED,
  EMAIL,
  field,
  KEY,
  NOTHING_ASKED,
  page,
  SUBMIT,
  TODAY,
} from './snapshot.testing';

describe('on the documented steps', () => {
  it('writes what the step asks for, and then leads on', () => {
    expect(plan(DOCUMENTED.email)).toBe('write email into email');
    expect(plan(DOCUMENTED.email, 'email')).toBe('press continue to lead-on');
    expect(plan(DOCUMENTED.key, 'email')).toBe('write key into api-key');
    expect(plan(DOCUMENTED.key, 'email', 'key')).toBe('press continue to lead-on');
    expect(plan(DOCUMENTED.code, 'email', 'key')).toBe('write code into totp');
    expect(plan(DOCUMENTED.code, 'email', 'key', 'code')).toBe('press submit-btn to lead-on');
  });

  it('fills all three where they stand on one page, the code last', () => {
    const whole = page([CODE, KEY, EMAIL], [SUBMIT]);
    expect(plan(whole)).toBe('write email into email');
    expect(plan(whole, 'email')).toBe('write key into api-key');
    expect(plan(whole, 'email', 'key')).toBe('write code into totp');
    expect(plan(whole, 'email', 'key', 'code')).toBe('press submit-btn to lead-on');
  });
});

describe('on today’s page', () => {
  it('writes the email, reveals the code, writes it and submits', () => {
    expect(plan(TODAY.hidden)).toBe('write email into email');
    expect(plan(TODAY.hidden, 'email')).toBe('press show-code-btn to reveal');
    expect(plan(TODAY.revealed, 'email')).toBe('write code into totp');
    expect(plan(TODAY.revealed, 'email', 'code')).toBe('press submit-btn to lead-on');
  });

  it('never presses a passkey, whatever else there is to press and whatever is written', () => {
    const passkeys = TODAY.hidden.controls.filter(({ id }) => id.startsWith('passkey'));
    expect(passkeys).toHaveLength(2);
    for (const submits of [false, true]) {
      const bare = page(
        [EMAIL],
        passkeys.map(passkey => ({ ...passkey, submits })),
      );
      expect(plan(bare, 'email')).toBe('nothing');
    }
  });
});

describe('on the page of April', () => {
  it('writes both and submits', () => {
    expect(plan(APRIL)).toBe('write email into email');
    expect(plan(APRIL, 'email')).toBe('write code into totp');
    expect(plan(APRIL, 'email', 'code')).toBe('press submit-btn to lead-on');
  });
});

describe('a page that leaves it open', () => {
  it('is refused with two fields for one value, and both are named', () => {
    const second = field({ id: 'email-2', label: 'Your email', type: 'email' });
    expect(plan(page([EMAIL, second], [CONTINUE]))).toBe('page-ambiguous | Email | Your email');
    expect(plan(page([EMAIL, CODE, { ...CODE, id: 'totp-2' }]))).toBe('page-ambiguous | 6-digit code | 6-digit code');
  });

  it('is named by words that cannot turn the sentence around them, and by no more than fit', () => {
    const first = field({ id: 'one', label: 'Email\u202e\u0007\u2067', type: 'email' });
    const second = field({ id: 'two', label: `Email ${'x'.repeat(200)}`, type: 'email' });
    expect(plan(page([first, second]))).toBe(`page-ambiguous | Email | Email ${'x'.repeat(54)}`);
  });

  it('is refused with two buttons that both submit and lead on', () => {
    const other = control({ id: 'other', text: 'Log in here', submits: true });
    expect(plan(page([EMAIL], [CONTINUE, other]), 'email')).toBe('page-ambiguous | Continue | Log in here');
  });

  it('takes the one of two submit buttons that leads on', () => {
    const cancel = control({ id: 'cancel', text: 'Cancel', submits: true });
    expect(plan(page([EMAIL], [cancel, CONTINUE]), 'email')).toBe('press continue to lead-on');
  });

  it('presses nothing of another form', () => {
    expect(plan(page([EMAIL], [{ ...CONTINUE, form: 1 }]), 'email')).toBe('nothing');
  });

  it('does without a form where the page has none', () => {
    const loose = page([{ ...EMAIL, form: -1 }], [{ ...CONTINUE, form: -1, submits: false }]);
    expect(plan(loose, 'email')).toBe('press continue to lead-on');
  });
});

describe('what cannot be used', () => {
  it('is never filled while it is hidden', () => {
    expect(plan(page([{ ...EMAIL, visible: false }], [CONTINUE]))).toBe('nothing');
    expect(plan(page([EMAIL, { ...KEY, visible: false }], [CONTINUE]), 'email')).toBe('press continue to lead-on');
  });

  it('is waited for while it is disabled', () => {
    expect(plan(page([{ ...EMAIL, enabled: false }], [CONTINUE]))).toBe('nothing');
    expect(plan(page([EMAIL], [{ ...CONTINUE, enabled: false }]), 'email')).toBe('nothing');
    expect(plan(page([EMAIL, { ...KEY, enabled: false }], [CONTINUE]), 'email')).toBe('nothing');
  });

  it('does not stand in the way where it belongs to something else', () => {
    const foreign = field({ id: 'revoke-totp', label: '6-digit code', autocomplete: 'one-time-code' });
    expect(plan(page([EMAIL, foreign], [CONTINUE]))).toBe('write email into email');
    expect(plan(page([foreign], [CONTINUE]))).toBe('nothing');
  });
});

describe('asksForAnything', () => {
  it('is true while a field of the sign-in can be seen', () => {
    expect(asksForAnything(DOCUMENTED.code)).toBe(true);
    expect(asksForAnything(TODAY.hidden)).toBe(true);
  });

  it('is false on a page that is done with it', () => {
    expect(asksForAnything(NOTHING_ASKED)).toBe(false);
    expect(asksForAnything(page([{ ...CODE, visible: false }]))).toBe(false);
  });
});

describe('asksForOneThing', () => {
  it('is true where one field stands alone, and false where anything else may be meant by a refusal', () => {
    expect(asksForOneThing(DOCUMENTED.key)).toBe(true);
    expect(asksForOneThing(page([KEY, { ...CODE, visible: false }]))).toBe(true);
    expect(asksForOneThing(page([KEY, CODE]))).toBe(false);
    expect(asksForOneThing(page([KEY, { ...EMAIL, enabled: false }]))).toBe(false);
    expect(asksForOneThing(page([KEY, field({ id: 'x', label: 'Enter it here' })]))).toBe(false);
    expect(asksForOneThing(NOTHING_ASKED)).toBe(false);
  });
});

describe('isCovered', () => {
  const under = (each: SnapshotField) => ({ ...each, visible: false, covered: true });

  it('is true where something lies over all that is asked for', () => {
    expect(isCovered(page([under(EMAIL), under(KEY)]))).toBe(true);
    expect(isCovered(page([EMAIL, under(KEY)]))).toBe(false);
    expect(isCovered(page([{ ...KEY, visible: false }]))).toBe(false);
    expect(isCovered(page([under(field({ label: 'Search' }))]))).toBe(false);
  });
});

describe('one code in six boxes', () => {
  const boxes = Array.from({ length: 6 }, (_, index) =>
    field({ id: `otp-${index}`, label: `Digit ${index + 1}`, maxLength: 1, inputMode: 'numeric' }),
  );

  it('is one write into all of them, in their order', () => {
    expect(plan(page([EMAIL, ...boxes], [SUBMIT]), 'email')).toBe(
      'write code into otp-0 otp-1 otp-2 otp-3 otp-4 otp-5',
    );
    expect(plan(page([EMAIL, ...boxes], [SUBMIT]), 'email', 'code')).toBe('press submit-btn to lead-on');
  });

  it('is waited for while one of them is disabled', () => {
    const [first, ...rest] = boxes;
    expect(plan(page([field({ ...first, enabled: false }), ...rest]))).toBe('nothing');
  });

  it('is pressed over by nothing while nobody knows that it is one', () => {
    const unknown = boxes.map((box, index) => ({ ...box, id: `part-${index}`, label: 'Locker code' }));
    expect(plan(page([EMAIL, KEY, ...unknown], [SUBMIT]), 'email', 'key')).toBe('nothing');
  });

  it('is ambiguous beside another field for a code', () => {
    expect(plan(page([...boxes, CODE]))).toBe('page-ambiguous | Digit 1 | 6-digit code');
  });
});

describe('two forms', () => {
  const other = (fields: readonly SnapshotField[]) => fields.map(each => ({ ...each, id: `${each.id}-2`, form: 1 }));

  it('that both sign in are a refusal, also where they ask for different values', () => {
    expect(plan(page([EMAIL, KEY, CODE, ...other([EMAIL, KEY, CODE])], [CONTINUE]))).toBe(
      'page-ambiguous | Email | Email',
    );
    expect(plan(page([EMAIL, ...other([CODE])]))).toBe('page-ambiguous | Email | 6-digit code');
  });

  it('are none where one plainly creates an account', () => {
    const signUp = control({ id: 'sign-up', text: 'Create account', submits: true, form: 1 });
    const both = page([...other([EMAIL, KEY]), EMAIL, KEY, CODE], [signUp, SUBMIT]);
    expect(plan(both)).toBe('write email into email');
    expect(plan(both, 'email', 'key', 'code')).toBe('press submit-btn to lead-on');
  });

  it('are settled by the site’s own names only where one form has all of them', () => {
    expect(plan(page([...other([EMAIL, CODE]), EMAIL, CODE], [SUBMIT]))).toBe('write email into email');
    expect(plan(page([...other([EMAIL, CODE]), EMAIL, CODE], [{ ...SUBMIT, id: 'go' }]))).toMatch(/^page-ambiguous/u);
  });
});

describe('what is shown but not asked for', () => {
  it('is compared before anything is filled beside it: an email that cannot be changed', () => {
    const shown = page([KEY, { ...EMAIL, enabled: false }], [CONTINUE]);
    expect(plan(shown)).toBe('compare email with email');
    expect(plan(shown, 'email')).toBe('write key into api-key');
    expect(plan(shown, 'email', 'key')).toBe('press continue to lead-on');
  });

  it('is waited for while nothing beside it can be used', () => {
    expect(plan(page([EMAIL, KEY].map(each => ({ ...each, enabled: false }))))).toBe('nothing');
  });

  it('is pressed over by nothing, where a field leaves open what it asks for', () => {
    expect(plan(page([EMAIL, field({ id: 'x', label: 'Enter it here' })], [CONTINUE]), 'email')).toBe('nothing');
  });
});

describe('a covered code', () => {
  const covered = { ...CODE, visible: false, hiddenBy: ['cover'] };
  const cover = control({ id: 'cover-btn', text: 'More', controls: 'cover' });

  it('is uncovered before anything is sent', () => {
    expect(plan(page([EMAIL, covered], [SUBMIT, cover]), 'email')).toBe('press cover-btn to reveal');
  });

  it('is uncovered by a button that only says so in words', () => {
    const words = control({ id: 'words', text: 'Code uit je authenticator-app' });
    expect(plan(page([EMAIL, { ...covered, hiddenBy: [] }], [words]), 'email')).toBe('press words to reveal');
  });

  it('is not looked for behind a passkey', () => {
    const passkey = control({ id: 'passkey', text: 'Use a passkey', controls: 'cover' });
    expect(plan(page([EMAIL, covered], [passkey]), 'email')).toBe('nothing');
  });
});
