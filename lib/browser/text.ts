import { i18n } from '#i18n';

/**
 * The text of a key in the person's language, typed: a key that is in no locale file does not compile. Every word that
 * anyone reads comes through here, so that a language can be chosen in one place.
 */
export const t = i18n.t;
