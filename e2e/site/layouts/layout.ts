import type { Route } from '../http';

/** One shape of the sign-in pages: everything under `/auth/login` and the address its final step posts to. */
export interface Layout {
  readonly routes: readonly Route[];
}
