// The worker's listeners, registered synchronously at every start and nothing else: a listener that is added later misses
// the event that woke the worker. Who handles what stands behind each.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { followManaged } from '../../lib/browser/managed-storage';
import { onDueNotificationClicked } from '../../lib/browser/notify';
import { openOptions } from '../../lib/browser/pages';
import { onPopupClosed } from '../../lib/browser/popup';
import { closeStorageToContentScripts } from '../../lib/browser/storage-access';
import { t } from '../../lib/browser/text';
import { identifyCaller } from './caller';
import { forgetOldDrafts } from './drafts';
import { accountHandlers } from './handlers/accounts';
import { authenticatorHandlers } from './handlers/authenticators';
import { copyHandlers } from './handlers/copies';
import { draftHandlers } from './handlers/drafts';
import { enrolmentHandlers } from './handlers/enrolment';
import { heldHandlers } from './handlers/held';
import { keyHandlers } from './handlers/keys';
import { signInHandlers } from './handlers/signin';
import { vaultHandlers } from './handlers/vault';
import { waysInHandlers } from './handlers/ways-in';
import { runJob } from './jobs';
import { limitCallers } from './limit-callers';
import { lockNow } from './lock';
import { createRouter } from './router';
import { forgetIntent, handleGesture } from './sign-in';
import { watchRun } from './watch-run';
import { publishStatus, vault } from './worker';

const SIGN_IN_MENU_ITEM = 'sign-in';

export default defineBackground(() => {
  const ownBaseUrl = browser.runtime.getURL('').replace(/\/$/u, '');
  const route = createRouter({
    handlers: {
      ...vaultHandlers,
      ...waysInHandlers,
      ...copyHandlers,
      ...accountHandlers,
      ...authenticatorHandlers,
      ...draftHandlers,
      ...heldHandlers,
      ...enrolmentHandlers,
      ...signInHandlers,
      ...keyHandlers,
    },
    ownId: browser.runtime.id,
    identify: limitCallers(sender => identifyCaller(sender, browser.runtime.id, ownBaseUrl), Date.now),
    async afterAct(succeeded) {
      if (succeeded) await vault.recordAct();
      // What was done may have been to put an authenticator into a passkey's keeping, or to purge an account.
      if (succeeded) await forgetOldDrafts().catch(() => undefined);
      await publishStatus();
    },
  });
  browser.runtime.onMessage.addListener(route);

  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: SIGN_IN_MENU_ITEM, title: t('menu.signIn'), contexts: ['action'] });
    });
  });
  browser.runtime.onStartup.addListener(lockNow);
  onPopupClosed(forgetIntent);
  onDueNotificationClicked(() => openOptions(''));
  browser.alarms.onAlarm.addListener(({ name }) => runJob(name));
  followManaged(async () => {
    await vault.followManaged();
    await publishStatus();
  });
  browser.idle.onStateChanged.addListener(state => {
    if (state === 'locked') lockNow();
  });
  browser.commands.onCommand.addListener(command => {
    if (command === 'sign-in') handleGesture('command');
    if (command === 'lock-now') lockNow();
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === SIGN_IN_MENU_ITEM) handleGesture('menu');
  });

  closeStorageToContentScripts();
  publishStatus();
  vault.catchUp();
  watchRun();
});
