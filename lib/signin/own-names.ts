// What the sign-in's own key and code are called where no outright name is given, in English, Dutch and German, folded
// (words.ts): a bare word for it, and what may be said of it without making it another one.
import { anyOf, without } from './words';
import { gistOf, PASSWORD, SOME_CODE_OR_KEY } from './words-of-fields';

/** Where a code is read that an authenticator shows, and when. */
const FROM_APP = anyOf(
  {
    en: '\\b(?:that )?(?:the|your) app (?:shows|displays|gives)\\b',
    nl: '\\b(?:die |dat )?(?:de|je|uw|jouw) app (?:toont|geeft|laat zien)\\b',
    de: '\\b(?:den |die )?(?:die|deine|ihre) app (?:an)?zeigt\\b',
  },
  {
    en: '\\b(?:from|in|on|of|by) (?:the |your |my |an )?(?:(?:paramant|phone|mobile|authentication|authenticator|two factor|2 ?fa|security|totp|otp) )*(?:app|application|phone|smart ?phone|mobile|device|authenticator)\\b(?: (?:on|from) (?:the |your )?(?:phone|mobile|smart ?phone|device))?',
    nl: '\\b(?:uit|van|in|op) (?:de |het |je |uw |jouw |een )?(?:paramant |authenticator |authenticatie ?|beveiligings ?)?(?:app|telefoon|mobiel|smart ?phone|toestel|apparaat|authenticator)\\b(?: op (?:de |je |uw )?(?:telefoon|mobiel|smart ?phone))?',
    de: '\\b(?:(?:aus|von|in|auf) )?(?:der|dem|deiner|deinem|ihrer|ihrem|einer|einem) (?:paramant |authenticator |authentifizierungs |sicherheits )?(?:app|handy|telefon|smart ?phone|gerat|geraet|authenticator)\\b(?: auf (?:dem|deinem|ihrem) (?:handy|telefon|smart ?phone))?',
  },
);
const OF_NOW = anyOf({
  any: '\\b(?:time based|totp)\\b',
  en: '\\b(?:of|for|from|at) (?:this|the) (?:moment|minute|time)\\b|\\b(?:changes|changing|refreshed|renewed) every(?: half| \\d+)? (?:a )?(?:minute|seconds?|s)\\b',
  nl: '\\bvan (?:dit moment|deze minuut|nu)\\b|\\b(?:wisselt|verandert) elke(?: halve| \\d+)? (?:minuut|seconden)\\b',
  de: '\\b(?:von|fur) (?:jetzt|diesem? moment|diese minute)\\b|\\b(?:wechselt|andert sich) (?:alle|jede)(?: halbe| \\d+)? (?:minuten?|sekunden)\\b',
});

/** Where a person finds the key of this site, and how long one is. */
const FROM_DASHBOARD = anyOf({
  any: '\\b64 (?:hex )?(?:characters?|chars?|digits?|tekens?|zeichen|stellen)\\b|\\b64 hex\\b|\\b(?:(?:start|begin)\\w* with|begint met|beginnt mit) pgp\\b',
  en: '\\b(?:from|of|for|on|in|to) (?:the |this |your |my )?(?:paramant )?(?:dashboard|account|profile|console|control panel|workspace|(?:account )?settings)\\b(?: page)?',
  nl: '\\b(?:uit|van|voor|op|in|bij) (?:het |dit |de |je |uw |jouw |mijn )?(?:paramant )?(?:dashboard|account|profiel|beheer|werkruimte|instellingen)\\b',
  de: '\\b(?:aus|von|vom|fur|auf|im|zum|in) (?:das |dieses |dem |den |deinem |ihrem |dein |ihr )?(?:paramant )?(?:dashboard|konto|account|profil|arbeitsbereich|einstellungen)\\b|\\b(?:des|ihres|deines|dieses) (?:dashboards|kontos|accounts|profils|arbeitsbereichs)\\b',
});

/** The code's own words at the beginning of a gist. */
const OWN_CODE = anyOf({
  any: '^(?:(?:app|security|access|time based) )*(?:code|token)\\b|^app pin\\b',
  en: '^(?:(?:temporary|changing|rolling|rotating|dynamic|fresh|new|generated|confirmation) )*(?:(?:pass ?)?codes?|digits?|figures?)\\b',
  nl: '^(?:(?:tijdelijke|wisselende|actuele|nieuwe) )*(?:inlog|aanmeld|beveiligings|toegangs|controle|cijfer|wissel|app)? ?(?:code|cijfers?)\\b',
  de: '^(?:(?:temporarer|wechselnder|zeitbasierter|neuer|gultiger) )*(?:anmelde|login|sicherheits|zugangs|app|prue?f|zahlen|ziffern|wechsel|kurzzeit)? ?(?:code|ziffern)\\b',
});

