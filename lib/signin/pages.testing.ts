// Sign-in pages by the thousand, with the right answer known because they were built around it.
import fc from 'fast-check';
import { Choices } from './choices.testing';
import * as buttonWords from './page-buttons.testing';
import { BACKUP_CODE, DECOYS } from './page-decoys.testing';
import { makeDecoy, makeEmail, makeFields, makeStrange, makeUnlisted } from './page-fields.testing';
import { OTHER_FORMS } from './page-forms.testing';
import type { Language } from './page-phrases.testing';
import type {
  GeneratedPage,
  Kind,
  PageControl,
  PageField,
  PageForm,
  PageItem,
  PageScreen,
} from './page-shapes.testing';
import { COVER_ID } from './page-shapes.testing';

function makeControl(
  choices: Choices,
  role: PageControl['role'],
  text: string,
  rest: Partial<PageControl> = {},
): PageControl {
  const id = choices.pick(['', 'btn-1', 'action', 'b2']);
  const plain = { is: 'control', role, text, id, submits: false, isIcon: false, controls: '' } as const;
  return { ...plain, isSlotted: choices.oneIn(4), ...rest };
}

function makeOtherForm(choices: Choices, language: Language): PageForm {
  const { fields, buttons } = choices.pick(OTHER_FORMS);
  const items = fields.map(decoy => makeDecoy(choices, language, decoy));
  const button = makeControl(choices, null, choices.pick(buttons[language]), { submits: true });
  return { hasTag: true, wrappers: choices.below(3), items: [...items, button], covered: [] };
}

/** Decoys among the fields of a sign-in, some of them invisible traps that look like the real thing. */
function makeNeighbours(choices: Choices, language: Language, kinds: readonly Kind[]): readonly PageField[] {
  const pool = kinds.includes('code') ? [...DECOYS, BACKUP_CODE] : DECOYS;
  const decoys = Array.from({ length: choices.below(3) }, () => makeDecoy(choices, language, choices.pick(pool)));
  const trap = { ...makeEmail(choices, language), role: null, hidden: true };
  return choices.oneIn(4) ? [...decoys, trap] : decoys;
}

function makeSignInForm(choices: Choices, language: Language, kinds: readonly Kind[], isLast: boolean): PageForm {
  const hasTag = !choices.oneIn(5);
  const isCovered = kinds.length > 1 && kinds.includes('code') && choices.oneIn(3);
  const shown = kinds.filter(kind => !isCovered || kind !== 'code');
  const groups = [
    ...shown.map(kind => makeFields(choices, language, kind)),
    ...makeNeighbours(choices, language, isCovered ? shown : kinds).map(decoy => [decoy]),
  ];
  const words = isLast ? buttonWords.SIGNS_IN : buttonWords.CONTINUES;
  const leadOn = makeControl(choices, 'lead-on', choices.pick(words[language]), {
    submits: hasTag && !choices.oneIn(4),
    isIcon: choices.oneIn(6),
  });
  const others = Array.from({ length: choices.below(4) }, () =>
    makeControl(choices, null, choices.pick(buttonWords.OTHER_BUTTONS[language]), {
      submits: hasTag && choices.oneIn(3),
    }),
  );
  const buttons = choices.shuffle(isCovered ? others : [leadOn, ...others]);
  const reveal = makeControl(choices, 'reveal', choices.pick(buttonWords.REVEALS[language]), {
    controls: choices.oneIn(2) ? '' : COVER_ID,
  });
  const fields = choices.shuffle(groups).flat();
  const items: readonly PageItem[] = [
    ...(choices.oneIn(3) ? [...buttons, ...fields] : [...fields, ...buttons]),
    ...(isCovered ? [reveal] : []),
  ];
  const covered: readonly PageItem[] = isCovered ? [...makeFields(choices, language, 'code'), leadOn] : [];
  return { hasTag, wrappers: choices.below(4), items, covered };
}

