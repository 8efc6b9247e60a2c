import { fileURLToPath } from 'node:url';

const bundled = new Map<string, Promise<string>>();

/** The program of a page and the framework that runs it, as one script for the browser. Made once in a process. */
export function bundleScript(file: URL): Promise<string> {
  const known = bundled.get(file.href);
  if (known !== undefined) return known;
  const made = bundle(fileURLToPath(file));
  bundled.set(file.href, made);
  return made;
}

async function bundle(entry: string): Promise<string> {
  // Only few layouts need it, and it takes a while to load.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    // Vue asks for these by name; React takes its smaller build.
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: { write: false, modulePreload: false, rolldownOptions: { input: entry } },
  });
  if (!('output' in result)) throw new Error(`${entry} was not bundled`);
  return result.output[0].code;
}
