// What a generated page is made of.
import type { Language } from './page-phrases.testing';
import type { SnapshotField } from './snapshot';

/** What a field of a sign-in truly asks for. */
export type Kind = 'email' | 'key' | 'code';

/** Where a label stands: `slot` in the slot of a web component whose shadow root has the field. */
export type LabelPlace = 'for' | 'around' | 'aria' | 'legend' | 'slot';

export type PageField = Omit<SnapshotField, 'signature' | 'visible' | 'enabled' | 'form' | 'hiddenBy'> & {
  readonly is: 'field';
  /** What it truly is; null for what is to be left alone. */
  readonly role: Kind | null;
  readonly labelPlace: LabelPlace;
  readonly hidden: boolean;
};

export type PageControl = {
  readonly is: 'control';
  readonly role: 'lead-on' | 'reveal' | null;
  readonly text: string;
  readonly id: string;
  readonly submits: boolean;
  /** Its words stand in `aria-label`, and it shows a picture. */
  readonly isIcon: boolean;
  /** Its words fill the slot of a web component whose shadow root has the button. */
  readonly isSlotted: boolean;
  readonly controls: string;
};

export type PageItem = PageField | PageControl;

/** Items between the tags of a form, or loose; `covered` ones come last and wait for the reveal. */
export type PageForm = {
  readonly hasTag: boolean;
  readonly wrappers: number;
  readonly items: readonly PageItem[];
  readonly covered: readonly PageItem[];
};

export type PageScreen = { readonly forms: readonly PageForm[] };

/** One sign-in over one to three screens. */
export type GeneratedPage = { readonly language: Language; readonly screens: readonly PageScreen[] };

/** The id of what covers a code until its button is pressed. */
export const COVER_ID = 'block-4';