const LAYOUTS: readonly (readonly (readonly Kind[])[])[] = [
  [['email'], ['key'], ['code']],
  [['email', 'code']],
  [['email', 'key', 'code']],
  [['email', 'key'], ['code']],
  [['email'], ['key', 'code']],
  [['email'], ['code']],
];

function buildScreen(choices: Choices, language: Language, kinds: readonly Kind[], isLast: boolean): PageScreen {
  const others = Array.from({ length: choices.below(3) }, () => makeOtherForm(choices, language));
  return { forms: choices.shuffle([makeSignInForm(choices, language, kinds, isLast), ...others]) };
}

/** Puts it among the fields of the sign-in itself. */
function addUnlisted(choices: Choices, language: Language, { forms }: PageScreen): PageScreen {
  const isSignIn = ({ items }: PageForm) => items.some(({ role }) => role !== null);
  const add = (items: readonly PageItem[]) => {
    const unlisted = makeUnlisted(choices, language);
    // Never between the boxes of one code.
    return choices.oneIn(2) ? [unlisted, ...items] : [...items, unlisted];
  };
  return { forms: forms.map(form => (isSignIn(form) ? { ...form, items: add(form.items) } : form)) };
}

function buildPage(numbers: readonly number[]): GeneratedPage {
  const choices = new Choices(numbers);
  const language = choices.pick(['en', 'nl', 'de'] as const);
  const layout = choices.pick(LAYOUTS);
  const screens = layout.map((kinds, index) => buildScreen(choices, language, kinds, index === layout.length - 1));
  return { language, screens };
}

const numbers = fc.array(fc.nat(1_000_000), { minLength: 160, maxLength: 160 });

/** Sign-ins that a person would find their way through. */
export const signInPages: fc.Arbitrary<GeneratedPage> = numbers.map(buildPage);

/** The same with a field among them that asks for something else in words that are in no list: nothing but that is known. */
export const unlistedPages: fc.Arbitrary<GeneratedPage> = fc.tuple(numbers, numbers).map(([page, other]) => {
  const choices = new Choices(other);
  const { language, screens } = buildPage(page);
  const place = choices.below(screens.length);
  return {
    language,
    screens: screens.map((screen, index) => (index === place ? addUnlisted(choices, language, screen) : screen)),
  };
});

/** Sign-ins whose key and code are called by words that are in no list: nobody has to find them, and nothing may be sent. */
export const strangePages: fc.Arbitrary<GeneratedPage> = fc.tuple(numbers, numbers).map(([page, other]) => {
  const choices = new Choices(other);
  const { language, screens } = buildPage(page);
  const rename = (item: PageItem): PageItem =>
    item.is === 'field' && (item.role === 'key' || item.role === 'code') && item.maxLength !== 1
      ? makeStrange(choices, language, item.role)
      : item;
  return {
    language,
    screens: screens.map(({ forms }) => ({
      forms: forms.map(form => ({ ...form, items: form.items.map(rename), covered: form.covered.map(rename) })),
    })),
  };
});

/** Screens on which nothing signs in: other forms, and fields that stand about. */
export const otherScreens: fc.Arbitrary<PageScreen> = numbers.map(each => {
  const choices = new Choices(each);
  const language = choices.pick(['en', 'nl', 'de'] as const);
  const forms = Array.from({ length: choices.below(3) }, () => makeOtherForm(choices, language));
  const items = makeNeighbours(choices, language, ['code']);
  return { forms: [...forms, { hasTag: choices.oneIn(2), wrappers: 1, items, covered: [] }] };
});

/** Screens with two sign-ins of which neither is more right. */
export const twinScreens: fc.Arbitrary<PageScreen> = numbers.map(each => {
  const choices = new Choices(each);
  const language = choices.pick(['en', 'nl', 'de'] as const);
  const kinds = choices.pick(LAYOUTS)[0] ?? ['email'];
  const forms = [0, 1].map(() => ({ ...makeSignInForm(choices, language, kinds, true), hasTag: true }));
  return { forms };
});
