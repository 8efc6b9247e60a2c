import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from './classify';
import { judgeField } from './classify';
import type { GeneratedPage, PageScreen } from './page-shapes.testing';
import { otherScreens, signInPages, strangePages, twinScreens, unlistedPages } from './pages.testing';
import { isSentWithout, snapshotOf, touches, walkPage } from './walk-page.testing';

const LEAST_PAGES = 2_000;
/** `test:long` asks for more by fast-check's own setting. */
const numRuns = Math.max(LEAST_PAGES, fc.readConfigureGlobal().numRuns ?? 0);
/** Of pages that only have to show that nothing wrong is done. */
const numOddRuns = Math.max(700, fc.readConfigureGlobal().numRuns ?? 0);
const MOST_REFUSED = 0.05;
/** How many of the pages that went wrong a failure shows. */
const SHOWN = 12;

/** A screen that went wrong, short enough to read: every field and control, and what each field was taken for. */
function describeScreen(screen: PageScreen): string {
  const { fields, controls } = snapshotOf(screen, true);
  const fieldLines = fields.map(seen => {
    const { signature, visible, form, label, placeholder, id, name, type, autocomplete, maxLength } = seen;
    const { kind, because } = judgeField(seen);
    const look = [type, label, placeholder, `name=${name}`, `id=${id}`, autocomplete, maxLength].filter(Boolean);
    return `${signature} (form ${form}${visible ? '' : ', hidden'}): ${look.join(' | ')} -> ${kind}, since ${because}`;
  });
  const controlLines = controls.map(
    ({ signature, form, text, label, submits }) =>
      `${signature} (form ${form}${submits ? ', submits' : ''}): ${text || label}`,
  );
  return [...fieldLines, ...controlLines].join('\n');
}

function leaveAlone(screen: PageScreen, written: readonly ValueKind[]): void {
  if (touches(screen, written)) expect.fail(`something was planned on\n${describeScreen(screen)}`);
}

/** The pages that went wrong and were refused, and how that reads. */
function summarise(pages: readonly GeneratedPage[]) {
  const walks = pages.map(walkPage);
  const wrong = walks.filter(({ ended }) => ended === 'wrong');
  const refused = walks.filter(({ ended }) => ended === 'refused');
  const examples = [...wrong, ...refused].slice(0, SHOWN).map(walk => {
    if (walk.ended === 'right') return '';
    return `${walk.ended}: planned ${walk.planned}; expected ${walk.expected}\n${describeScreen(walk.screen)}`;
  });
  const said = [`${walks.length} pages: ${wrong.length} wrong, ${refused.length} refused`, ...examples].join('\n\n');
  return { wrong: wrong.length, refused: refused.length / walks.length, said };
}

describe('on generated pages', () => {
  it(`fills and presses nothing wrong on ${LEAST_PAGES} sign-ins or more, and refuses at most one in twenty`, () => {
    const { wrong, refused, said } = summarise(fc.sample(signInPages, { numRuns }));
    expect(wrong, said).toBe(0);
    expect(refused, said).toBeLessThanOrEqual(MOST_REFUSED);
  });

  it('fills and presses nothing wrong beside a field that asks for what nobody has thought of', () => {
    const { wrong, said } = summarise(fc.sample(unlistedPages, { numRuns: numOddRuns }));
    expect(wrong, said).toBe(0);
  });

  it('sends nothing while a key or a code that is asked for was never written, whatever it is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(signInPages, strangePages),
        fc.subarray<ValueKind>(['email', 'key', 'code']),
        ({ screens }, written) => {
          for (const screen of screens) {
            if (isSentWithout(screen, written)) expect.fail(`it would be sent:\n${describeScreen(screen)}`);
          }
        },
      ),
      { numRuns: numOddRuns },
    );
  });

  it('touches nothing where nothing signs in', () => {
    fc.assert(
      fc.property(otherScreens, screen => {
        leaveAlone(screen, []);
        leaveAlone(screen, ['email']);
      }),
      { numRuns },
    );
  });

  it('touches nothing where two forms sign in and neither is more right', () => {
    fc.assert(
      fc.property(twinScreens, screen => {
        leaveAlone(screen, []);
      }),
      { numRuns: 500 },
    );
  });
});
