// Walks a generated page as a run does, and judges each plan against what the page was built around.
import type { ValueKind } from './classify';
import type { GeneratedPage, PageControl, PageField, PageItem, PageScreen } from './page-shapes.testing';
import { COVER_ID } from './page-shapes.testing';
import { planNext } from './plan';
import type { Snapshot } from './snapshot';
import { control, field } from './snapshot.testing';

const ORDER: readonly ValueKind[] = ['email', 'key', 'code'];

type Placed<T> = { readonly item: T; readonly form: number; readonly isCovered: boolean; readonly signature: string };

function placeItems(screen: PageScreen): readonly Placed<PageItem>[] {
  let [form, place] = [-1, 0];
  return screen.forms.flatMap(({ hasTag, items, covered }) => {
    const number = hasTag ? ++form : -1;
    return [...items, ...covered].map((item, index) => ({
      item,
      form: number,
      isCovered: index >= items.length,
      signature: `${item.is} ${place++}`,
    }));
  });
}

const isField = (placed: Placed<PageItem>): placed is Placed<PageField> => placed.item.is === 'field';
const isControl = (placed: Placed<PageItem>): placed is Placed<PageControl> => placed.item.is === 'control';
const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The screen as the content script would report it. */
export function snapshotOf(screen: PageScreen, isRevealed: boolean): Snapshot {
  const placed = placeItems(screen);
  return {
    fields: placed.filter(isField).map(({ item, form, isCovered, signature }) => {
      const { is: _is, role: _role, labelPlace: _place, hidden, ...look } = item;
      const isHidden = isCovered && !isRevealed;
      return field({
        ...look,
        label: tidy(look.label),
        signature,
        form,
        visible: !hidden && !isHidden,
        hiddenBy: isHidden ? [COVER_ID] : [],
      });
    }),
    controls: placed.filter(isControl).map(({ item, form, isCovered, signature }) => {
      const { id, text, submits, isIcon, controls } = item;
      const words = isIcon ? { text: '', label: text } : { text };
      return control({ id, ...words, submits, controls, form, signature, visible: !isCovered || isRevealed });
    }),
  };
}

/** What a right plan does next on a screen: the signatures of what it writes into or presses. */
function expectedOf(screen: PageScreen, written: readonly ValueKind[], isRevealed: boolean): string {
  const placed = placeItems(screen).filter(({ isCovered }) => !isCovered || isRevealed);
  for (const kind of ORDER.filter(each => !written.includes(each))) {
    const fields = placed.filter(isField).filter(({ item }) => item.role === kind);
    if (fields.length > 0) return `write ${kind}: ${fields.map(({ signature }) => signature).join(', ')}`;
  }
  const controls = placed.filter(isControl);
  const reveal = isRevealed ? undefined : controls.find(({ item }) => item.role === 'reveal');
  const next = reveal ?? controls.find(({ item }) => item.role === 'lead-on');
  return `press ${next?.signature}`;
}

function planInWords(snapshot: Snapshot, written: readonly ValueKind[]): string {
  const planned = planNext(snapshot, written);
  if (!planned.ok) return [planned.error.code, ...planned.error.details].join(' | ');
  const { value } = planned;
  if ('fields' in value)
    return `${value.act} ${value.kind}: ${value.fields.map(({ signature }) => signature).join(', ')}`;
  return value.act === 'press' ? `press ${value.control.signature}` : 'nothing';
}

/** Whether what was planned does no harm though something else was expected: it writes a value where that value belongs. */
function isSkip(screen: PageScreen, planned: string): boolean {
  return ORDER.some(kind => {
    const others = ORDER.filter(each => each !== kind);
    return planned.startsWith('write') && planned === expectedOf(screen, others, true);
  });
}

/**
 * How a walk ended, and where: `wrong` filled or pressed what it should not have, or pressed with a field left empty;
 * `refused` stopped without.
 */
export type Walk =
  | { readonly ended: 'right' }
  | {
      readonly ended: 'refused' | 'wrong';
      readonly planned: string;
      readonly expected: string;
      readonly screen: PageScreen;
    };

/** Whether a plan touches anything at all. */
export function touches(screen: PageScreen, written: readonly ValueKind[]): boolean {
  return /^(?:write|press)/u.test(planInWords(snapshotOf(screen, false), written));
}

/** Goes through all screens of a page, as long as the plans are right. */
export function walkPage({ screens }: GeneratedPage): Walk {
  const written: ValueKind[] = [];
  let skipped: { planned: string; expected: string } | undefined;
  for (const screen of screens) {
    for (let isRevealed = false, isDone = false; !isDone; ) {
      const expected = expectedOf(screen, written, isRevealed);
      const planned = planInWords(snapshotOf(screen, isRevealed), written);
      if (planned !== expected) {
        if (isSkip(screen, planned)) {
          // Left out: the walk goes on, to see that nothing is pressed over it.
          const kind = ORDER.find(each => planned.startsWith(`write ${each}`));
          if (kind !== undefined) {
            written.push(kind);
            skipped ??= { planned, expected };
            continue;
          }
        }
        const isTouch = /^(?:write|press)/u.test(planned);
        return { ended: isTouch ? 'wrong' : 'refused', ...(isTouch ? undefined : skipped), planned, expected, screen };
      }
      const kind = ORDER.find(each => expected.startsWith(`write ${each}`));
      if (kind !== undefined) written.push(kind);
      else if (screen.forms.some(({ covered }) => covered.length > 0) && !isRevealed) isRevealed = true;
      else isDone = true;
    }
  }
  return { ended: 'right' };
}

/** Whether a screen would be sent while a key or a code that it visibly asks for was never written. */
export function isSentWithout(screen: PageScreen, written: readonly ValueKind[]): boolean {
  const planned = planNext(snapshotOf(screen, true), written);
  const sends = planned.ok && planned.value.act === 'press' && planned.value.purpose === 'lead-on';
  const asked = placeItems(screen).flatMap(({ item }) =>
    item.is === 'field' && item.role !== null ? [item.role] : [],
  );
  return sends && asked.some(kind => kind !== 'email' && !written.includes(kind));
}
