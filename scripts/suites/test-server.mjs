import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, withOurNode } from '../bootstrap/shell.mjs';

const readyWithinMs = 90_000;

/** Hookline as a person starts it, on a data folder and a port of its own. */
export async function startTestServer(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hookline-server-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'server.ts')], {
    cwd: root,
    env: withOurNode({
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      HOOKLINE_DATA: folder,
      ...env,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise((done) => child.once('exit', done));
  const url = `http://127.0.0.1:${port}`;
  await until(() => child.exitCode !== null || isHealthy(url));
  if (child.exitCode !== null) throw new Error(`The server ended at once:\n${output}`);
  return {
    url,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      removeData(folder);
      return code;
    },
  };
}

async function isHealthy(url) {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function until(condition) {
  const deadline = Date.now() + readyWithinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The server was not ready in time.');
    await new Promise((done) => setTimeout(done, 100));
  }
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** As root the database lies elsewhere; the data folder says where. */
function removeData(folder) {
  try {
    const home = readFileSync(join(folder, 'database-location'), 'utf8').trim();
    if (dirname(home) === '/var/lib/hookline') rmSync(home, { recursive: true, force: true });
  } catch {
    // An ordinary user's is inside.
  }
  rmSync(folder, { recursive: true, force: true });
}
