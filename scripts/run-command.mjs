// Starts programs with a bound on their time. Plain JavaScript without dependencies: it runs before `npm ci`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const isWindows = process.platform === 'win32';
const running = new Set();

/**
 * Runs a program to its end, or ends it and all it started after `timeoutMs`.
 * Gives whether it succeeded and all it printed; with `inherit`, it prints for itself.
 */
export function runCommand(program, args, { timeoutMs, env = {}, inherit = false } = {}) {
  return new Promise(resolve => {
    const chunks = [];
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that a browser it started ends with it. One that has the terminal stays in its group.
      detached: !inherit && !isWindows,
      shell: isWindows && program === 'npm',
    });
    running.add(child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => chunks.push(chunk));
    let isLate = false;
    const timer = setTimeout(
      () => {
        isLate = true;
        endGroup(child);
      },
      timeoutMs ?? 2 ** 31 - 1,
    );
    const finish = (code, trouble) => {
      clearTimeout(timer);
      running.delete(child);
      const output = Buffer.concat(chunks).toString() + (trouble ?? '');
      const late = isLate ? `\nended after ${Math.round(timeoutMs / 1000)} s without a result\n` : '';
      resolve({ ok: code === 0 && !isLate, code, output: output + late });
    };
    child.once('error', error => finish(null, `${error.message}\n`));
    child.once('close', code => finish(code));
  });
}

/** Runs a TypeScript file of ours with the terminal, and gives its exit code. Needs the node modules. */
export async function runTypeScript(file, args = []) {
  const { code } = await runCommand(process.execPath, ['--import', 'tsx', file, ...args], { inherit: true });
  return code ?? 1;
}

function endGroup(child) {
  try {
    if (isWindows || hasTerminal(child)) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

// Whoever interrupts us means what we started as well. A child that has the terminal may have a last word, and then our
// own exit follows from its end; it hears Ctrl-C from the terminal itself.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.once(signal, () => {
    const [talking, silent] = [[...running].filter(hasTerminal), [...running].filter(child => !hasTerminal(child))];
    for (const child of silent) endGroup(child);
    if (signal !== 'SIGINT') for (const child of talking) child.kill(signal);
    if (talking.length === 0) process.exit(code);
  });
}

function hasTerminal(child) {
  return child.stdout === null;
}
