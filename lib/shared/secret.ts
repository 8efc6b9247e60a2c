/** What a secret prints as, wherever something tries to print it. */
export const SECRET_PLACEHOLDER = '[secret]';

/**
 * A text that must not leave by accident. The characters live in a private field, so a log line, an error message,
 * a template string, `JSON.stringify` or a debugger's preview shows the placeholder; getting at them takes the visible word `reveal`.
 *
 * `Kind` keeps an API key from being passed where an authenticator secret is wanted.
 */
export class Secret<Kind extends string> {
  readonly #text: string;
  /** Exists for the compiler only: two kinds of secret are two types. */
  declare readonly kind: Kind;

  /** Called by the parser of that kind and by nothing else. */
  constructor(text: string) {
    this.#text = text;
  }

  /** The characters themselves. Every call is a place where a secret changes hands: keep them few. */
  reveal(): string {
    return this.#text;
  }

  /** Whether both hold the same characters. Compared inside the extension only, so not in constant time. */
  equals(other: Secret<Kind>): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return SECRET_PLACEHOLDER;
  }

  toJSON(): string {
    return SECRET_PLACEHOLDER;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SECRET_PLACEHOLDER;
  }
}
