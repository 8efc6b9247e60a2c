/** The little of the extension API that tests call inside the worker. `dispatch` is Chromium's own way to raise an event. */
declare const chrome: {
  readonly action: { getBadgeText(details: object): Promise<string>; getTitle(details: object): Promise<string> };
  readonly alarms: { getAll(): Promise<{ readonly name: string; readonly scheduledTime: number }[]> };
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
  readonly idle: { readonly onStateChanged: { dispatch(state: string): void } };
  readonly storage: {
    readonly local: { get(key: string | null): Promise<Record<string, unknown>> };
    readonly session: { get(key: string | null): Promise<Record<string, unknown>> };
  };
};
