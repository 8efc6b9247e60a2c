import path from 'node:path';
import { build, mergeConfig } from 'vite';
import wxtConfig from '../../wxt.config';

const NAME = 'latchkeyProbe';

/**
 * The probe as one script, made as WXT makes the worker: the same settings of vite (target, minification), as a library in
 * one immediately called function. Its value is a promise of what the probe found.
 */
export async function bundleProbe(): Promise<string> {
  const env = { mode: 'production', command: 'build', browser: 'chrome', manifestVersion: 3 } as const;
  const shared = (await wxtConfig.vite?.(env)) ?? {};
  const [output] = [
    await build(
      mergeConfig(shared, {
        root: path.resolve(import.meta.dirname, '../..'),
        configFile: false,
        logLevel: 'warn',
        mode: env.mode,
        define: { 'process.env.NODE_ENV': JSON.stringify(env.mode) },
        build: {
          write: false,
          copyPublicDir: false,
          lib: { entry: path.join(import.meta.dirname, 'probe.ts'), formats: ['iife'], name: NAME, fileName: 'probe' },
        },
      }),
    ),
  ].flat();
  if (output === undefined || !('output' in output)) throw new Error('vite has made nothing');
  return `${output.output[0].code}\n${NAME}.run();`;
}
