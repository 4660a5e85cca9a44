import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { underLock } from './lock.mjs';
import { Refusal, root, run } from './shell.mjs';

/** Installed when the machine's Node is too old to run TypeScript as it is. */
const runtimeVersion = '24.21.0';

export function isNodeNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/**
 * The path of a Node that is new enough: the binary's npm package alone, without scripts. Our other
 * packages come later, for their own install scripts refuse an old Node.
 */
export async function installRuntime() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const home = join(root, '.node');
  const binary = join(home, 'node_modules', name, 'bin', system === 'win' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  await underLock(async () => {
    if (existsSync(binary)) return;
    mkdirSync(home, { recursive: true });
    const args = ['install', '--prefix', home, '--no-save', '--ignore-scripts', '--no-audit'];
    await run(`Fetching Node ${runtimeVersion}, as this machine has ${process.versions.node}`, {
      args: [...args, '--no-fund', '--no-package-lock', `${name}@${runtimeVersion}`],
      cwd: home,
    });
  });
  if (existsSync(binary)) return binary;
  throw new Refusal(
    `There is no Node ${runtimeVersion} package for this machine (${name}): install Node 24 and start again.`,
  );
}

/** Runs `script` under another Node as if it were us: same terminal, same signals, same exit code. */
export function handOver(binary, script) {
  const args = [...process.execArgv, script, ...process.argv.slice(2)];
  const child = spawn(binary, args, { cwd: root, stdio: 'inherit' });
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => child.kill(name));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(signal ? 1 : (code ?? 1)));
  });
}
