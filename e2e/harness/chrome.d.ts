/** The little of the extension API that tests call inside the worker. `dispatch` is Chromium's own way to raise an event. */
declare const chrome: {
  readonly action: { getBadgeText(details: object): Promise<string>; getTitle(details: object): Promise<string> };
  readonly alarms: {
    clearAll(): Promise<boolean>;
    create(name: string, at: { readonly when: number }): Promise<void>;
    get(name: string): Promise<{ readonly scheduledTime: number } | undefined>;
    readonly onAlarm: { dispatch(alarm: { readonly name: string }): void };
  };
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
  readonly contextMenus: {
    update(id: string, changes: object): Promise<void>;
    readonly onClicked: { dispatch(click: { readonly menuItemId: string }): void };
  };
  readonly notifications: { getAll(): Promise<Readonly<Record<string, true>>> };
  readonly extension: { getViews(which: { readonly type: 'popup' }): Window[] };
  readonly i18n: { getMessage(name: string): string };
  readonly permissions: {
    getAll(): Promise<{ readonly origins?: readonly string[] }>;
    remove(given: { readonly origins: readonly string[] }): Promise<boolean>;
  };
  readonly runtime: {
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: { addListener(listener: (message: unknown) => void): void };
  };
  readonly tabs: {
    create(tab: { readonly url: string; readonly active: boolean }): Promise<unknown>;
    query(which: {
      readonly active: boolean;
      readonly lastFocusedWindow: boolean;
    }): Promise<{ readonly id?: number }[]>;
    sendMessage(tabId: number, message: unknown, options: { readonly frameId: number }): Promise<unknown>;
  };
  readonly idle: { readonly onStateChanged: { dispatch(state: string): void } };
  readonly storage: {
    readonly local: {
      get(key: string | null): Promise<Record<string, unknown>>;
      getBytesInUse(key: string | null): Promise<number>;
      set(items: Readonly<Record<string, unknown>>): Promise<void>;
      remove(keys: string | readonly string[]): Promise<void>;
      clear(): Promise<void>;
    };
    readonly session: {
      get(key: string | null): Promise<Record<string, unknown>>;
      remove(keys: string | readonly string[]): Promise<void>;
      set(items: Readonly<Record<string, unknown>>): Promise<void>;
    };
  };
};
