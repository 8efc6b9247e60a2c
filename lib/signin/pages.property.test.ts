import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from './classify';
import { judgeField } from './classify';
import type { PageScreen } from './page-shapes.testing';
import { otherScreens, signInPages, twinScreens } from './pages.testing';
import { snapshotOf, touches, walkPage } from './walk-page.testing';

const LEAST_PAGES = 2_000;
/** `test:long` asks for more by fast-check's own setting. */
const numRuns = Math.max(LEAST_PAGES, fc.readConfigureGlobal().numRuns ?? 0);
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

describe('on generated pages', () => {
  it(`fills and presses nothing wrong on ${LEAST_PAGES} sign-ins or more, and refuses at most one in twenty`, () => {
    const walks = fc.sample(signInPages, { numRuns }).map(walkPage);
    const wrong = walks.filter(({ ended }) => ended === 'wrong');
    const refused = walks.filter(({ ended }) => ended === 'refused');
    const examples = [...wrong, ...refused].slice(0, SHOWN).map(walk => {
      if (walk.ended === 'right') return '';
      return `${walk.ended}: planned ${walk.planned}; expected ${walk.expected}\n${describeScreen(walk.screen)}`;
    });
    const said = [`${walks.length} pages: ${wrong.length} wrong, ${refused.length} refused`, ...examples].join('\n\n');
    expect(wrong.length, said).toBe(0);
    expect(refused.length / walks.length, said).toBeLessThanOrEqual(MOST_REFUSED);
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
