import type { Route } from '../http';
import { replyRedirect } from '../http';
import { HOME_PATH } from '../next-path';
import { accountRoutes } from './account';
import { assetRoutes } from './assets';
import { backupRoutes } from './backup';
import { dashboardRoutes } from './dashboard';
import { keyRoutes } from './keys';
import { operatorRoutes } from './operator';
import { resetRoutes } from './reset';
import { setupRoutes } from './setup';
import { signOutRoutes } from './sign-out';

/** Everything that is the same whatever the sign-in pages look like. */
export const commonRoutes: readonly Route[] = [
  { method: 'GET', path: '/', answer: () => replyRedirect(HOME_PATH) },
  ...dashboardRoutes,
  ...keyRoutes,
  ...accountRoutes,
  ...setupRoutes,
  ...backupRoutes,
  ...resetRoutes,
  ...signOutRoutes,
  ...operatorRoutes,
  ...assetRoutes,
];
