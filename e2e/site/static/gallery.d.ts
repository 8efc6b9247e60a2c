/** Posts `email`, `api_key` and `totp`; goes to the dashboard, or says in `#error` why not. */
export function signIn(fields: Readonly<Record<string, string>>): Promise<void>;
