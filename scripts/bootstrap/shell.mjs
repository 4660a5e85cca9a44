import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Ends the process with one sentence; thrown so that locks are let go on the way. */
export class Refusal extends Error {}

export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/** The environment in which `node` means the Node that runs us. */
export function withOurNode(extra = {}) {
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a program to its end while saying what goes on; its output is shown only if it fails.
 * `file` undefined stands for npm.
 */
export async function run(what, { file, args, cwd = root, env = {} }) {
  const [command, ...before] = file ? [file] : npmCommand();
  const started = Date.now();
  say(`${what}…`);
  const timer = setInterval(
    () =>
      say(`  still at it: ${what.toLowerCase()}, ${Math.round((Date.now() - started) / 1000)} s`),
    15_000,
  );
  const { code, output } = await finish(
    spawn(command, [...before, ...args], {
      cwd,
      env: withOurNode(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    }),
  );
  clearInterval(timer);
  if (code === 0) return;
  process.stderr.write(`${output.trimEnd()}\n`);
  throw new Refusal(`${what} failed: the lines above say why. Put that right and start again.`);
}

/** Children under way end with us: a build must not go on by itself. */
const underWay = new Set();
export function endChildren(signal) {
  for (const child of underWay) child.kill(signal);
}

function finish(child) {
  underWay.add(child);
  return new Promise((done) => {
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (cause) => {
      output += cause.message;
    });
    child.on('close', (code) => {
      underWay.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/** The npm that started us, run by our Node; else the one beside this Node; else the one on PATH. */
function npmCommand() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const cli = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return cli ? [process.execPath, cli] : ['npm'];
}
