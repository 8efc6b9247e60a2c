import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import { countCodePoints, isPlainLine, isSeenWhole } from './text';

export type LabelFailure = { readonly code: 'label-empty' | 'label-too-long' | 'label-unprintable' };

/** What fits a card and an accessible name. */
export const LABEL_CAP_CODE_POINTS = 80;

/** The name that a person gives an account, trimmed. */
export function parseLabel(text: string): Result<string, LabelFailure> {
  const label = text.trim();
  if (label === '') return err({ code: 'label-empty' });
  if (!isPlainLine(label) || !isSeenWhole(label)) return err({ code: 'label-unprintable' });
  return countCodePoints(label) <= LABEL_CAP_CODE_POINTS ? ok(label) : err({ code: 'label-too-long' });
}
