import { defineConfig } from 'wxt';

/**
 * The public half of the key that the extension's id is made from, so that the id is the same in every build from
 * source. The stores have a key of their own and refuse this field: `npm run zip` leaves it out.
 */
const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyRW8qKJEuKYxc4JalucIezodW8yxvldbvlRphm6wQkOxKW/6oOk7FWZOA4hkF5RxtMF6n5+4zWJW7vrnQ/jG9Di/pcg+/JoaATGoGbEJD6JOy0s57tfwiPqj0Kve4pqN7qWGmZEat86VYE3++1O/aS328JIJ3iq3acVtVazJU+r1B4YnlJDVbhnFrwssF/sgcGmhJthPIR+HkqDBS0kJeuxnTds8+9Ld7Ro+YqADi/tQ4iyDKRw7DR35Cbl1a1DUnxjjf72TH/Edc282E2teifa7NcU9X3YK2pJJbULqwrHEOSdAAydWgsTk6xQStF8+qLSSI6sIj/zIoimbLOXFgQIDAQAB';

/** Each has a use in the code, and a test compares this list with the built manifests (docs/decisions/004). */
const PERMISSIONS = [
  'storage',
  'alarms',
  'idle',
  'activeTab',
  'scripting',
  'contextMenus',
  'notifications',
  'clipboardWrite',
];

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  // Names come from imports that a reader can see.
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    ...(browser === 'chrome' && process.env.LATCHKEY_FOR_STORE === undefined ? { key: MANIFEST_KEY } : {}),
    permissions: browser === 'firefox' ? PERMISSIONS : [...PERMISSIONS, 'offscreen'],
    optional_permissions: ['clipboardRead'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' https://relay.paramant.app; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      'sign-in': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_signIn__' },
      'lock-now': { description: '__MSG_command_lockNow__' },
    },
    // Firefox takes an organisation's settings from a file of its own kind, without a schema.
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '123', storage: { managed_schema: 'managed-schema.json' } }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchkey@latchkey.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  vite: () => ({
    build: { sourcemap: false, target: 'es2022' },
    // The framework's content-script context tells the page that it is there, by an event and a window message.
    // Ours stays silent (docs/decisions/005).
    resolve: { alias: { 'wxt/utils/content-script-context': '/entrypoints/signin.content/silent-context.ts' } },
  }),
});
