// npm run fix: formats, and mends what the linter can.
import { runCommand } from './run-command.mjs';
import { runScript } from './run-script.mjs';

await runScript({ needsBrowser: false }, async () => {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, args, { inherit: true });
  return code ?? 1;
});
