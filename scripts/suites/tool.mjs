import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root, withOurNode } from '../bootstrap/shell.mjs';

/** Runs a script of this folder (a package's command line, mostly) under our Node; `tee` shows what it prints while it runs. */
export function runTool(script, args, { tee = false, env = {} } = {}) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: withOurNode(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((done) => {
    let output = '';
    for (const [stream, sink] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (tee) sink.write(chunk);
      });
    }
    child.on('error', (cause) => done({ code: 1, output: cause.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
