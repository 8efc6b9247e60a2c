import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Reply, Route, Visit } from '../http';
import { replyPage } from '../http';
import type { SiteState } from '../state';
import { writeNotFound } from './not-found';

const CONTENT_TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' } as const;

export const assetRoutes: readonly Route[] = [{ method: 'GET', path: '/assets/:name', answer: readAsset }];

/** Serves a file of `static/`. The name is matched whole, so that no other folder can be reached. */
async function readAsset(visit: Visit, state: SiteState): Promise<Reply> {
  const name = visit.parameters.name ?? '';
  const extension = /^[a-z0-9-]+\.(js|css)$/.exec(name)?.[1];
  if (extension !== 'js' && extension !== 'css') return replyPage(writeNotFound(), 404);
  if (extension === 'js') {
    if (state.scriptTrouble.isMissing) return replyPage(writeNotFound(), 404);
    await wait(state.scriptTrouble.delayMs ?? 0, undefined, { ref: false });
  }
  try {
    const body = await readFile(new URL(`../static/${name}`, import.meta.url));
    return { status: 200, contentType: CONTENT_TYPES[extension], body };
  } catch {
    return replyPage(writeNotFound(), 404);
  }
}
