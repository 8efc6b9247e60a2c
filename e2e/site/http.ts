import type { Html } from './html';
import type { SiteState } from './state';

/** One request, parsed. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly fields: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** The `:name` parts of the route's path. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly clientAddress: string;
  readonly nowMs: number;
}

/** How an answer travels: held back, or lost with its connection. */
export interface Delivery {
  readonly delayMs: number;
  readonly isDropped: boolean;
}

export interface Reply {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string | Buffer;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly delivery?: Delivery;
}

/** One address of the site. `path` may contain `:name` parts, each standing for one segment. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly answer: (visit: Visit, state: SiteState) => Reply | Promise<Reply>;
}

/** Answers with a page. */
export function replyPage(page: Html, status = 200, cookies: readonly string[] = []): Reply {
  return { status, contentType: 'text/html; charset=utf-8', body: page.markup, cookies };
}

/** Answers with JSON. */
export function replyJson(status: number, value: unknown, cookies: readonly string[] = []): Reply {
  return { status, contentType: 'application/json', body: JSON.stringify(value), cookies };
}

/** Sends the browser on with a GET. */
export function replyRedirect(location: string, cookies: readonly string[] = []): Reply {
  return { status: 303, location, cookies };
}

/** Finds the route of a request, with the `:name` parts of its path filled in. HEAD is answered by the GET route. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; parameters: Record<string, string> } | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const segments = path.split('/');
  for (const route of routes) {
    const parts = route.path.split('/');
    if (route.method !== wanted || parts.length !== segments.length) continue;
    const parameters: Record<string, string> = {};
    const fits = parts.every((part, index) => {
      const segment = segments[index] ?? '';
      if (!part.startsWith(':')) return part === segment;
      parameters[part.slice(1)] = segment;
      return segment !== '';
    });
    if (fits) return { route, parameters };
  }
  return undefined;
}