/** What else the digits are called that an app shows: by itself it may be of anything. */
const APP_DIGITS =
  /^(?:(?:login|security) )?(?:numbers?|(?:controle)?getal|nummer|zahl(?:en)?)(?: (?:shown|displayed|generated))?$/u;

/** The key's own words there. */
const OWN_KEY = anyOf({
  en: '^(?:(?:secret|account|personal|dashboard|main|primary|api|long|live|production) )*key\\b',
  nl: '^(?:(?:geheime|persoonlijke|api) )*(?:account|aanmeld|inlog|hoofd|dashboard)? ?sleutel\\b',
  de: '^(?:(?:geheimer|personlicher|persoenlicher|api) )*(?:konto|anmelde|login|account|haupt|dashboard)? ?schlue?ssel\\b',
});

/** The password's own words there. */
const OWN_PASSWORD = anyOf({
  en: '^(?:(?:secret|account|personal|dashboard|current) )*pass ?(?:word|wd)\\b|^pwd?\\b',
  nl: '^(?:(?:geheime|persoonlijk|persoonlijke) )*(?:account|aanmeld|inlog|dashboard)? ?wachtwoord\\b',
  de: '^(?:(?:geheimes|personliches|persoenliches) )*(?:konto|anmelde|login|account|dashboard)? ?(?:passwort|kennwort)\\b',
});

/** What says which one it is: that it may be none, that it is something else, or where that is to be found. */
const SAYS_WHICH = anyOf({
  en: '\\b(?:if|when|optional|word|phrase|name|fob|plate)\\b|\\b(?:from|on|of|for|at|with|by|under|behind|about|to|in) \\S',
  nl: '\\b(?:indien|als|optioneel)\\b|\\b(?:uit|van|op|voor|bij|aan|met|onder|achter|tot|in) \\S',
  de: '\\b(?:falls|wenn|optional)\\b|\\b(?:aus|von|vom|auf|fur|fuer|bei|beim|im|am|mit|unter|hinter|des|zu|zum|zur|in) \\S',
});

/** What led up to the site's own name, or to nothing that counts. */
const LEFT_OVER = /^(?:for|of|by|voor|van|bij|fur|von|zum|zur|to)$/u;

/** Of what it is, in a language that says so without a word between: taken out of a gist, it would be missed. */
const OF_WHAT = /\b(?:des|der|eines|einer|ihres|ihrer|deines|deiner|meines|meiner) \S/u;

const OWN = {
  key: { begins: OWN_KEY, places: [FROM_DASHBOARD] },
  code: { begins: OWN_CODE, places: [FROM_APP, OF_NOW] },
  password: { begins: OWN_PASSWORD, places: [FROM_DASHBOARD] },
} as const;

function besideName(gist: string, begins: RegExp): string {
  const rest = gist.replace(begins, '').trim();
  return LEFT_OVER.test(rest) ? '' : rest;
}

/** What folded lines say beside the name of a code, a key or a password at their beginning; null where one has another name. */
function saidBeside(kind: keyof typeof OWN, folded: string): string | null {
  const { begins, places } = OWN[kind];
  const lines = folded.split('\n').map(line => without(line, ...places));
  const said = lines.filter(line => gistOf(line) !== '');
  if (said.length === 0 || !said.every(line => begins.test(gistOf(line)))) return null;
  return said
    .map(line => (OF_WHAT.test(line) ? `of ${line}` : besideName(gistOf(line), begins)))
    .join(' ')
    .trim();
}

/** Whether folded lines name a code, a key or a password, and say nothing else of it that is not known. */
export function isNamedBarely(kind: keyof typeof OWN, folded: string): boolean {
  return saidBeside(kind, folded) === '';
}

/**
 * Whether folded lines name one and do not say of what other thing it is: "Code (changes every 30 seconds)", but neither
 * "Locker code" nor "Code at the entrance".
 */
export function isNamedFirst(kind: keyof typeof OWN, folded: string): boolean {
  const beside = saidBeside(kind, folded);
  return beside !== null && !SAYS_WHICH.test(beside);
}

/** Whether it is said that an app shows it: then any number may be meant. */
export function isShownByApp(folded: string): boolean {
  if (!FROM_APP.test(folded)) return false;
  return isNamedFirst('code', folded) || APP_DIGITS.test(gistOf(without(folded, FROM_APP)));
}

/** Whether it is said that the site's dashboard shows it, or how long the site's keys are. */
export function isKeyOfDashboard(folded: string): boolean {
  return FROM_DASHBOARD.test(folded) && isNamedFirst('key', folded);
}

/** Whether nothing in a folded text calls for a code, a key or a password, or says of what it would be. */
export function saysNotWhich(folded: string): boolean {
  const gist = gistOf(without(folded, FROM_DASHBOARD));
  return ![SAYS_WHICH, SOME_CODE_OR_KEY, PASSWORD].some(words => words.test(gist));
}
