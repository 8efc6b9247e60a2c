/** The success half of a {@link Result}. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** The failure half of a {@link Result}: a value of a closed union of codes, never an exception. */
export type Err<E> = { readonly ok: false; readonly error: E };

/**
 * What an operation that can be refused returns. Exceptions are left for mistakes in the program;
 * everything a person, a file or a page can cause is one of these, so the compiler sees that it is handled.
 */
export type Result<T, E> = Ok<T> | Err<E>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps a failure. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error };
}
